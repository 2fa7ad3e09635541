#include "ui/placing/PlacementCommands.h"

#include <algorithm>

namespace bidseal {

namespace {

constexpr int nudgeId = 1;

std::vector<QUuid> idsOf(const std::vector<Placement> &placements)
{
    std::vector<QUuid> ids;
    ids.reserve(placements.size());
    for (const Placement &placement : placements)
        ids.push_back(placement.id);
    return ids;
}

} // namespace

PlacementCommand::PlacementCommand(PlacementModel &model, const QString &text)
    : QUndoCommand(text)
    , m_model(model)
{
}

void PlacementCommand::insertAt(std::size_t index, const Placement &placement)
{
    m_model.insertAt(index, placement);
}

void PlacementCommand::take(const QUuid &id)
{
    m_model.take(id);
}

void PlacementCommand::replace(const Placement &placement)
{
    m_model.replace(placement);
}

void PlacementCommand::select(const std::vector<QUuid> &ids)
{
    m_model.select(ids);
}

void PlacementCommand::notify()
{
    m_model.notify();
}

AddPlacements::AddPlacements(PlacementModel &model, std::vector<Placement> placements, const QString &text)
    : PlacementCommand(model, text)
    , m_placements(std::move(placements))
{
}

void AddPlacements::redo()
{
    for (const Placement &placement : m_placements)
        insertAt(model().placements().size(), placement);
    select(idsOf(m_placements));
    notify();
}

void AddPlacements::undo()
{
    for (const Placement &placement : m_placements)
        take(placement.id);
    notify();
}

RemovePlacements::RemovePlacements(PlacementModel &model, const std::vector<QUuid> &ids, const QString &text)
    : PlacementCommand(model, text)
{
    const std::vector<Placement> &all = model.placements();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (std::ranges::find(ids, all[i].id) != ids.end())
            m_removed.push_back({i, all[i]});
    }
}

void RemovePlacements::redo()
{
    for (const Removed &removed : m_removed)
        take(removed.placement.id);
    notify();
}

void RemovePlacements::undo()
{
    std::vector<QUuid> ids;
    for (const Removed &removed : m_removed) { // ascending, so that each index is right when its turn comes
        insertAt(removed.index, removed.placement);
        ids.push_back(removed.placement.id);
    }
    select(ids);
    notify();
}

ChangePlacements::ChangePlacements(PlacementModel &model, std::vector<Placement> after, const QString &text,
                                   Joining joining)
    : PlacementCommand(model, text)
    , m_after(std::move(after))
    , m_joining(joining)
{
    for (const Placement &placement : m_after) {
        if (const Placement *old = model.find(placement.id))
            m_before.push_back(*old);
    }
}

void ChangePlacements::redo()
{
    for (const Placement &placement : m_after)
        replace(placement);
    notify();
}

void ChangePlacements::undo()
{
    for (const Placement &placement : m_before)
        replace(placement);
    select(idsOf(m_before));
    notify();
}

int ChangePlacements::id() const
{
    return m_joining == Joining::WithNudges ? nudgeId : -1;
}

bool ChangePlacements::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const ChangePlacements *>(other);
    if (!next || next->m_joining != m_joining || idsOf(next->m_after) != idsOf(m_after))
        return false;
    m_after = next->m_after;
    return true;
}

} // namespace bidseal
