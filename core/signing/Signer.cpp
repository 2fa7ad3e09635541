#include "core/signing/Signer.h"

#include <QDateTime>

namespace bidseal {

namespace {

bool isForSigning(const Certificate &certificate)
{
    return (certificate.mayDigitalSign || certificate.mayNonRepudiate) && !certificate.isCa &&
           !certificate.isTimestamping;
}

} // namespace

UnusableReason unusableReason(const Certificate &certificate, const QDateTime &now)
{
    if (certificate.der.isEmpty() || !certificate.notBefore.isValid() || !certificate.notAfter.isValid())
        return UnusableReason::Unreadable;
    if (now < certificate.notBefore)
        return UnusableReason::NotYetValid;
    if (now > certificate.notAfter)
        return UnusableReason::Expired;
    if (!isForSigning(certificate))
        return UnusableReason::NotForSigning;
    if (!defaultScheme(certificate))
        return UnusableReason::AlgorithmUnsupported;
    return UnusableReason::None;
}

Result<SignatureScheme> defaultScheme(const Certificate &certificate)
{
    switch (certificate.keyAlgorithm) {
    case KeyAlgorithm::Rsa:
        return SignatureScheme::RsaPkcs1;
    case KeyAlgorithm::Ec:
        return SignatureScheme::Ecdsa;
    case KeyAlgorithm::Sm2:
        return fail(ErrorCode::AlgorithmUnsupported, QStringLiteral("SM2 keys cannot sign PDF signatures here"));
    case KeyAlgorithm::EdDsa:
        return fail(ErrorCode::AlgorithmUnsupported, QStringLiteral("EdDSA keys cannot sign PDF signatures here"));
    case KeyAlgorithm::Other:
        break;
    }
    return fail(ErrorCode::AlgorithmUnsupported, QStringLiteral("unknown kind of key"));
}

} // namespace bidseal
