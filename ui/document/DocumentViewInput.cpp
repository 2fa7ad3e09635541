// Mouse, wheel, keys and drops of DocumentView.

#include "ui/document/DocumentView.h"

#include "ui/document/DocumentViewPrivate.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace bidseal {

namespace {

constexpr double wheelStep = 120;       ///< eighths of a degree of one notch
constexpr int wheelPixels = 96;         ///< logical pixels a notch scrolls
constexpr double wheelZoom = 1.15;      ///< factor of one notch with Ctrl
constexpr int autoScrollMargin = 24;    ///< logical pixels at the edges of the viewport
constexpr double autoScrollSpeed = 0.6; ///< of the way into (or beyond) the margin, a step

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

int beyond(int position, int length)
{
    if (position < autoScrollMargin) {
        return position - autoScrollMargin;
    }
    return std::max(0, position - (length - autoScrollMargin));
}

} // namespace

std::vector<PageInteraction *> DocumentView::Private::interactions() const
{
    std::vector<PageInteraction *> all;
    if (interaction) {
        all.push_back(interaction);
    }
    all.push_back(selection.get());
    return all;
}

PageEvent DocumentView::Private::eventAt(const QPoint &pos) const
{
    PageEvent event;
    event.viewport = pos;
    const QPointF content = QPointF(offset()) + QPointF(pos) * ratio;
    const int page = layout.pageNear(int(std::floor(content.y())));
    if (page >= 0 &&
        layout.pageRect(page).contains(QPoint(int(std::floor(content.x())), int(std::floor(content.y()))))) {
        const QPointF shown = layout.toContent(page).inverted().map(content);
        event.page = page;
        event.shown = {shown.x(), shown.y()};
    }
    return event;
}

void DocumentView::Private::cancelGesture()
{
    autoScrollTimer.stop();
    panning = false;
    if (PageInteraction *owner = std::exchange(grabber, nullptr)) {
        owner->cancel();
    }
}

void DocumentView::Private::startAutoScroll(const QPoint &pos, std::function<void()> again)
{
    autoScrollPos = pos;
    afterAutoScroll = std::move(again);
    const QSize size = q->viewport()->size();
    if (beyond(pos.x(), size.width()) == 0 && beyond(pos.y(), size.height()) == 0) {
        autoScrollTimer.stop();
    } else if (!autoScrollTimer.isActive()) {
        autoScrollTimer.start();
    }
}

void DocumentView::Private::autoScroll()
{
    const QSize size = q->viewport()->size();
    const QPointF step(beyond(autoScrollPos.x(), size.width()), beyond(autoScrollPos.y(), size.height()));
    setOffset(QPointF(offset()) + step * autoScrollSpeed * ratio);
    if (afterAutoScroll) {
        afterAutoScroll();
    }
}

void DocumentView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton) {
        m_d->panning = true;
        m_d->panFrom = event->pos();
        m_d->panOffset = m_d->offset();
        viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    PageEvent pageEvent = m_d->eventAt(event->pos());
    pageEvent.modifiers = event->modifiers();
    pageEvent.buttons = event->buttons();
    pageEvent.button = event->button();
    for (PageInteraction *interaction : m_d->interactions()) {
        if (interaction->press(pageEvent)) {
            m_d->grabber = interaction;
            return;
        }
    }
}

void DocumentView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_d->panning) {
        m_d->setOffset(QPointF(m_d->panOffset) - QPointF(event->pos() - m_d->panFrom) * m_d->ratio);
        return;
    }
    const auto forward = [this, pos = event->pos(), modifiers = event->modifiers(), buttons = event->buttons()] {
        PageEvent pageEvent = m_d->eventAt(pos);
        pageEvent.modifiers = modifiers;
        pageEvent.buttons = buttons;
        if (m_d->grabber) {
            m_d->grabber->move(pageEvent);
            return;
        }
        for (PageInteraction *interaction : m_d->interactions()) {
            if (interaction->move(pageEvent)) {
                break;
            }
        }
        viewport()->setCursor(m_d->interactions().front()->cursorAt(pageEvent));
    };
    forward();
    if (m_d->grabber) {
        m_d->startAutoScroll(event->pos(), forward);
    }
}

void DocumentView::mouseReleaseEvent(QMouseEvent *event)
{
    m_d->autoScrollTimer.stop();
    if (event->button() == Qt::MiddleButton && std::exchange(m_d->panning, false)) {
        viewport()->unsetCursor();
        return;
    }
    PageEvent pageEvent = m_d->eventAt(event->pos());
    pageEvent.modifiers = event->modifiers();
    pageEvent.buttons = event->buttons();
    pageEvent.button = event->button();
    if (PageInteraction *owner = m_d->grabber) {
        if (event->buttons() == Qt::NoButton) {
            m_d->grabber = nullptr;
        }
        owner->release(pageEvent);
        return;
    }
    for (PageInteraction *interaction : m_d->interactions()) {
        if (interaction->release(pageEvent)) {
            return;
        }
    }
}

void DocumentView::mouseDoubleClickEvent(QMouseEvent *event)
{
    PageEvent pageEvent = m_d->eventAt(event->pos());
    pageEvent.modifiers = event->modifiers();
    pageEvent.buttons = event->buttons();
    pageEvent.button = event->button();
    for (PageInteraction *interaction : m_d->interactions()) {
        if (interaction->doubleClick(pageEvent)) {
            return;
        }
    }
}

