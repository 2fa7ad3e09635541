#include "core/messages/Messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace bidseal {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("VerdictText", source);
}

bool hasFinding(const SignatureFacts &signature, QLatin1String code)
{
    return std::ranges::any_of(signature.findings, [code](const Finding &finding) { return finding.code == code; });
}

bool wasCertificateInvalid(const SignatureFacts &signature)
{
    return signature.revocation == Revocation::Revoked ||
           hasFinding(signature, QLatin1String("certificate-expired-when-signed")) ||
           hasFinding(signature, QLatin1String("certificate-not-yet-valid-when-signed"));
}

bool hasWeakAlgorithm(const SignatureFacts &signature)
{
    return hasFinding(signature, QLatin1String("weak-digest")) || hasFinding(signature, QLatin1String("weak-key"));
}

/** The sentence for a signature whose content is unmodified: the graver of what is known about who, how and when. */
VerdictText unmodifiedText(const SignatureFacts &signature)
{
    if (wasCertificateInvalid(signature))
        return {VerdictTone::Bad,
                words(QT_TRANSLATE_NOOP(
                    "VerdictText", "The file is unmodified, but the certificate was no longer valid when signing")),
                {}};
    if (signature.trust != Trust::Trusted)
        return {VerdictTone::Warn,
                words(QT_TRANSLATE_NOOP("VerdictText",
                                        "The file is unmodified, but the identity of the signer cannot be confirmed")),
                {}};
    if (hasWeakAlgorithm(signature))
        return {VerdictTone::Warn,
                words(QT_TRANSLATE_NOOP("VerdictText", "The file is unmodified, but a weak algorithm was used")),
                {}};
    if (!signature.timeProven || hasFinding(signature, QLatin1String("timestamp-authority-not-trusted")))
        return {VerdictTone::Warn,
                words(QT_TRANSLATE_NOOP("VerdictText",
                                        "The file is unmodified, but the time of signing has no trusted proof")),
                {}};
    if (signature.verdict == Verdict::ModifiedAfterSigningAllowed)
        return {VerdictTone::Ok,
                words(QT_TRANSLATE_NOOP("VerdictText", "The seal is valid; only permitted additions were made after "
                                                       "signing, the text is unmodified")),
                {}};
    return {VerdictTone::Ok,
            words(QT_TRANSLATE_NOOP("VerdictText",
                                    "The seal is valid; the file has not been modified since it was signed")),
            {}};
}

QString uncheckedReason(const SignatureFacts &signature)
{
    if (hasFinding(signature, QLatin1String("unsupported-algorithm")))
        return words(QT_TRANSLATE_NOOP("VerdictText", "unsupported algorithm"));
    return words(QT_TRANSLATE_NOOP("VerdictText", "unknown kind of signature"));
}

VerdictText noSignatureText()
{
    return {VerdictTone::Unknown,
            words(QT_TRANSLATE_NOOP("VerdictText",
                                    "There is no digital signature. Red seals on the pages may be mere pictures")),
            {}};
}

int gravity(VerdictTone tone)
{
    switch (tone) {
    case VerdictTone::Ok:
        return 0;
    case VerdictTone::Warn:
        return 1;
    case VerdictTone::Unknown:
        return 2;
    case VerdictTone::Bad:
        break;
    }
    return 3;
}

} // namespace

VerdictText verdictText(const SignatureFacts &signature)
{
    switch (signature.verdict) {
    case Verdict::NoSignature:
        return noSignatureText();
    case Verdict::Intact:
    case Verdict::ModifiedAfterSigningAllowed:
        return unmodifiedText(signature);
    case Verdict::CannotBeChecked:
        return {
            VerdictTone::Unknown,
            words(QT_TRANSLATE_NOOP("VerdictText", "There is a signature, but this program cannot check it (%1); do "
                                                   "not judge by it whether the file is genuine"))
                .arg(uncheckedReason(signature)),
            {}};
    case Verdict::Modified:
        return {
            VerdictTone::Bad,
            words(QT_TRANSLATE_NOOP(
                "VerdictText", "The file was modified after signing; the seal cannot vouch for its present content")),
            words(QT_TRANSLATE_NOOP(
                "VerdictText",
                "The version that was signed can still be opened by itself; rely on that one and ask the signer."))};
    case Verdict::ForgedOrMalformed:
        break;
    }
    return {VerdictTone::Bad,
            words(QT_TRANSLATE_NOOP("VerdictText",
                                    "The signature data is abnormal and may be forged. Do not rely on this file")),
            words(QT_TRANSLATE_NOOP("VerdictText", "Ask the signer for the file anew."))};
}

VerdictText verdictText(const SignatureReport &report)
{
    if (report.signatures.empty() && report.verdict == Verdict::NoSignature)
        return noSignatureText();
    if (report.signatures.empty()) {
        SignatureFacts unreadable;
        unreadable.verdict = report.verdict;
        return verdictText(unreadable);
    }
    std::optional<VerdictText> gravest;
    for (const SignatureFacts &signature : report.signatures) {
        // A timestamp over the file says when, not who: its own trust colours its facet, not the file.
        const bool isGood =
            signature.verdict == Verdict::Intact || signature.verdict == Verdict::ModifiedAfterSigningAllowed;
        if (signature.isDocumentTimestamp && isGood && report.signatures.size() > 1)
            continue;
        VerdictText text = verdictText(signature);
        if (!gravest || gravity(text.tone) > gravity(gravest->tone) ||
            (text.tone == gravest->tone && signature.verdict == report.verdict))
            gravest = std::move(text);
    }
    if (!gravest)
        gravest = verdictText(report.signatures.front());
    if (gravest->detail.isEmpty())
        gravest->detail = words(QT_TRANSLATE_NOOP("VerdictText", "Signatures: %1")).arg(report.signatures.size());
    return *gravest;
}

} // namespace bidseal
