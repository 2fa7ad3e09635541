#include "ui/placing/PlacementDrag.h"

#include "core/pdf/StampAppearance.h"
#include "core/signing/PlacementRules.h"
#include "ui/placing/PlacementText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

constexpr double smallestHeightMm = 3;

struct PlacementDragText
{
    Q_DECLARE_TR_FUNCTIONS(PlacementDragText)
};

PointF cornerOf(const RectF &r, PlacementDrag::Corner corner)
{
    using enum PlacementDrag::Corner;
    const bool left = corner == UpperLeft || corner == LowerLeft;
    const bool upper = corner == UpperLeft || corner == UpperRight;
    return {left ? r.x0 : r.x1, upper ? r.y0 : r.y1};
}

PlacementDrag::Corner opposite(PlacementDrag::Corner corner)
{
    return static_cast<PlacementDrag::Corner>((static_cast<int>(corner) + 2) % 4);
}

/** `rect` scaled about the opposite corner so that `corner` follows the mouse, proportions kept, inside the page. */
RectF scaledRect(const RectF &rect, PlacementDrag::Corner corner, PointF mouse, SizeF page)
{
    const PointF anchor = cornerOf(rect, opposite(corner));
    const PointF moving = cornerOf(rect, corner);
    const double dx = moving.x - anchor.x;
    const double dy = moving.y - anchor.y;
    const double wanted = ((mouse.x - anchor.x) * dx + (mouse.y - anchor.y) * dy) / (dx * dx + dy * dy);
    const double roomX = (dx > 0 ? page.width - anchor.x : anchor.x) / std::abs(dx);
    const double roomY = (dy > 0 ? page.height - anchor.y : anchor.y) / std::abs(dy);
    const double smallest = mmToPoints(smallestHeightMm) / std::abs(dy);
    const double scale = std::max(std::min({wanted, roomX, roomY}), smallest);
    return RectF{anchor.x, anchor.y, anchor.x + dx * scale, anchor.y + dy * scale}.normalized();
}

} // namespace

PlacementDrag::PlacementDrag(PlacementModel &model)
    : m_model(model)
{
}

void PlacementDrag::beginMove(const QUuid &primary, PointF grabbed)
{
    cancel();
    const Placement *placement = m_model.find(primary);
    if (!placement)
        return;
    const RectF shown = m_model.shownRect(*placement);
    m_kind = Kind::Move;
    m_primary = primary;
    m_grab = {grabbed.x - shown.x0, grabbed.y - shown.y0};
    m_originals = m_model.selectedPlacements();
}

void PlacementDrag::beginResize(const QUuid &id, Corner corner)
{
    cancel();
    const Placement *placement = m_model.find(id);
    if (!placement || !isResizable(placement->stamp))
        return;
    m_kind = Kind::Resize;
    m_primary = id;
    m_corner = corner;
    m_originals = {*placement};
}

Result<void> PlacementDrag::beginNew(const Stamp &stamp)
{
    cancel();
    const Result<SizeF> size = stampSizeMm(stamp);
    if (!size)
        return fail(size.error());
    m_kind = Kind::New;
    m_newSizeMm = *size;
    m_originals = {{QUuid::createUuid(), 0, {}, stamp}};
    m_primary = m_originals.front().id;
    return {};
}

void PlacementDrag::update(int page, PointF shown, double tolerance)
{
    m_guides.clear();
    m_hint.clear();
    if (m_kind == Kind::Resize)
        return updateResize(page, shown);
    if (page < 0) {
        m_ghosts.clear();
        return;
    }
    if (m_kind == Kind::Move)
        updateMove(page, shown, tolerance);
    else if (m_kind == Kind::New)
        updateNew(page, shown, tolerance);
}

void PlacementDrag::updateMove(int page, PointF shown, double tolerance)
{
    const auto primary = std::ranges::find(m_originals, m_primary, &Placement::id);
    if (primary == m_originals.end())
        return;
    const int delta = boundedPageDelta(page - primary->page);
    const int target = primary->page + delta;
    const Result<PageGeometry> geometry = m_model.geometryOf(target);
    if (!geometry || target != page) // a neighbour would leave the document: wait where it is
        return;
    const RectF before = m_model.shownRect(*primary);
    const RectF loose = before.translated(shown.x - m_grab.x - before.x0, shown.y - m_grab.y - before.y0);
    const RectF rest = snapped(loose, page, *geometry, tolerance);
    m_ghosts.clear();
    for (const Placement &original : m_originals) {
        const Result<PageGeometry> there = m_model.geometryOf(original.page + delta);
        if (!there)
            continue;
        Placement ghost = original;
        ghost.page += delta;
        const RectF moved = m_model.shownRect(original).translated(rest.x0 - before.x0, rest.y0 - before.y0);
        ghost.rect = clampedToPage(there->toUserSpace(moved), *there);
        m_ghosts.push_back(ghost);
    }
}

