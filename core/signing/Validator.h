#pragma once

#include "core/common/Clock.h"
#include "core/common/Result.h"
#include "core/crypto/Digest.h"
#include "core/crypto/TrustStore.h"
#include "core/model/SignatureReport.h"
#include "core/pdf/PdfDocument.h"

#include <QDateTime>

#include <optional>
#include <stop_token>

namespace bidseal {

/** The digest of a file's first bytes, taken from this very file a moment ago; saves reading them twice. */
struct KnownPrefix
{
    Digest state;
    qint64 length = 0;
};

struct ValidationOptions
{
    const TrustStore *trust = nullptr;
    std::optional<QDateTime> at; ///< judge at this time instead of the proven or present one
    bool compareLaterRevisions = true;
    std::optional<KnownPrefix> knownPrefix; ///< used where algorithm and range fit
};

/**
 * Validates every signature of a document offline: structure and byte range by our own strict rules, the CMS, what came
 * after, the certificate path. Any thread; bounded memory; one pass over the file however many signatures there are.
 * An Error only when the file cannot be read at all or `stop` was requested; everything else is a verdict.
 */
Result<SignatureReport> validateDocument(const PdfDocument &document, const ValidationOptions &options,
                                         const Clock &clock, const std::stop_token &stop = {},
                                         const ByteProgress &progress = {});

/**
 * Opens and validates. A file that cannot be opened as a document although it carries a signature is a verdict too
 * (forged-or-malformed), not an Error: whoever broke it may not make it look unsigned.
 */
Result<SignatureReport> validateFile(const QString &path, const SecureBytes *password, const ValidationOptions &options,
                                     const Clock &clock, const std::stop_token &stop = {},
                                     const ByteProgress &progress = {});

} // namespace bidseal
