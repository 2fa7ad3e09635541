#pragma once

#include "core/common/Result.h"
#include "core/crypto/Digest.h"
#include "core/model/Certificate.h"

#include <memory>
#include <vector>

namespace bidseal {

enum class SignatureScheme { RsaPkcs1, RsaPss, Ecdsa };

/** What a token is asked to sign. `toSign` is the DER SET OF signed attributes; `digest` is its hash. */
struct CmsToBeSigned
{
    QByteArray toSign;
    QByteArray digest;
    DigestAlgorithm digestAlgorithm = DigestAlgorithm::Sha256;
    SignatureScheme scheme = SignatureScheme::RsaPkcs1;
};

/**
 * Builds a detached CAdES CMS for PAdES (EN 319 142-1, 6.3): content-type, message-digest, signing-certificate-v2; no
 * signing-time. Two steps, so that the key may live anywhere.
 */
class CmsBuilder
{
public:
    /** `messageDigest` is the hash of the document's byte range. AlgorithmUnsupported when key and scheme do not fit.
     */
    static Result<CmsBuilder> create(const Certificate &signer, const std::vector<Certificate> &chain,
                                     DigestAlgorithm digest, const QByteArray &messageDigest, SignatureScheme scheme);
    ~CmsBuilder();
    CmsBuilder(CmsBuilder &&) noexcept;
    CmsBuilder &operator=(CmsBuilder &&) noexcept;

    [[nodiscard]] const CmsToBeSigned &toBeSigned() const;

    /**
     * Takes the raw signature (RSA block, or ECDSA as DER SEQUENCE or as r||s), and checks it against the certificate
     * at once: a token that signed with another key is TokenFailed, never a file.
     */
    Result<void> setSignature(const QByteArray &signature);

    /** Adds an RFC 3161 token over the signature value (level B-T). */
    Result<void> setTimestamp(const QByteArray &timeStampToken);
    /** The value to be timestamped: the signature octets. */
    [[nodiscard]] QByteArray signatureValue() const;

    [[nodiscard]] Result<QByteArray> der() const;

private:
    CmsBuilder();
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
