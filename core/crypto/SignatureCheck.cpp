#include "core/crypto/SignatureCheck.h"

#include "core/crypto/DerReader.h"
#include "core/crypto/OpenSsl.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

#include <array>

namespace bidseal {

namespace {

using UniqueAlgorithm = UniqueHandle<X509_ALGOR, X509_ALGOR_free>;
using UniquePssParameters = UniqueHandle<RSA_PSS_PARAMS, RSA_PSS_PARAMS_free>;
using UniqueEcdsaSignature = UniqueHandle<ECDSA_SIG, ECDSA_SIG_free>;

struct NamedAlgorithm
{
    QLatin1String oid;
    SignatureFamily family;
    std::optional<DigestAlgorithm> digest;
};

using DA = DigestAlgorithm;
using SF = SignatureFamily;

// What OpenSSL has no number for: plain ECDSA (BSI TR-03111, 5.2.1) and the SM2 identifiers of GM/T 0006.
constexpr std::array namedAlgorithms{
    NamedAlgorithm{QLatin1String("0.4.0.127.0.7.1.1.4.1.1"), SF::EcdsaPlain, DA::Sha1},
    NamedAlgorithm{QLatin1String("0.4.0.127.0.7.1.1.4.1.2"), SF::EcdsaPlain, DA::Sha224},
    NamedAlgorithm{QLatin1String("0.4.0.127.0.7.1.1.4.1.3"), SF::EcdsaPlain, DA::Sha256},
    NamedAlgorithm{QLatin1String("0.4.0.127.0.7.1.1.4.1.4"), SF::EcdsaPlain, DA::Sha384},
    NamedAlgorithm{QLatin1String("0.4.0.127.0.7.1.1.4.1.5"), SF::EcdsaPlain, DA::Sha512},
    NamedAlgorithm{QLatin1String("0.4.0.127.0.7.1.1.4.1.6"), SF::EcdsaPlain, DA::Ripemd160},
    NamedAlgorithm{QLatin1String("1.2.156.10197.1.301"), SF::Sm2, std::nullopt},
    NamedAlgorithm{QLatin1String("1.2.156.10197.1.301.1"), SF::Sm2, std::nullopt},
    NamedAlgorithm{QLatin1String("1.2.156.10197.1.501"), SF::Sm2, DA::Sm3},
};

SignatureFamily familyOfKeyNid(int nid)
{
    switch (nid) {
    case NID_rsaEncryption:
    case NID_rsa:
        return SF::RsaPkcs1;
    case NID_rsassaPss:
        return SF::RsaPss;
    case NID_X9_62_id_ecPublicKey:
        return SF::Ecdsa;
    case NID_dsa:
    case NID_dsa_2:
        return SF::Dsa;
    case NID_ED25519:
    case NID_ED448:
        return SF::EdDsa;
    case NID_sm2:
        return SF::Sm2;
    default:
        return SF::Unknown;
    }
}

int nidOf(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(object);
}

QString oidOf(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    return der::oidText({OBJ_get0_data(object), static_cast<qsizetype>(OBJ_length(object))});
}

/** MGF1's hash; NID_undef when it is another mask function or unreadable. */
int maskDigestNid(const X509_ALGOR *mask)
{
    if (!mask)
        return NID_sha1;
    if (nidOf(mask) != NID_mgf1)
        return NID_undef;
    const void *value = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(nullptr, &type, &value, mask);
    if (type != V_ASN1_SEQUENCE)
        return NID_undef;
    const UniqueAlgorithm hash(static_cast<X509_ALGOR *>(
        ASN1_item_unpack(static_cast<const ASN1_STRING *>(value), ASN1_ITEM_rptr(X509_ALGOR))));
    return hash ? nidOf(hash.get()) : NID_undef;
}

/** RFC 4055, 3.1: absent parts mean SHA-1, MGF1 with SHA-1, 20 octets of salt. */
void readPssParameters(const X509_ALGOR *algorithm, SignatureAlgorithm &out)
{
    const void *value = nullptr;
    int type = V_ASN1_UNDEF;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    UniquePssParameters parameters;
    if (type == V_ASN1_SEQUENCE) {
        parameters.reset(static_cast<RSA_PSS_PARAMS *>(
            ASN1_item_unpack(static_cast<const ASN1_STRING *>(value), ASN1_ITEM_rptr(RSA_PSS_PARAMS))));
    }
    if (!parameters) {
        out.areParametersKnown = false;
        return;
    }
    const RSA_PSS_PARAMS &pss = *parameters;
    out.digest = pss.hashAlgorithm ? openssl::digestFromNid(nidOf(pss.hashAlgorithm)) : DA::Sha1;
    out.pssMaskDigestNid = maskDigestNid(pss.maskGenAlgorithm);
    out.pssSaltLength = pss.saltLength ? static_cast<int>(ASN1_INTEGER_get(pss.saltLength)) : 20;
    const bool isTrailerKnown = !pss.trailerField || ASN1_INTEGER_get(pss.trailerField) == 1;
    out.areParametersKnown =
        out.digest && out.pssMaskDigestNid != NID_undef && out.pssSaltLength >= 0 && isTrailerKnown;
}

void readByNid(int nid, const X509_ALGOR *algorithm, SignatureAlgorithm &out)
{
    int digestOfSignature = NID_undef;
    int keyNid = NID_undef;
    if (OBJ_find_sigid_algs(nid, &digestOfSignature, &keyNid) != 1)
        keyNid = nid;
    out.family = familyOfKeyNid(keyNid);
    if (digestOfSignature != NID_undef) {
        out.digest = openssl::digestFromNid(digestOfSignature);
        if (!out.digest)
            out.family = SF::Unknown; // it names a hash that is unknown here
    }
    if (out.family == SF::RsaPss)
        readPssParameters(algorithm, out);
}

} // namespace

SignatureAlgorithm readSignatureAlgorithm(const QByteArray &algorithmIdentifierDer)
{
    SignatureAlgorithm out;
    const unsigned char *cursor = openssl::bytes(algorithmIdentifierDer);
    const UniqueAlgorithm algorithm(d2i_X509_ALGOR(nullptr, &cursor, static_cast<long>(algorithmIdentifierDer.size())));
    if (!algorithm) {
        ERR_clear_error();
        return out;
    }
    out.oid = oidOf(algorithm.get());
    for (const NamedAlgorithm &named : namedAlgorithms) {
        if (named.oid == out.oid) {
            out.family = named.family;
            out.digest = named.digest;
            return out;
        }
    }
    readByNid(nidOf(algorithm.get()), algorithm.get(), out);
    ERR_clear_error();
    return out;
}

QString signatureAlgorithmName(const SignatureAlgorithm &algorithm, DigestAlgorithm digest, const Certificate *signer)
{
    switch (algorithm.family) {
    case SF::RsaPkcs1:
        return digestName(algorithm.digest.value_or(digest)) + QLatin1String("_rsa");
    case SF::RsaPss:
        return QStringLiteral("rsassa_pss");
    case SF::Ecdsa:
    case SF::EcdsaPlain:
        return digestName(algorithm.digest.value_or(digest)) + QLatin1String("_ecdsa");
    case SF::Dsa:
        return digestName(algorithm.digest.value_or(digest)) + QLatin1String("_dsa");
    case SF::EdDsa:
        return signer && !signer->curve.isEmpty() ? signer->curve.toLower() : algorithm.oid;
    case SF::Sm2:
        return digestName(algorithm.digest.value_or(digest)) + QLatin1String("_sm2");
    case SF::Unknown:
        break;
    }
    return algorithm.oid;
}

bool keyFitsAlgorithm(const Certificate &signer, SignatureFamily family)
{
    switch (family) {
    case SF::RsaPkcs1:
    case SF::RsaPss:
        return signer.keyAlgorithm == KeyAlgorithm::Rsa;
    case SF::Ecdsa:
    case SF::EcdsaPlain:
        return signer.keyAlgorithm == KeyAlgorithm::Ec;
    case SF::EdDsa:
        return signer.keyAlgorithm == KeyAlgorithm::EdDsa;
    case SF::Sm2:
        return signer.keyAlgorithm == KeyAlgorithm::Sm2;
    case SF::Dsa:
        return signer.keyAlgorithm == KeyAlgorithm::Other;
    case SF::Unknown:
        break;
    }
    return false;
}

QByteArray ecdsaDerFromPlain(const QByteArray &plain)
{
    if (plain.isEmpty() || plain.size() % 2 != 0)
        return {};
    const auto half = static_cast<int>(plain.size() / 2);
    UniqueEcdsaSignature pair(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(openssl::bytes(plain), half, nullptr);
    BIGNUM *s = BN_bin2bn(openssl::bytes(plain) + half, half, nullptr);
    if (!pair || !r || !s || ECDSA_SIG_set0(pair.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    return openssl::encode(pair.get(), i2d_ECDSA_SIG);
}

namespace {

std::unexpected<Error> unsupported(const QString &what)
{
    return fail(ErrorCode::AlgorithmUnsupported, what + QLatin1String(": ") + openssl::takeErrors());
}

bool isFit(int outcome)
{
    ERR_clear_error();
    return outcome == 1;
}

bool setRsaPadding(EVP_PKEY_CTX *context, const SignatureAlgorithm &algorithm)
{
    if (algorithm.family == SF::RsaPkcs1)
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) > 0;
    if (algorithm.family != SF::RsaPss)
        return true;
    const auto maskDigest = openssl::digestFromNid(algorithm.pssMaskDigestNid);
    return maskDigest && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) > 0 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(context, openssl::digestMethod(*maskDigest)) > 0 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(context, algorithm.pssSaltLength) > 0;
}

Result<bool> checkDigestSignature(EVP_PKEY *key, const SignatureAlgorithm &algorithm, const SignedContent &content,
                                  const QByteArray &signature)
{
    const openssl::UniqueKeyContext context(EVP_PKEY_CTX_new(key, nullptr));
    const EVP_MD *method = openssl::digestMethod(content.algorithm);
    if (!context || EVP_PKEY_verify_init(context.get()) <= 0 || !setRsaPadding(context.get(), algorithm) ||
        EVP_PKEY_CTX_set_signature_md(context.get(), method) <= 0)
        return unsupported(QStringLiteral("key and algorithm"));
    return isFit(EVP_PKEY_verify(context.get(), openssl::bytes(signature), static_cast<size_t>(signature.size()),
                                 openssl::bytes(content.digest), static_cast<size_t>(content.digest.size())));
}

/** EdDSA (no digest of its own) and SM2 (the digest takes in the signer's id and key). */
Result<bool> checkMessageSignature(EVP_PKEY *key, SignatureFamily family, const SignedContent &content,
                                   const QByteArray &signature)
{
    if (!content.message)
        return unsupported(QStringLiteral("this algorithm needs signed attributes"));
    const openssl::UniqueDigestContext context(EVP_MD_CTX_new());
    const openssl::UniqueKeyContext keyContext(EVP_PKEY_CTX_new(key, nullptr));
    if (!context || !keyContext)
        return unsupported(QStringLiteral("key"));
    const bool isSm2 = family == SF::Sm2;
    if (isSm2) {
        EVP_MD_CTX_set_pkey_ctx(context.get(), keyContext.get());
        const QByteArrayView id = openssl::standardSm2Id;
        if (EVP_PKEY_CTX_set1_id(keyContext.get(), id.data(), static_cast<int>(id.size())) <= 0)
            return unsupported(QStringLiteral("SM2 id"));
    }
    const EVP_MD *method = isSm2 ? openssl::digestMethod(content.algorithm) : nullptr;
    if (EVP_DigestVerifyInit(context.get(), nullptr, method, nullptr, key) != 1)
        return unsupported(QStringLiteral("key and algorithm"));
    return isFit(EVP_DigestVerify(context.get(), openssl::bytes(signature), static_cast<size_t>(signature.size()),
                                  openssl::bytes(*content.message), static_cast<size_t>(content.message->size())));
}

} // namespace

Result<bool> checkSignature(const Certificate &signer, const SignatureAlgorithm &algorithm,
                            const SignedContent &content, const QByteArray &signature)
{
    ERR_clear_error();
    if (algorithm.family == SF::Unknown || !algorithm.areParametersKnown)
        return fail(ErrorCode::AlgorithmUnsupported, QStringLiteral("signature algorithm ") + algorithm.oid);
    const openssl::UniqueX509 x509 = openssl::parseX509(signer.der);
    EVP_PKEY *key = x509 ? X509_get0_pubkey(x509.get()) : nullptr;
    if (!key)
        return unsupported(QStringLiteral("public key"));
    if (!keyFitsAlgorithm(signer, algorithm.family))
        return false;
    if (algorithm.family == SF::EdDsa || algorithm.family == SF::Sm2)
        return checkMessageSignature(key, algorithm.family, content, signature);
    if (algorithm.family == SF::EcdsaPlain)
        return checkDigestSignature(key, algorithm, content, ecdsaDerFromPlain(signature));
    return checkDigestSignature(key, algorithm, content, signature);
}

} // namespace bidseal
