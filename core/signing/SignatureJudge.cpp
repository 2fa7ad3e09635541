#include "core/signing/SignatureJudge.h"

#include "core/crypto/CertificateReader.h"
#include "core/signing/PdfDate.h"

#include <algorithm>
#include <array>

namespace bidseal {

namespace {

constexpr int weakRsaBits = 2048; // below: not acceptable any more (NIST SP 800-131A)
constexpr int weakCurveBits = 224;

bool isWeak(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha1 || algorithm == DigestAlgorithm::Md5 ||
           algorithm == DigestAlgorithm::Ripemd160;
}

QString keyName(const Certificate &certificate)
{
    switch (certificate.keyAlgorithm) {
    case KeyAlgorithm::Rsa:
        return QStringLiteral("rsa%1").arg(certificate.keyBits);
    case KeyAlgorithm::Ec:
        return certificate.curve.isEmpty() ? QStringLiteral("ec%1").arg(certificate.keyBits)
                                           : QStringLiteral("ec-") + certificate.curve.toLower();
    case KeyAlgorithm::Sm2:
        return QStringLiteral("sm2");
    case KeyAlgorithm::EdDsa:
        return QStringLiteral("eddsa%1").arg(certificate.keyBits);
    case KeyAlgorithm::Other:
        break;
    }
    return QStringLiteral("unknown");
}

/** Changes that add to the document without changing what it says: the signature stays plainly intact. */
bool isNeutral(const RevisionChange &change)
{
    constexpr std::array<QLatin1String, 5> codes{QLatin1String("signature-added"),
                                                 QLatin1String("signature-field-added"), QLatin1String("dss-added"),
                                                 QLatin1String("metadata-changed"), QLatin1String("structure-added")};
    return std::ranges::any_of(codes, [&change](QLatin1String code) { return change.code == code; });
}

} // namespace

SignatureJudge::SignatureJudge(ScannedSignature scanned)
    : m_scanned(std::move(scanned))
{
    m_facts.field = m_scanned.fields.value(0);
    m_facts.otherFields = m_scanned.fields.mid(1);
    m_facts.subFilter = QString::fromLatin1(m_scanned.subFilter);
    m_facts.isDocumentTimestamp = m_scanned.subFilter == "ETSI.RFC3161" || m_scanned.type == "DocTimeStamp";
    m_facts.reason = m_scanned.reason;
    m_facts.location = m_scanned.location;
    m_facts.name = m_scanned.name;
    m_facts.timeClaimed = fromPdfDate(m_scanned.m);
    m_facts.certificationLevel = m_scanned.certificationLevel;
    m_facts.revision = m_scanned.revision;
    for (std::size_t i = 0; i < m_scanned.widgets.size(); ++i) {
        const SignatureFieldFacts::Widget &widget = m_scanned.widgets[i];
        if (widget.page >= 0 && !widget.rect.isEmpty())
            m_facts.seals.push_back({m_scanned.widgetFields[i], widget.page, widget.rect});
    }
    m_facts.integrity = Verdict::Intact;
    for (const QString &code : m_scanned.defects)
        condemn(code.toLatin1().constData());
    if (m_scanned.defects.isEmpty()) {
        m_facts.signedEnd = m_scanned.byteRange[2] + m_scanned.byteRange[3];
        m_facts.coverage = m_scanned.coversWholeFile ? Coverage::WholeFile : Coverage::EarlierRevision;
    }
}

void SignatureJudge::addFinding(const char *code, Severity severity, const QStringList &args)
{
    const Finding finding{QString::fromLatin1(code), severity, args};
    const bool isKnown = std::ranges::any_of(m_facts.findings, [&finding](const Finding &known) {
        return known.code == finding.code && known.args == finding.args;
    });
    if (!isKnown)
        m_facts.findings.push_back(finding);
}

void SignatureJudge::condemn(const char *code)
{
    addFinding(code, Severity::Error);
    m_facts.integrity = Verdict::ForgedOrMalformed;
    m_facts.verdict = Verdict::ForgedOrMalformed;
}

void SignatureJudge::cannotCheck(const char *code, const QString &what)
{
    addFinding(code, Severity::Warning, {what});
    m_facts.integrity = graver(m_facts.integrity, Verdict::CannotBeChecked);
}

void SignatureJudge::plan(RangeDigests &digests)
{
    const QByteArray &kind = m_scanned.subFilter;
    if (kind == "ETSI.CAdES.detached" || kind == "adbe.pkcs7.detached" || kind == "adbe.pkcs7.sha1")
        planCms(digests);
    else if (kind == "ETSI.RFC3161")
        planTimestamp(digests);
    else if (kind == "adbe.x509.rsa_sha1")
        planRaw(digests);
    else if (m_scanned.defects.isEmpty())
        cannotCheck("unknown-subfilter", m_facts.subFilter);
}

void SignatureJudge::planCms(RangeDigests &digests)
{
    auto cms = readCms(m_scanned.cms);
    if (!cms) {
        if (m_scanned.defects.isEmpty() && cms.error().code == ErrorCode::AlgorithmUnsupported)
            cannotCheck("unsupported-algorithm", cms.error().detail);
        else if (m_scanned.defects.isEmpty())
            condemn("cms-malformed");
        return;
    }
    m_cms = std::move(*cms);
    m_facts.signer = m_cms->signer;
    m_facts.digest = m_cms->digestName;
    if (m_cms->signer)
        m_facts.algorithm = keyName(*m_cms->signer);
    if (!m_scanned.defects.isEmpty())
        return;
    const bool isWrapped = m_scanned.subFilter == "adbe.pkcs7.sha1";
    if (!isWrapped && (!m_cms->isDetached || !m_cms->encapsulated.isEmpty()))
        condemn("cms-has-content");
    if (m_cms->signerCount != 1)
        condemn("several-signers");
    if (!m_cms->signer)
        condemn("signer-certificate-missing");
    else if (!m_cms->isSupported)
        cannotCheck("unsupported-algorithm", m_cms->signatureAlgorithm);
    if (m_facts.integrity == Verdict::Intact)
        m_digest = digests.add(isWrapped ? DigestAlgorithm::Sha1 : m_cms->digest, m_scanned.byteRange);
}

void SignatureJudge::planTimestamp(RangeDigests &digests)
{
    if (!m_scanned.defects.isEmpty())
        return;
    const auto cms = readCms(m_scanned.cms);
    if (!cms) {
        condemn("cms-malformed");
        return;
    }
    m_facts.signer = cms->signer;
    m_facts.digest = cms->digestName;
    if (cms->signer)
        m_facts.algorithm = keyName(*cms->signer);
    auto token = readTimestampToken(cms->der);
    if (!token) {
        if (token.error().code == ErrorCode::AlgorithmUnsupported)
            cannotCheck("unsupported-algorithm", cms->signatureAlgorithm);
        else
            condemn("timestamp-invalid");
        return;
    }
    m_timestamp = std::move(*token);
    m_facts.digest = digestName(m_timestamp->digest);
    if (m_timestamp->authority)
        m_facts.signer = m_timestamp->authority;
    m_digest = digests.add(m_timestamp->digest, m_scanned.byteRange);
}

void SignatureJudge::planRaw(RangeDigests &digests)
{
    m_facts.digest = digestName(DigestAlgorithm::Sha1);
    const auto certificate = readCertificate(m_scanned.certificates.value(0));
    if (certificate) {
        m_facts.signer = *certificate;
        m_facts.algorithm = keyName(*certificate);
    }
    if (!m_scanned.defects.isEmpty())
        return;
    if (!certificate)
        condemn("signer-certificate-missing");
    else
        m_digest = digests.add(DigestAlgorithm::Sha1, m_scanned.byteRange);
}

void SignatureJudge::checkValue(const std::vector<QByteArray> &digests)
{
    if (m_digest) {
        const QByteArray &digest = digests[*m_digest];
        if (m_scanned.subFilter == "ETSI.RFC3161")
            checkTimestamp(digest);
        else if (m_scanned.subFilter == "adbe.x509.rsa_sha1")
            checkRaw(digest);
        else
            checkCms(digest);
    }
    if (m_cms && m_scanned.defects.isEmpty())
        checkAttributes();
    if (m_cms)
        readSignatureTimestamp();
    addStrength();
    if (m_scanned.isRemovedNow) {
        addFinding("signature-removed", Severity::Error);
        m_facts.integrity = graver(m_facts.integrity, Verdict::Modified);
    }
    m_facts.verdict = m_facts.integrity;
}

void SignatureJudge::checkCms(const QByteArray &digest)
{
    const auto verified = verifyCms(*m_cms, digest);
    if (!verified) {
        if (verified.error().code == ErrorCode::AlgorithmUnsupported)
            cannotCheck("unsupported-algorithm", m_cms->signatureAlgorithm);
        else
            condemn("cms-malformed");
        return;
    }
    if (*verified)
        return;
    const bool isContentChanged = m_scanned.subFilter == "adbe.pkcs7.sha1"
                                      ? m_cms->encapsulated != digest
                                      : m_cms->hasSignedAttributes && m_cms->messageDigest != digest;
    if (isContentChanged) {
        addFinding("digest-mismatch", Severity::Error);
        m_facts.integrity = Verdict::Modified;
    } else {
        condemn("signature-value-wrong");
    }
}

void SignatureJudge::checkTimestamp(const QByteArray &digest)
{
    if (m_timestamp->imprint != digest) {
        addFinding("digest-mismatch", Severity::Error);
        m_facts.integrity = Verdict::Modified;
        return;
    }
    m_facts.timeProven = m_timestamp->time;
    if (m_timestamp->authority)
        m_facts.timestampAuthority = m_timestamp->authority->commonName;
}

void SignatureJudge::checkRaw(const QByteArray &digest)
{
    const auto verified = verifyRawRsaSha1(m_scanned.cms, *m_facts.signer, digest);
    if (!verified && verified.error().code == ErrorCode::AlgorithmUnsupported)
        cannotCheck("unsupported-algorithm", m_facts.algorithm);
    else if (!verified || !*verified)
        condemn("signature-value-wrong");
}

void SignatureJudge::checkAttributes()
{
    // EN 319 142-1, 6.3: the attribute binds the certificate; a wrong one means that somebody exchanged it.
    if (m_cms->hasSigningCertificate && !m_cms->signingCertificateMatches)
        condemn("ess-mismatch");
    else if (!m_cms->hasSigningCertificate && m_scanned.subFilter == "ETSI.CAdES.detached")
        addFinding("no-signing-certificate", Severity::Warning);
    if (!m_cms->hasSignedAttributes)
        addFinding("no-signed-attributes", Severity::Warning);
    if (m_cms->hasTrailingGarbage)
        addFinding("cms-trailing-garbage", Severity::Warning);
    if (!m_facts.timeClaimed)
        m_facts.timeClaimed = m_cms->signingTime;
}

void SignatureJudge::readSignatureTimestamp()
{
    if (m_cms->timeStampToken.isEmpty())
        return;
    auto token = readTimestampToken(m_cms->timeStampToken, m_cms->certificates);
    if (!token) {
        addFinding("timestamp-invalid", Severity::Warning);
        return;
    }
    if (!timestampMatches(*token, m_cms->signatureValue)) {
        addFinding("timestamp-mismatch", Severity::Warning);
        return;
    }
    m_timestamp = std::move(*token);
    m_facts.timeProven = m_timestamp->time;
    if (m_timestamp->authority)
        m_facts.timestampAuthority = m_timestamp->authority->commonName;
}

void SignatureJudge::addStrength()
{
    const auto digest = digestFromName(m_facts.digest);
    if (digest && isWeak(*digest))
        addFinding("weak-digest", Severity::Warning, {m_facts.digest});
    if (!m_facts.signer)
        return;
    const Certificate &signer = *m_facts.signer;
    const bool isShort = (signer.keyAlgorithm == KeyAlgorithm::Rsa && signer.keyBits < weakRsaBits) ||
                         (signer.keyAlgorithm == KeyAlgorithm::Ec && signer.keyBits < weakCurveBits);
    if (isShort)
        addFinding("weak-key", Severity::Warning, {keyName(signer)});
}

bool SignatureJudge::isIntactTimestamp() const
{
    return m_facts.isDocumentTimestamp && m_facts.integrity == Verdict::Intact && m_facts.timeProven.has_value();
}

Result<void> SignatureJudge::checkLaterRevisions(const PdfDocument &document, const SignatureScan &scan,
                                                 const ValidationOptions &options, const std::stop_token &stop)
{
    if (!m_scanned.defects.isEmpty() || m_scanned.isRemovedNow)
        return {};
    if (m_scanned.coversWholeFile) {
        m_facts.changesAfter = ChangesAfter::None;
        return {};
    }
    addFinding("not-whole-file", Severity::Info);
    if (!options.compareLaterRevisions)
        return {};
    auto changes = compareRevisions(document, m_facts.signedEnd, m_scanned.certificationLevel, stop);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (changes) {
        addChanges(*changes);
        return {};
    }
    const bool isUnfinished = changes.error().code == ErrorCode::DocumentTooComplex;
    addFinding(isUnfinished ? "comparison-incomplete" : "signed-version-unreadable", Severity::Error);
    m_facts.verdict = graver(m_facts.verdict, isUnfinished ? Verdict::CannotBeChecked : Verdict::Modified);
    const bool isLaterSigned = std::ranges::any_of(scan.signatures, [this](const ScannedSignature &other) {
        return other.defects.isEmpty() && other.byteRange[2] + other.byteRange[3] > m_facts.signedEnd;
    });
    if (isLaterSigned)
        addFinding("later-signature-added", Severity::Info);
    return {};
}

void SignatureJudge::addChanges(const std::vector<RevisionChange> &changes)
{
    m_facts.changesAfter = changes.empty() ? ChangesAfter::None : ChangesAfter::Allowed;
    for (const RevisionChange &change : changes) {
        const Severity severity = change.isAllowed ? Severity::Info : Severity::Error;
        const QString page = change.page >= 0 ? QString::number(change.page + 1) : QString();
        addFinding(change.code.toLatin1().constData(), severity, {change.subject, page});
        if (change.code == QLatin1String("signature-added"))
            addFinding("later-signature-added", Severity::Info);
        if (!change.isAllowed) {
            m_facts.changesAfter = ChangesAfter::NotAllowed;
            m_facts.verdict = graver(m_facts.verdict, Verdict::Modified);
        } else if (!isNeutral(change)) {
            m_facts.verdict = graver(m_facts.verdict, Verdict::ModifiedAfterSigningAllowed);
        }
    }
}

void SignatureJudge::addLaterTimestamp(const SignatureJudge &timestamp)
{
    if (m_facts.timeProven || m_facts.isDocumentTimestamp)
        return;
    m_timestamp = timestamp.m_timestamp;
    m_facts.timeProven = timestamp.m_facts.timeProven;
    m_facts.timestampAuthority = timestamp.m_facts.timestampAuthority;
}

void SignatureJudge::checkTimestampTrust(const TrustStore &store)
{
    if (!m_timestamp || !m_timestamp->authority || !m_facts.timeProven)
        return;
    const CertificatePath path = buildPath(*m_timestamp->authority, m_timestamp->certificates, store, m_timestamp->time,
                                           PathPurpose::Timestamping);
    m_isTimeTrusted = path.trust == Trust::Trusted;
    if (!m_isTimeTrusted && !m_facts.isDocumentTimestamp)
        addFinding("timestamp-authority-not-trusted", Severity::Warning);
}

void SignatureJudge::checkTrust(const ValidationOptions &options, const QDateTime &now)
{
    if (!m_facts.timeProven)
        addFinding("no-proven-time", Severity::Warning);
    addFinding("revocation-not-checked", Severity::Info);
    static const TrustStore none;
    const TrustStore &store = options.trust != nullptr ? *options.trust : none;
    if (!store.anchors().empty())
        checkTimestampTrust(store);
    if (!m_facts.signer)
        return;
    // A time that nobody trusted has proven must not revive an expired certificate (threat T12).
    const QDateTime time = options.at ? *options.at : (m_isTimeTrusted ? *m_facts.timeProven : now);
    std::vector<Certificate> others;
    if (m_cms)
        others = m_cms->certificates;
    else if (m_timestamp)
        others = m_timestamp->certificates;
    const PathPurpose purpose = m_facts.isDocumentTimestamp ? PathPurpose::Timestamping : PathPurpose::DocumentSigning;
    const CertificatePath path = buildPath(*m_facts.signer, others, store, time, purpose);
    m_facts.trust = store.anchors().empty() ? Trust::NoAnchors : path.trust;
    m_facts.chain = path.chain;
    if (m_facts.trust == Trust::NoAnchors)
        addFinding("no-trust-anchors", Severity::Warning);
    else if (m_facts.trust == Trust::Untrusted)
        addFinding("certificate-not-trusted", Severity::Warning, {path.reason});
    const std::optional<QDateTime> signedAt =
        options.at ? options.at : (m_facts.timeProven ? m_facts.timeProven : m_facts.timeClaimed);
    if (signedAt && *signedAt > m_facts.signer->notAfter)
        addFinding("certificate-expired-when-signed", Severity::Error);
    if (signedAt && *signedAt < m_facts.signer->notBefore)
        addFinding("certificate-not-yet-valid-when-signed", Severity::Error);
    const bool maySign = m_facts.signer->mayDigitalSign || m_facts.signer->mayNonRepudiate;
    if (!m_facts.isDocumentTimestamp && !maySign)
        addFinding("certificate-not-for-signing", Severity::Warning);
}

void SignatureJudge::setLevel(const SignatureScan &scan, bool hasLaterTimestamp)
{
    const bool isPades = m_scanned.subFilter == "ETSI.CAdES.detached";
    const QString family = isPades || m_facts.isDocumentTimestamp ? QStringLiteral("B-") : QStringLiteral("CMS-");
    const bool hasTime =
        (m_cms && !m_cms->timeStampToken.isEmpty()) || hasLaterTimestamp || m_facts.isDocumentTimestamp;
    const bool hasData = scan.hasValidationData || (m_cms && m_cms->hasRevocationInfo);
    if (!hasTime)
        m_facts.level = family + QStringLiteral("B");
    else if (!hasData)
        m_facts.level = family + QStringLiteral("T");
    else
        m_facts.level = family + (hasLaterTimestamp ? QStringLiteral("LTA") : QStringLiteral("LT"));
}

} // namespace bidseal
