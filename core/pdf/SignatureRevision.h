#pragma once

#include "core/common/Result.h"
#include "core/model/Placement.h"
#include "core/pdf/PdfDocument.h"

#include <QByteArray>
#include <QDateTime>

#include <array>
#include <stop_token>

namespace bidseal {

/** What the appended revision shall say. */
struct SignatureRevisionRequest
{
    std::vector<Placement> placements; ///< may be empty only with `existingField`: an invisible signature is not ours
    QString existingField; ///< sign this empty field too (its own box gets the first seal when none is placed in it)
    QDateTime signingTime; ///< /M, the claimed time
    QString signerName;    ///< /Name
    QString reason;
    QString location;
    QByteArray subFilter = "ETSI.CAdES.detached";
    qint64 contentsCapacity = 16384; ///< bytes of CMS that fit
};

/**
 * A revision waiting for its CMS. The finished file is the first `originalSize` bytes of the input followed by
 * `appended`; the hex digits of /Contents lie at [contentsOffset + 1, contentsOffset + 1 + 2 * capacity) of the
 * finished file.
 */
struct PreparedRevision
{
    qint64 originalSize = 0; ///< 0 when a damaged unsigned input had to be rewritten: `appended` is then the whole file
    QByteArray appended;
    std::array<qint64, 4> byteRange{};
    qint64 contentsOffset = 0;   ///< of '<' in the finished file
    qint64 contentsCapacity = 0; ///< bytes
    bool wasRepaired = false;
    QStringList fieldNames; ///< one a placement
};

/**
 * Checks that the document may be signed at all: size limit 2,000,000,000 bytes, permissions, DocMDP (P=1 refused, P=2
 * only existing empty fields), FieldMDP and /Lock of earlier signatures, damage together with signatures. ISO
 * 32000-2, 12.8.2.
 */
Result<void> checkSignable(const PdfDocument &document, const QString &existingField = {});

/**
 * Writes the revision in memory: one signature dictionary shared by one merged field per placement, all drawn from the
 * same appearance streams. Opens the file anew; `document` is not changed. Stamps are upright as shown on every page.
 */
Result<PreparedRevision> prepareRevision(const PdfDocument &document, const SignatureRevisionRequest &request,
                                         std::stop_token stop = {});

/** Fills the gap with the CMS; CmsMalformed when it does not fit. Nothing else moves. */
Result<void> embedCms(PreparedRevision &revision, const QByteArray &cms);

} // namespace bidseal
