#include "core/crypto/CertificateReader.h"

#include "core/crypto/Digest.h"
#include "core/crypto/OpenSsl.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <array>

namespace bidseal {

namespace {

constexpr int maximumPemBlocks = 10'000;

QString nameText(const X509_NAME *name)
{
    const openssl::UniqueBio bio(BIO_new(BIO_s_mem()));
    // RFC 4514 allows UTF-8 as it is, and nobody can read \E7\A4\BA.
    const unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (!bio || X509_NAME_print_ex(bio.get(), name, 0, flags) < 0)
        return {};
    char *text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    return QString::fromUtf8(text, static_cast<qsizetype>(length));
}

/** The last, that is the most specific, entry of this kind. */
QString nameEntry(const X509_NAME *name, int nid)
{
    int found = -1;
    for (int next = -1; (next = X509_NAME_get_index_by_NID(name, nid, next)) >= 0;)
        found = next;
    if (found < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const int length = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, found)));
    if (length < 0)
        return {};
    QString text = QString::fromUtf8(reinterpret_cast<const char *>(utf8), length);
    OPENSSL_free(utf8);
    return text;
}

QString serialText(const X509 *x509)
{
    const UniqueHandle<BIGNUM, BN_free> number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(x509), nullptr));
    char *hex = number ? BN_bn2hex(number.get()) : nullptr;
    QString text = QString::fromLatin1(hex);
    OPENSSL_free(hex);
    return text.toUpper();
}

QString curveName(const EVP_PKEY *key)
{
    std::array<char, 80> name{};
    size_t length = 0;
    if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &length) != 1)
        return {};
    const int nid = OBJ_txt2nid(name.data());
    const char *nist = nid == NID_undef ? nullptr : EC_curve_nid2nist(nid);
    return QString::fromLatin1(nist ? nist : name.data());
}

void readKey(X509 *x509, Certificate &certificate)
{
    const EVP_PKEY *key = X509_get0_pubkey(x509);
    if (!key)
        return;
    certificate.keyBits = EVP_PKEY_get_bits(key);
    if (EVP_PKEY_is_a(key, "RSA") || EVP_PKEY_is_a(key, "RSA-PSS")) {
        certificate.keyAlgorithm = KeyAlgorithm::Rsa;
    } else if (EVP_PKEY_is_a(key, "SM2")) {
        certificate.keyAlgorithm = KeyAlgorithm::Sm2;
        certificate.curve = QStringLiteral("SM2");
    } else if (EVP_PKEY_is_a(key, "EC")) {
        certificate.curve = curveName(key);
        const bool isSm2 = certificate.curve == QLatin1String("SM2");
        certificate.keyAlgorithm = isSm2 ? KeyAlgorithm::Sm2 : KeyAlgorithm::Ec;
    } else if (EVP_PKEY_is_a(key, "ED25519") || EVP_PKEY_is_a(key, "ED448")) {
        certificate.keyAlgorithm = KeyAlgorithm::EdDsa;
        certificate.curve = QString::fromLatin1(EVP_PKEY_is_a(key, "ED448") ? "Ed448" : "Ed25519");
    }
}

void readUsage(X509 *x509, Certificate &certificate)
{
    // UINT32_MAX stands for "no such extension", which allows everything (RFC 5280, 4.2.1.3).
    const uint32_t usage = X509_get_key_usage(x509);
    certificate.mayDigitalSign = (usage & KU_DIGITAL_SIGNATURE) != 0;
    certificate.mayNonRepudiate = (usage & KU_NON_REPUDIATION) != 0;
    certificate.isCa = X509_check_ca(x509) == 1;
    const uint32_t extended = X509_get_extended_key_usage(x509);
    certificate.isTimestamping = extended != UINT32_MAX && (extended & XKU_TIMESTAMP) != 0;
}

Result<Certificate> describe(X509 *x509, const QByteArray &der)
{
    Certificate certificate;
    certificate.der = der;
    const X509_NAME *subject = X509_get_subject_name(x509);
    const X509_NAME *issuer = X509_get_issuer_name(x509);
    certificate.subject = nameText(subject);
    certificate.commonName = nameEntry(subject, NID_commonName);
    certificate.organization = nameEntry(subject, NID_organizationName);
    certificate.issuer = nameText(issuer);
    certificate.issuerCommonName = nameEntry(issuer, NID_commonName);
    certificate.serial = serialText(x509);
    certificate.notBefore = openssl::toDateTime(X509_get0_notBefore(x509));
    certificate.notAfter = openssl::toDateTime(X509_get0_notAfter(x509));
    certificate.sha256 = digestOf(DigestAlgorithm::Sha256, der);
    readKey(x509, certificate);
    readUsage(x509, certificate);
    ERR_clear_error(); // unknown keys and extensions are facts here, not failures
    return certificate;
}

bool isCertificateBlock(const char *name)
{
    const QLatin1String label(name);
    return label == QLatin1String(PEM_STRING_X509) || label == QLatin1String(PEM_STRING_X509_OLD);
}

/** Next PEM block of `bio`; other blocks than certificates give an empty array. False at the end or on damage. */
bool nextPemBlock(BIO *bio, QByteArray &certificate)
{
    char *name = nullptr;
    char *header = nullptr;
    unsigned char *data = nullptr;
    long length = 0;
    certificate.clear();
    if (PEM_read_bio(bio, &name, &header, &data, &length) != 1)
        return false;
    if (isCertificateBlock(name))
        certificate = QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    // A private key may stand in the same file: it must not stay in freed memory.
    OPENSSL_clear_free(data, static_cast<size_t>(length));
    OPENSSL_free(name);
    OPENSSL_free(header);
    return true;
}

Result<std::vector<Certificate>> readPem(const QByteArray &pem)
{
    std::vector<Certificate> certificates;
    const openssl::UniqueBio bio(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
    QByteArray der;
    for (int block = 0; block < maximumPemBlocks && bio && nextPemBlock(bio.get(), der); ++block) {
        if (der.isEmpty())
            continue;
        auto certificate = readCertificate(der);
        if (!certificate)
            return fail(certificate.error());
        certificates.push_back(std::move(*certificate));
    }
    const unsigned long last = ERR_peek_last_error();
    if (last != 0 && ERR_GET_REASON(last) != PEM_R_NO_START_LINE)
        return fail(ErrorCode::CertificateUnreadable, openssl::takeErrors());
    ERR_clear_error();
    if (certificates.empty())
        return fail(ErrorCode::CertificateUnreadable, QStringLiteral("no certificate in the file"));
    return certificates;
}

} // namespace

Result<Certificate> readCertificate(const QByteArray &der)
{
    ERR_clear_error();
    const openssl::UniqueX509 x509 = openssl::parseX509(der);
    if (!x509)
        return fail(ErrorCode::CertificateUnreadable, openssl::takeErrors());
    return describe(x509.get(), der);
}

Result<std::vector<Certificate>> readCertificates(const QByteArray &pemOrDer)
{
    ERR_clear_error();
    if (pemOrDer.contains("-----BEGIN "))
        return readPem(pemOrDer);
    auto certificate = readCertificate(pemOrDer);
    if (!certificate)
        return fail(certificate.error());
    return std::vector<Certificate>{std::move(*certificate)};
}

} // namespace bidseal
