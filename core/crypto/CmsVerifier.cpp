#include "core/crypto/CmsVerifier.h"

#include "core/crypto/DerReader.h"
#include "core/crypto/DerWriter.h"
#include "core/crypto/OpenSsl.h"
#include "core/crypto/SignatureCheck.h"
#include "core/crypto/SignedAttributes.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace bidseal {

namespace {

using UniqueName = UniqueHandle<X509_NAME, X509_NAME_free>;
using UniqueInteger = UniqueHandle<ASN1_INTEGER, ASN1_INTEGER_free>;

/** IssuerAndSerialNumber, or a subject key identifier, taken apart once for many comparisons. */
struct SignerIdentifier
{
    UniqueName issuer;
    UniqueInteger serial;
    QByteArray keyIdentifier;
};

SignerIdentifier parseIdentifier(const QByteArray &der)
{
    SignerIdentifier id;
    der::Reader reader(der);
    const auto value = reader.next();
    if (!value)
        return id;
    if (value->is(der::context0)) {
        id.keyIdentifier = value->content.toByteArray();
        return id;
    }
    const unsigned char *cursor = openssl::bytes(value->content);
    const unsigned char *end = cursor + value->content.size();
    id.issuer.reset(d2i_X509_NAME(nullptr, &cursor, static_cast<long>(value->content.size())));
    if (id.issuer)
        id.serial.reset(d2i_ASN1_INTEGER(nullptr, &cursor, static_cast<long>(end - cursor)));
    ERR_clear_error();
    return id;
}

bool matches(const SignerIdentifier &id, const Certificate &certificate)
{
    const openssl::UniqueX509 x509 = openssl::parseX509(certificate.der);
    if (!x509)
        return false;
    if (id.issuer && id.serial)
        return X509_NAME_cmp(id.issuer.get(), X509_get_issuer_name(x509.get())) == 0 &&
               ASN1_INTEGER_cmp(id.serial.get(), X509_get0_serialNumber(x509.get())) == 0;
    const ASN1_OCTET_STRING *key = X509_get0_subject_key_id(x509.get());
    ERR_clear_error();
    return key && !id.keyIdentifier.isEmpty() &&
           QByteArrayView(ASN1_STRING_get0_data(key), ASN1_STRING_length(key)) == QByteArrayView(id.keyIdentifier);
}

bool essMatches(const CmsFacts &cms, const Certificate &certificate)
{
    const auto digest = digestFromName(cms.essDigestName);
    return cms.hasSigningCertificate && digest && digestOf(*digest, certificate.der) == cms.essCertificateHash;
}

void addDefect(CmsFacts &facts, const QString &code)
{
    if (!facts.defects.contains(code))
        facts.defects.append(code);
}

} // namespace

void describeAlgorithm(CmsFacts &facts)
{
    const SignatureAlgorithm algorithm = readSignatureAlgorithm(facts.signatureAlgorithmDer);
    facts.signatureAlgorithm = signatureAlgorithmName(algorithm, facts.digest, facts.signer ? &*facts.signer : nullptr);
    if (facts.isSupported && algorithm.digest && *algorithm.digest != facts.digest)
        addDefect(facts, QStringLiteral("algorithm-mismatch"));
    facts.isSupported =
        facts.isSupported && algorithm.family != SignatureFamily::Unknown && algorithm.areParametersKnown;
}

std::optional<Certificate> findSigner(const CmsFacts &cms, const std::vector<Certificate> &candidates)
{
    const SignerIdentifier id = parseIdentifier(cms.signerIdentifier);
    const Certificate *found = nullptr;
    for (const Certificate &candidate : candidates) {
        if (!matches(id, candidate))
            continue;
        // Issuer and serial are not proof of identity; where two claim them, the signed hash decides.
        if (essMatches(cms, candidate))
            return candidate;
        if (!found)
            found = &candidate;
    }
    return found ? std::optional(*found) : std::nullopt;
}

