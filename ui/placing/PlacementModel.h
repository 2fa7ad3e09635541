#pragma once

#include "core/common/Result.h"
#include "core/model/PageGeometry.h"
#include "core/model/Placement.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <vector>

namespace bidseal {

/** A new place for one placement. */
struct PlacementMove
{
    QUuid id;
    int page = 0;
    RectF rect; ///< user space of that page
};

/** How moves join in the undo history. */
enum class MoveKind { Drag, Nudge };

/**
 * The placements of the open document, what is selected among them, and the history. Every change is one undoable
 * command; consecutive nudges of the same placements are one. Lives on the window's thread, knows no widget.
 */
class PlacementModel : public QObject
{
    Q_OBJECT
public:
    using GeometryLookup = std::function<Result<PageGeometry>(int)>;

    explicit PlacementModel(QObject *parent = nullptr);

    /** Another document: everything is dropped, the history too. */
    void setPages(int pageCount, GeometryLookup geometryOf);
    [[nodiscard]] int pageCount() const { return m_pageCount; }
    [[nodiscard]] Result<PageGeometry> geometryOf(int page) const;

    /** Takes over placements that were kept elsewhere (a draft). Not undoable; the history is dropped. */
    void restore(std::vector<Placement> placements);

    [[nodiscard]] const std::vector<Placement> &placements() const { return m_placements; }
    [[nodiscard]] const Placement *find(const QUuid &id) const;
    /** Where the placement stands as shown (shown points of its page); empty when the page cannot be read. */
    [[nodiscard]] RectF shownRect(const Placement &placement) const;
    [[nodiscard]] QUndoStack *undoStack() { return &m_undo; }

    [[nodiscard]] const std::vector<QUuid> &selection() const { return m_selection; }
    [[nodiscard]] std::vector<Placement> selectedPlacements() const;
    [[nodiscard]] bool isSelected(const QUuid &id) const;
    void select(const std::vector<QUuid> &ids);
    void toggleSelected(const QUuid &id);
    void selectAll();
    /** The next (or previous) placement in the order of pages and lines; null id when there is none. */
    QUuid selectNext(bool backwards);
    /** It is where a walk in this direction begins. */
    [[nodiscard]] bool isFirstInOrder(const QUuid &id, bool backwards) const;

    /** Adds one stamp in its natural size with its centre at `shownCenter`, kept whole on the page, and selects it. */
    Result<QUuid> addStamp(const Stamp &stamp, int page, PointF shownCenter);
    void add(std::vector<Placement> placements, const QString &text);
    void move(const std::vector<PlacementMove> &moves, MoveKind kind = MoveKind::Drag);
    /** By millimetres as shown: right and down are positive. Stops at the edges of the page. */
    void nudge(double rightMm, double downMm);
    /** Scales one stamp to `rect` (user space). Ignored for seals whose size is registered. */
    void resize(const QUuid &id, const RectF &rect);
    void remove(const std::vector<QUuid> &ids);
    /** Copies of the placements at the same place, as shown, of each of `pages`, except where they stand already. */
    Result<int> copyToPages(const std::vector<QUuid> &ids, const std::vector<int> &pages);
    /** Another date, format or height for date stamps; their upper left corner stays. */
    Result<void> changeDate(const std::vector<QUuid> &ids, const DateStamp &stamp);

Q_SIGNALS:
    /** The placements are others now, through a command, undo, redo or `restore`. */
    void changed();
    void selectionChanged();
    /** Placements were deleted by the person (not by undo). */
    void removed(const std::vector<bidseal::Placement> &placements);

private:
    friend class PlacementCommand;

    [[nodiscard]] std::vector<QUuid> readingOrder() const;
    void insertAt(std::size_t index, const Placement &placement);
    void take(const QUuid &id);
    void replace(const Placement &placement);
    void notify();
    [[nodiscard]] std::vector<Placement>::const_iterator position(const QUuid &id) const;

    int m_pageCount = 0;
    GeometryLookup m_geometryOf;
    std::vector<Placement> m_placements;
    std::vector<QUuid> m_selection;
    QUndoStack m_undo;
};

/** True for date stamps and seals of a person. */
bool isResizable(const Stamp &stamp);

} // namespace bidseal
