#pragma once

#include "core/model/Geometry.h"

#include <QPointF>
#include <QRect>
#include <QTransform>

#include <vector>

namespace bidseal {

/**
 * Where the pages of a continuous column lie, in device pixels of the content (origin upper left of the whole column).
 * Plain arithmetic: no document, no widget. Pages whose size is not known yet borrow that of the first.
 */
class PageLayout
{
public:
    static constexpr double minimumZoom = 0.25;
    static constexpr double maximumZoom = 8.0;

    /** Space around and between the pages in device pixels. */
    struct Spacing
    {
        int margin = 16;
        int gap = 14;
        bool operator==(const Spacing &) const = default;
    };

    /** Something that must stay where it is while the layout changes: a page and a point in parts of its size. */
    struct Anchor
    {
        int page = -1;
        QPointF part; ///< 0..1 inside the page, beyond that beside it
    };

    /** Forgets all sizes; `estimate` in points of shown space. */
    void setPageCount(int count, SizeF estimate = {595.28, 841.89});
    [[nodiscard]] int pageCount() const { return int(m_pages.size()); }

    /** Sizes in points of shown space, from page `first` on. Returns true when anything moved. */
    bool setPageSizes(int first, const std::vector<SizeF> &sizes);
    [[nodiscard]] bool isKnown(int page) const;
    /** As shown without the view's rotation, in points. */
    [[nodiscard]] SizeF pageSize(int page) const;
    /** As laid out, view rotation applied, in points. */
    [[nodiscard]] SizeF turnedSize(int page) const;

    /** `scale`: device pixels per point, limited so that the column stays within the range of a scroll bar. */
    void setScale(double scale);
    [[nodiscard]] double scale() const { return m_scale; }
    [[nodiscard]] double largestScale() const;
    void setSpacing(Spacing spacing);
    void setRotation(int degrees);
    [[nodiscard]] int rotation() const { return m_rotation; }

    [[nodiscard]] QSize contentSize() const { return m_content; }
    /** The page's area; whole pixels, so that tiles lie exactly on the screen's raster. */
    [[nodiscard]] QRect pageRect(int page) const;
    /** Pages touched by the rows [top, bottom]; {first, last}, last < first when there is none. */
    [[nodiscard]] std::pair<int, int> pagesBetween(int top, int bottom) const;
    /** The page at a row, the nearest one in a gap; -1 without pages. */
    [[nodiscard]] int pageNear(int y) const;

    [[nodiscard]] Anchor anchorAt(const QPointF &content) const;
    [[nodiscard]] QPointF positionOf(const Anchor &anchor) const;
    /** Shown points of a page to content pixels. */
    [[nodiscard]] QTransform toContent(int page) const;

private:
    struct Page
    {
        SizeF size;
        bool known = false;
        int top = 0; ///< device pixels
    };

    [[nodiscard]] QSize pixelSize(int page) const;
    void arrange();

    std::vector<Page> m_pages;
    SizeF m_estimate{595.28, 841.89};
    double m_scale = 1;
    int m_rotation = 0;
    Spacing m_spacing;
    QSize m_content;
};

} // namespace bidseal
