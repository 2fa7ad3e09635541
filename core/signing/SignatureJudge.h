#pragma once

#include "core/crypto/CmsReader.h"
#include "core/crypto/Timestamp.h"
#include "core/pdf/SignatureScan.h"
#include "core/signing/RangeDigests.h"
#include "core/signing/Validator.h"

namespace bidseal {

/**
 * Judges one signature in the order of the facts: structure, value over the byte range, time, what came later, who
 * signed. `plan` says what is to be hashed, the rest follows when the digest is known.
 */
class SignatureJudge
{
public:
    explicit SignatureJudge(ScannedSignature scanned);

    /** Reads the CMS and asks for the digest it needs, if any. */
    void plan(RangeDigests &digests);

    /** Integrity of the signature itself. `digests` is the answer of RangeDigests::run. */
    void checkValue(const std::vector<QByteArray> &digests);

    /** What later revisions did. */
    Result<void> checkLaterRevisions(const PdfDocument &document, const SignatureScan &scan,
                                     const ValidationOptions &options, const std::stop_token &stop);

    /** A later document timestamp proves when this signature existed at the latest. */
    void addLaterTimestamp(const SignatureJudge &timestamp);

    void checkTrust(const ValidationOptions &options, const QDateTime &now);
    void setLevel(const SignatureScan &scan, bool hasLaterTimestamp);

    [[nodiscard]] const SignatureFacts &facts() const { return m_facts; }
    [[nodiscard]] const ScannedSignature &scanned() const { return m_scanned; }
    [[nodiscard]] bool isIntactTimestamp() const;

private:
    void addFinding(const char *code, Severity severity, const QStringList &args = {});
    void condemn(const char *code);
    void cannotCheck(const char *code, const QString &what);
    void planCms(RangeDigests &digests);
    void planTimestamp(RangeDigests &digests);
    void planRaw(RangeDigests &digests);
    void checkCms(const QByteArray &digest);
    void checkTimestamp(const QByteArray &digest);
    void checkRaw(const QByteArray &digest);
    void checkAttributes();
    void readSignatureTimestamp();
    void addStrength();
    void addChanges(const std::vector<RevisionChange> &changes);
    void checkTimestampTrust(const TrustStore &store);

    ScannedSignature m_scanned;
    SignatureFacts m_facts;
    std::optional<CmsFacts> m_cms;
    std::optional<TimestampFacts> m_timestamp; ///< of the signature, or the document timestamp itself
    std::optional<std::size_t> m_digest;       ///< index of the digest that was asked for
    bool m_isTimeTrusted = false;
};

} // namespace bidseal
