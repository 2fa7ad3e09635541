#pragma once

#include "core/model/Geometry.h"

#include <QCursor>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QTransform>

namespace bidseal {

/** A mouse position on a page of the view. */
struct PageEvent
{
    int page = -1;   ///< -1 beside all pages
    PointF shown;    ///< shown space of that page (true points, origin upper left, y down)
    QPoint viewport; ///< device-independent pixels
    Qt::KeyboardModifiers modifiers;
    Qt::MouseButtons buttons;
    Qt::MouseButton button = Qt::NoButton;
};

/**
 * What the mouse and the keyboard do on the pages: text selection, placing seals, looking at signatures. One is current
 * in a DocumentView; it paints itself above the pages. The view turns pixels into page coordinates and back.
 */
class PageInteraction
{
public:
    virtual ~PageInteraction() = default;

    // True = handled, the view does nothing more.
    virtual bool press(const PageEvent &) { return false; }
    virtual bool move(const PageEvent &) { return false; }
    virtual bool release(const PageEvent &) { return false; }
    virtual bool doubleClick(const PageEvent &) { return false; }
    virtual bool key(QKeyEvent *) { return false; }
    virtual bool contextMenu(const PageEvent &, const QPoint & /*global*/) { return false; }
    virtual bool dragMove(const PageEvent &, const QMimeData &) { return false; }
    virtual void dragLeave() {}
    virtual bool drop(const PageEvent &, const QMimeData &) { return false; }
    /** The gesture is abandoned (Esc, focus lost). */
    virtual void cancel() {}

    /**
     * Paints above one page. `toViewport` maps shown points of that page to device-independent viewport pixels (zoom
     * and view rotation included); the painter is in viewport coordinates and clipped to the viewport.
     */
    virtual void paint(QPainter &, int /*page*/, const QTransform & /*toViewport*/) {}
    [[nodiscard]] virtual QCursor cursorAt(const PageEvent &) const { return Qt::ArrowCursor; }
    virtual QString toolTipAt(const PageEvent &) const { return {}; }
};

} // namespace bidseal
