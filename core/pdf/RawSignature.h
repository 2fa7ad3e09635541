#pragma once

#include "core/pdf/RawLexer.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

#include <array>
#include <optional>

namespace bidseal {

/** A signature dictionary as its bytes say, with what is wrong in it (ISO 32000-2, 12.8.1 and table 255). */
struct RawSignature
{
    int objectNumber = 0;
    QByteArray type;
    QByteArray filter;
    QByteArray subFilter;
    std::array<qint64, 4> byteRange{};
    bool hasByteRange = false;   ///< exactly four integers were read into `byteRange`
    QByteArray contents;         ///< decoded, padding kept
    qint64 contentsBegin = 0;    ///< offset of '<'
    qint64 contentsEnd = 0;      ///< offset behind '>'
    QByteArrayList certificates; ///< strings of /Cert
    bool isComplete = true;      ///< false: the bytes ended inside the object, give more of them
    QStringList defects;         ///< codes of `ScannedSignature::defects`
};

/**
 * Reads the object at the beginning of `bytes`. `base` is its offset in the file. With `entry` the dictionary is the
 * direct value of that key in the object (a signature written into its field), otherwise the object itself.
 */
RawSignature readRawSignature(QByteArrayView bytes, qint64 base, QByteArrayView entry = {});

/**
 * The rules for /ByteRange over a file of `fileSize` bytes: begins at 0, the gap is exactly this /Contents, the end
 * lies inside the file. Codes of what breaks them (threats T1 and T3).
 */
QStringList byteRangeDefects(const RawSignature &signature, qint64 fileSize);

} // namespace bidseal
