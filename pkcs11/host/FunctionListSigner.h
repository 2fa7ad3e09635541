#pragma once

#include "pkcs11/host/CardSignature.h"

namespace bidseal {

/** One signature by C_SignInit, C_Login for one use where the key asks for it, and C_Sign. */
class FunctionListSigner
{
public:
    explicit FunctionListSigner(const CardKey &key)
        : m_key(key)
    {
    }
    Result<QByteArray> sign();

private:
    Result<QByteArray> signPkcs1();
    Result<QByteArray> signPss();
    Result<QByteArray> signPssByRawRsa();
    Result<QByteArray> signEcdsa();

    Result<void> begin(CK_MECHANISM_TYPE mechanism, void *parameter = nullptr, CK_ULONG parameterSize = 0);
    Result<QByteArray> finish(QByteArray data);
    [[nodiscard]] bool offers(CK_MECHANISM_TYPE mechanism) const;

    const CardKey &m_key;
};

/** The leftmost bytes of a digest that the key's curve can take (FIPS 186-4, 6.4); all of it for unknown curves. */
QByteArray truncatedForCurve(const QByteArray &digest, const QByteArray &ecParameters);

} // namespace bidseal
