#pragma once

#include "core/model/Geometry.h"

namespace bidseal {

/**
 * The one place that knows how a page is turned, cropped and scaled (ISO 32000-2, 14.11.2 and table 31).
 *
 * Two spaces: *user space* is the page's own unrotated coordinate system, y up, in its own units (1/72 inch x
 * UserUnit); placements are kept in it. *Shown space* is the page as a reader sees it: origin in the upper left corner
 * of the visible box, y down, /Rotate applied, in true points (1/72 inch), so that 1 mm is mmToPoints(1) on every page.
 */
class PageGeometry
{
public:
    PageGeometry() = default;
    /**
     * `mediaBox` and `cropBox` in user space, `rotate` in degrees (any multiple of 90, negative too), `userUnit` in
     * 1/72 inch. The visible box is the crop box cut to the media box; an empty result falls back to the media box, an
     * empty media box to US Letter, as viewers do.
     */
    PageGeometry(RectF mediaBox, RectF cropBox, int rotate, double userUnit);

    /** The visible box in user space. */
    [[nodiscard]] RectF visibleBox() const { return m_box; }
    /** 0, 90, 180 or 270, clockwise. */
    [[nodiscard]] int rotation() const { return m_rotation; }
    [[nodiscard]] double userUnit() const { return m_userUnit; }

    /** Size as shown, in true points. */
    [[nodiscard]] SizeF shownSize() const;
    [[nodiscard]] SizeF shownSizeMm() const;

    [[nodiscard]] PointF toShown(PointF userSpace) const;
    [[nodiscard]] PointF toUserSpace(PointF shown) const;
    [[nodiscard]] RectF toShown(RectF userSpace) const;
    [[nodiscard]] RectF toUserSpace(RectF shown) const;

    bool operator==(const PageGeometry &) const = default;

private:
    RectF m_box{0, 0, 612, 792};
    int m_rotation = 0;
    double m_userUnit = 1;
};

} // namespace bidseal
