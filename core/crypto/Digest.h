#pragma once

#include "core/common/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace bidseal {

enum class DigestAlgorithm {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha3_224,
    Sha3_256,
    Sha3_384,
    Sha3_512,
    Sm3,
    Md5,
    Ripemd160,
    Shake256, ///< with 64 bytes of output, as RFC 8419 uses it
};

QString digestName(DigestAlgorithm algorithm); ///< "sha256"
/** The inverse of digestName; letter case and hyphens ("SHA-256") do not matter. */
std::optional<DigestAlgorithm> digestFromName(const QString &name);

/**
 * A running digest. Copying copies the state, so that a hashed prefix can be continued several times. One thread at a
 * time. Where OpenSSL was built without the algorithm, value() is empty.
 */
class Digest
{
public:
    explicit Digest(DigestAlgorithm algorithm);
    ~Digest();
    Digest(const Digest &other);
    Digest &operator=(const Digest &other);
    Digest(Digest &&other) noexcept;
    Digest &operator=(Digest &&other) noexcept;

    [[nodiscard]] DigestAlgorithm algorithm() const;
    void add(QByteArrayView bytes);
    /** The value so far; the digest can go on. */
    [[nodiscard]] QByteArray value() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

QByteArray digestOf(DigestAlgorithm algorithm, QByteArrayView bytes);

/** Bytes done, of all. Called at most about ten times a second, on the calling thread. */
using ByteProgress = std::function<void(qint64 done, qint64 total)>;

/** Adds [offset, offset + length) of a file in blocks of bounded memory. FileUnreadable, Cancelled. */
Result<void> addFileRange(Digest &digest, const QString &path, qint64 offset, qint64 length,
                          const std::stop_token &stop = {}, const ByteProgress &progress = {});

} // namespace bidseal
