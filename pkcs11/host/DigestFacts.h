#pragma once

#include "core/common/Result.h"
#include "pkcs11/host/Cryptoki.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace bidseal {

/** What PKCS#11 and PKCS#1 need to know of a hash function. */
struct DigestFacts
{
    QLatin1String name;
    QCryptographicHash::Algorithm hash;
    qsizetype size;                    ///< bytes
    CK_MECHANISM_TYPE mechanism;       ///< CKM_SHA256
    CK_RSA_PKCS_MGF_TYPE mgf;          ///< CKG_MGF1_SHA256
    CK_MECHANISM_TYPE hashAndRsaPkcs1; ///< CKM_SHA256_RSA_PKCS
    CK_MECHANISM_TYPE hashAndRsaPss;   ///< CKM_SHA256_RSA_PKCS_PSS
    unsigned char lastOidByte;         ///< of 2.16.840.1.101.3.4.2.x
};

/** "sha256", "sha384", "sha512"; AlgorithmUnsupported otherwise. */
Result<DigestFacts> digestFacts(const QString &name);

/** DER of DigestInfo (RFC 8017, 9.2): what CKM_RSA_PKCS signs. */
QByteArray digestInfo(const DigestFacts &facts, const QByteArray &digest);

} // namespace bidseal
