#pragma once

#include "core/common/Result.h"
#include "core/crypto/Digest.h"

#include <QDateTime>
#include <QFuture>
#include <QString>

#include <optional>
#include <stop_token>

namespace bidseal {

/** SHA-256 of a file with what is needed to continue it and to notice that the file changed. */
struct Fingerprint
{
    QByteArray sha256;
    qint64 fileSize = 0;
    QDateTime modified;
    std::optional<Digest> state; ///< after the last byte
};

/** Reads the whole file. Blocking; use `fingerprintLater` from the window. */
Result<Fingerprint> fingerprintFile(const QString &path, const std::stop_token &stop = {},
                                    const ByteProgress &progress = {});

/** The same on the global thread pool. */
QFuture<Result<Fingerprint>> fingerprintLater(const QString &path, std::stop_token stop = {});

/** False when size or time of change differ from those at the time of the fingerprint. */
bool stillMatches(const Fingerprint &fingerprint, const QString &path);

/** "7F3A09C4 51E2B86D …": hex in groups of eight, upper case. */
QString groupedHex(const QByteArray &bytes);
/** "7F3A 09C4 … C21E". */
QString shortHex(const QByteArray &bytes);

} // namespace bidseal