void DocumentView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint pos = byKey ? viewport()->rect().center() : event->pos();
    PageEvent pageEvent = m_d->eventAt(pos);
    pageEvent.modifiers = event->modifiers();
    for (PageInteraction *interaction : m_d->interactions()) {
        if (interaction->contextMenu(pageEvent, byKey ? viewport()->mapToGlobal(pos) : event->globalPos())) {
            return;
        }
    }
}

bool DocumentView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const PageEvent pageEvent = m_d->eventAt(help->pos());
        const QString words = m_d->interaction ? m_d->interaction->toolTipAt(pageEvent) : QString();
        if (words.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), words, viewport());
        }
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void DocumentView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double notches = event->angleDelta().y() / wheelStep;
        if (notches != 0) {
            setZoomAt(zoom() * std::pow(wheelZoom, notches), event->position().toPoint());
        }
        event->accept();
        return;
    }
    QPointF delta = QPointF(event->pixelDelta()) * m_d->ratio;
    if (delta.isNull()) {
        delta = QPointF(event->angleDelta()) / wheelStep * wheelPixels * m_d->ratio;
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            delta = {delta.y(), delta.x()};
        }
    }
    // Touchpads send parts of pixels; what is left over is kept for the next event.
    m_d->wheelRest += delta;
    const QPoint whole(int(m_d->wheelRest.x()), int(m_d->wheelRest.y()));
    m_d->wheelRest -= whole;
    m_d->setOffset(m_d->offset() - whole);
    event->accept();
}

bool DocumentView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_d->grabber) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            event->accept(); // Esc ends the drag and nothing else
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void DocumentView::keyPressEvent(QKeyEvent *event)
{
    for (PageInteraction *interaction : m_d->interactions()) {
        if (interaction->key(event)) {
            event->accept();
            return;
        }
    }
    if (event->key() == Qt::Key_Escape && m_d->grabber) {
        m_d->cancelGesture();
        event->accept();
        return;
    }
    if (m_d->handleKey(event)) {
        event->accept();
    } else {
        event->ignore();
    }
}

bool DocumentView::Private::handleKey(QKeyEvent *event)
{
    QScrollBar *vertical = q->verticalScrollBar();
    QScrollBar *horizontal = q->horizontalScrollBar();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_PageUp:
        control ? q->goToPage(shownPage - 1) : vertical->triggerAction(QScrollBar::SliderPageStepSub);
        return true;
    case Qt::Key_PageDown:
        control ? q->goToPage(shownPage + 1) : vertical->triggerAction(QScrollBar::SliderPageStepAdd);
        return true;
    case Qt::Key_Space:
        vertical->triggerAction(shift ? QScrollBar::SliderPageStepSub : QScrollBar::SliderPageStepAdd);
        return true;
    case Qt::Key_Home:
        vertical->triggerAction(QScrollBar::SliderToMinimum);
        return true;
    case Qt::Key_End:
        vertical->triggerAction(QScrollBar::SliderToMaximum);
        return true;
    case Qt::Key_Up:
        vertical->triggerAction(QScrollBar::SliderSingleStepSub);
        return true;
    case Qt::Key_Down:
        vertical->triggerAction(QScrollBar::SliderSingleStepAdd);
        return true;
    case Qt::Key_Left:
        horizontal->triggerAction(QScrollBar::SliderSingleStepSub);
        return true;
    case Qt::Key_Right:
        horizontal->triggerAction(QScrollBar::SliderSingleStepAdd);
        return true;
    default:
        break;
    }
    if (event->matches(QKeySequence::ZoomIn) || (control && event->key() == Qt::Key_Equal)) {
        q->zoomIn();
    } else if (event->matches(QKeySequence::ZoomOut)) {
        q->zoomOut();
    } else if (control && event->key() == Qt::Key_0) {
        q->fitWidth();
    } else {
        return false;
    }
    return true;
}

void DocumentView::dragEnterEvent(QDragEnterEvent *event)
{
    // Whether it may be dropped depends on the place: the move decides.
    event->acceptProposedAction();
}

void DocumentView::dragMoveEvent(QDragMoveEvent *event)
{
    const QPoint pos = event->position().toPoint();
    PageEvent pageEvent = m_d->eventAt(pos);
    pageEvent.modifiers = event->modifiers();
    pageEvent.buttons = event->buttons();
    const bool taken = m_d->interaction && m_d->interaction->dragMove(pageEvent, *event->mimeData());
    m_d->startAutoScroll(pos, {});
    if (taken || !localFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    } else {
        event->ignore();
    }
}

void DocumentView::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_d->autoScrollTimer.stop();
    if (m_d->interaction) {
        m_d->interaction->dragLeave();
    }
    event->accept();
}

void DocumentView::dropEvent(QDropEvent *event)
{
    m_d->autoScrollTimer.stop();
    PageEvent pageEvent = m_d->eventAt(event->position().toPoint());
    pageEvent.modifiers = event->modifiers();
    pageEvent.buttons = event->buttons();
    if (m_d->interaction && m_d->interaction->drop(pageEvent, *event->mimeData())) {
        event->acceptProposedAction();
        return;
    }
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty()) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

void DocumentView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::MouseFocusReason) {
        m_d->cancelGesture();
    }
}

} // namespace bidseal
