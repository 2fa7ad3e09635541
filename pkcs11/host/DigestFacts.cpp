#include "pkcs11/host/DigestFacts.h"

#include <array>

namespace bidseal {

namespace {

constexpr std::array knownDigests{
    DigestFacts{QLatin1String("sha256"), QCryptographicHash::Sha256, 32, CKM_SHA256, CKG_MGF1_SHA256,
                CKM_SHA256_RSA_PKCS, CKM_SHA256_RSA_PKCS_PSS, 1},
    DigestFacts{QLatin1String("sha384"), QCryptographicHash::Sha384, 48, CKM_SHA384, CKG_MGF1_SHA384,
                CKM_SHA384_RSA_PKCS, CKM_SHA384_RSA_PKCS_PSS, 2},
    DigestFacts{QLatin1String("sha512"), QCryptographicHash::Sha512, 64, CKM_SHA512, CKG_MGF1_SHA512,
                CKM_SHA512_RSA_PKCS, CKM_SHA512_RSA_PKCS_PSS, 3},
};

} // namespace

Result<DigestFacts> digestFacts(const QString &name)
{
    for (const DigestFacts &facts : knownDigests) {
        if (facts.name == name)
            return facts;
    }
    return fail(ErrorCode::AlgorithmUnsupported, QStringLiteral("tokens are not asked to sign %1").arg(name));
}

QByteArray digestInfo(const DigestFacts &facts, const QByteArray &digest)
{
    const auto size = static_cast<char>(digest.size());
    // SEQUENCE { SEQUENCE { OID, NULL }, OCTET STRING }
    QByteArray der = QByteArray::fromHex("300d060960864801650304020005000400");
    der[12] = static_cast<char>(facts.lastOidByte);
    der[16] = size;
    der.prepend(static_cast<char>(der.size() + digest.size()));
    der.prepend('\x30');
    return der + digest;
}

} // namespace bidseal
