#pragma once

// Private to core/crypto: owners for OpenSSL's handles, and its words for what went wrong.

#include "core/common/UniqueHandle.h"
#include "core/crypto/Digest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <optional>

namespace bidseal::openssl {

using UniqueX509 = UniqueHandle<X509, X509_free>;
using UniqueKey = UniqueHandle<EVP_PKEY, EVP_PKEY_free>;
using UniqueKeyContext = UniqueHandle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using UniqueDigestContext = UniqueHandle<EVP_MD_CTX, EVP_MD_CTX_free>;
using UniqueBio = UniqueHandle<BIO, BIO_free_all>;

/** The oldest entries of this thread's error queue as one line; empties the queue. Never empty. */
QString takeErrors();

/** Null when `der` is not exactly one certificate. */
UniqueX509 parseX509(QByteArrayView der);

/** UTC; invalid when the time cannot be read. */
QDateTime toDateTime(const ASN1_TIME *time);

/** OpenSSL's method, nullptr when this build does not have it. Not owned. */
const EVP_MD *digestMethod(DigestAlgorithm algorithm);

/** By numeric identifier (NID), also of "sha256WithRSAEncryption" and its like. */
std::optional<DigestAlgorithm> digestFromNid(int nid);
int digestNid(DigestAlgorithm algorithm);

const unsigned char *bytes(QByteArrayView view);
/** The DER of any OpenSSL structure by its i2d function. Empty on failure. */
template <typename T, typename Encode> QByteArray encode(const T *value, Encode encodeFunction)
{
    unsigned char *buffer = nullptr;
    const int length = encodeFunction(value, &buffer);
    if (length <= 0)
        return {};
    QByteArray der(reinterpret_cast<const char *>(buffer), length);
    OPENSSL_free(buffer);
    return der;
}

/** The id that GM/T 0009-2012 gives every signer who names no other. */
inline constexpr QByteArrayView standardSm2Id{"1234567812345678"};

} // namespace bidseal::openssl
