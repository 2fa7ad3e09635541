#include "ui/document/TileCache.h"

#include <QHashFunctions>

#include <cmath>
#include <utility>

namespace bidseal {

int TileKey::scaleOf(double devicePixelsPerPoint)
{
    return int(std::lround(devicePixelsPerPoint * 10000));
}

std::size_t TileKeyHash::operator()(const TileKey &key) const noexcept
{
    return qHashMulti(0, key.page, key.scale, key.rotation, key.column, key.row);
}

TileCache::TileCache(qint64 maximumBytes)
    : m_maximumBytes(maximumBytes)
{
}

QImage TileCache::find(const TileKey &key)
{
    const auto found = m_index.find(key);
    if (found == m_index.end()) {
        return {};
    }
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->image;
}

bool TileCache::contains(const TileKey &key) const
{
    return m_index.contains(key);
}

void TileCache::insert(const TileKey &key, const QImage &image)
{
    if (const auto found = m_index.find(key); found != m_index.end()) {
        m_bytes -= found->second->image.sizeInBytes();
        m_entries.erase(found->second);
        m_index.erase(found);
    }
    if (image.isNull() || image.sizeInBytes() > m_maximumBytes) {
        return;
    }
    m_entries.push_front({key, image});
    m_index.emplace(key, m_entries.begin());
    m_bytes += image.sizeInBytes();
    evict();
}

void TileCache::clear()
{
    m_index.clear();
    m_entries.clear();
    m_bytes = 0;
}

void TileCache::setMaximumBytes(qint64 bytes)
{
    m_maximumBytes = bytes;
    evict();
}

void TileCache::setDisposer(std::function<void(std::vector<QImage>)> dispose)
{
    m_dispose = std::move(dispose);
}

void TileCache::evict()
{
    std::vector<QImage> gone;
    while (m_bytes > m_maximumBytes && !m_entries.empty()) {
        m_bytes -= m_entries.back().image.sizeInBytes();
        m_index.erase(m_entries.back().key);
        gone.push_back(std::move(m_entries.back().image));
        m_entries.pop_back();
    }
    if (m_dispose && !gone.empty()) {
        m_dispose(std::move(gone));
    }
}

} // namespace bidseal
