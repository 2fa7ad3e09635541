#include "pkcs11/host/FunctionListSigner.h"

#include "pkcs11/host/CkrMapping.h"
#include "pkcs11/host/PssEncoding.h"

namespace bidseal {

Result<QByteArray> FunctionListSigner::sign()
{
    if (m_key.order.scheme == QLatin1String("rsa-pkcs1"))
        return signPkcs1();
    if (m_key.order.scheme == QLatin1String("rsa-pss"))
        return signPss();
    if (m_key.order.scheme == QLatin1String("ecdsa"))
        return signEcdsa();
    return fail(ErrorCode::AlgorithmUnsupported, QStringLiteral("unknown signature scheme"));
}

bool FunctionListSigner::offers(CK_MECHANISM_TYPE mechanism) const
{
    CK_MECHANISM_INFO info{};
    const auto slot = static_cast<CK_SLOT_ID>(m_key.token.address.slot);
    return m_key.session.functions().C_GetMechanismInfo(slot, mechanism, &info) == CKR_OK;
}

Result<void> FunctionListSigner::begin(CK_MECHANISM_TYPE type, void *parameter, CK_ULONG parameterSize)
{
    CK_MECHANISM mechanism{type, parameter, parameterSize};
    const CK_RV rv = m_key.session.functions().C_SignInit(m_key.session.handle(), &mechanism, m_key.object);
    if (rv != CKR_OK)
        return fail(ckrError("C_SignInit", rv));
    return {};
}

Result<QByteArray> FunctionListSigner::finish(QByteArray data)
{
    if (m_key.alwaysAuthenticate) {
        if (auto confirmed = m_key.session.confirmOperation(m_key.order.pin); !confirmed)
            return fail(confirmed.error());
    }
    constexpr qsizetype largestSignature = 4096; // RSA-32768; asking for the length first confuses some tokens
    QByteArray signature(largestSignature, '\0');
    auto size = static_cast<CK_ULONG>(signature.size());
    const CK_RV rv = m_key.session.functions().C_Sign(m_key.session.handle(), reinterpret_cast<CK_BYTE *>(data.data()),
                                                      static_cast<CK_ULONG>(data.size()),
                                                      reinterpret_cast<CK_BYTE *>(signature.data()), &size);
    if (rv != CKR_OK)
        return fail(ckrError("C_Sign", rv));
    if (size == 0 || size > static_cast<CK_ULONG>(largestSignature))
        return fail(ErrorCode::TokenFailed, QStringLiteral("C_Sign returned no signature"));
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

Result<QByteArray> FunctionListSigner::signPkcs1()
{
    const auto begun = begin(CKM_RSA_PKCS);
    if (begun)
        return finish(digestInfo(m_key.digest, m_key.order.digest));
    if (begun.error().code != ErrorCode::KeyMechanismUnsupported)
        return fail(begun.error());
    // Some tokens insist on hashing themselves.
    if (const auto hashing = begin(m_key.digest.hashAndRsaPkcs1); !hashing)
        return fail(hashing.error());
    return finish(m_key.order.toSign);
}

Result<QByteArray> FunctionListSigner::signPss()
{
    CK_RSA_PKCS_PSS_PARAMS parameters{m_key.digest.mechanism, m_key.digest.mgf,
                                      static_cast<CK_ULONG>(m_key.digest.size)};
    if (offers(CKM_RSA_PKCS_PSS) && begin(CKM_RSA_PKCS_PSS, &parameters, sizeof parameters))
        return finish(m_key.order.digest);
    if (offers(m_key.digest.hashAndRsaPss) && begin(m_key.digest.hashAndRsaPss, &parameters, sizeof parameters))
        return finish(m_key.order.toSign);
    return signPssByRawRsa();
}

Result<QByteArray> FunctionListSigner::signPssByRawRsa()
{
    const QByteArray modulus = m_key.session.attribute(m_key.object, CKA_MODULUS);
    auto encoded = encodePss(m_key.digest, m_key.order.digest, randomSalt(m_key.digest.size), modulus);
    if (!encoded)
        return fail(encoded.error());
    if (const auto begun = begin(CKM_RSA_X_509); !begun)
        return fail(begun.error());
    return finish(*std::move(encoded));
}

Result<QByteArray> FunctionListSigner::signEcdsa()
{
    const QByteArray curve = m_key.session.attribute(m_key.object, CKA_EC_PARAMS);
    if (const auto begun = begin(CKM_ECDSA); !begun)
        return fail(begun.error());
    return finish(truncatedForCurve(m_key.order.digest, curve));
}

QByteArray truncatedForCurve(const QByteArray &digest, const QByteArray &ecParameters)
{
    // Orders of whole bytes only: P-521 takes every digest we know.
    if (ecParameters == QByteArray::fromHex("06082a8648ce3d030107")) // prime256v1
        return digest.first(std::min<qsizetype>(digest.size(), 32));
    if (ecParameters == QByteArray::fromHex("06052b81040022")) // secp384r1
        return digest.first(std::min<qsizetype>(digest.size(), 48));
    return digest;
}

} // namespace bidseal
