#include "ui/validation/SignatureFacets.h"

#include "core/messages/Messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace bidseal {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("SignatureFacets", source);
}

QString localTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

bool has(const SignatureFacts &signature, QLatin1String code)
{
    return std::any_of(signature.findings.begin(), signature.findings.end(),
                       [code](const Finding &finding) { return finding.code == code; });
}

Facet contentFacet(const SignatureFacts &signature)
{
    Facet facet{Tone::Unknown, words(QT_TRANSLATE_NOOP("SignatureFacets", "Content")), {}, {}};
    switch (signature.verdict) {
    case Verdict::Intact:
        facet.tone = Tone::Ok;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Unmodified"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets", "The signature covers the whole file."));
        break;
    case Verdict::ModifiedAfterSigningAllowed:
        facet.tone = Tone::Ok;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Unmodified"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets",
                                             "The signature covers the file as it was when signed; only permitted "
                                             "additions followed."));
        break;
    case Verdict::Modified:
        facet.tone = Tone::Bad;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Changed after signing"));
        facet.text = words(
            QT_TRANSLATE_NOOP("SignatureFacets", "What is shown now is not what was signed. See the list of changes."));
        break;
    case Verdict::ForgedOrMalformed:
        facet.tone = Tone::Bad;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Abnormal"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets", "The signature data does not hold together."));
        break;
    case Verdict::CannotBeChecked:
    case Verdict::NoSignature:
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Cannot be checked"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets", "Nothing can be said about the content."));
        break;
    }
    return facet;
}

Facet signerFacet(const SignatureFacts &signature)
{
    Facet facet{Tone::Unknown, words(QT_TRANSLATE_NOOP("SignatureFacets", "Signer")), {}, {}};
    if (!signature.signer) {
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Unknown"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets", "The certificate of the signer cannot be read."));
        return facet;
    }
    const QString issuer = signature.signer->issuerCommonName;
    switch (signature.trust) {
    case Trust::Trusted:
        facet.tone = Tone::Ok;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Identity trusted"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets",
                                             "Certificate issued by “%1”; it leads to a trust anchor of yours."))
                         .arg(issuer);
        break;
    case Trust::Untrusted:
        facet.tone = Tone::Warn;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Identity not confirmed"));
        facet.text =
            words(QT_TRANSLATE_NOOP("SignatureFacets",
                                    "Certificate issued by “%1”; it does not lead to a trust anchor of yours."))
                .arg(issuer);
        break;
    case Trust::NoAnchors:
        facet.tone = Tone::Warn;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Identity not confirmed"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets",
                                             "Certificate issued by “%1”. No trust anchors are set up on this PC yet."))
                         .arg(issuer);
        break;
    }
    return facet;
}

Facet timeFacet(const SignatureFacts &signature)
{
    Facet facet{Tone::Warn, words(QT_TRANSLATE_NOOP("SignatureFacets", "Time")), {}, {}};
    const QString claimed =
        signature.timeClaimed ? localTime(*signature.timeClaimed) : words(QT_TRANSLATE_NOOP("SignatureFacets", "none"));
    if (signature.timeProven) {
        facet.tone = Tone::Ok;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Proven %1"))
                          .arg(signature.timeProven->toLocalTime().toString(QStringLiteral("HH:mm:ss")));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets", "Proven by “%1”: %2; time named by the signer: %3."))
                         .arg(signature.timestampAuthority, localTime(*signature.timeProven), claimed);
        return facet;
    }
    facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "No trustworthy proof"));
    facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets", "Time named by the signer's computer: %1.")).arg(claimed);
    return facet;
}

Facet revocationFacet(const SignatureFacts &signature)
{
    Facet facet{Tone::Unknown, words(QT_TRANSLATE_NOOP("SignatureFacets", "Revocation")), {}, {}};
    if (has(signature, QLatin1String("certificate-expired-when-signed"))) {
        facet.tone = Tone::Bad;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Expired when signing"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets", "The certificate had ended before this was signed."));
        return facet;
    }
    switch (signature.revocation) {
    case Revocation::Good:
        facet.tone = Tone::Ok;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Valid when signing"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets", "By proofs inside the file; no network needed."));
        break;
    case Revocation::Revoked:
        facet.tone = Tone::Bad;
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Revoked"));
        facet.text =
            words(QT_TRANSLATE_NOOP("SignatureFacets", "The certificate had been revoked when this was signed."));
        break;
    case Revocation::Unknown:
    case Revocation::NotChecked:
        facet.value = words(QT_TRANSLATE_NOOP("SignatureFacets", "Not checked"));
        facet.text = words(QT_TRANSLATE_NOOP("SignatureFacets",
                                             "Whether the certificate was revoked has not been asked; the other three "
                                             "answers do not depend on it."));
        break;
    }
    return facet;
}

