#include "core/signing/PlacementRules.h"

#include <algorithm>

namespace bidseal {

namespace {

// A hundredth of a millimetre: coordinates go through mm and back on their way.
constexpr double tolerance = 0.03;

double clampedStart(double start, double length, double low, double high)
{
    const double latest = std::max(low, high - length);
    return std::clamp(start, low, latest);
}

bool isInside(const RectF &rect, const RectF &box)
{
    return rect.x0 >= box.x0 - tolerance && rect.y0 >= box.y0 - tolerance && rect.x1 <= box.x1 + tolerance &&
           rect.y1 <= box.y1 + tolerance;
}

} // namespace

RectF clampedToPage(const RectF &rect, const PageGeometry &geometry)
{
    const RectF box = geometry.visibleBox();
    const double x = clampedStart(rect.x0, rect.width(), box.x0, box.x1);
    const double y = clampedStart(rect.y0, rect.height(), box.y0, box.y1);
    return rect.translated(x - rect.x0, y - rect.y0);
}

RectF rectForStamp(SizeF sizeMm, PointF shownCenter, const PageGeometry &geometry)
{
    const SizeF size{mmToPoints(sizeMm.width), mmToPoints(sizeMm.height)};
    return geometry.toUserSpace(RectF::centeredAt(shownCenter, size));
}

Result<void> checkPlacements(const std::vector<Placement> &placements,
                             const std::function<Result<PageGeometry>(int)> &geometryOf)
{
    if (placements.empty())
        return fail(ErrorCode::NothingPlaced);
    for (const Placement &placement : placements) {
        const auto geometry = geometryOf(placement.page);
        if (!geometry)
            return std::unexpected(geometry.error());
        if (placement.rect.isEmpty() || !isInside(placement.rect, geometry->visibleBox())) {
            ErrorContext context;
            context.page = placement.page + 1;
            return fail(ErrorCode::PlacementOutsidePage, {}, context);
        }
    }
    return {};
}

} // namespace bidseal
