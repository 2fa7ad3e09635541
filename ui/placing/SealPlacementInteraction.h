#pragma once

#include "ui/document/PageInteraction.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/placing/PlacementDrag.h"
#include "ui/placing/PlacementModel.h"
#include "ui/placing/PlacementPainter.h"

#include <QObject>

#include <functional>
#include <optional>

namespace bidseal {

/** A seal that belongs to a signature already in the file. */
struct LockedFrame
{
    int page = 0;
    RectF shown; ///< shown points
};

/**
 * Placing seals on the pages with mouse and keyboard: select, move across pages, scale where the kind allows, rubber
 * band, nudge, delete, drop from the palette. Paints the very appearances that will be written. Model and cache outlive
 * it.
 */
class SealPlacementInteraction : public QObject, public PageInteraction
{
    Q_OBJECT
public:
    SealPlacementInteraction(PlacementModel &model, AppearanceCache &appearances, QObject *parent = nullptr);

    /** How shown points of a page become viewport pixels; the view's `pageToViewport`. */
    void setPageMapping(std::function<QTransform(int)> toViewport);
    void setLockedFrames(std::vector<LockedFrame> frames);
    void setSnapping(bool on);
    [[nodiscard]] bool isSnapping() const { return m_snapping; }
    /** Passive: stamps are painted, but mouse and keys are left to the view (to select text). */
    void setPassive(bool passive);
    [[nodiscard]] bool isPassive() const { return m_passive; }

    bool press(const PageEvent &event) override;
    bool move(const PageEvent &event) override;
    bool release(const PageEvent &event) override;
    bool key(QKeyEvent *event) override;
    bool contextMenu(const PageEvent &event, const QPoint &global) override;
    bool dragMove(const PageEvent &event, const QMimeData &data) override;
    void dragLeave() override;
    bool drop(const PageEvent &event, const QMimeData &data) override;
    void cancel() override;
    void paint(QPainter &painter, int page, const QTransform &toViewport) override;
    [[nodiscard]] QCursor cursorAt(const PageEvent &event) const override;
    QString toolTipAt(const PageEvent &event) const override;

    /** Installed on the view: Tab would leave it before the view hands out keys. */
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /** Something painted here changed; the view repaints. */
    void overlayChanged();
    /** The person wants the selected stamps on more pages. */
    void copyRequested();
    void menuRequested(const QPoint &global);
    /** A placement chosen by key shall be in sight (shown points). */
    void revealRequested(int page, const bidseal::RectF &shown);
    void problem(const bidseal::Error &error);

private:
    struct RubberBand
    {
        int page;
        PointF anchor; ///< shown points
        QPointF now;   ///< viewport
        std::vector<QUuid> before;
    };
    struct Pressed
    {
        PageEvent event;
        QUuid placement;
        bool wasSelected = false;
    };

    [[nodiscard]] QRectF viewportRect(const Placement &placement) const;
    [[nodiscard]] double scaleOf(int page) const;
    [[nodiscard]] const Placement *placementAt(const PageEvent &event) const;
    [[nodiscard]] const Placement *tagged() const;
    [[nodiscard]] placementPainter::TagButton tagButtonAt(QPoint viewport) const;
    [[nodiscard]] std::optional<PlacementDrag::Corner> handleAt(QPoint viewport) const;
    [[nodiscard]] int lockedFrameAt(const PageEvent &event) const;
    [[nodiscard]] double tolerance(int page) const;
    [[nodiscard]] QRectF bandRect() const;

    void pressPlacement(const PageEvent &event, const Placement &placement);
    void releasePress();
    void updateBand(const PageEvent &event);
    void updateHover(const PageEvent &event);
    void clickTag(placementPainter::TagButton button);
    bool nudgeKey(const QKeyEvent &event);
    bool walk(bool backwards);
    void reveal(const QUuid &id);
    void paintStamp(QPainter &painter, const Placement &placement, const QTransform &toViewport);
    void paintStamps(QPainter &painter, int page, const QTransform &toViewport);
    void paintDrag(QPainter &painter, int page, const QTransform &toViewport);

    PlacementModel &m_model;
    AppearanceCache &m_appearances;
    std::function<QTransform(int)> m_toViewport;
    std::vector<LockedFrame> m_locked;
    PlacementDrag m_drag;
    std::optional<Pressed> m_pressed;
    std::optional<RubberBand> m_band;
    placementPainter::TagButton m_hoveredButton = placementPainter::TagButton::None;
    placementPainter::TagButton m_pressedButton = placementPainter::TagButton::None;
    int m_hoveredLock = -1;
    QPoint m_mouse;
    bool m_snapping = true;
    bool m_passive = false;
};

} // namespace bidseal