QString algorithmText(const SignatureFacts &signature)
{
    if (!signature.signer)
        return QStringLiteral("%1, %2").arg(signature.algorithm, signature.digest);
    const Certificate &certificate = *signature.signer;
    const QString key =
        certificate.curve.isEmpty() ? QStringLiteral("RSA %1").arg(certificate.keyBits) : certificate.curve;
    return QStringLiteral("%1, %2").arg(
        key, signature.digest.toUpper().replace(QLatin1String("SHA"), QLatin1String("SHA-")));
}

} // namespace

std::array<Facet, 4> signatureFacets(const SignatureFacts &signature)
{
    return {contentFacet(signature), signerFacet(signature), timeFacet(signature), revocationFacet(signature)};
}

std::vector<Detail> signatureDetails(const SignatureFacts &signature, int revisions)
{
    std::vector<Detail> details{
        {words(QT_TRANSLATE_NOOP("SignatureFacets", "Level")), signature.level.startsWith(QLatin1Char('B'))
                                                                   ? QStringLiteral("PAdES %1").arg(signature.level)
                                                                   : signature.level},
        {words(QT_TRANSLATE_NOOP("SignatureFacets", "Algorithm")), algorithmText(signature)},
        {words(QT_TRANSLATE_NOOP("SignatureFacets", "Revision")),
         words(QT_TRANSLATE_NOOP("SignatureFacets", "%1 of %2")).arg(signature.revision).arg(revisions)},
        {words(QT_TRANSLATE_NOOP("SignatureFacets", "Covers")),
         words(QT_TRANSLATE_NOOP("SignatureFacets", "the first %1 bytes")).arg(signature.signedEnd)},
        {words(QT_TRANSLATE_NOOP("SignatureFacets", "Field")), signature.field}};
    if (signature.signer)
        details.push_back({words(QT_TRANSLATE_NOOP("SignatureFacets", "Serial number")), signature.signer->serial});
    return details;
}

QString signerTitle(const SignatureFacts &signature)
{
    if (signature.isDocumentTimestamp)
        return words(QT_TRANSLATE_NOOP("SignatureFacets", "Timestamp over the file"));
    if (signature.signer) {
        if (!signature.signer->organization.isEmpty())
            return signature.signer->organization;
        if (!signature.signer->commonName.isEmpty())
            return signature.signer->commonName;
    }
    return signature.name.isEmpty() ? words(QT_TRANSLATE_NOOP("SignatureFacets", "Unknown signer")) : signature.name;
}

QString signingTimeText(const SignatureFacts &signature)
{
    if (signature.timeProven)
        return words(QT_TRANSLATE_NOOP("SignatureFacets", "%1 (trusted time)")).arg(localTime(*signature.timeProven));
    if (signature.timeClaimed)
        return words(QT_TRANSLATE_NOOP("SignatureFacets", "%1 (named by the signer)"))
            .arg(localTime(*signature.timeClaimed));
    return words(QT_TRANSLATE_NOOP("SignatureFacets", "No time named"));
}

std::vector<ChipText> signatureChips(const SignatureFacts &signature)
{
    const VerdictText text = verdictText(signature);
    const Tone tone = toneOf(text.tone);
    std::vector<ChipText> chips{
        {tone, verdictIcon(signature.verdict, text.tone), verdictWord(signature.verdict, text.tone)}};
    const bool trusted = signature.trust == Trust::Trusted;
    chips.push_back({trusted ? Tone::Ok : Tone::Warn,
                     trusted ? QStringLiteral("badge-check") : QStringLiteral("triangle-alert"),
                     trusted ? words(QT_TRANSLATE_NOOP("SignatureFacets", "Trusted"))
                             : words(QT_TRANSLATE_NOOP("SignatureFacets", "Not confirmed"))});
    return chips;
}

std::vector<ChangeLine> changeLines(const SignatureFacts &signature)
{
    std::vector<Finding> findings = signature.findings;
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    std::vector<ChangeLine> lines;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Info)
            continue;
        lines.push_back({finding.severity == Severity::Error ? Tone::Bad : Tone::Warn, findingText(finding)});
    }
    return lines;
}

} // namespace bidseal
