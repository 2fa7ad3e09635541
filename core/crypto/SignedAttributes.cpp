#include "core/crypto/SignedAttributes.h"

#include "core/crypto/DerWriter.h"
#include "core/crypto/OpenSsl.h"

#include <openssl/err.h>

#include <QSet>

namespace bidseal {

namespace {

using UniqueAttribute = UniqueHandle<X509_ATTRIBUTE, X509_ATTRIBUTE_free>;
using UniqueTime = UniqueHandle<ASN1_TIME, ASN1_TIME_free>;

const QLatin1String contentTypeOid("1.2.840.113549.1.9.3");
const QLatin1String messageDigestOid("1.2.840.113549.1.9.4");
const QLatin1String signingTimeOid("1.2.840.113549.1.9.5");
const QLatin1String signingCertificateOid("1.2.840.113549.1.9.16.2.12");
const QLatin1String signingCertificateV2Oid("1.2.840.113549.1.9.16.2.47");
const QLatin1String timeStampTokenOid("1.2.840.113549.1.9.16.2.14");
const QLatin1String revocationArchivalOid("1.2.840.113583.1.1.8");

constexpr int maximumAttributes = 1000;

struct Attribute
{
    QString oid;
    std::vector<der::Value> values;
};

std::optional<Attribute> readAttribute(const der::Value &encoded)
{
    if (!encoded.is(der::sequenceTag))
        return std::nullopt;
    der::Reader parts(encoded.content);
    const auto oid = parts.take(der::oidTag);
    const auto set = parts.take(der::setTag);
    if (!oid || !set || !parts.atEnd())
        return std::nullopt;
    Attribute attribute;
    attribute.oid = der::oidText(oid->content);
    der::Reader values(set->content);
    while (!values.atEnd()) {
        auto value = values.next();
        if (!value)
            return std::nullopt;
        attribute.values.push_back(*value);
    }
    return attribute.oid.isEmpty() ? std::nullopt : std::optional(std::move(attribute));
}

std::optional<QDateTime> readTime(const der::Value &value)
{
    const QByteArrayView whole = value.whole;
    const unsigned char *cursor = openssl::bytes(whole);
    const UniqueTime time(d2i_ASN1_TIME(nullptr, &cursor, static_cast<long>(whole.size())));
    const QDateTime moment = openssl::toDateTime(time.get());
    ERR_clear_error();
    return moment.isValid() ? std::optional(moment) : std::nullopt;
}

/** SigningCertificate and SigningCertificateV2 (RFC 5035): the first ESSCertID is the signer's. */
bool readSigningCertificate(const der::Value &value, bool isV2, CmsFacts &facts)
{
    der::Reader certificates(value.content);
    const auto list = certificates.take(der::sequenceTag);
    if (!value.is(der::sequenceTag) || !list)
        return false;
    const auto first = der::Reader(list->content).take(der::sequenceTag);
    if (!first)
        return false;
    der::Reader parts(first->content);
    QString digest = isV2 ? QStringLiteral("sha256") : QStringLiteral("sha1");
    if (const auto algorithm = isV2 ? parts.take(der::sequenceTag) : std::nullopt) {
        const auto oid = der::Reader(algorithm->content).take(der::oidTag);
        const QByteArray text = oid ? der::oidText(oid->content).toLatin1() : QByteArray();
        const auto known = openssl::digestFromNid(OBJ_txt2nid(text.constData()));
        digest = known ? digestName(*known) : QString();
        ERR_clear_error();
    }
    const auto hash = parts.take(der::octetStringTag);
    if (!hash)
        return false;
    facts.hasSigningCertificate = true;
    facts.essCertificateHash = hash->content.toByteArray();
    facts.essDigestName = digest;
    return true;
}

bool readKnownAttribute(const Attribute &attribute, CmsFacts &facts)
{
    const der::Value &value = attribute.values.front();
    if (attribute.oid == contentTypeOid) {
        if (!value.is(der::oidTag))
            return false;
        if (der::oidText(value.content) != facts.contentType)
            facts.defects.append(QStringLiteral("content-type-mismatch"));
    } else if (attribute.oid == messageDigestOid) {
        const auto digest = (value.tag & 0x1FU) == der::octetStringTag ? der::octets(value) : std::nullopt;
        facts.messageDigest = digest.value_or(QByteArray());
        return digest.has_value();
    } else if (attribute.oid == signingTimeOid) {
        facts.signingTime = readTime(value);
    } else if (attribute.oid == signingCertificateV2Oid) {
        return readSigningCertificate(value, true, facts);
    } else if (attribute.oid == signingCertificateOid) {
        // Where both are there, the newer one with the better hash counts.
        return facts.hasSigningCertificate || readSigningCertificate(value, false, facts);
    } else if (attribute.oid == revocationArchivalOid) {
        facts.hasRevocationInfo = true;
    }
    return true;
}

/** RFC 5652, 11: these stand once, with one value. */
bool isSingular(const QString &oid)
{
    return oid == contentTypeOid || oid == messageDigestOid || oid == signingTimeOid || oid == signingCertificateOid ||
           oid == signingCertificateV2Oid;
}

} // namespace

bool readSignedAttributes(QByteArrayView setContent, CmsFacts &facts)
{
    facts.hasSignedAttributes = true;
    facts.signedAttributes = setContent.toByteArray();
    QSet<QString> seen;
    der::Reader attributes(setContent);
    for (int count = 0; !attributes.atEnd(); ++count) {
        const auto encoded = attributes.next();
        const auto attribute = encoded ? readAttribute(*encoded) : std::nullopt;
        if (!attribute || count >= maximumAttributes)
            return false;
        const bool isRepeated = seen.contains(attribute->oid);
        seen.insert(attribute->oid);
        if (isSingular(attribute->oid) && (isRepeated || attribute->values.size() != 1)) {
            facts.defects.append(QStringLiteral("attribute-repeated"));
            continue;
        }
        if (!attribute->values.empty() && !readKnownAttribute(*attribute, facts))
            return false;
    }
    if (!seen.contains(contentTypeOid) || !seen.contains(messageDigestOid))
        facts.defects.append(QStringLiteral("attribute-missing"));
    return true;
}

bool readUnsignedAttributes(QByteArrayView setContent, CmsFacts &facts)
{
    der::Reader attributes(setContent);
    for (int count = 0; !attributes.atEnd(); ++count) {
        const auto encoded = attributes.next();
        const auto attribute = encoded ? readAttribute(*encoded) : std::nullopt;
        if (!attribute || count >= maximumAttributes)
            return false;
        if (attribute->values.empty())
            continue;
        if (attribute->oid == timeStampTokenOid && facts.timeStampToken.isEmpty())
            facts.timeStampToken = attribute->values.front().whole.toByteArray();
        else if (attribute->oid == revocationArchivalOid)
            facts.hasRevocationInfo = true;
    }
    return true;
}

QByteArray canonicalAttributes(QByteArrayView setContent)
{
    std::vector<QByteArray> encodings;
    der::Reader attributes(setContent);
    while (!attributes.atEnd()) {
        const auto encoded = attributes.next();
        if (!encoded)
            return {};
        const unsigned char *cursor = openssl::bytes(encoded->whole);
        const UniqueAttribute attribute(d2i_X509_ATTRIBUTE(nullptr, &cursor, static_cast<long>(encoded->whole.size())));
        if (!attribute) {
            ERR_clear_error();
            return {};
        }
        encodings.push_back(openssl::encode(attribute.get(), i2d_X509_ATTRIBUTE));
    }
    return der::setOf(std::move(encodings));
}

} // namespace bidseal
