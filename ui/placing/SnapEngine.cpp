#include "ui/placing/SnapEngine.h"

#include <array>
#include <cmath>

namespace bidseal {

namespace {

enum class Reason { PageMiddle, Centre, Edge };

/** One axis of a rect. */
struct Span
{
    double low;
    double high;
    [[nodiscard]] double middle() const { return (low + high) / 2; }
};

struct Catch
{
    double delta = 0;    ///< to be added to the moving rect
    double position = 0; ///< of the guide line
    Reason reason = Reason::Edge;
    std::size_t index = 0;
};

class AxisSearch
{
public:
    AxisSearch(Span moving, double tolerance)
        : m_moving(moving)
        , m_tolerance(tolerance)
    {
    }

    void offerMiddle(double position, Reason reason, std::size_t index)
    {
        offer({position - m_moving.middle(), position, reason, index});
    }

    void offerEdges(Span other, std::size_t index)
    {
        for (const double position : {other.low, other.high}) {
            for (const double edge : {m_moving.low, m_moving.high})
                offer({position - edge, position, Reason::Edge, index});
        }
    }

    [[nodiscard]] const std::optional<Catch> &best() const { return m_best; }

private:
    void offer(const Catch &candidate)
    {
        constexpr double sameDistance = 1e-6;
        if (std::abs(candidate.delta) > m_tolerance)
            return;
        if (!m_best || std::abs(candidate.delta) < std::abs(m_best->delta) - sameDistance)
            m_best = candidate;
    }

    Span m_moving;
    double m_tolerance;
    std::optional<Catch> m_best;
};

Span across(const RectF &rect, GuideLine::Direction line)
{
    return line == GuideLine::Direction::Vertical ? Span{rect.x0, rect.x1} : Span{rect.y0, rect.y1};
}

Span along(const RectF &rect, GuideLine::Direction line)
{
    return line == GuideLine::Direction::Vertical ? Span{rect.y0, rect.y1} : Span{rect.x0, rect.x1};
}

std::optional<Catch> searchAxis(const RectF &moving, SizeF page, const std::vector<RectF> &others, double tolerance,
                                GuideLine::Direction line)
{
    AxisSearch search(across(moving, line), tolerance);
    for (std::size_t i = 0; i < others.size(); ++i)
        search.offerMiddle(across(others[i], line).middle(), Reason::Centre, i);
    const double pageMiddle = (line == GuideLine::Direction::Vertical ? page.width : page.height) / 2;
    search.offerMiddle(pageMiddle, Reason::PageMiddle, 0);
    for (std::size_t i = 0; i < others.size(); ++i)
        search.offerEdges(across(others[i], line), i);
    return search.best();
}

/** From the one stamp to the other with a little to spare; across the whole page for its middle. */
GuideLine guideFor(const Catch &found, const RectF &rect, SizeF page, const std::vector<RectF> &others,
                   GuideLine::Direction line)
{
    if (found.reason == Reason::PageMiddle)
        return {line, found.position, 0, line == GuideLine::Direction::Vertical ? page.height : page.width};
    constexpr double overhang = 8;
    const Span mine = along(rect, line);
    const Span other = along(others[found.index], line);
    return {line, found.position, std::min(mine.low, other.low) - overhang, std::max(mine.high, other.high) + overhang};
}

} // namespace

SnapResult snapRect(const RectF &moving, SizeF page, const std::vector<RectF> &others, double tolerance)
{
    using enum GuideLine::Direction;
    const std::optional<Catch> x = searchAxis(moving, page, others, tolerance, Vertical);
    const std::optional<Catch> y = searchAxis(moving, page, others, tolerance, Horizontal);
    SnapResult result;
    result.rect = moving.translated(x ? x->delta : 0, y ? y->delta : 0);
    for (const auto &[found, line] : {std::pair(x, Vertical), std::pair(y, Horizontal)}) {
        if (!found)
            continue;
        result.guides.push_back(guideFor(*found, result.rect, page, others, line));
        result.onPageMiddle |= found->reason == Reason::PageMiddle;
        if (found->reason == Reason::Centre && !result.centredOn)
            result.centredOn = found->index;
        if (found->reason == Reason::Edge && !result.alignedTo)
            result.alignedTo = found->index;
    }
    return result;
}

} // namespace bidseal
