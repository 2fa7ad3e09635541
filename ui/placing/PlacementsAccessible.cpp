#include "ui/placing/PlacementsAccessible.h"

#include "ui/document/DocumentView.h"
#include "ui/placing/PlacementModel.h"
#include "ui/placing/PlacementText.h"

#include <QAccessibleWidget>

#include <algorithm>
#include <map>

namespace bidseal {

namespace {

/** The views that carry placements; the factory of Qt knows only the widget. */
std::map<QObject *, PlacementsAccessible *> &livingViews()
{
    static std::map<QObject *, PlacementsAccessible *> views;
    return views;
}

int indexOf(const PlacementModel &model, const QUuid &id)
{
    const auto &all = model.placements();
    const auto found = std::ranges::find(all, id, &Placement::id);
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

/** One placement. Lives in Qt's table of interfaces; a deleted placement makes it invalid. */
class PlacementFace final : public QAccessibleInterface
{
public:
    PlacementFace(DocumentView &view, const QUuid &id)
        : m_view(view)
        , m_id(id)
    {
    }

    [[nodiscard]] bool isValid() const override { return found() != nullptr; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return isValid() ? m_view.window()->windowHandle() : nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return isValid() ? QAccessible::queryAccessibleInterface(&m_view) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }
    void setText(QAccessible::Text, const QString &) override {} // the place changes by keys, not as text

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const Placement *placement = found();
        if (kind != QAccessible::Name || !placement)
            return {};
        const PlacementModel &placements = *model();
        return placementSpokenText(*placement, placements.shownRect(*placement), indexOf(placements, m_id) + 1,
                                   static_cast<int>(placements.placements().size()));
    }

    [[nodiscard]] QRect rect() const override
    {
        const Placement *placement = found();
        if (!placement)
            return {};
        const RectF shown = model()->shownRect(*placement);
        const QRectF inView = m_view.pageToViewport(placement->page)
                                  .mapRect(QRectF(shown.x0, shown.y0, shown.x1 - shown.x0, shown.y1 - shown.y0));
        return {m_view.viewport()->mapToGlobal(inView.topLeft().toPoint()), inView.size().toSize()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        const auto &selection = model()->selection();
        state.selectable = true;
        state.focusable = true;
        state.selected = std::ranges::find(selection, m_id) != selection.end();
        state.focused = state.selected && selection.size() == 1 && m_view.hasFocus();
        state.offscreen =
            !rect().intersects(QRect(m_view.viewport()->mapToGlobal(QPoint()), m_view.viewport()->size()));
        return state;
    }

private:
    [[nodiscard]] const PlacementModel *model() const
    {
        const auto living = livingViews().find(&m_view);
        return living == livingViews().end() ? nullptr : &living->second->model();
    }
    [[nodiscard]] const Placement *found() const { return model() ? model()->find(m_id) : nullptr; }

    DocumentView &m_view;
    QUuid m_id;
};

class ViewFace final : public QAccessibleWidget
{
public:
    explicit ViewFace(DocumentView *view)
        : QAccessibleWidget(view, QAccessible::Document)
        , m_view(*view)
    {
    }
    ~ViewFace() override
    {
        for (const auto &[placement, id] : m_faces)
            QAccessible::deleteAccessibleInterface(id);
    }
    Q_DISABLE_COPY_MOVE(ViewFace)

    [[nodiscard]] int childCount() const override
    {
        return model() ? static_cast<int>(model()->placements().size()) : QAccessibleWidget::childCount();
    }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (!model())
            return QAccessibleWidget::child(index);
        if (index < 0 || index >= childCount())
            return nullptr;
        const QUuid id = model()->placements().at(static_cast<std::size_t>(index)).id;
        const auto known = m_faces.find(id);
        if (known != m_faces.end())
            return QAccessible::accessibleInterface(known->second);
        auto *face = new PlacementFace(m_view, id); // the table of Qt owns it
        m_faces[id] = QAccessible::registerAccessibleInterface(face);
        return face;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        if (!model())
            return QAccessibleWidget::childAt(x, y);
        for (int i = childCount() - 1; i >= 0; --i) { // the upper one first
            if (QAccessibleInterface *face = child(i); face->rect().contains(x, y))
                return face;
        }
        return nullptr;
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *face) const override
    {
        if (!model())
            return QAccessibleWidget::indexOfChild(face);
        for (int i = 0; i < childCount(); ++i) {
            if (child(i) == face)
                return i;
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        if (model() && model()->selection().size() == 1)
            return child(indexOf(*model(), model()->selection().front()));
        return QAccessibleWidget::focusChild();
    }

private:
    [[nodiscard]] const PlacementModel *model() const
    {
        const auto living = livingViews().find(&m_view);
        return living == livingViews().end() ? nullptr : &living->second->model();
    }

    DocumentView &m_view;
    mutable std::map<QUuid, QAccessible::Id> m_faces;
};

QAccessibleInterface *makeFace(const QString &, QObject *object)
{
    auto *view = qobject_cast<DocumentView *>(object);
    return view ? new ViewFace(view) : nullptr; // Qt owns it
}

} // namespace

void PlacementsAccessible::install()
{
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(makeFace);
        return true;
    }();
}

PlacementsAccessible::PlacementsAccessible(DocumentView &view, PlacementModel &model)
    : m_view(view)
    , m_model(model)
{
    livingViews()[&view] = this;
    connect(&model, &PlacementModel::selectionChanged, this, &PlacementsAccessible::tellSelection);
}

PlacementsAccessible::~PlacementsAccessible()
{
    livingViews().erase(&m_view);
}

void PlacementsAccessible::tellSelection()
{
    if (!QAccessible::isActive() || m_model.selection().size() != 1)
        return;
    QAccessibleEvent event(&m_view, QAccessible::Focus);
    event.setChild(indexOf(m_model, m_model.selection().front()));
    QAccessible::updateAccessibility(&event);
}

} // namespace bidseal
