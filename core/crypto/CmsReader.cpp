#include "core/crypto/CmsReader.h"

#include "core/crypto/CertificateReader.h"
#include "core/crypto/CmsVerifier.h"
#include "core/crypto/DerReader.h"
#include "core/crypto/OpenSsl.h"
#include "core/crypto/SignedAttributes.h"

#include <openssl/err.h>

#include <algorithm>

namespace bidseal {

namespace {

constexpr qsizetype maximumSize = 64LL * 1024 * 1024;
constexpr std::size_t maximumCertificates = 500;
constexpr int maximumSigners = 100;

std::unexpected<Error> malformed(const char *what)
{
    return fail(ErrorCode::CmsMalformed, QLatin1String(what));
}

bool isSignedData(const QString &oid)
{
    // RFC 5652 and GM/T 0010-2012, which has its own numbers for the same structure.
    return oid == QLatin1String("1.2.840.113549.1.7.2") || oid == QLatin1String("1.2.156.10197.6.1.4.2.2");
}

/** ContentInfo of SignedData; gives the content of the SignedData SEQUENCE. */
std::optional<QByteArrayView> signedDataIn(const der::Value &contentInfo)
{
    der::Reader parts(contentInfo.content);
    const auto oid = parts.take(der::oidTag);
    const auto wrapper = parts.take(der::contextConstructed0);
    if (!oid || !wrapper || !parts.atEnd() || !isSignedData(der::oidText(oid->content)))
        return std::nullopt;
    der::Reader inner(wrapper->content);
    const auto signedData = inner.take(der::sequenceTag);
    if (!signedData || !inner.atEnd())
        return std::nullopt;
    return signedData->content;
}

bool readEncapsulated(const der::Value &value, CmsFacts &facts)
{
    der::Reader parts(value.content);
    const auto oid = parts.take(der::oidTag);
    if (!oid)
        return false;
    facts.contentType = der::oidText(oid->content);
    if (parts.atEnd())
        return true;
    const auto wrapper = parts.take(der::contextConstructed0);
    if (!wrapper || !parts.atEnd())
        return false;
    der::Reader inner(wrapper->content);
    const auto content = inner.next();
    if (!content || !inner.atEnd())
        return false;
    // PKCS #7 1.5 allows any type here; what is hashed is its content either way.
    const bool isOctets = (content->tag & 0x1FU) == der::octetStringTag;
    const auto octets = isOctets ? der::octets(*content) : content->content.toByteArray();
    facts.encapsulated = octets.value_or(QByteArray());
    facts.isDetached = false;
    return octets.has_value();
}

/** One damaged certificate among others harms nobody, unless it is the signer's: `hasUnreadable` remembers it. */
bool readCertificateSet(QByteArrayView setContent, CmsFacts &facts, bool &hasUnreadable)
{
    der::Reader certificates(setContent);
    while (!certificates.atEnd()) {
        const auto encoded = certificates.next();
        if (!encoded || facts.certificates.size() >= maximumCertificates)
            return false;
        if (!encoded->is(der::sequenceTag))
            continue; // attribute certificates and other formats have their own tags
        if (auto certificate = readCertificate(encoded->whole.toByteArray()))
            facts.certificates.push_back(std::move(*certificate));
        else
            hasUnreadable = true;
    }
    return true;
}

void readDigestAlgorithm(const der::Value &algorithm, CmsFacts &facts)
{
    const auto oid = der::Reader(algorithm.content).take(der::oidTag);
    const QString text = oid ? der::oidText(oid->content) : QString();
    // id-shake256-len (RFC 8702) is unknown to OpenSSL 3.0; its usual 512 bits are what Shake256 means here.
    const bool isShake = text == QLatin1String("2.16.840.1.101.3.4.2.18");
    const auto known = isShake ? std::optional(DigestAlgorithm::Shake256)
                               : openssl::digestFromNid(OBJ_txt2nid(text.toLatin1().constData()));
    ERR_clear_error();
    facts.digest = known.value_or(DigestAlgorithm::Sha256);
    facts.digestName = known ? digestName(*known) : text;
    facts.isSupported = known.has_value();
}

bool readSignerInfo(const der::Value &signerInfo, CmsFacts &facts)
{
    der::Reader parts(signerInfo.content);
    const auto version = parts.take(der::integerTag);
    auto identifier = parts.take(der::sequenceTag);
    if (!identifier)
        identifier = parts.take(der::context0);
    const auto digest = parts.take(der::sequenceTag);
    const auto attributes = parts.take(der::contextConstructed0);
    const auto algorithm = parts.take(der::sequenceTag);
    const bool hasOctets = parts.nextIs(der::octetStringTag) || parts.nextIs(der::octetStringTag | 0x20U);
    const auto signature = hasOctets ? parts.next() : std::nullopt;
    if (!version || !identifier || !digest || !algorithm || !signature)
        return false;
    facts.signerIdentifier = identifier->whole.toByteArray();
    facts.signatureAlgorithmDer = algorithm->whole.toByteArray();
    const auto value = der::octets(*signature);
    facts.signatureValue = value.value_or(QByteArray());
    readDigestAlgorithm(*digest, facts);
    if (!value || (attributes && !readSignedAttributes(attributes->content, facts)))
        return false;
    const auto unsignedAttributes = parts.take(der::contextConstructed1);
    if (unsignedAttributes && !readUnsignedAttributes(unsignedAttributes->content, facts))
        return false;
    return parts.atEnd();
}

bool readSignerInfos(QByteArrayView setContent, CmsFacts &facts)
{
    der::Reader infos(setContent);
    while (!infos.atEnd()) {
        const auto info = infos.take(der::sequenceTag);
        if (!info || facts.signerCount >= maximumSigners)
            return false;
        if (facts.signerCount++ == 0 && !readSignerInfo(*info, facts))
            return false;
    }
    return facts.signerCount > 0;
}

bool readSignedData(QByteArrayView content, CmsFacts &facts, bool &hasUnreadable)
{
    der::Reader parts(content);
    const auto version = parts.take(der::integerTag);
    const auto digests = parts.take(der::setTag);
    const auto encapsulated = parts.take(der::sequenceTag);
    if (!version || !digests || !encapsulated || !readEncapsulated(*encapsulated, facts))
        return false;
    const auto certificates = parts.take(der::contextConstructed0);
    if (certificates && !readCertificateSet(certificates->content, facts, hasUnreadable))
        return false;
    if (parts.take(der::contextConstructed1))
        facts.hasRevocationInfo = true;
    const auto signers = parts.take(der::setTag);
    return signers && parts.atEnd() && readSignerInfos(signers->content, facts);
}

bool isOnlyZeros(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == '\0'; });
}

