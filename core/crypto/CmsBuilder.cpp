#include "core/crypto/CmsBuilder.h"

#include "core/crypto/CertificateReader.h"
#include "core/crypto/DerReader.h"
#include "core/crypto/DerWriter.h"
#include "core/crypto/OpenSsl.h"
#include "core/crypto/SignatureCheck.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace bidseal {

namespace {

using UniqueEcdsaSignature = UniqueHandle<ECDSA_SIG, ECDSA_SIG_free>;

bool maySignWith(DigestAlgorithm digest)
{
    return digest == DigestAlgorithm::Sha256 || digest == DigestAlgorithm::Sha384 || digest == DigestAlgorithm::Sha512;
}

bool fits(const Certificate &signer, SignatureScheme scheme)
{
    return scheme == SignatureScheme::Ecdsa ? signer.keyAlgorithm == KeyAlgorithm::Ec
                                            : signer.keyAlgorithm == KeyAlgorithm::Rsa;
}

/** RSASSA-PSS-params with every part written out (RFC 4055, 3.1), as some verifiers stumble over defaults. */
QByteArray pssAlgorithm(DigestAlgorithm digest, int saltLength)
{
    const QByteArray hash = der::algorithm(openssl::digestNid(digest), der::null());
    const QByteArray mask = der::algorithm(NID_mgf1, hash);
    const QByteArray parameters = der::sequence({der::wrap(0xA0, hash), der::wrap(0xA1, mask),
                                                 der::wrap(0xA2, der::integer(static_cast<unsigned int>(saltLength)))});
    return der::algorithm(NID_rsassaPss, parameters);
}

/** RFC 5754, 3.2 and 3.3. */
QByteArray signatureAlgorithm(DigestAlgorithm digest, SignatureScheme scheme, int digestLength)
{
    switch (scheme) {
    case SignatureScheme::RsaPkcs1:
        return der::algorithm(NID_rsaEncryption, der::null());
    case SignatureScheme::RsaPss:
        return pssAlgorithm(digest, digestLength);
    case SignatureScheme::Ecdsa:
        break;
    }
    int nid = NID_undef;
    OBJ_find_sigid_by_algs(&nid, openssl::digestNid(digest), NID_X9_62_id_ecPublicKey);
    return der::algorithm(nid);
}

QByteArray attribute(int nid, const QByteArray &value)
{
    return der::sequence({der::oid(nid), der::setOf({value})});
}

struct IssuerAndSerial
{
    QByteArray issuer; ///< Name
    QByteArray serial; ///< INTEGER
};

IssuerAndSerial issuerAndSerial(const X509 *x509)
{
    return {openssl::encode(X509_get_issuer_name(x509), i2d_X509_NAME),
            openssl::encode(X509_get0_serialNumber(x509), i2d_ASN1_INTEGER)};
}

/** ESS signing-certificate-v2 (RFC 5035, 3) for the signer alone. */
QByteArray signingCertificate(const Certificate &signer, const IssuerAndSerial &id, DigestAlgorithm digest)
{
    // SHA-256 is the default, and DER leaves defaults out.
    const QByteArray hash =
        digest == DigestAlgorithm::Sha256 ? QByteArray() : der::algorithm(openssl::digestNid(digest));
    const QByteArray generalNames = der::sequence({der::wrap(0xA4, id.issuer)});
    const QByteArray essId =
        der::sequence({hash, der::octetString(digestOf(digest, signer.der)), der::sequence({generalNames, id.serial})});
    return der::sequence({der::sequence({essId})});
}

} // namespace

struct CmsBuilder::Private
{
    Certificate signer;
    std::vector<QByteArray> certificates;
    IssuerAndSerial id;
    QByteArray digestAlgorithm;
    QByteArray signatureAlgorithm;
    std::vector<QByteArray> attributes;
    CmsToBeSigned toBeSigned;
    QByteArray signature;
    QByteArray timestamp;

    [[nodiscard]] std::vector<QByteArray> candidates(const QByteArray &raw) const;
};

CmsBuilder::CmsBuilder()
    : m_d(std::make_unique<Private>())
{
}
CmsBuilder::~CmsBuilder() = default;
CmsBuilder::CmsBuilder(CmsBuilder &&) noexcept = default;
CmsBuilder &CmsBuilder::operator=(CmsBuilder &&) noexcept = default;

