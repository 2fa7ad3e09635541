#pragma once

#include "core/common/Result.h"
#include "core/model/PageGeometry.h"
#include "core/model/Placement.h"

#include <functional>
#include <vector>

namespace bidseal {

/** Keeps a stamp whole on the page as shown: the nearest rect of the same size inside the visible box, in user space.
 */
RectF clampedToPage(const RectF &rect, const PageGeometry &geometry);

/** The rect, in user space, of a stamp of `sizeMm` whose centre is at `shownCenter` (shown points). */
RectF rectForStamp(SizeF sizeMm, PointF shownCenter, const PageGeometry &geometry);

/** PlacementOutsidePage or NothingPlaced; otherwise fine. Overlaps are allowed: people seal over names on purpose. */
Result<void> checkPlacements(const std::vector<Placement> &placements,
                             const std::function<Result<PageGeometry>(int)> &geometryOf);

} // namespace bidseal
