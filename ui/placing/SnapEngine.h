#pragma once

#include "core/model/Geometry.h"

#include <optional>
#include <vector>

namespace bidseal {

/** A guide line across a page, in shown points. */
struct GuideLine
{
    enum class Direction { Vertical, Horizontal };
    Direction direction = Direction::Vertical;
    double position = 0; ///< x of a vertical line, y of a horizontal one
    double from = 0;     ///< its extent along the other axis
    double to = 0;

    bool operator==(const GuideLine &) const = default;
};

/** Where a dragged stamp comes to rest, and why. */
struct SnapResult
{
    RectF rect;
    std::vector<GuideLine> guides;
    bool onPageMiddle = false;            ///< its middle lies on a middle line of the page
    std::optional<std::size_t> centredOn; ///< index of the stamp whose centre line it shares
    std::optional<std::size_t> alignedTo; ///< index of the stamp with which it shares an edge
};

/**
 * Pulls a dragged rect to the page's middle lines and to the centres and edges of other stamps on the page. Everything
 * is in shown points of one page. Per axis the nearest candidate within `tolerance` wins, centres before edges at the
 * same distance.
 */
SnapResult snapRect(const RectF &moving, SizeF page, const std::vector<RectF> &others, double tolerance);

} // namespace bidseal
