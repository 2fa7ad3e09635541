#include "core/signing/HashedCopy.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace bidseal {

namespace {

/** How far the copy has come; handed from the copying to the hashing thread. */
class Watermark
{
public:
    void rise(qint64 copied)
    {
        const std::lock_guard lock(m_mutex);
        m_copied = copied;
        m_changed.notify_one();
    }

    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_hasEnded = true;
        m_changed.notify_one();
    }

    /** Waits for more than `hashed` bytes; what there is when the copy has ended. */
    qint64 waitBeyond(qint64 hashed)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_copied > hashed || m_hasEnded; });
        return m_copied;
    }

private:
    std::mutex m_mutex; ///< guards both below
    std::condition_variable m_changed;
    qint64 m_copied = 0;
    bool m_hasEnded = false;
};

Result<void> hashGrowingFile(Digest &digest, const QString &path, Watermark &watermark, const std::stop_token &stop)
{
    for (qint64 hashed = 0;;) {
        const qint64 copied = watermark.waitBeyond(hashed);
        if (copied == hashed)
            return {};
        if (auto read = addFileRange(digest, path, hashed, copied - hashed, stop); !read)
            return read;
        hashed = copied;
    }
}

} // namespace

Result<Digest> copyAndHash(StagedFile &staged, const QString &inputPath, const std::stop_token &stop,
                           const ByteProgress &progress)
{
    Digest digest(DigestAlgorithm::Sha256);
    Watermark watermark;
    Result<void> hashed;
    std::jthread hasher([&, path = staged.path()] { hashed = hashGrowingFile(digest, path, watermark, stop); });
    const auto copied = staged.copyFrom(inputPath, stop, [&](qint64 done, qint64 total) {
        watermark.rise(done);
        if (progress)
            progress(done, total);
    });
    watermark.end();
    hasher.join();
    if (!copied)
        return std::unexpected(copied.error());
    if (!hashed)
        return std::unexpected(hashed.error());
    return digest;
}

} // namespace bidseal
