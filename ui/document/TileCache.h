#pragma once

#include <QImage>

#include <compare>
#include <functional>
#include <list>
#include <unordered_map>
#include <vector>

namespace bidseal {

/** Which part of which page at which size. */
struct TileKey
{
    int page = 0;
    int scale = 0;    ///< device pixels per point x 10000
    int rotation = 0; ///< of the view
    int column = 0;
    int row = 0;

    auto operator<=>(const TileKey &) const = default;
    static int scaleOf(double devicePixelsPerPoint);
};

struct TileKeyHash
{
    std::size_t operator()(const TileKey &key) const noexcept;
};

/** Drawn pieces of pages, bounded in bytes; the one not used for the longest time goes first. Window thread only. */
class TileCache
{
public:
    explicit TileCache(qint64 maximumBytes);

    /** The tile, marked as just used; null when it is not there. */
    [[nodiscard]] QImage find(const TileKey &key);
    [[nodiscard]] bool contains(const TileKey &key) const;
    /** A tile larger than the whole cache is not kept. Replaces an older one of the same key. */
    void insert(const TileKey &key, const QImage &image);
    void clear();
    void setMaximumBytes(qint64 bytes);
    /**
     * Takes the pictures that have to go, to free them elsewhere: unmapping a tile waits for threads that are just
     * being given memory, which on a busy machine is too long for the window's thread.
     */
    void setDisposer(std::function<void(std::vector<QImage>)> dispose);

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 maximumBytes() const { return m_maximumBytes; }
    [[nodiscard]] int count() const { return int(m_index.size()); }

private:
    struct Entry
    {
        TileKey key;
        QImage image;
    };

    void evict();

    std::list<Entry> m_entries; ///< most recently used first
    std::unordered_map<TileKey, std::list<Entry>::iterator, TileKeyHash> m_index;
    std::function<void(std::vector<QImage>)> m_dispose;
    qint64 m_bytes = 0;
    qint64 m_maximumBytes;
};

} // namespace bidseal
