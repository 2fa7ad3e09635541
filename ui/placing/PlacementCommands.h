#pragma once

#include "ui/placing/PlacementModel.h"

#include <QUndoCommand>

namespace bidseal {

/** Base of the commands: the only one that may reach into the model. */
class PlacementCommand : public QUndoCommand
{
public:
    PlacementCommand(PlacementModel &model, const QString &text);

protected:
    void insertAt(std::size_t index, const Placement &placement);
    void take(const QUuid &id);
    void replace(const Placement &placement);
    void select(const std::vector<QUuid> &ids);
    void notify();
    [[nodiscard]] const PlacementModel &model() const { return m_model; }

private:
    PlacementModel &m_model;
};

/** Adds placements on top of the others. */
class AddPlacements final : public PlacementCommand
{
public:
    AddPlacements(PlacementModel &model, std::vector<Placement> placements, const QString &text);
    void redo() override;
    void undo() override;

private:
    std::vector<Placement> m_placements;
};

/** Deletes placements; undo brings each back to its place in the order. */
class RemovePlacements final : public PlacementCommand
{
public:
    RemovePlacements(PlacementModel &model, const std::vector<QUuid> &ids, const QString &text);
    void redo() override;
    void undo() override;

private:
    struct Removed
    {
        std::size_t index;
        Placement placement;
    };
    std::vector<Removed> m_removed;
};

/** Moves, resizes or rewrites placements. Nudges of the same placements join. */
class ChangePlacements final : public PlacementCommand
{
public:
    enum class Joining { Never, WithNudges };

    ChangePlacements(PlacementModel &model, std::vector<Placement> after, const QString &text, Joining joining);
    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand *other) override;

private:
    std::vector<Placement> m_before;
    std::vector<Placement> m_after;
    Joining m_joining;
};

} // namespace bidseal
