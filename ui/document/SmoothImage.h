#pragma once

#include <QImage>
#include <QPainter>

namespace bidseal {

/**
 * Draws an image smoothly scaled, in strips of few rows: Qt gives larger pieces to helper threads and waits for them,
 * which may take long while the processors are busy drawing pages.
 */
void drawSmoothly(QPainter &painter, const QRectF &target, const QImage &image);

} // namespace bidseal
