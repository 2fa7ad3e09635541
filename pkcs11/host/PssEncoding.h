#pragma once

#include "core/common/Result.h"
#include "pkcs11/host/DigestFacts.h"

namespace bidseal {

/**
 * EMSA-PSS (RFC 8017, 9.1.1) with MGF1 and a salt as long as the digest, for tokens that only do raw RSA. The result
 * has as many bytes as the modulus. KeyMechanismUnsupported when the key is too short.
 */
Result<QByteArray> encodePss(const DigestFacts &facts, const QByteArray &digest, const QByteArray &salt,
                             const QByteArray &modulus);

/** A fresh random salt for encodePss(). */
QByteArray randomSalt(qsizetype size);

} // namespace bidseal
