#include "ui/placing/SealPlacementInteraction.h"

#include "ui/placing/PlacementText.h"
#include "ui/placing/StampMime.h"

#include <QApplication>

#include <algorithm>
#include <cmath>

namespace bidseal {

using placementPainter::TagButton;

namespace {

constexpr double snapPixels = 7;

QRectF toQRectF(const RectF &rect)
{
    return {QPointF(rect.x0, rect.y0), QPointF(rect.x1, rect.y1)};
}

bool extendsSelection(Qt::KeyboardModifiers modifiers)
{
    return modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
}

} // namespace

SealPlacementInteraction::SealPlacementInteraction(PlacementModel &model, AppearanceCache &appearances, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_appearances(appearances)
    , m_toViewport([](int) { return QTransform(); })
    , m_drag(model)
{
    connect(&model, &PlacementModel::changed, this, &SealPlacementInteraction::overlayChanged);
    connect(&model, &PlacementModel::selectionChanged, this, &SealPlacementInteraction::overlayChanged);
    connect(&appearances, &AppearanceCache::ready, this, &SealPlacementInteraction::overlayChanged);
}

void SealPlacementInteraction::setPageMapping(std::function<QTransform(int)> toViewport)
{
    m_toViewport = std::move(toViewport);
}

void SealPlacementInteraction::setLockedFrames(std::vector<LockedFrame> frames)
{
    m_locked = std::move(frames);
    m_hoveredLock = -1;
    Q_EMIT overlayChanged();
}

void SealPlacementInteraction::setSnapping(bool on)
{
    m_snapping = on;
}

void SealPlacementInteraction::setPassive(bool passive)
{
    cancel();
    m_passive = passive;
    if (passive)
        m_model.select({});
}

bool SealPlacementInteraction::press(const PageEvent &event)
{
    if (m_passive || event.button != Qt::LeftButton)
        return false;
    m_mouse = event.viewport;
    m_pressedButton = tagButtonAt(event.viewport);
    if (m_pressedButton != TagButton::None)
        return true;
    if (const auto corner = handleAt(event.viewport)) {
        m_drag.beginResize(tagged()->id, *corner);
        return true;
    }
    if (const Placement *placement = placementAt(event)) {
        pressPlacement(event, *placement);
        return true;
    }
    const std::vector<QUuid> before = extendsSelection(event.modifiers) ? m_model.selection() : std::vector<QUuid>{};
    m_model.select(before);
    if (event.page < 0)
        return false;
    m_band = RubberBand{event.page, event.shown, event.viewport, before};
    return true;
}

void SealPlacementInteraction::pressPlacement(const PageEvent &event, const Placement &placement)
{
    const QUuid id = placement.id;
    m_pressed = Pressed{event, id, m_model.isSelected(id)};
    if (!m_pressed->wasSelected) {
        if (extendsSelection(event.modifiers))
            m_model.toggleSelected(id);
        else
            m_model.select({id});
    }
}

bool SealPlacementInteraction::move(const PageEvent &event)
{
    if (m_passive)
        return false;
    m_mouse = event.viewport;
    if (m_band) {
        updateBand(event);
        return true;
    }
    if (m_pressed && !m_drag.isActive()) {
        const QPoint way = event.viewport - m_pressed->event.viewport;
        if (way.manhattanLength() < QApplication::startDragDistance())
            return true;
        if (!m_model.isSelected(m_pressed->placement))
            m_model.select({m_pressed->placement});
        m_drag.beginMove(m_pressed->placement, m_pressed->event.shown);
    }
    if (m_drag.isActive()) {
        m_drag.update(event.page, event.shown, tolerance(event.page));
        Q_EMIT overlayChanged();
        return true;
    }
    updateHover(event);
    return m_pressedButton != TagButton::None;
}

bool SealPlacementInteraction::release(const PageEvent &event)
{
    if (m_passive || event.button != Qt::LeftButton)
        return false;
    if (m_pressedButton != TagButton::None) {
        const TagButton button = std::exchange(m_pressedButton, TagButton::None);
        if (tagButtonAt(event.viewport) == button)
            clickTag(button);
        return true;
    }
    const bool wasOurs = m_pressed || m_band || m_drag.isActive();
    if (m_drag.isActive()) {
        if (m_drag.isResizing() || event.page >= 0)
            m_drag.update(event.page, event.shown, tolerance(event.page));
        if (event.page < 0 && !m_drag.isResizing())
            m_drag.cancel(); // beside the pages: it goes back
        m_drag.commit();
    } else if (m_pressed) {
        releasePress();
    }
    m_pressed.reset();
    m_band.reset();
    Q_EMIT overlayChanged();
    return wasOurs;
}

void SealPlacementInteraction::releasePress()
{
    if (!m_pressed->wasSelected)
        return;
    if (extendsSelection(m_pressed->event.modifiers))
        m_model.toggleSelected(m_pressed->placement);
    else
        m_model.select({m_pressed->placement});
}

void SealPlacementInteraction::updateBand(const PageEvent &event)
{
    m_band->now = event.viewport;
    const QRectF band = bandRect();
    std::vector<QUuid> ids = m_band->before;
    for (const Placement &placement : m_model.placements()) {
        const bool known = std::ranges::find(ids, placement.id) != ids.end();
        if (!known && band.intersects(viewportRect(placement)))
            ids.push_back(placement.id);
    }
    m_model.select(ids);
    Q_EMIT overlayChanged();
}

void SealPlacementInteraction::updateHover(const PageEvent &event)
{
    const TagButton button = tagButtonAt(event.viewport);
    const int lock = placementAt(event) ? -1 : lockedFrameAt(event);
    if (button == m_hoveredButton && lock == m_hoveredLock)
        return;
    m_hoveredButton = button;
    m_hoveredLock = lock;
    Q_EMIT overlayChanged();
}

void SealPlacementInteraction::clickTag(TagButton button)
{
    if (button == TagButton::Copy)
        Q_EMIT copyRequested();
    else
        m_model.remove(m_model.selection());
}

bool SealPlacementInteraction::key(QKeyEvent *event)
{
    if (m_passive)
        return false;
    if (event->matches(QKeySequence::SelectAll)) {
        m_model.selectAll();
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_drag.isActive() || m_band) {
            cancel();
            return true;
        }
        if (m_model.selection().empty())
            return false;
        m_model.select({});
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_model.selection().empty())
            return false;
        m_model.remove(m_model.selection());
        return true;
    case Qt::Key_Tab:
        return walk(event->modifiers() & Qt::ShiftModifier);
    case Qt::Key_Backtab:
        return walk(true);
    default:
        return nudgeKey(*event);
    }
}

