#include "core/crypto/OpenSsl.h"

#include <QStringList>

#include <openssl/err.h>
#include <openssl/objects.h>

#include <array>
#include <ctime>

namespace bidseal::openssl {

QString takeErrors()
{
    QStringList texts;
    while (const unsigned long code = ERR_get_error()) {
        std::array<char, 256> text{};
        ERR_error_string_n(code, text.data(), text.size());
        if (texts.size() < 4)
            texts.append(QString::fromUtf8(text.data()));
    }
    return texts.isEmpty() ? QStringLiteral("no details from OpenSSL") : texts.join(QStringLiteral("; "));
}

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

UniqueX509 parseX509(QByteArrayView der)
{
    const unsigned char *cursor = bytes(der);
    UniqueX509 x509(d2i_X509(nullptr, &cursor, static_cast<long>(der.size())));
    if (x509 && cursor != bytes(der) + der.size())
        x509.reset();
    return x509;
}

QDateTime toDateTime(const ASN1_TIME *time)
{
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return {QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC};
}

namespace {

struct DigestEntry
{
    DigestAlgorithm algorithm;
    int nid;
    const EVP_MD *(*method)();
};

constexpr std::array digestTable{
    DigestEntry{DigestAlgorithm::Sha1, NID_sha1, EVP_sha1},
    DigestEntry{DigestAlgorithm::Sha224, NID_sha224, EVP_sha224},
    DigestEntry{DigestAlgorithm::Sha256, NID_sha256, EVP_sha256},
    DigestEntry{DigestAlgorithm::Sha384, NID_sha384, EVP_sha384},
    DigestEntry{DigestAlgorithm::Sha512, NID_sha512, EVP_sha512},
    DigestEntry{DigestAlgorithm::Sha3_224, NID_sha3_224, EVP_sha3_224},
    DigestEntry{DigestAlgorithm::Sha3_256, NID_sha3_256, EVP_sha3_256},
    DigestEntry{DigestAlgorithm::Sha3_384, NID_sha3_384, EVP_sha3_384},
    DigestEntry{DigestAlgorithm::Sha3_512, NID_sha3_512, EVP_sha3_512},
    DigestEntry{DigestAlgorithm::Sm3, NID_sm3, EVP_sm3},
    DigestEntry{DigestAlgorithm::Md5, NID_md5, EVP_md5},
    DigestEntry{DigestAlgorithm::Ripemd160, NID_ripemd160, EVP_ripemd160},
    DigestEntry{DigestAlgorithm::Shake256, NID_shake256, EVP_shake256},
};

} // namespace

const EVP_MD *digestMethod(DigestAlgorithm algorithm)
{
    for (const DigestEntry &entry : digestTable) {
        if (entry.algorithm == algorithm)
            return entry.method();
    }
    return nullptr;
}

int digestNid(DigestAlgorithm algorithm)
{
    for (const DigestEntry &entry : digestTable) {
        if (entry.algorithm == algorithm)
            return entry.nid;
    }
    return NID_undef;
}

std::optional<DigestAlgorithm> digestFromNid(int nid)
{
    int digestOfSignature = NID_undef;
    // Some signers name the signature algorithm where the digest belongs; what they mean is not in doubt.
    if (OBJ_find_sigid_algs(nid, &digestOfSignature, nullptr) == 1 && digestOfSignature != NID_undef)
        nid = digestOfSignature;
    for (const DigestEntry &entry : digestTable) {
        if (entry.nid == nid)
            return entry.algorithm;
    }
    return std::nullopt;
}

} // namespace bidseal::openssl
