#include "ui/document/PagePainter.h"

#include "core/messages/Messages.h"
#include "ui/document/SmoothImage.h"
#include "ui/document/TilePlan.h"
#include "ui/theme/Theme.h"

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

constexpr QColor hitColor(255, 214, 0, 96);
constexpr QColor currentHitColor(255, 140, 0, 128);
constexpr QColor currentHitLine(200, 90, 0);
// The page stays white in every theme, so the words on it have fixed colours (ui.md, section 1, "the page is sacred").
constexpr QColor paperText(0x19, 0x22, 0x2E);
constexpr QColor paperText2(0x44, 0x50, 0x62);
constexpr QColor shadowColor(0, 0, 0, 56);

QPolygonF polygonOf(const Quad &quad, const QTransform &transform)
{
    QPolygonF polygon;
    for (const PointF &point : quad) {
        polygon << transform.map(QPointF(point.x, point.y));
    }
    return polygon;
}

} // namespace

PagePainter::PagePainter(const PageLayout &layout, OpenDocument &open, QPoint offset, QSize viewport,
                         double devicePixelRatio)
    : m_layout(layout)
    , m_open(open)
    , m_offset(offset)
    , m_viewport(viewport)
    , m_ratio(devicePixelRatio)
{
}

void PagePainter::paint(QPainter &painter)
{
    painter.save();
    // Device pixels from here on: tiles fall exactly on the raster, at 125 % and 150 % too.
    painter.scale(1 / m_ratio, 1 / m_ratio);
    const auto [first, last] = m_layout.pagesBetween(m_offset.y(), m_offset.y() + m_viewport.height() - 1);
    for (int page = first; page <= last; ++page) {
        paintPage(painter, page);
    }
    painter.restore();
}

void PagePainter::paintPage(QPainter &painter, int page)
{
    const QRect rect = m_layout.pageRect(page).translated(-m_offset);
    paintShadow(painter, rect);
    painter.fillRect(rect, Qt::white);
    painter.save();
    painter.setClipRect(rect.intersected(QRect({}, m_viewport)));
    if (!hasAllTiles(page, rect)) {
        if (const auto error = m_open.pageError(page)) {
            paintError(painter, *error, rect);
        } else {
            paintPreview(painter, page);
            paintFormerTiles(painter, page, rect);
        }
    }
    paintTiles(painter, page, rect);
    painter.restore();
}

void PagePainter::paintShadow(QPainter &painter, const QRect &rect) const
{
    const int line = std::max(1, int(std::lround(m_ratio)));
    const QRect around = rect.adjusted(-line, -line, line, line).intersected(QRect({}, m_viewport));
    painter.fillRect(around, shadowColor);
    painter.fillRect(QRect(rect.x(), rect.bottom() + line, rect.width(), line), shadowColor);
}

bool PagePainter::hasAllTiles(int page, const QRect &rect) const
{
    const TileGrid grid(rect.size());
    const QRect touched = grid.touchedBy(QRect({}, m_viewport).translated(-rect.topLeft()));
    for (int row = touched.top(); row <= touched.bottom(); ++row) {
        for (int column = touched.left(); column <= touched.right(); ++column) {
            if (!m_open.tiles().contains(tileKey(m_layout, page, column, row))) {
                return false;
            }
        }
    }
    return true;
}

void PagePainter::paintTiles(QPainter &painter, int page, const QRect &rect)
{
    const TileGrid grid(rect.size());
    const QRect touched = grid.touchedBy(QRect({}, m_viewport).translated(-rect.topLeft()));
    for (int row = touched.top(); row <= touched.bottom(); ++row) {
        for (int column = touched.left(); column <= touched.right(); ++column) {
            const QImage tile = m_open.tiles().find(tileKey(m_layout, page, column, row));
            if (!tile.isNull()) {
                painter.drawImage(rect.topLeft() + grid.rect(column, row).topLeft(), tile);
            }
        }
    }
}

