#include "ui/placing/PlacementModel.h"

#include "core/pdf/StampAppearance.h"
#include "core/signing/PlacementRules.h"
#include "ui/placing/PlacementCommands.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace bidseal {

namespace {

bool sameStamp(const Placement &a, const Placement &b)
{
    return a.stamp == b.stamp;
}

bool closeTo(const RectF &a, const RectF &b)
{
    constexpr double tolerance = 0.01;
    return std::abs(a.x0 - b.x0) < tolerance && std::abs(a.y0 - b.y0) < tolerance &&
           std::abs(a.x1 - b.x1) < tolerance && std::abs(a.y1 - b.y1) < tolerance;
}

} // namespace

bool isResizable(const Stamp &stamp)
{
    const Seal *seal = std::get_if<Seal>(&stamp);
    return !seal || isSealResizable(seal->kind);
}

PlacementModel::PlacementModel(QObject *parent)
    : QObject(parent)
{
}

void PlacementModel::setPages(int pageCount, GeometryLookup geometryOf)
{
    m_pageCount = pageCount;
    m_geometryOf = std::move(geometryOf);
    restore({});
}

Result<PageGeometry> PlacementModel::geometryOf(int page) const
{
    if (!m_geometryOf || page < 0 || page >= m_pageCount)
        return fail(ErrorCode::PageOutOfRange, QStringLiteral("no such page"), {.page = page + 1});
    return m_geometryOf(page);
}

void PlacementModel::restore(std::vector<Placement> placements)
{
    m_undo.clear();
    m_placements = std::move(placements);
    std::erase_if(m_placements, [this](const Placement &p) { return p.page < 0 || p.page >= m_pageCount; });
    m_selection.clear();
    Q_EMIT selectionChanged();
    Q_EMIT changed();
}

const Placement *PlacementModel::find(const QUuid &id) const
{
    const auto it = position(id);
    return it == m_placements.cend() ? nullptr : &*it;
}

RectF PlacementModel::shownRect(const Placement &placement) const
{
    const Result<PageGeometry> geometry = geometryOf(placement.page);
    return geometry ? geometry->toShown(placement.rect) : RectF{};
}

std::vector<Placement> PlacementModel::selectedPlacements() const
{
    std::vector<Placement> chosen;
    std::ranges::copy_if(m_placements, std::back_inserter(chosen),
                         [this](const Placement &p) { return isSelected(p.id); });
    return chosen;
}

bool PlacementModel::isSelected(const QUuid &id) const
{
    return std::ranges::find(m_selection, id) != m_selection.end();
}

void PlacementModel::select(const std::vector<QUuid> &ids)
{
    std::vector<QUuid> known;
    std::ranges::copy_if(ids, std::back_inserter(known), [this](const QUuid &id) { return find(id) != nullptr; });
    if (known == m_selection)
        return;
    m_selection = std::move(known);
    Q_EMIT selectionChanged();
}

void PlacementModel::toggleSelected(const QUuid &id)
{
    std::vector<QUuid> ids = m_selection;
    if (std::erase(ids, id) == 0)
        ids.push_back(id);
    select(ids);
}

void PlacementModel::selectAll()
{
    std::vector<QUuid> ids;
    ids.reserve(m_placements.size());
    for (const Placement &placement : m_placements)
        ids.push_back(placement.id);
    select(ids);
}

QUuid PlacementModel::selectNext(bool backwards)
{
    const std::vector<QUuid> order = readingOrder();
    if (order.empty())
        return {};
    const auto current = std::ranges::find_if(order, [this](const QUuid &id) { return isSelected(id); });
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    std::ptrdiff_t index = backwards ? count - 1 : 0;
    if (current != order.end())
        index = (current - order.begin() + (backwards ? count - 1 : 1)) % count;
    const QUuid id = order[static_cast<std::size_t>(index)];
    select({id});
    return id;
}

bool PlacementModel::isFirstInOrder(const QUuid &id, bool backwards) const
{
    const std::vector<QUuid> order = readingOrder();
    return !order.empty() && (backwards ? order.back() : order.front()) == id;
}

std::vector<QUuid> PlacementModel::readingOrder() const
{
    std::vector<Placement> sorted = m_placements;
    std::ranges::stable_sort(sorted, [this](const Placement &a, const Placement &b) {
        const RectF ra = shownRect(a);
        const RectF rb = shownRect(b);
        return std::tuple(a.page, ra.y0, ra.x0) < std::tuple(b.page, rb.y0, rb.x0);
    });
    std::vector<QUuid> ids;
    ids.reserve(sorted.size());
    for (const Placement &placement : sorted)
        ids.push_back(placement.id);
    return ids;
}

Result<QUuid> PlacementModel::addStamp(const Stamp &stamp, int page, PointF shownCenter)
{
    const Result<PageGeometry> geometry = geometryOf(page);
    if (!geometry)
        return fail(geometry.error());
    const Result<SizeF> size = stampSizeMm(stamp);
    if (!size)
        return fail(size.error());
    const RectF rect = clampedToPage(rectForStamp(*size, shownCenter, *geometry), *geometry);
    const Placement placement{QUuid::createUuid(), page, rect, stamp};
    add({placement}, tr("Place stamp"));
    return placement.id;
}

void PlacementModel::add(std::vector<Placement> placements, const QString &text)
{
    if (!placements.empty())
        m_undo.push(new AddPlacements(*this, std::move(placements), text));
}

