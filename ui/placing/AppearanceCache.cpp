#include "ui/placing/AppearanceCache.h"

#include "core/model/Raster.h"
#include "core/pdf/StampAppearance.h"

#include <QFuture>
#include <QtConcurrentRun>

#include <algorithm>

namespace bidseal {

namespace {

constexpr int largestSide = 3000; ///< device pixels; beyond it the picture is stretched

QByteArray keyOf(const Stamp &stamp)
{
    if (const Seal *seal = std::get_if<Seal>(&stamp)) {
        // asked for at every paint: a fast hash beside id and length tells pictures of this PC apart
        return "seal " + seal->id.toUtf8() + ' ' + QByteArray::number(seal->png.size()) + ' ' +
               QByteArray::number(static_cast<qulonglong>(qHash(seal->png)));
    }
    const DateStamp &date = std::get<DateStamp>(stamp); // its height only scales the same paths
    return "date " + dateStampText(date).toUtf8();
}

QSize bounded(QSize pixels)
{
    const QSize sane = pixels.expandedTo({1, 1});
    return std::max(sane.width(), sane.height()) <= largestSide
               ? sane
               : sane.scaled(largestSide, largestSide, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/** The image shares the raster's memory. */
QImage imageOf(const Raster &raster)
{
    auto *owner = new std::shared_ptr<std::uint8_t[]>(raster.pixels);
    return QImage(
        raster.pixels.get(), raster.width, raster.height, raster.stride, QImage::Format_ARGB32_Premultiplied,
        [](void *info) { delete static_cast<std::shared_ptr<std::uint8_t[]> *>(info); }, owner);
}

Result<QImage> drawStamp(const Stamp &stamp, QSize pixels)
{
    const Result<StampAppearance> appearance = stampAppearance(stamp);
    if (!appearance)
        return fail(appearance.error());
    const Result<Raster> raster = renderAppearance(*appearance, pixels.width(), pixels.height());
    if (!raster)
        return fail(raster.error());
    return imageOf(*raster);
}

} // namespace

AppearanceCache::AppearanceCache(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

AppearanceCache::~AppearanceCache()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QImage AppearanceCache::picture(const Stamp &stamp, QSize pixels)
{
    const QByteArray key = keyOf(stamp);
    const QSize wanted = bounded(pixels);
    auto substitute = m_entries.end();
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (it->stamp != key)
            continue;
        if (it->pixels == wanted) {
            m_entries.splice(m_entries.begin(), m_entries, it);
            return m_entries.front().image;
        }
        if (substitute == m_entries.end() || it->pixels.width() > substitute->pixels.width())
            substitute = it;
    }
    draw(stamp, key, wanted);
    return substitute == m_entries.end() ? QImage() : substitute->image;
}

std::optional<Error> AppearanceCache::problem(const Stamp &stamp) const
{
    const auto it = m_problems.constFind(keyOf(stamp));
    return it == m_problems.cend() ? std::nullopt : std::optional(*it);
}

void AppearanceCache::setCapacity(qint64 bytes)
{
    m_capacity = bytes;
}

void AppearanceCache::draw(const Stamp &stamp, const QByteArray &key, QSize pixels)
{
    if (m_problems.contains(key) || m_pending[key].contains(pixels))
        return;
    m_pending[key].append(pixels);
    QtConcurrent::run(&m_pool, drawStamp, stamp, pixels).then(this, [this, key, pixels](const Result<QImage> &image) {
        m_pending[key].removeAll(pixels);
        if (image)
            keep(key, pixels, *image);
        else
            m_problems.insert(key, image.error());
        Q_EMIT ready();
    });
}

void AppearanceCache::keep(const QByteArray &key, QSize pixels, const QImage &image)
{
    m_entries.push_front({key, pixels, image});
    m_used += image.sizeInBytes();
    while (m_used > m_capacity && m_entries.size() > 1) {
        m_used -= m_entries.back().image.sizeInBytes();
        m_entries.pop_back();
    }
}

} // namespace bidseal