void PlacementDrag::updateResize(int page, PointF shown)
{
    const Placement &original = m_originals.front();
    const Result<PageGeometry> geometry = m_model.geometryOf(original.page);
    if (!geometry || page != original.page)
        return;
    Placement ghost = original;
    const RectF scaled = scaledRect(m_model.shownRect(original), m_corner, shown, geometry->shownSize());
    ghost.rect = geometry->toUserSpace(scaled);
    m_ghosts = {ghost};
}

void PlacementDrag::updateNew(int page, PointF shown, double tolerance)
{
    const Result<PageGeometry> geometry = m_model.geometryOf(page);
    m_ghosts.clear();
    if (!geometry)
        return;
    Placement ghost = m_originals.front();
    ghost.page = page;
    const RectF inside = clampedToPage(rectForStamp(m_newSizeMm, shown, *geometry), *geometry);
    const RectF rest = snapped(geometry->toShown(inside), page, *geometry, tolerance);
    ghost.rect = geometry->toUserSpace(rest);
    m_ghosts.push_back(ghost);
}

RectF PlacementDrag::snapped(const RectF &shown, int page, const PageGeometry &geometry, double tolerance)
{
    const RectF inside = geometry.toShown(clampedToPage(geometry.toUserSpace(shown), geometry));
    if (tolerance <= 0)
        return inside;
    std::vector<RectF> others;
    std::vector<QString> names;
    for (const Placement &placement : m_model.placements()) {
        if (placement.page != page || replaces(placement.id))
            continue;
        others.push_back(m_model.shownRect(placement));
        names.push_back(stampName(placement.stamp));
    }
    const SnapResult result = snapRect(inside, geometry.shownSize(), others, tolerance);
    m_guides = result.guides;
    if (result.centredOn)
        m_hint = PlacementDragText::tr("Centred on %1").arg(names[*result.centredOn]);
    else if (result.onPageMiddle)
        m_hint = PlacementDragText::tr("In the middle of the page");
    else if (result.alignedTo)
        m_hint = PlacementDragText::tr("Aligned with the edge of %1").arg(names[*result.alignedTo]);
    return geometry.toShown(clampedToPage(geometry.toUserSpace(result.rect), geometry));
}

bool PlacementDrag::commit()
{
    const Kind kind = m_kind;
    const std::vector<Placement> ghosts = m_ghosts;
    cancel();
    if (ghosts.empty())
        return false;
    if (kind == Kind::New) {
        m_model.add(ghosts, PlacementDragText::tr("Place stamp"));
    } else if (kind == Kind::Resize) {
        m_model.resize(ghosts.front().id, ghosts.front().rect);
    } else {
        std::vector<PlacementMove> moves;
        moves.reserve(ghosts.size());
        for (const Placement &ghost : ghosts)
            moves.push_back({ghost.id, ghost.page, ghost.rect});
        m_model.move(moves);
    }
    return true;
}

void PlacementDrag::cancel()
{
    m_kind = Kind::None;
    m_originals.clear();
    m_ghosts.clear();
    m_guides.clear();
    m_hint.clear();
}

const Placement *PlacementDrag::primaryGhost() const
{
    const auto it = std::ranges::find(m_ghosts, m_primary, &Placement::id);
    return it == m_ghosts.end() ? nullptr : &*it;
}

bool PlacementDrag::replaces(const QUuid &id) const
{
    return m_kind != Kind::None && std::ranges::any_of(m_originals, [&id](const Placement &p) { return p.id == id; });
}

int PlacementDrag::boundedPageDelta(int delta) const
{
    int first = m_model.pageCount();
    int last = -1;
    for (const Placement &original : m_originals) {
        first = std::min(first, original.page);
        last = std::max(last, original.page);
    }
    return std::clamp(delta, -first, std::max(-first, m_model.pageCount() - 1 - last));
}

} // namespace bidseal