void PlacementModel::move(const std::vector<PlacementMove> &moves, MoveKind kind)
{
    std::vector<Placement> after;
    for (const PlacementMove &step : moves) {
        const Placement *old = find(step.id);
        if (!old || step.page < 0 || step.page >= m_pageCount)
            continue;
        if (step.page == old->page && closeTo(step.rect, old->rect))
            continue;
        Placement placement = *old;
        placement.page = step.page;
        placement.rect = step.rect;
        after.push_back(placement);
    }
    if (after.empty())
        return;
    const auto joining =
        kind == MoveKind::Nudge ? ChangePlacements::Joining::WithNudges : ChangePlacements::Joining::Never;
    m_undo.push(new ChangePlacements(*this, std::move(after), tr("Move stamps"), joining));
}

void PlacementModel::nudge(double rightMm, double downMm)
{
    std::vector<PlacementMove> moves;
    for (const Placement &placement : selectedPlacements()) {
        const Result<PageGeometry> geometry = geometryOf(placement.page);
        if (!geometry)
            continue;
        const RectF shown = geometry->toShown(placement.rect).translated(mmToPoints(rightMm), mmToPoints(downMm));
        moves.push_back({placement.id, placement.page, clampedToPage(geometry->toUserSpace(shown), *geometry)});
    }
    move(moves, MoveKind::Nudge);
}

void PlacementModel::resize(const QUuid &id, const RectF &rect)
{
    const Placement *old = find(id);
    if (!old || !isResizable(old->stamp) || rect.isEmpty() || closeTo(rect, old->rect))
        return;
    Placement placement = *old;
    if (auto *date = std::get_if<DateStamp>(&placement.stamp)) {
        const double before = shownRect(placement).height();
        placement.rect = rect;
        date->heightMm *= shownRect(placement).height() / before;
    }
    placement.rect = rect;
    m_undo.push(new ChangePlacements(*this, {placement}, tr("Resize stamp"), ChangePlacements::Joining::Never));
}

void PlacementModel::remove(const std::vector<QUuid> &ids)
{
    std::vector<Placement> gone;
    std::ranges::copy_if(m_placements, std::back_inserter(gone),
                         [&ids](const Placement &p) { return std::ranges::find(ids, p.id) != ids.end(); });
    if (gone.empty())
        return;
    m_undo.push(new RemovePlacements(*this, ids, tr("Delete stamps")));
    Q_EMIT removed(gone);
}

Result<int> PlacementModel::copyToPages(const std::vector<QUuid> &ids, const std::vector<int> &pages)
{
    std::vector<Placement> copies;
    for (const QUuid &id : ids) {
        const Placement *source = find(id);
        if (!source)
            continue;
        const RectF shown = shownRect(*source);
        for (const int page : pages) {
            const Result<PageGeometry> geometry = geometryOf(page);
            if (!geometry)
                return fail(geometry.error());
            Placement copy{QUuid::createUuid(), page, clampedToPage(geometry->toUserSpace(shown), *geometry),
                           source->stamp};
            const bool isThere = std::ranges::any_of(m_placements, [&copy](const Placement &p) {
                return p.page == copy.page && sameStamp(p, copy) && closeTo(p.rect, copy.rect);
            });
            if (!isThere)
                copies.push_back(std::move(copy));
        }
    }
    const int count = static_cast<int>(copies.size());
    add(std::move(copies), tr("Copy to pages"));
    return count;
}

Result<void> PlacementModel::changeDate(const std::vector<QUuid> &ids, const DateStamp &stamp)
{
    const Result<SizeF> size = stampSizeMm(stamp);
    if (!size)
        return fail(size.error());
    std::vector<Placement> after;
    for (const QUuid &id : ids) {
        const Placement *old = find(id);
        if (!old || !dateStampOf(*old) || *dateStampOf(*old) == stamp)
            continue;
        const Result<PageGeometry> geometry = geometryOf(old->page);
        if (!geometry)
            return fail(geometry.error());
        RectF shown = geometry->toShown(old->rect);
        shown.x1 = shown.x0 + mmToPoints(size->width);
        shown.y1 = shown.y0 + mmToPoints(size->height);
        after.push_back({id, old->page, clampedToPage(geometry->toUserSpace(shown), *geometry), stamp});
    }
    if (!after.empty())
        m_undo.push(new ChangePlacements(*this, std::move(after), tr("Change date"), ChangePlacements::Joining::Never));
    return {};
}

void PlacementModel::insertAt(std::size_t index, const Placement &placement)
{
    const std::size_t at = std::min(index, m_placements.size());
    m_placements.insert(m_placements.begin() + static_cast<std::ptrdiff_t>(at), placement);
}

void PlacementModel::take(const QUuid &id)
{
    std::erase_if(m_placements, [&id](const Placement &p) { return p.id == id; });
}

void PlacementModel::replace(const Placement &placement)
{
    const auto it = std::ranges::find(m_placements, placement.id, &Placement::id);
    if (it != m_placements.end())
        *it = placement;
}

void PlacementModel::notify()
{
    select(m_selection); // forgets what is gone
    Q_EMIT changed();
}

std::vector<Placement>::const_iterator PlacementModel::position(const QUuid &id) const
{
    return std::ranges::find(m_placements, id, &Placement::id);
}

} // namespace bidseal
