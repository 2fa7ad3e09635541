#include "ui/document/SmoothImage.h"

#include <algorithm>

namespace bidseal {

namespace {

constexpr double stripRows = 48; ///< device pixels; Qt splits from 96 rows on

} // namespace

void drawSmoothly(QPainter &painter, const QRectF &target, const QImage &image)
{
    const QTransform world = painter.transform();
    QRectF seen = world.mapRect(target);
    if (painter.hasClipping()) {
        seen = seen.intersected(world.mapRect(painter.clipBoundingRect()));
    }
    const int strip = std::max(1, int(stripRows / painter.device()->devicePixelRatioF()));
    const QRect rows = seen.toAlignedRect();
    for (int top = rows.top(); top <= rows.bottom(); top += strip) {
        painter.save();
        painter.resetTransform();
        painter.setClipRect(QRect(rows.left(), top, rows.width(), strip), Qt::IntersectClip);
        painter.setTransform(world);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, image);
        painter.restore();
    }
}

} // namespace bidseal