Result<CmsBuilder> CmsBuilder::create(const Certificate &signer, const std::vector<Certificate> &chain,
                                      DigestAlgorithm digest, const QByteArray &messageDigest, SignatureScheme scheme)
{
    if (!maySignWith(digest) || !fits(signer, scheme))
        return fail(ErrorCode::AlgorithmUnsupported,
                    QStringLiteral("this key does not sign with this scheme and hash"));
    const qsizetype digestLength = digestOf(digest, {}).size();
    if (messageDigest.size() != digestLength)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the message digest has the wrong length"));
    const openssl::UniqueX509 x509 = openssl::parseX509(signer.der);
    if (!x509)
        return fail(ErrorCode::CertificateUnreadable, openssl::takeErrors());

    CmsBuilder builder;
    Private &d = *builder.m_d;
    d.signer = signer;
    d.certificates = {signer.der};
    for (const Certificate &certificate : chain) {
        if (std::find(d.certificates.begin(), d.certificates.end(), certificate.der) == d.certificates.end())
            d.certificates.push_back(certificate.der);
    }
    d.id = issuerAndSerial(x509.get());
    d.digestAlgorithm = der::algorithm(openssl::digestNid(digest));
    d.signatureAlgorithm = signatureAlgorithm(digest, scheme, static_cast<int>(digestLength));
    d.attributes = {attribute(NID_pkcs9_contentType, der::oid(NID_pkcs7_data)),
                    attribute(NID_pkcs9_messageDigest, der::octetString(messageDigest)),
                    attribute(NID_id_smime_aa_signingCertificateV2, signingCertificate(signer, d.id, digest))};
    // RFC 5652, 5.4: what is signed is the SET OF, not the [0] that stands in the message.
    d.toBeSigned.toSign = der::setOf(d.attributes);
    d.toBeSigned.digest = digestOf(digest, d.toBeSigned.toSign);
    d.toBeSigned.digestAlgorithm = digest;
    d.toBeSigned.scheme = scheme;
    return builder;
}

const CmsToBeSigned &CmsBuilder::toBeSigned() const
{
    return m_d->toBeSigned;
}

/** The forms a token's answer may be meant in, likeliest first. */
std::vector<QByteArray> CmsBuilder::Private::candidates(const QByteArray &raw) const
{
    const qsizetype keyBytes = (signer.keyBits + 7) / 8;
    if (toBeSigned.scheme != SignatureScheme::Ecdsa) {
        // Some tokens drop leading zero octets of the block (RFC 8017, 4.1 wants them).
        return {raw.size() < keyBytes ? QByteArray(keyBytes - raw.size(), '\0') + raw : raw};
    }
    std::vector<QByteArray> forms;
    const unsigned char *cursor = openssl::bytes(raw);
    const UniqueEcdsaSignature pair(d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(raw.size())));
    if (pair && cursor == openssl::bytes(raw) + raw.size())
        forms.push_back(openssl::encode(pair.get(), i2d_ECDSA_SIG));
    if (raw.size() == 2 * keyBytes)
        forms.push_back(ecdsaDerFromPlain(raw));
    ERR_clear_error();
    return forms;
}

Result<void> CmsBuilder::setSignature(const QByteArray &signature)
{
    const SignatureAlgorithm algorithm = readSignatureAlgorithm(m_d->signatureAlgorithm);
    const SignedContent content{m_d->toBeSigned.digestAlgorithm, m_d->toBeSigned.digest, m_d->toBeSigned.toSign};
    for (const QByteArray &candidate : m_d->candidates(signature)) {
        const auto isGood = checkSignature(m_d->signer, algorithm, content, candidate);
        if (!isGood)
            return fail(isGood.error());
        if (*isGood) {
            m_d->signature = candidate;
            m_d->timestamp.clear(); // it belonged to another value
            return {};
        }
    }
    return fail(ErrorCode::TokenFailed, QStringLiteral("the signature does not belong to the chosen certificate"));
}

Result<void> CmsBuilder::setTimestamp(const QByteArray &timeStampToken)
{
    if (m_d->signature.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("there is no signature to stamp yet"));
    der::Reader reader(timeStampToken);
    if (!reader.take(der::sequenceTag) || !reader.atEnd())
        return fail(ErrorCode::TimestampInvalid, QStringLiteral("the timestamp token is not one ASN.1 sequence"));
    m_d->timestamp = timeStampToken;
    return {};
}

QByteArray CmsBuilder::signatureValue() const
{
    return m_d->signature;
}

Result<QByteArray> CmsBuilder::der() const
{
    const Private &d = *m_d;
    if (d.signature.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("there is no signature yet"));
    QByteArray unsignedAttributes;
    if (!d.timestamp.isEmpty())
        unsignedAttributes =
            der::setOf({attribute(NID_id_smime_aa_timeStampToken, d.timestamp)}, der::contextConstructed1);
    const QByteArray signerInfo =
        der::sequence({der::integer(1), der::sequence({d.id.issuer, d.id.serial}), d.digestAlgorithm,
                       der::setOf(d.attributes, der::contextConstructed0), d.signatureAlgorithm,
                       der::octetString(d.signature), unsignedAttributes});
    const QByteArray signedData =
        der::sequence({der::integer(1), der::setOf({d.digestAlgorithm}), der::sequence({der::oid(NID_pkcs7_data)}),
                       der::setOf(d.certificates, der::contextConstructed0), der::setOf({signerInfo})});
    return der::sequence({der::oid(NID_pkcs7_signed), der::wrap(der::contextConstructed0, signedData)});
}

} // namespace bidseal