void PagePainter::paintFormerTiles(QPainter &painter, int page, const QRect &rect)
{
    if (m_formerScale <= 0 || m_formerScale == TileKey::scaleOf(m_layout.scale())) {
        return;
    }
    const SizeF size = m_layout.turnedSize(page);
    const double former = m_formerScale / 10000.0;
    const QSize formerPage(int(std::lround(size.width * former)), int(std::lround(size.height * former)));
    const double grow = m_layout.scale() / former;
    const TileGrid grid(formerPage);
    const QRectF seen = QRectF(QRect({}, m_viewport).translated(-rect.topLeft()));
    const QRect area(
        QRectF(seen.x() / grow, seen.y() / grow, seen.width() / grow, seen.height() / grow).toAlignedRect());
    const QRect touched = grid.touchedBy(area);
    for (int row = touched.top(); row <= touched.bottom(); ++row) {
        for (int column = touched.left(); column <= touched.right(); ++column) {
            const QImage tile = m_open.tiles().find({page, m_formerScale, m_layout.rotation(), column, row});
            if (!tile.isNull()) {
                const QRect piece = grid.rect(column, row);
                painter.drawImage(QRectF(rect.x() + piece.x() * grow, rect.y() + piece.y() * grow, piece.width() * grow,
                                         piece.height() * grow),
                                  tile);
            }
        }
    }
}

void PagePainter::paintPreview(QPainter &painter, int page)
{
    const QImage preview = m_open.preview(page);
    if (preview.isNull()) {
        return;
    }
    const SizeF size = m_layout.pageSize(page);
    painter.save();
    painter.setTransform(m_layout.toContent(page) * QTransform::fromTranslate(-m_offset.x(), -m_offset.y()) *
                         painter.transform());
    drawSmoothly(painter, QRectF(0, 0, size.width, size.height), preview);
    painter.restore();
}

void PagePainter::paintError(QPainter &painter, const Error &error, const QRect &rect) const
{
    const ErrorText words = errorText(error);
    // Centred in the part of the page that is seen, so that the reason is read at any zoom.
    const QRect seen = rect.intersected(QRect({}, m_viewport));
    const int margin = int(24 * m_ratio);
    const QRect inside = seen.adjusted(margin, margin, -margin, -margin);
    QFont title = Theme::font(15, true);
    QFont body = Theme::font(14);
    title.setPixelSize(int(title.pixelSize() * m_ratio));
    body.setPixelSize(int(body.pixelSize() * m_ratio));
    const QString what = words.whatNext;
    painter.setFont(title);
    const QRect titleNeeds = painter.boundingRect(inside, Qt::AlignHCenter | Qt::TextWordWrap, words.whatHappened);
    painter.setFont(body);
    const QRect bodyNeeds = painter.boundingRect(inside, Qt::AlignHCenter | Qt::TextWordWrap, what);
    const int gap = int(8 * m_ratio);
    const int top = std::max(inside.top(), inside.center().y() - (titleNeeds.height() + gap + bodyNeeds.height()) / 2);
    painter.setPen(paperText2);
    painter.drawText(QRect(inside.left(), top + titleNeeds.height() + gap, inside.width(), bodyNeeds.height()),
                     Qt::AlignHCenter | Qt::TextWordWrap, what);
    painter.setFont(title);
    painter.setPen(paperText);
    painter.drawText(QRect(inside.left(), top, inside.width(), titleNeeds.height()),
                     Qt::AlignHCenter | Qt::TextWordWrap, words.whatHappened);
}

void PagePainter::paintHits(QPainter &painter, const std::vector<TextHit> &hits, int current) const
{
    const auto [first, last] = m_layout.pagesBetween(m_offset.y(), m_offset.y() + m_viewport.height() - 1);
    const auto begin =
        std::lower_bound(hits.begin(), hits.end(), first, [](const TextHit &hit, int page) { return hit.page < page; });
    painter.save();
    painter.scale(1 / m_ratio, 1 / m_ratio);
    painter.setRenderHint(QPainter::Antialiasing);
    for (auto hit = begin; hit != hits.end() && hit->page <= last; ++hit) {
        const bool isCurrent = hit - hits.begin() == current;
        painter.setBrush(isCurrent ? currentHitColor : hitColor);
        painter.setPen(isCurrent ? QPen(currentHitLine, m_ratio) : QPen(Qt::NoPen));
        const QTransform transform =
            m_layout.toContent(hit->page) * QTransform::fromTranslate(-m_offset.x(), -m_offset.y());
        for (const Quad &quad : hit->quads) {
            painter.drawPolygon(polygonOf(quad, transform));
        }
    }
    painter.restore();
}

} // namespace bidseal
