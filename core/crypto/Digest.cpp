#include "core/crypto/Digest.h"

#include "core/crypto/OpenSsl.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

namespace bidseal {

namespace {

constexpr qint64 blockSize = 256LL * 1024; // stays in the second-level cache between read and hash
constexpr qint64 progressInterval = 100;   // milliseconds
constexpr size_t shake256Length = 64;

struct DigestNameEntry
{
    DigestAlgorithm algorithm;
    QLatin1String name;
};

constexpr std::array nameTable{
    DigestNameEntry{DigestAlgorithm::Sha1, QLatin1String("sha1")},
    DigestNameEntry{DigestAlgorithm::Sha224, QLatin1String("sha224")},
    DigestNameEntry{DigestAlgorithm::Sha256, QLatin1String("sha256")},
    DigestNameEntry{DigestAlgorithm::Sha384, QLatin1String("sha384")},
    DigestNameEntry{DigestAlgorithm::Sha512, QLatin1String("sha512")},
    DigestNameEntry{DigestAlgorithm::Sha3_224, QLatin1String("sha3_224")},
    DigestNameEntry{DigestAlgorithm::Sha3_256, QLatin1String("sha3_256")},
    DigestNameEntry{DigestAlgorithm::Sha3_384, QLatin1String("sha3_384")},
    DigestNameEntry{DigestAlgorithm::Sha3_512, QLatin1String("sha3_512")},
    DigestNameEntry{DigestAlgorithm::Sm3, QLatin1String("sm3")},
    DigestNameEntry{DigestAlgorithm::Md5, QLatin1String("md5")},
    DigestNameEntry{DigestAlgorithm::Ripemd160, QLatin1String("ripemd160")},
    DigestNameEntry{DigestAlgorithm::Shake256, QLatin1String("shake256")},
};

QString comparable(const QString &name)
{
    QString plain = name.toLower();
    plain.remove(QLatin1Char('-'));
    plain.remove(QLatin1Char('_'));
    return plain;
}

} // namespace

QString digestName(DigestAlgorithm algorithm)
{
    for (const DigestNameEntry &entry : nameTable) {
        if (entry.algorithm == algorithm)
            return QString(entry.name);
    }
    return {};
}

std::optional<DigestAlgorithm> digestFromName(const QString &name)
{
    const QString wanted = comparable(name);
    for (const DigestNameEntry &entry : nameTable) {
        if (comparable(QString(entry.name)) == wanted)
            return entry.algorithm;
    }
    return std::nullopt;
}

struct Digest::Private
{
    DigestAlgorithm algorithm;
    openssl::UniqueDigestContext context{EVP_MD_CTX_new()};
    bool isUsable = false;
};

Digest::Digest(DigestAlgorithm algorithm)
    : m_d(std::make_unique<Private>(algorithm))
{
    const EVP_MD *method = openssl::digestMethod(algorithm);
    m_d->isUsable = method && EVP_DigestInit_ex(m_d->context.get(), method, nullptr) == 1;
}

Digest::~Digest() = default;
Digest::Digest(Digest &&other) noexcept = default;
Digest &Digest::operator=(Digest &&other) noexcept = default;

Digest::Digest(const Digest &other)
    : m_d(std::make_unique<Private>(other.m_d->algorithm))
{
    m_d->isUsable = other.m_d->isUsable && EVP_MD_CTX_copy_ex(m_d->context.get(), other.m_d->context.get()) == 1;
}

Digest &Digest::operator=(const Digest &other)
{
    if (this != &other) {
        Digest copy(other);
        std::swap(m_d, copy.m_d);
    }
    return *this;
}

DigestAlgorithm Digest::algorithm() const
{
    return m_d->algorithm;
}

void Digest::add(QByteArrayView bytes)
{
    if (m_d->isUsable && !bytes.isEmpty())
        m_d->isUsable = EVP_DigestUpdate(m_d->context.get(), bytes.data(), static_cast<size_t>(bytes.size())) == 1;
}

QByteArray Digest::value() const
{
    if (!m_d->isUsable)
        return {};
    const openssl::UniqueDigestContext copy(EVP_MD_CTX_new());
    if (EVP_MD_CTX_copy_ex(copy.get(), m_d->context.get()) != 1)
        return {};
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    unsigned int length = 0;
    if (m_d->algorithm == DigestAlgorithm::Shake256) {
        if (EVP_DigestFinalXOF(copy.get(), out.data(), shake256Length) == 1)
            length = shake256Length;
    } else if (EVP_DigestFinal_ex(copy.get(), out.data(), &length) != 1) {
        return {};
    }
    return {reinterpret_cast<const char *>(out.data()), static_cast<qsizetype>(length)};
}

QByteArray digestOf(DigestAlgorithm algorithm, QByteArrayView bytes)
{
    Digest digest(algorithm);
    digest.add(bytes);
    return digest.value();
}

namespace {

std::unexpected<Error> unreadable(const QString &path, const QString &why)
{
    ErrorContext context;
    context.fileName = path;
    return fail(ErrorCode::FileUnreadable, why, context);
}

/** Reports at most every tenth of a second, and the end. */
class ThrottledProgress
{
public:
    ThrottledProgress(const ByteProgress &progress, qint64 total)
        : m_progress(progress)
        , m_total(total)
    {
        m_timer.start();
    }

    void report(qint64 done)
    {
        if (!m_progress || (done < m_total && m_timer.elapsed() < progressInterval))
            return;
        m_timer.restart();
        m_progress(done, m_total);
    }

private:
    const ByteProgress &m_progress;
    qint64 m_total;
    QElapsedTimer m_timer;
};

} // namespace

Result<void> addFileRange(Digest &digest, const QString &path, qint64 offset, qint64 length,
                          const std::stop_token &stop, const ByteProgress &progress)
{
    if (offset < 0 || length < 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("negative file range"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(path, file.errorString());
    if (offset > file.size() || length > file.size() - offset)
        return unreadable(path, QStringLiteral("the range ends behind the end of the file"));
    if (!file.seek(offset))
        return unreadable(path, file.errorString());
    const auto buffer = std::make_unique_for_overwrite<char[]>(blockSize);
    ThrottledProgress reporter(progress, length);
    for (qint64 done = 0; done < length;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const qint64 got = file.read(buffer.get(), std::min(blockSize, length - done));
        if (got <= 0)
            return unreadable(path, got < 0 ? file.errorString() : QStringLiteral("the file became shorter"));
        digest.add({buffer.get(), got});
        done += got;
        reporter.report(done);
    }
    return {};
}

} // namespace bidseal