bool SealPlacementInteraction::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *press = static_cast<QKeyEvent *>(event);
        const bool isTab = press->key() == Qt::Key_Tab || press->key() == Qt::Key_Backtab;
        if (isTab && !(press->modifiers() & Qt::ControlModifier) && key(press))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

bool SealPlacementInteraction::nudgeKey(const QKeyEvent &event)
{
    if (m_model.selection().empty() || m_drag.isActive())
        return false;
    double step = 1;
    if (event.modifiers() & Qt::ControlModifier)
        step = 0.1;
    else if (event.modifiers() & Qt::ShiftModifier)
        step = 10;
    switch (event.key()) {
    case Qt::Key_Left:
        m_model.nudge(-step, 0);
        break;
    case Qt::Key_Right:
        m_model.nudge(step, 0);
        break;
    case Qt::Key_Up:
        m_model.nudge(0, -step);
        break;
    case Qt::Key_Down:
        m_model.nudge(0, step);
        break;
    default:
        return false;
    }
    reveal(m_model.selection().front());
    return true;
}

/** Walks through the placements; behind the last one the focus may leave the pages. */
bool SealPlacementInteraction::walk(bool backwards)
{
    if (m_model.placements().empty())
        return false;
    const std::vector<QUuid> before = m_model.selection();
    const QUuid next = m_model.selectNext(backwards);
    if (!before.empty() && m_model.isFirstInOrder(next, backwards)) {
        m_model.select({});
        return false;
    }
    reveal(next);
    return true;
}

void SealPlacementInteraction::reveal(const QUuid &id)
{
    if (const Placement *placement = m_model.find(id))
        Q_EMIT revealRequested(placement->page, m_model.shownRect(*placement));
}

bool SealPlacementInteraction::contextMenu(const PageEvent &event, const QPoint &global)
{
    if (m_passive)
        return false;
    if (const Placement *placement = placementAt(event); placement && !m_model.isSelected(placement->id))
        m_model.select({placement->id});
    if (m_model.selection().empty())
        return false;
    Q_EMIT menuRequested(global);
    return true;
}

bool SealPlacementInteraction::dragMove(const PageEvent &event, const QMimeData &data)
{
    if (!data.hasFormat(QLatin1String(stampMimeType)))
        return false;
    m_mouse = event.viewport;
    if (!m_drag.isNew()) {
        const std::optional<Stamp> stamp = stampFromMime(data);
        if (!stamp)
            return false;
        if (const Result<void> begun = m_drag.beginNew(*stamp); !begun) {
            Q_EMIT problem(begun.error());
            return false;
        }
    }
    m_drag.update(event.page, event.shown, tolerance(event.page));
    Q_EMIT overlayChanged();
    return m_drag.primaryGhost() != nullptr;
}

void SealPlacementInteraction::dragLeave()
{
    if (m_drag.isNew())
        m_drag.cancel();
    Q_EMIT overlayChanged();
}

