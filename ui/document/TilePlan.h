#pragma once

#include "ui/document/PageLayout.h"
#include "ui/document/RenderPool.h"
#include "ui/document/TileCache.h"

#include <QRect>

#include <functional>
#include <vector>

namespace bidseal {

/** How a page of a given size is cut: in one piece while it is small, in squares otherwise. */
class TileGrid
{
public:
    static constexpr int side = 1024;              ///< device pixels
    static constexpr int onePieceArea = 2'600'000; ///< device pixels

    explicit TileGrid(QSize page);

    [[nodiscard]] int columns() const;
    [[nodiscard]] int rows() const;
    /** Area of a tile inside the page. */
    [[nodiscard]] QRect rect(int column, int row) const;
    /** Columns and rows touched by an area of the page; the lower right of the result is included. */
    [[nodiscard]] QRect touchedBy(const QRect &area) const;

private:
    QSize m_page;
    QSize m_tile;
};

/** What the view shows, as far as tiles are concerned. */
struct TileSight
{
    const PageLayout &layout;
    QRect visible; ///< device pixels of the content
    std::function<bool(const TileKey &)> isDrawn;
    std::function<bool(int)> hasPreview;
    std::function<bool(int)> isFailed; ///< not asked for again
    std::function<RenderJob(int)> previewJob;
};

/** The key of a tile of the present layout. */
TileKey tileKey(const PageLayout &layout, int page, int column, int row);

/**
 * What is to be drawn now, best first: the small pictures of pages in sight that show nothing yet, the tiles in sight
 * from the middle outward, those of the next screens, the small pictures of the neighbours.
 */
std::vector<RenderJob> planTiles(const TileSight &sight);

} // namespace bidseal
