#include "core/crypto/Timestamp.h"

#include "core/crypto/CmsReader.h"
#include "core/crypto/CmsVerifier.h"
#include "core/crypto/DerReader.h"
#include "core/crypto/DerWriter.h"
#include "core/crypto/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

#include <array>

namespace bidseal {

namespace {

using UniqueTstInfo = UniqueHandle<TS_TST_INFO, TS_TST_INFO_free>;
using UniqueStatus = UniqueHandle<TS_STATUS_INFO, TS_STATUS_INFO_free>;
using UniqueBigNumber = UniqueHandle<BIGNUM, BN_free>;

const QLatin1String tstInfoOid("1.2.840.113549.1.9.16.1.4");
constexpr int nonceLength = 8;
constexpr std::array<unsigned char, 3> derTrue{0x01, 0x01, 0xFF};

std::unexpected<Error> invalid(const QString &why)
{
    return fail(ErrorCode::TimestampInvalid, why);
}

/** Without sign and leading zeros, so that two encodings of one number are equal. */
QByteArray numberBytes(const ASN1_INTEGER *number)
{
    const UniqueBigNumber value(number ? ASN1_INTEGER_to_BN(number, nullptr) : nullptr);
    if (!value)
        return {};
    QByteArray bytes(BN_num_bytes(value.get()), '\0');
    BN_bn2bin(value.get(), reinterpret_cast<unsigned char *>(bytes.data()));
    return bytes;
}

QString numberText(const ASN1_INTEGER *number)
{
    return QString::fromLatin1(numberBytes(number).toHex()).toUpper();
}

QString oidText(const ASN1_OBJECT *object)
{
    return object ? der::oidText({OBJ_get0_data(object), static_cast<qsizetype>(OBJ_length(object))}) : QString();
}

/** GeneralizedTime with the fraction of a second that RFC 3161, 2.4.2 allows and ASN1_TIME_to_tm drops. */
QDateTime exactTime(const ASN1_GENERALIZEDTIME *time)
{
    QDateTime moment = openssl::toDateTime(time);
    const QByteArray text(reinterpret_cast<const char *>(ASN1_STRING_get0_data(time)), ASN1_STRING_length(time));
    const qsizetype dot = text.indexOf('.');
    if (moment.isValid() && dot > 0) {
        const QByteArray digits = text.mid(dot + 1, 3).replace('Z', "").leftJustified(3, '0');
        moment = moment.addMSecs(digits.toInt());
    }
    return moment;
}

std::optional<DigestAlgorithm> imprintDigest(TS_MSG_IMPRINT *imprint)
{
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    return openssl::digestFromNid(OBJ_obj2nid(object));
}

Result<TimestampFacts> readTstInfo(const QByteArray &content)
{
    const unsigned char *cursor = openssl::bytes(content);
    const UniqueTstInfo info(d2i_TS_TST_INFO(nullptr, &cursor, static_cast<long>(content.size())));
    if (!info || cursor != openssl::bytes(content) + content.size())
        return invalid(QStringLiteral("TSTInfo: ") + openssl::takeErrors());
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info.get());
    const auto digest = imprintDigest(imprint);
    if (!digest)
        return fail(ErrorCode::AlgorithmUnsupported, QStringLiteral("the timestamp uses an unknown hash"));
    TimestampFacts facts;
    facts.digest = *digest;
    const ASN1_OCTET_STRING *hash = TS_MSG_IMPRINT_get_msg(imprint);
    facts.imprint = QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(hash)), ASN1_STRING_length(hash));
    facts.time = exactTime(TS_TST_INFO_get_time(info.get()));
    facts.policy = oidText(TS_TST_INFO_get_policy_id(info.get()));
    facts.serial = numberText(TS_TST_INFO_get_serial(info.get()));
    facts.nonce = numberBytes(TS_TST_INFO_get_nonce(info.get()));
    if (!facts.time.isValid())
        return invalid(QStringLiteral("the timestamp holds no readable time"));
    return facts;
}

/** RFC 3161, 2.1: one signer, signed attributes, the certificate of the signer named in them. */
Result<CmsFacts> readTokenCms(const QByteArray &token, const std::vector<Certificate> &moreCertificates)
{
    auto cms = readCms(token);
    if (!cms)
        return invalid(cms.error().detail);
    if (cms->contentType != tstInfoOid || cms->isDetached || cms->signerCount != 1 || !cms->hasSignedAttributes)
        return invalid(QStringLiteral("this CMS is no timestamp token"));
    if (!cms->signer) {
        if (const auto signer = findSigner(*cms, moreCertificates))
            adoptSigner(*cms, *signer);
    }
    if (!cms->signer)
        return invalid(QStringLiteral("the certificate of the timestamp authority is missing"));
    const auto isGood = verifySignerInfo(*cms, digestOf(cms->digest, cms->encapsulated));
    if (!isGood)
        return fail(isGood.error());
    if (!*isGood)
        return invalid(QStringLiteral("the timestamp authority's signature does not fit ") +
                       cms->defects.join(QLatin1String(", ")));
    return cms;
}

/** RFC 3161, 2.3: extended key usage, critical, timeStamping and nothing else. */
bool isDedicatedAuthority(const Certificate &certificate)
{
    const openssl::UniqueX509 x509 = openssl::parseX509(certificate.der);
    const int index = x509 ? X509_get_ext_by_NID(x509.get(), NID_ext_key_usage, -1) : -1;
    const bool isCritical = index >= 0 && X509_EXTENSION_get_critical(X509_get_ext(x509.get(), index)) == 1;
    const bool isAlone = x509 && X509_get_extended_key_usage(x509.get()) == XKU_TIMESTAMP;
    ERR_clear_error();
    return isCritical && isAlone;
}

