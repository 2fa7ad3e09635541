#pragma once

#include "ui/placing/PlacementModel.h"
#include "ui/placing/SnapEngine.h"

#include <optional>

namespace bidseal {

/**
 * One gesture that moves placements, scales one, or brings a new stamp from the palette. It keeps copies ("ghosts")
 * that are shown while the mouse is down; the model changes once, at `commit`.
 */
class PlacementDrag
{
public:
    enum class Corner { UpperLeft, UpperRight, LowerRight, LowerLeft };

    explicit PlacementDrag(PlacementModel &model);

    /** Takes hold of all selected placements at a point of `primary` (shown points of its page). */
    void beginMove(const QUuid &primary, PointF grabbed);
    void beginResize(const QUuid &id, Corner corner);
    /** The error of a stamp whose size cannot be found. */
    Result<void> beginNew(const Stamp &stamp);

    [[nodiscard]] bool isActive() const { return m_kind != Kind::None; }
    [[nodiscard]] bool isResizing() const { return m_kind == Kind::Resize; }
    [[nodiscard]] bool isNew() const { return m_kind == Kind::New; }

    /** The mouse is at `shown` of `page` (-1: beside the pages, nothing would be placed). `tolerance` 0 = no snapping.
     */
    void update(int page, PointF shown, double tolerance);

    /** Puts the result into the model. False when there is nothing to put: the mouse was beside the pages or never
     * moved. */
    bool commit();
    void cancel();

    [[nodiscard]] const std::vector<Placement> &ghosts() const { return m_ghosts; }
    /** The ghost under the mouse; null while beside the pages. */
    [[nodiscard]] const Placement *primaryGhost() const;
    [[nodiscard]] const std::vector<GuideLine> &guides() const { return m_guides; }
    /** Why it came to rest here, in words; empty when it did not snap. */
    [[nodiscard]] QString hint() const { return m_hint; }
    /** The model's own picture of this placement is replaced by a ghost. */
    [[nodiscard]] bool replaces(const QUuid &id) const;

private:
    enum class Kind { None, Move, Resize, New };

    void updateMove(int page, PointF shown, double tolerance);
    void updateResize(int page, PointF shown);
    void updateNew(int page, PointF shown, double tolerance);
    RectF snapped(const RectF &shown, int page, const PageGeometry &geometry, double tolerance);
    [[nodiscard]] int boundedPageDelta(int delta) const;

    PlacementModel &m_model;
    Kind m_kind = Kind::None;
    std::vector<Placement> m_originals;
    std::vector<Placement> m_ghosts;
    QUuid m_primary;
    PointF m_grab; ///< mouse minus upper left corner, shown points
    Corner m_corner = Corner::LowerRight;
    SizeF m_newSizeMm;
    std::vector<GuideLine> m_guides;
    QString m_hint;
};

} // namespace bidseal