/** RFC 5652, 5.3: without signed attributes the content is plain data, or one could be passed off as the other. */
void checkContentType(CmsFacts &facts)
{
    const bool isData = facts.contentType == QLatin1String("1.2.840.113549.1.7.1") ||
                        facts.contentType == QLatin1String("1.2.156.10197.6.1.4.2.1");
    if (!facts.hasSignedAttributes && !isData)
        facts.defects.append(QStringLiteral("content-type-mismatch"));
}

} // namespace

Result<CmsFacts> readCms(const QByteArray &contents)
{
    if (contents.size() > maximumSize)
        return malformed("the signature is too large");
    der::Reader reader(contents);
    const auto contentInfo = reader.take(der::sequenceTag);
    if (!contentInfo)
        return malformed("not one ASN.1 sequence");
    const auto signedData = signedDataIn(*contentInfo);
    if (!signedData)
        return malformed("not a CMS SignedData");
    CmsFacts facts;
    facts.der = contentInfo->whole.toByteArray();
    facts.hasTrailingGarbage = !isOnlyZeros(reader.rest());
    bool hasUnreadable = false;
    if (!readSignedData(*signedData, facts, hasUnreadable))
        return malformed("the SignedData cannot be read");
    checkContentType(facts);
    describeAlgorithm(facts);
    if (const auto signer = findSigner(facts, facts.certificates))
        adoptSigner(facts, *signer);
    else if (hasUnreadable)
        facts.defects.append(QStringLiteral("certificate-unreadable"));
    return facts;
}

} // namespace bidseal
