#pragma once

#include "ui/placing/SnapEngine.h"

#include <QPainter>
#include <QStringList>
#include <QTransform>

#include <array>

namespace bidseal {

// How placing looks on the pages. Pages are white in both schemes, so the light values of the tokens are used here.
namespace placementPainter {

/** The tag above a selected stamp, in viewport pixels. */
struct TagLayout
{
    QRectF frame;
    QRectF text;
    QRectF copyButton;
    QRectF deleteButton;
};

enum class TagButton { None, Copy, Delete };

/** Above `stamp`, or below it where there is no room above. */
TagLayout tagLayout(const QRectF &stamp, const QString &text);
void paintTag(QPainter &painter, const TagLayout &layout, const QString &text, TagButton hovered);

/** The dashed frame of a selected stamp lies a little outside it. */
QRectF selectionFrame(const QRectF &stamp);
void paintSelection(QPainter &painter, const QRectF &stamp);
/** The frame of a stamp under the mouse while it is dragged. */
void paintDragFrame(QPainter &painter, const QRectF &stamp);

/** Upper left, upper right, lower right, lower left, each 9 pixels wide. */
std::array<QRectF, 4> handles(const QRectF &stamp);
void paintHandles(QPainter &painter, const QRectF &stamp);

void paintGuides(QPainter &painter, const std::vector<GuideLine> &guides, const QTransform &toViewport);
void paintLabel(QPainter &painter, QPointF anchor, const QStringList &lines);
void paintRubberBand(QPainter &painter, const QRectF &band);
/** A seal of an earlier signature; the lock shows while the mouse is over it. */
void paintLockedFrame(QPainter &painter, const QRectF &frame, bool hovered);
/** Instead of a stamp that cannot be drawn. */
void paintBroken(QPainter &painter, const QRectF &stamp, const QString &why);

} // namespace placementPainter

} // namespace bidseal