bool SealPlacementInteraction::drop(const PageEvent &event, const QMimeData &data)
{
    const bool placed = dragMove(event, data) && m_drag.commit();
    dragLeave();
    return placed;
}

void SealPlacementInteraction::cancel()
{
    if (m_band)
        m_model.select(m_band->before);
    m_drag.cancel();
    m_pressed.reset();
    m_band.reset();
    m_pressedButton = TagButton::None;
    m_hoveredButton = TagButton::None;
    Q_EMIT overlayChanged();
}

QCursor SealPlacementInteraction::cursorAt(const PageEvent &event) const
{
    if (m_passive)
        return Qt::IBeamCursor;
    if (tagButtonAt(event.viewport) != TagButton::None)
        return Qt::PointingHandCursor;
    if (const auto corner = handleAt(event.viewport)) {
        const bool falling =
            *corner == PlacementDrag::Corner::UpperLeft || *corner == PlacementDrag::Corner::LowerRight;
        return falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
    }
    return placementAt(event) ? Qt::SizeAllCursor : Qt::ArrowCursor;
}

QString SealPlacementInteraction::toolTipAt(const PageEvent &event) const
{
    switch (tagButtonAt(event.viewport)) {
    case TagButton::Copy:
        return tr("Copy to several pages (Ctrl+D)");
    case TagButton::Delete:
        return tr("Delete (Del)");
    case TagButton::None:
        break;
    }
    if (!placementAt(event) && lockedFrameAt(event) >= 0)
        return tr("Signed seals can't be moved or deleted");
    return {};
}

QRectF SealPlacementInteraction::viewportRect(const Placement &placement) const
{
    return m_toViewport(placement.page).mapRect(toQRectF(m_model.shownRect(placement)));
}

double SealPlacementInteraction::scaleOf(int page) const
{
    return std::sqrt(std::abs(m_toViewport(page).determinant()));
}

double SealPlacementInteraction::tolerance(int page) const
{
    const double scale = page < 0 ? 0 : scaleOf(page);
    return m_snapping && scale > 0 ? snapPixels / scale : 0;
}

const Placement *SealPlacementInteraction::placementAt(const PageEvent &event) const
{
    const Placement *found = nullptr;
    for (const Placement &placement : m_model.placements()) { // the last one lies on top
        if (placement.page == event.page && m_model.shownRect(placement).contains(event.shown))
            found = &placement;
    }
    return found;
}

const Placement *SealPlacementInteraction::tagged() const
{
    if (m_model.selection().size() != 1 || m_drag.isActive())
        return nullptr;
    return m_model.find(m_model.selection().front());
}

TagButton SealPlacementInteraction::tagButtonAt(QPoint viewport) const
{
    const Placement *placement = tagged();
    if (!placement)
        return TagButton::None;
    const QString text = stampTagText(placement->stamp, m_model.shownRect(*placement));
    const placementPainter::TagLayout layout = placementPainter::tagLayout(viewportRect(*placement), text);
    if (layout.copyButton.contains(viewport))
        return TagButton::Copy;
    return layout.deleteButton.contains(viewport) ? TagButton::Delete : TagButton::None;
}

/** Corner as shown on the unturned page, so that it stays right when the view is rotated. */
std::optional<PlacementDrag::Corner> SealPlacementInteraction::handleAt(QPoint viewport) const
{
    const Placement *placement = tagged();
    if (!placement || !isResizable(placement->stamp))
        return std::nullopt;
    constexpr double reach = 4;
    const QRectF shown = toQRectF(m_model.shownRect(*placement));
    const QTransform map = m_toViewport(placement->page);
    const QRectF frame = map.mapRect(shown);
    const std::array corners{shown.topLeft(), shown.topRight(), shown.bottomRight(), shown.bottomLeft()};
    for (const QRectF &handle : placementPainter::handles(frame)) {
        if (!handle.adjusted(-reach, -reach, reach, reach).contains(viewport))
            continue;
        const auto distance = [&](QPointF corner) { return (map.map(corner) - handle.center()).manhattanLength(); };
        const auto nearest = std::ranges::min_element(corners, {}, distance);
        return static_cast<PlacementDrag::Corner>(nearest - corners.begin());
    }
    return std::nullopt;
}

int SealPlacementInteraction::lockedFrameAt(const PageEvent &event) const
{
    const auto it = std::ranges::find_if(m_locked, [&event](const LockedFrame &frame) {
        return frame.page == event.page && frame.shown.contains(event.shown);
    });
    return it == m_locked.end() ? -1 : static_cast<int>(it - m_locked.begin());
}

QRectF SealPlacementInteraction::bandRect() const
{
    const QPointF anchor = m_toViewport(m_band->page).map(QPointF(m_band->anchor.x, m_band->anchor.y));
    return QRectF(anchor, m_band->now).normalized();
}

} // namespace bidseal
