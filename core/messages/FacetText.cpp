#include "core/messages/ReportHtml.h"

#include <QCoreApplication>

namespace bidseal {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("FacetText", source);
}

QString localTime(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

QString contentFacetText(const SignatureFacts &signature)
{
    switch (signature.verdict) {
    case Verdict::Intact:
        return words(QT_TRANSLATE_NOOP("FacetText", "Not modified since it was signed"));
    case Verdict::ModifiedAfterSigningAllowed:
        return words(QT_TRANSLATE_NOOP("FacetText", "Only permitted additions were made after signing"));
    case Verdict::Modified:
        return words(QT_TRANSLATE_NOOP("FacetText", "Modified after signing"));
    case Verdict::ForgedOrMalformed:
        return words(QT_TRANSLATE_NOOP("FacetText", "The signature data is abnormal"));
    case Verdict::CannotBeChecked:
    case Verdict::NoSignature:
        break;
    }
    return words(QT_TRANSLATE_NOOP("FacetText", "Cannot be checked"));
}

QString signerFacetText(const SignatureFacts &signature)
{
    if (!signature.signer)
        return words(QT_TRANSLATE_NOOP("FacetText", "The signer is not known"));
    const QString &name =
        signature.signer->commonName.isEmpty() ? signature.signer->subject : signature.signer->commonName;
    switch (signature.trust) {
    case Trust::Trusted:
        return words(QT_TRANSLATE_NOOP("FacetText", "%1, certificate trusted")).arg(name);
    case Trust::Untrusted:
        return words(QT_TRANSLATE_NOOP("FacetText", "%1, identity cannot be confirmed")).arg(name);
    case Trust::NoAnchors:
        break;
    }
    return words(QT_TRANSLATE_NOOP("FacetText", "%1, no trusted certificates have been set up")).arg(name);
}

QString timeFacetText(const SignatureFacts &signature)
{
    if (signature.timeProven)
        return words(QT_TRANSLATE_NOOP("FacetText", "%1, proven by a timestamp of %2"))
            .arg(localTime(*signature.timeProven), signature.timestampAuthority);
    if (signature.timeClaimed)
        return words(QT_TRANSLATE_NOOP("FacetText", "%1, claimed by the signer and not proven"))
            .arg(localTime(*signature.timeClaimed));
    return words(QT_TRANSLATE_NOOP("FacetText", "No time is given"));
}

QString revocationFacetText(const SignatureFacts &signature)
{
    switch (signature.revocation) {
    case Revocation::Good:
        return words(QT_TRANSLATE_NOOP("FacetText", "Not revoked"));
    case Revocation::Revoked:
        return words(QT_TRANSLATE_NOOP("FacetText", "The certificate was revoked"));
    case Revocation::Unknown:
        return words(QT_TRANSLATE_NOOP("FacetText", "Not known"));
    case Revocation::NotChecked:
        break;
    }
    return words(QT_TRANSLATE_NOOP("FacetText", "Not checked"));
}

} // namespace bidseal
