#include "ui/document/PageLayout.h"

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

constexpr double largestColumn = 1 << 30; ///< pixels a scroll bar and QRect take without overflow

SizeF usable(SizeF size)
{
    const auto side = [](double value) { return std::isfinite(value) ? std::clamp(value, 1.0, 1e6) : 1.0; };
    return {side(size.width), side(size.height)};
}

} // namespace

void PageLayout::setPageCount(int count, SizeF estimate)
{
    m_estimate = usable(estimate);
    m_pages.assign(std::size_t(std::max(0, count)), Page{m_estimate, false, 0});
    setScale(m_scale);
}

bool PageLayout::setPageSizes(int first, const std::vector<SizeF> &sizes)
{
    bool moved = false;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const std::size_t index = std::size_t(std::max(0, first)) + i;
        if (index >= m_pages.size()) {
            break;
        }
        Page &page = m_pages[index];
        const SizeF size = usable(sizes[i]);
        moved = moved || !(page.size == size);
        page.size = size;
        page.known = true;
        if (index == 0 && !(m_estimate == size)) {
            m_estimate = size;
            for (Page &other : m_pages) {
                if (!other.known) {
                    other.size = size;
                }
            }
        }
    }
    if (moved) {
        setScale(m_scale);
    }
    return moved;
}

bool PageLayout::isKnown(int page) const
{
    return page >= 0 && page < pageCount() && m_pages[std::size_t(page)].known;
}

SizeF PageLayout::pageSize(int page) const
{
    return page >= 0 && page < pageCount() ? m_pages[std::size_t(page)].size : m_estimate;
}

SizeF PageLayout::turnedSize(int page) const
{
    const SizeF size = pageSize(page);
    return m_rotation == 90 || m_rotation == 270 ? SizeF{size.height, size.width} : size;
}

double PageLayout::largestScale() const
{
    double height = 0;
    double width = 0;
    for (const Page &page : m_pages) {
        height += std::max(page.size.width, page.size.height);
        width = std::max({width, page.size.width, page.size.height});
    }
    return largestColumn / std::max({1.0, height, width});
}

void PageLayout::setScale(double scale)
{
    const double wanted = std::isfinite(scale) && scale > 0 ? scale : 1;
    m_scale = std::min(wanted, largestScale());
    arrange();
}

void PageLayout::setSpacing(Spacing spacing)
{
    m_spacing = spacing;
    arrange();
}

void PageLayout::setRotation(int degrees)
{
    m_rotation = ((degrees / 90) % 4 + 4) % 4 * 90;
    arrange();
}

QSize PageLayout::pixelSize(int page) const
{
    const SizeF size = turnedSize(page);
    return {std::max(1, int(std::lround(size.width * m_scale))), std::max(1, int(std::lround(size.height * m_scale)))};
}

void PageLayout::arrange()
{
    int y = m_spacing.margin;
    int widest = 0;
    for (int i = 0; i < pageCount(); ++i) {
        const QSize size = pixelSize(i);
        m_pages[std::size_t(i)].top = y;
        y += size.height() + m_spacing.gap;
        widest = std::max(widest, size.width());
    }
    m_content = m_pages.empty() ? QSize() : QSize(widest + 2 * m_spacing.margin, y - m_spacing.gap + m_spacing.margin);
}

QRect PageLayout::pageRect(int page) const
{
    if (page < 0 || page >= pageCount()) {
        return {};
    }
    const QSize size = pixelSize(page);
    return {(m_content.width() - size.width()) / 2, m_pages[std::size_t(page)].top, size.width(), size.height()};
}

int PageLayout::pageNear(int y) const
{
    if (m_pages.empty()) {
        return -1;
    }
    const int half = m_spacing.gap / 2;
    const auto after = std::upper_bound(m_pages.begin(), m_pages.end(), y,
                                        [half](int row, const Page &page) { return row < page.top - half; });
    return std::max(0, int(after - m_pages.begin()) - 1);
}

std::pair<int, int> PageLayout::pagesBetween(int top, int bottom) const
{
    if (m_pages.empty() || bottom < top) {
        return {0, -1};
    }
    int first = pageNear(top);
    if (pageRect(first).bottom() < top) {
        ++first;
    }
    int last = pageNear(bottom);
    if (pageRect(last).top() > bottom) {
        --last;
    }
    return {first, std::min(last, pageCount() - 1)};
}

PageLayout::Anchor PageLayout::anchorAt(const QPointF &content) const
{
    const int page = pageNear(int(std::floor(content.y())));
    if (page < 0) {
        return {};
    }
    const QRect rect = pageRect(page);
    return {page, {(content.x() - rect.x()) / rect.width(), (content.y() - rect.y()) / rect.height()}};
}

QPointF PageLayout::positionOf(const Anchor &anchor) const
{
    const QRect rect = pageRect(anchor.page);
    return {rect.x() + anchor.part.x() * rect.width(), rect.y() + anchor.part.y() * rect.height()};
}

QTransform PageLayout::toContent(int page) const
{
    const QRect rect = pageRect(page);
    const SizeF size = pageSize(page);
    QTransform transform;
    transform.translate(rect.x(), rect.y());
    // The page is drawn with this very scale; its area is that size rounded to whole pixels.
    transform.scale(m_scale, m_scale);
    switch (m_rotation) {
    case 90:
        transform.translate(size.height, 0);
        break;
    case 180:
        transform.translate(size.width, size.height);
        break;
    case 270:
        transform.translate(0, size.width);
        break;
    default:
        break;
    }
    transform.rotate(m_rotation);
    return transform;
}

} // namespace bidseal