/** The authority's own words, for "rejected". */
QString statusText(const TS_STATUS_INFO *status)
{
    QStringList words;
    const STACK_OF(ASN1_UTF8STRING) *texts = TS_STATUS_INFO_get0_text(status);
    for (int i = 0; i < sk_ASN1_UTF8STRING_num(texts); ++i) {
        const ASN1_UTF8STRING *text = sk_ASN1_UTF8STRING_value(texts, i);
        words.append(
            QString::fromUtf8(reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)));
    }
    struct Failure
    {
        int bit;
        QLatin1String name;
    };
    constexpr std::array failures{Failure{0, QLatin1String("badAlg")},
                                  Failure{2, QLatin1String("badRequest")},
                                  Failure{5, QLatin1String("badDataFormat")},
                                  Failure{14, QLatin1String("timeNotAvailable")},
                                  Failure{15, QLatin1String("unacceptedPolicy")},
                                  Failure{16, QLatin1String("unacceptedExtension")},
                                  Failure{17, QLatin1String("addInfoNotAvailable")},
                                  Failure{25, QLatin1String("systemFailure")}};
    const ASN1_BIT_STRING *bits = TS_STATUS_INFO_get0_failure_info(status);
    for (const Failure &failure : failures) {
        if (bits && ASN1_BIT_STRING_get_bit(bits, failure.bit) == 1)
            words.append(failure.name);
    }
    return words.isEmpty() ? QStringLiteral("no reason given") : words.join(QLatin1String(", "));
}

/** The token in a TimeStampResp; TimestampRejected when the status is not "granted" (RFC 3161, 2.4.2). */
Result<QByteArray> grantedToken(const QByteArray &response)
{
    der::Reader reader(response);
    const auto outer = reader.take(der::sequenceTag);
    if (!outer || !reader.atEnd())
        return invalid(QStringLiteral("the answer is no TimeStampResp"));
    der::Reader parts(outer->content);
    const auto statusValue = parts.take(der::sequenceTag);
    if (!statusValue)
        return invalid(QStringLiteral("the answer has no status"));
    const unsigned char *cursor = openssl::bytes(statusValue->whole);
    const UniqueStatus status(d2i_TS_STATUS_INFO(nullptr, &cursor, static_cast<long>(statusValue->whole.size())));
    if (!status)
        return invalid(QStringLiteral("the status cannot be read: ") + openssl::takeErrors());
    const long code = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(status.get()));
    if (code != TS_STATUS_GRANTED && code != TS_STATUS_GRANTED_WITH_MODS)
        return fail(ErrorCode::TimestampRejected, statusText(status.get()));
    const auto token = parts.take(der::sequenceTag);
    if (!token || !parts.atEnd())
        return invalid(QStringLiteral("the answer holds no token"));
    return token->whole.toByteArray();
}

QByteArray withoutLeadingZeros(QByteArray bytes)
{
    while (bytes.startsWith('\0'))
        bytes.remove(0, 1);
    return bytes;
}

} // namespace

Result<TimestampRequest> makeTimestampRequest(DigestAlgorithm digest, const QByteArray &imprint)
{
    if (imprint.isEmpty() || imprint.size() != digestOf(digest, {}).size())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("the imprint has the wrong length"));
    TimestampRequest request;
    request.digest = digest;
    request.imprint = imprint;
    std::array<unsigned char, nonceLength> random{};
    if (RAND_bytes(random.data(), nonceLength) != 1)
        return fail(ErrorCode::InternalError, openssl::takeErrors());
    // A first octet of 0x40 to 0x7F keeps the number positive and all of its eight octets in DER.
    random[0] = static_cast<unsigned char>((random[0] & 0x3FU) | 0x40U);
    request.nonce = QByteArray(reinterpret_cast<const char *>(random.data()), nonceLength);
    const QByteArray hash = der::algorithm(openssl::digestNid(digest), der::null());
    const QByteArray messageImprint = der::sequence({hash, der::octetString(imprint)});
    const QByteArrayView certificateRequested(derTrue.data(), static_cast<qsizetype>(derTrue.size()));
    request.der = der::sequence(
        {der::integer(1), messageImprint, der::wrap(der::integerTag, request.nonce), certificateRequested});
    return request;
}

Result<TimestampFacts> readTimestampToken(const QByteArray &token, const std::vector<Certificate> &moreCertificates)
{
    auto cms = readTokenCms(token, moreCertificates);
    if (!cms)
        return fail(cms.error());
    auto facts = readTstInfo(cms->encapsulated);
    if (!facts)
        return facts;
    facts->token = cms->der;
    facts->authority = cms->signer;
    facts->certificates = cms->certificates;
    return facts;
}

Result<TimestampFacts> readTimestampResponse(const QByteArray &response, const TimestampRequest &request)
{
    const auto token = grantedToken(response);
    if (!token)
        return fail(token.error());
    const auto cms = readTokenCms(*token, {});
    if (!cms)
        return fail(cms.error());
    if (!cms->signingCertificateMatches)
        return invalid(QStringLiteral("the token does not bind the authority's certificate"));
    auto facts = readTimestampToken(*token);
    if (!facts)
        return facts;
    if (facts->digest != request.digest || facts->imprint != request.imprint)
        return invalid(QStringLiteral("the timestamp is for other data"));
    if (facts->nonce != withoutLeadingZeros(request.nonce))
        return invalid(QStringLiteral("the nonce is not the one that was sent"));
    if (!isDedicatedAuthority(*facts->authority))
        return invalid(QStringLiteral("the signer's certificate is not for time stamping alone"));
    return facts;
}

bool timestampMatches(const TimestampFacts &facts, QByteArrayView content)
{
    return !facts.imprint.isEmpty() && digestOf(facts.digest, content) == facts.imprint;
}

} // namespace bidseal
