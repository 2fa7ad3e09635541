#pragma once

// Private to core/crypto: one path for every signature algorithm, by hand over EVP (OpenSSL's CMS_verify knows neither
// EdDSA nor SM2 with the standard id).

#include "core/common/Result.h"
#include "core/crypto/Digest.h"
#include "core/model/Certificate.h"

#include <optional>

namespace bidseal {

enum class SignatureFamily { Unknown, RsaPkcs1, RsaPss, Ecdsa, EcdsaPlain, Dsa, EdDsa, Sm2 };

/** What a signatureAlgorithm field (AlgorithmIdentifier) says. */
struct SignatureAlgorithm
{
    SignatureFamily family = SignatureFamily::Unknown;
    std::optional<DigestAlgorithm> digest; ///< where the identifier names one
    bool areParametersKnown = true;        ///< false: PSS parameters that cannot be read
    int pssMaskDigestNid = 0;
    int pssSaltLength = 20;
    QString oid;
};

SignatureAlgorithm readSignatureAlgorithm(const QByteArray &algorithmIdentifierDer);

/** "sha256_rsa", "rsassa_pss", "sha256_ecdsa", "ed25519", "sm3_sm2", or the OID. */
QString signatureAlgorithmName(const SignatureAlgorithm &algorithm, DigestAlgorithm digest, const Certificate *signer);

/** True when an SM2, EdDSA, … key is what this algorithm signs with. */
bool keyFitsAlgorithm(const Certificate &signer, SignatureFamily family);

/** What was signed: always its digest, and the bytes themselves where they are at hand (EdDSA and SM2 need them). */
struct SignedContent
{
    DigestAlgorithm algorithm = DigestAlgorithm::Sha256;
    QByteArray digest;
    std::optional<QByteArray> message;
};

/** True/false = fits/does not; AlgorithmUnsupported when it cannot be told. */
Result<bool> checkSignature(const Certificate &signer, const SignatureAlgorithm &algorithm,
                            const SignedContent &content, const QByteArray &signature);

/** r||s as DER SEQUENCE (RFC 3279, 2.2.3). Empty when the length is odd or null. */
QByteArray ecdsaDerFromPlain(const QByteArray &plain);

} // namespace bidseal
