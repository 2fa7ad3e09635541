#pragma once

#include "core/common/Result.h"
#include "core/crypto/Digest.h"
#include "core/model/Certificate.h"

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace bidseal {

/** What a CMS says before anything is believed. */
struct CmsFacts
{
    QByteArray der;                  ///< the CMS without the zero padding behind it
    bool hasTrailingGarbage = false; ///< something other than zero bytes follows
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
    QString digestName;         ///< as named, also when unsupported
    QString signatureAlgorithm; ///< "sha256_rsa", "rsassa_pss", "sha256_ecdsa", or the OID
    bool isSupported = false;   ///< digest, signature and key are known here
    std::optional<Certificate> signer;
    std::vector<Certificate> certificates;
    int signerCount = 0;
    bool isDetached = true;
    QByteArray encapsulated;  ///< content for adbe.pkcs7.sha1 and timestamps
    QByteArray messageDigest; ///< signed attribute, empty when there are no signed attributes
    bool hasSignedAttributes = false;
    bool hasSigningCertificate = false; ///< ESS, either version
    bool signingCertificateMatches = false;
    std::optional<QDateTime> signingTime;
    QByteArray signatureValue;
    QByteArray timeStampToken;      ///< DER, empty when none
    bool hasRevocationInfo = false; ///< adbe-revocationInfoArchival or CMS crls

    // The parts as they stand, for checking.
    QString contentType;              ///< OID of the content
    QByteArray signedAttributes;      ///< content octets of the SET OF, as found
    QByteArray signatureAlgorithmDer; ///< AlgorithmIdentifier
    QByteArray signerIdentifier;      ///< IssuerAndSerialNumber, or [0] subject key identifier
    QByteArray essCertificateHash;    ///< of the signed signing-certificate attribute; v2 where both are there
    QString essDigestName;            ///< its hash, empty when unknown
    /**
     * Codes of contradictions that no honest signer makes; not empty = the signature does not stand:
     * "algorithm-mismatch" (the signature algorithm names another hash than the digest algorithm), "key-mismatch"
     * (another kind of key), "attribute-repeated", "attribute-missing", "content-type-mismatch",
     * "signing-certificate-mismatch".
     */
    QStringList defects;
};

/** Parses /Contents (padding allowed). CmsMalformed when it is no CMS SignedData with exactly readable parts. */
Result<CmsFacts> readCms(const QByteArray &contents);

/**
 * The certificate among `candidates` that the signer identifier and the ESS attribute mean, for a CMS that carries none
 * (it may stand in the document's DSS). Assign it with `adoptSigner`.
 */
std::optional<Certificate> findSigner(const CmsFacts &cms, const std::vector<Certificate> &candidates);

/** Sets `signer` and what follows from it (isSupported, signingCertificateMatches, defects). */
void adoptSigner(CmsFacts &cms, const Certificate &signer);

/**
 * True when the signature value fits signed attributes and certificate and the message digest fits `contentDigest`.
 * False = it does not, or `defects` is not empty; an Error only when it cannot be checked: AlgorithmUnsupported, or
 * CertificateNotFound when the signer's certificate is not there.
 * For adbe.pkcs7.sha1 `contentDigest` is the SHA-1 the encapsulated content must equal.
 */
Result<bool> verifyCms(const CmsFacts &cms, const QByteArray &contentDigest);

/** adbe.x509.rsa_sha1: a PKCS#1 signature in /Contents as OCTET STRING, certificates in /Cert. */
Result<bool> verifyRawRsaSha1(const QByteArray &contents, const Certificate &certificate, const QByteArray &sha1);

} // namespace bidseal
