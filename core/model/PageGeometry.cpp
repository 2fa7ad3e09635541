#include "core/model/PageGeometry.h"

#include <cmath>

namespace bidseal {

namespace {

constexpr RectF usLetter{0, 0, 612, 792};

int normalizedRotation(int degrees)
{
    const int turns = ((degrees / 90) % 4 + 4) % 4;
    return turns * 90;
}

} // namespace

PageGeometry::PageGeometry(RectF mediaBox, RectF cropBox, int rotate, double userUnit)
    : m_rotation(normalizedRotation(rotate))
    , m_userUnit(std::isfinite(userUnit) && userUnit > 0 ? userUnit : 1)
{
    const RectF media = mediaBox.normalized().isEmpty() ? usLetter : mediaBox.normalized();
    const RectF visible = cropBox.normalized().intersected(media);
    m_box = visible.isEmpty() ? media : visible;
}

SizeF PageGeometry::shownSize() const
{
    const SizeF upright{m_box.width() * m_userUnit, m_box.height() * m_userUnit};
    const bool turned = m_rotation == 90 || m_rotation == 270;
    return turned ? SizeF{upright.height, upright.width} : upright;
}

SizeF PageGeometry::shownSizeMm() const
{
    const SizeF size = shownSize();
    return {pointsToMm(size.width), pointsToMm(size.height)};
}

PointF PageGeometry::toShown(PointF p) const
{
    const double right = p.x - m_box.x0;
    const double left = m_box.x1 - p.x;
    const double up = p.y - m_box.y0;
    const double down = m_box.y1 - p.y;
    PointF shown;
    switch (m_rotation) {
    case 90:
        shown = {up, right};
        break;
    case 180:
        shown = {left, up};
        break;
    case 270:
        shown = {down, left};
        break;
    default:
        shown = {right, down};
        break;
    }
    return {shown.x * m_userUnit, shown.y * m_userUnit};
}

PointF PageGeometry::toUserSpace(PointF shown) const
{
    const double x = shown.x / m_userUnit;
    const double y = shown.y / m_userUnit;
    switch (m_rotation) {
    case 90:
        return {m_box.x0 + y, m_box.y0 + x};
    case 180:
        return {m_box.x1 - x, m_box.y0 + y};
    case 270:
        return {m_box.x1 - y, m_box.y1 - x};
    default:
        return {m_box.x0 + x, m_box.y1 - y};
    }
}

RectF PageGeometry::toShown(RectF r) const
{
    const PointF a = toShown(PointF{r.x0, r.y0});
    const PointF b = toShown(PointF{r.x1, r.y1});
    return RectF{a.x, a.y, b.x, b.y}.normalized();
}

RectF PageGeometry::toUserSpace(RectF r) const
{
    const PointF a = toUserSpace(PointF{r.x0, r.y0});
    const PointF b = toUserSpace(PointF{r.x1, r.y1});
    return RectF{a.x, a.y, b.x, b.y}.normalized();
}

} // namespace bidseal
