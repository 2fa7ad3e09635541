#pragma once

#include <algorithm>

namespace bidseal {

inline constexpr double pointsPerInch = 72.0;
inline constexpr double mmPerInch = 25.4;

constexpr double mmToPoints(double mm)
{
    return mm * pointsPerInch / mmPerInch;
}

constexpr double pointsToMm(double points)
{
    return points * mmPerInch / pointsPerInch;
}

/** A point; the doc of who hands it out says in which space. */
struct PointF
{
    double x = 0;
    double y = 0;
    bool operator==(const PointF &) const = default;
};

struct SizeF
{
    double width = 0;
    double height = 0;
    bool operator==(const SizeF &) const = default;
};

/** Corners with x0 <= x1 and y0 <= y1, whichever way y runs in the space it belongs to. */
struct RectF
{
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;

    [[nodiscard]] constexpr double width() const { return x1 - x0; }
    [[nodiscard]] constexpr double height() const { return y1 - y0; }
    [[nodiscard]] constexpr PointF center() const { return {(x0 + x1) / 2, (y0 + y1) / 2}; }
    [[nodiscard]] constexpr bool isEmpty() const { return x1 <= x0 || y1 <= y0; }
    [[nodiscard]] constexpr bool contains(PointF p) const { return p.x >= x0 && p.x <= x1 && p.y >= y0 && p.y <= y1; }
    [[nodiscard]] constexpr RectF normalized() const
    {
        return {std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
    }
    [[nodiscard]] constexpr RectF translated(double dx, double dy) const
    {
        return {x0 + dx, y0 + dy, x1 + dx, y1 + dy};
    }
    [[nodiscard]] constexpr RectF intersected(const RectF &o) const
    {
        return {std::max(x0, o.x0), std::max(y0, o.y0), std::min(x1, o.x1), std::min(y1, o.y1)};
    }
    [[nodiscard]] constexpr RectF united(const RectF &o) const
    {
        return {std::min(x0, o.x0), std::min(y0, o.y0), std::max(x1, o.x1), std::max(y1, o.y1)};
    }
    static constexpr RectF centeredAt(PointF c, SizeF s)
    {
        return {c.x - s.width / 2, c.y - s.height / 2, c.x + s.width / 2, c.y + s.height / 2};
    }
    bool operator==(const RectF &) const = default;
};

} // namespace bidseal
