#pragma once

#include "core/common/Clock.h"
#include "core/crypto/CmsBuilder.h"
#include "core/crypto/TrustStore.h"
#include "core/model/SignatureReport.h"
#include "core/pdf/SignatureRevision.h"
#include "core/signing/Fingerprint.h"
#include "core/signing/StagedFile.h"

#include <memory>
#include <optional>

namespace bidseal {

/** What a signature is prepared from. */
struct PadesInput
{
    std::shared_ptr<PdfDocument> document;
    SignatureRevisionRequest revision;
    QString workPath;
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
    std::optional<QByteArray> expectedSha256; ///< DocumentChanged when the copied bytes are others
};

/** An earlier signature's state, to be found no worse afterwards. */
struct EarlierSignature
{
    QString field;
    Verdict verdict;
};

/**
 * A signature waiting for its CMS. The copy on disk holds the input; the revision is still in memory, so that nothing
 * that looks like a signed file exists before the token has signed.
 */
struct PreparedSignature
{
    StagedFile staged;
    PreparedRevision revision;
    QByteArray inputSha256;
    Digest inputDigest;       ///< SHA-256 after the input's last byte, taken from the copy
    QByteArray messageDigest; ///< over the byte range, by the chosen algorithm
    std::vector<EarlierSignature> earlier;
    std::shared_ptr<PdfDocument> document; ///< the input; null when restored from the journal
};

/**
 * Copies the input to `workPath` and signs that copy's digest: what is hashed is what will be handed out, however the
 * input changes meanwhile (threat T18). Refuses what checkSignable refuses, and a document whose earlier signatures are
 * broken. Blocking; any thread.
 */
Result<PreparedSignature> prepareSignature(const PadesInput &input, const Clock &clock, const std::stop_token &stop,
                                           const ByteProgress &progress);

/** The same state from a journal: the copy is made anew from the input, which must still have the same SHA-256. */
Result<PreparedSignature> restoreSignature(const QString &inputPath, const QString &workPath,
                                           const QByteArray &inputSha256, PreparedRevision revision,
                                           const std::stop_token &stop);

/** Writes the revision with its CMS behind the copy and syncs. */
Result<void> embedSignature(PreparedSignature &prepared, const QByteArray &cms);

/**
 * Our own validator on the written copy: the new signature intact to the last byte, the earlier ones no worse.
 * Otherwise SelfCheckFailed with the findings in `detail`.
 */
Result<SignatureReport> checkWrittenFile(const PreparedSignature &prepared, const SecureBytes *password,
                                         const TrustStore *trust, const Clock &clock);

} // namespace bidseal
