#include "ui/document/TilePlan.h"

#include <algorithm>
#include <cstdlib>

namespace bidseal {

namespace {

constexpr int previewNeighbours = 6; ///< pages before and behind those in sight

struct RatedJob
{
    RenderJob job;
    qint64 distance = 0;
};

qint64 squaredDistance(QPoint a, QPoint b)
{
    const qint64 dx = qint64(a.x()) - b.x();
    const qint64 dy = qint64(a.y()) - b.y();
    return dx * dx + dy * dy;
}

RenderJob tileJob(const PageLayout &layout, const TileGrid &grid, int page, int column, int row)
{
    RenderJob job{tileKey(layout, page, column, row), {}};
    job.request.page = page;
    job.request.scale = layout.scale();
    job.request.viewRotation = layout.rotation();
    const bool onePiece = grid.columns() == 1 && grid.rows() == 1;
    job.request.clip = onePiece ? QRect() : grid.rect(column, row);
    return job;
}

/** Missing tiles inside `area`, nearest to the middle of what is seen first. */
void addTiles(const TileSight &sight, const QRect &area, std::vector<RenderJob> &jobs)
{
    std::vector<RatedJob> found;
    const auto [first, last] = sight.layout.pagesBetween(area.top(), area.bottom());
    for (int page = first; page <= last; ++page) {
        if (!sight.layout.isKnown(page) || sight.isFailed(page)) {
            continue;
        }
        const QRect rect = sight.layout.pageRect(page);
        const TileGrid grid(rect.size());
        const QRect touched = grid.touchedBy(area.intersected(rect).translated(-rect.topLeft()));
        for (int row = touched.top(); row <= touched.bottom(); ++row) {
            for (int column = touched.left(); column <= touched.right(); ++column) {
                if (!sight.isDrawn(tileKey(sight.layout, page, column, row))) {
                    const QPoint middle = grid.rect(column, row).center() + rect.topLeft();
                    found.push_back({tileJob(sight.layout, grid, page, column, row),
                                     squaredDistance(middle, sight.visible.center())});
                }
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const RatedJob &a, const RatedJob &b) { return a.distance < b.distance; });
    for (const RatedJob &rated : found) {
        jobs.push_back(rated.job);
    }
}

bool showsNothing(const TileSight &sight, int page)
{
    if (sight.hasPreview(page) || sight.isFailed(page)) {
        return false;
    }
    const QRect rect = sight.layout.pageRect(page);
    const QRect touched = TileGrid(rect.size()).touchedBy(sight.visible.intersected(rect).translated(-rect.topLeft()));
    for (int row = touched.top(); row <= touched.bottom(); ++row) {
        for (int column = touched.left(); column <= touched.right(); ++column) {
            if (!sight.isDrawn(tileKey(sight.layout, page, column, row))) {
                return true;
            }
        }
    }
    return false;
}

void addPreviews(const TileSight &sight, int first, int last, std::vector<RenderJob> &jobs)
{
    const int middle = sight.layout.pageNear(sight.visible.center().y());
    std::vector<int> pages;
    for (int page = std::max(0, first); page <= std::min(last, sight.layout.pageCount() - 1); ++page) {
        if (!sight.hasPreview(page) && !sight.isFailed(page)) {
            pages.push_back(page);
        }
    }
    std::stable_sort(pages.begin(), pages.end(),
                     [middle](int a, int b) { return std::abs(a - middle) < std::abs(b - middle); });
    for (const int page : pages) {
        jobs.push_back(sight.previewJob(page));
    }
}

} // namespace

TileGrid::TileGrid(QSize page)
    : m_page(page)
    , m_tile(qint64(page.width()) * page.height() <= onePieceArea ? page : QSize(side, side))
{
}

int TileGrid::columns() const
{
    return m_tile.width() > 0 ? (m_page.width() + m_tile.width() - 1) / m_tile.width() : 0;
}

int TileGrid::rows() const
{
    return m_tile.height() > 0 ? (m_page.height() + m_tile.height() - 1) / m_tile.height() : 0;
}

QRect TileGrid::rect(int column, int row) const
{
    return QRect(QPoint(column * m_tile.width(), row * m_tile.height()), m_tile).intersected(QRect({}, m_page));
}

QRect TileGrid::touchedBy(const QRect &area) const
{
    const QRect inside = area.intersected(QRect({}, m_page));
    if (inside.isEmpty()) {
        return {};
    }
    return {QPoint(inside.left() / m_tile.width(), inside.top() / m_tile.height()),
            QPoint(inside.right() / m_tile.width(), inside.bottom() / m_tile.height())};
}

TileKey tileKey(const PageLayout &layout, int page, int column, int row)
{
    return {page, TileKey::scaleOf(layout.scale()), layout.rotation(), column, row};
}

std::vector<RenderJob> planTiles(const TileSight &sight)
{
    std::vector<RenderJob> jobs;
    const QRect &visible = sight.visible;
    const auto [first, last] = sight.layout.pagesBetween(visible.top(), visible.bottom());
    if (last < first || visible.isEmpty()) {
        return jobs;
    }
    std::vector<RenderJob> urgent;
    addPreviews(sight, first, last, urgent);
    for (const RenderJob &job : urgent) {
        if (showsNothing(sight, job.key.page)) {
            jobs.push_back(job);
        }
    }
    addTiles(sight, visible, jobs);
    const int half = visible.height() / 2;
    addTiles(sight, visible.adjusted(0, visible.height(), 0, visible.height()), jobs);
    addTiles(sight, visible.adjusted(0, -half, 0, -visible.height()), jobs);
    addPreviews(sight, first - previewNeighbours, last + previewNeighbours, jobs);
    return jobs;
}

} // namespace bidseal
