// What SealPlacementInteraction paints above the pages.

#include "ui/placing/SealPlacementInteraction.h"

#include "ui/placing/PlacementText.h"

#include <cmath>

namespace bidseal {

namespace {

constexpr double draggedOpacity = 0.75;

QRectF toQRectF(const RectF &rect)
{
    return {QPointF(rect.x0, rect.y0), QPointF(rect.x1, rect.y1)};
}

} // namespace

void SealPlacementInteraction::paint(QPainter &painter, int page, const QTransform &toViewport)
{
    for (std::size_t i = 0; i < m_locked.size(); ++i) {
        if (m_locked[i].page == page)
            placementPainter::paintLockedFrame(painter, toViewport.mapRect(toQRectF(m_locked[i].shown)),
                                               m_hoveredLock == static_cast<int>(i));
    }
    paintStamps(painter, page, toViewport);
    paintDrag(painter, page, toViewport);
    if (m_band && m_band->page == page)
        placementPainter::paintRubberBand(painter, bandRect());
}

void SealPlacementInteraction::paintStamps(QPainter &painter, int page, const QTransform &toViewport)
{
    for (const Placement &placement : m_model.placements()) {
        const bool stays = !m_drag.replaces(placement.id) || m_drag.ghosts().empty();
        if (placement.page == page && stays)
            paintStamp(painter, placement, toViewport);
    }
    if (m_drag.isActive() && !m_drag.ghosts().empty() && !m_drag.isNew())
        return;
    for (const Placement &placement : m_model.placements()) {
        if (placement.page == page && m_model.isSelected(placement.id))
            placementPainter::paintSelection(painter, toViewport.mapRect(toQRectF(m_model.shownRect(placement))));
    }
    const Placement *single = tagged();
    if (!single || single->page != page)
        return;
    const RectF shown = m_model.shownRect(*single);
    const QRectF frame = toViewport.mapRect(toQRectF(shown));
    if (isResizable(single->stamp))
        placementPainter::paintHandles(painter, frame);
    const QString text = stampTagText(single->stamp, shown);
    placementPainter::paintTag(painter, placementPainter::tagLayout(frame, text), text, m_hoveredButton);
}

void SealPlacementInteraction::paintStamp(QPainter &painter, const Placement &placement, const QTransform &toViewport)
{
    const QRectF shown = toQRectF(m_model.shownRect(placement));
    const double scale = std::sqrt(std::abs(toViewport.determinant()));
    const double ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1;
    const QImage picture = m_appearances.picture(placement.stamp, (shown.size() * scale * ratio).toSize());
    if (picture.isNull()) {
        if (m_appearances.problem(placement.stamp))
            placementPainter::paintBroken(painter, toViewport.mapRect(shown), tr("This seal's picture can't be shown"));
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(toViewport, true);
    painter.drawImage(shown, picture);
    painter.restore();
}

void SealPlacementInteraction::paintDrag(QPainter &painter, int page, const QTransform &toViewport)
{
    if (!m_drag.isActive())
        return;
    painter.setOpacity(draggedOpacity);
    for (const Placement &ghost : m_drag.ghosts()) {
        if (ghost.page == page)
            paintStamp(painter, ghost, toViewport);
    }
    painter.setOpacity(1);
    const Placement *primary = m_drag.primaryGhost();
    if (!primary || primary->page != page)
        return;
    const RectF shown = m_model.shownRect(*primary);
    placementPainter::paintDragFrame(painter, toViewport.mapRect(toQRectF(shown)));
    placementPainter::paintGuides(painter, m_drag.guides(), toViewport);
    QStringList lines{tr("%1  left %2  top %3 mm").arg(stampName(primary->stamp), mmText(shown.x0), mmText(shown.y0))};
    if (m_drag.isResizing())
        lines = {tr("%1  %2 × %3 mm").arg(stampName(primary->stamp), mmText(shown.width()), mmText(shown.height()))};
    if (!m_drag.hint().isEmpty())
        lines << m_drag.hint();
    placementPainter::paintLabel(painter, m_mouse, lines);
}

} // namespace bidseal