void adoptSigner(CmsFacts &cms, const Certificate &signer)
{
    cms.signer = signer;
    cms.defects.removeAll(QStringLiteral("certificate-unreadable"));
    cms.signingCertificateMatches = essMatches(cms, signer);
    if (cms.hasSigningCertificate && !cms.signingCertificateMatches) {
        if (digestFromName(cms.essDigestName))
            addDefect(cms, QStringLiteral("signing-certificate-mismatch"));
        else
            cms.isSupported = false; // a hash that is unknown here proves nothing either way
    }
    describeAlgorithm(cms);
    const SignatureAlgorithm algorithm = readSignatureAlgorithm(cms.signatureAlgorithmDer);
    const openssl::UniqueX509 x509 = openssl::parseX509(signer.der);
    const bool isKeyKnown = x509 && X509_get0_pubkey(x509.get());
    ERR_clear_error();
    if (!isKeyKnown)
        cms.isSupported = false;
    else if (cms.isSupported && !keyFitsAlgorithm(signer, algorithm.family))
        addDefect(cms, QStringLiteral("key-mismatch"));
}

Result<bool> verifySignerInfo(const CmsFacts &cms, const QByteArray &contentDigest)
{
    if (!cms.defects.isEmpty())
        return false;
    if (!cms.signer)
        return fail(ErrorCode::CertificateNotFound, QStringLiteral("the signature holds no certificate of its signer"));
    if (!cms.isSupported)
        return fail(ErrorCode::AlgorithmUnsupported, cms.digestName + QLatin1String(", ") + cms.signatureAlgorithm);
    const SignatureAlgorithm algorithm = readSignatureAlgorithm(cms.signatureAlgorithmDer);
    if (!cms.hasSignedAttributes)
        return checkSignature(*cms.signer, algorithm, {cms.digest, contentDigest, std::nullopt}, cms.signatureValue);
    if (contentDigest.isEmpty() || cms.messageDigest != contentDigest)
        return false;
    // RFC 5652, 5.4: signed is the DER of the SET OF. Most files hold just that; for those that were stored otherwise,
    // or signed as stored although not in DER's order, both readings of the same attributes count.
    const QByteArray asFound = der::wrap(der::setTag, cms.signedAttributes);
    const auto first = checkSignature(*cms.signer, algorithm, {cms.digest, digestOf(cms.digest, asFound), asFound},
                                      cms.signatureValue);
    if (!first || *first)
        return first;
    const QByteArray canonical = canonicalAttributes(cms.signedAttributes);
    if (canonical.isEmpty() || canonical == asFound)
        return false;
    return checkSignature(*cms.signer, algorithm, {cms.digest, digestOf(cms.digest, canonical), canonical},
                          cms.signatureValue);
}

Result<bool> verifyCms(const CmsFacts &cms, const QByteArray &contentDigest)
{
    if (cms.isDetached)
        return verifySignerInfo(cms, contentDigest);
    // adbe.pkcs7.sha1 (ISO 32000-1, 12.8.3.3.1): the content of the CMS is the document's SHA-1.
    if (cms.encapsulated != contentDigest)
        return false;
    const QByteArray inner = digestOf(cms.digest, cms.encapsulated);
    return verifySignerInfo(cms, inner);
}

Result<bool> verifyRawRsaSha1(const QByteArray &contents, const Certificate &certificate, const QByteArray &sha1)
{
    der::Reader reader(contents);
    const auto value = reader.next();
    const auto signature =
        value && (value->tag & 0x1FU) == der::octetStringTag ? der::octets(*value) : std::optional<QByteArray>();
    if (!signature)
        return fail(ErrorCode::CmsMalformed, QStringLiteral("the signature is no OCTET STRING"));
    if (certificate.keyAlgorithm != KeyAlgorithm::Rsa)
        return false;
    SignatureAlgorithm algorithm;
    algorithm.family = SignatureFamily::RsaPkcs1;
    return checkSignature(certificate, algorithm, {DigestAlgorithm::Sha1, sha1, std::nullopt}, *signature);
}

} // namespace bidseal
