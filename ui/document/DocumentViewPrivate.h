#pragma once

#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"
#include "ui/document/PageLayout.h"
#include "ui/document/TextSelectionInteraction.h"

#include <QTimer>

#include <functional>

namespace bidseal {

/** State of a DocumentView, shared by its source files only. Scroll values and the layout are in device pixels. */
struct DocumentView::Private
{
    explicit Private(DocumentView *view);

    DocumentView *q;
    std::unique_ptr<OpenDocument> open;
    PageLayout layout;
    double zoom = 1;
    ZoomMode mode = ZoomMode::FitWidth;
    int fitPage = 0; ///< the page whose width or height is fitted
    int formerScale = 0;
    int shownPage = -1;
    int pinnedPage =
        -1; ///< gone to on purpose: stays current until somebody scrolls, even when it is not in the middle
    QPoint pinnedOffset;
    double ratio = 1;

    PageInteraction *interaction = nullptr;
    std::unique_ptr<TextSelectionInteraction> selection;
    PageInteraction *grabber = nullptr; ///< took the press, gets moves until the release
    bool panning = false;
    QPoint panFrom;
    QPoint panOffset;
    QPointF wheelRest;

    std::vector<TextHit> hits;
    int currentHit = -1;

    QTimer planTimer;
    QTimer autoScrollTimer;
    QPoint autoScrollPos;
    std::function<void()> afterAutoScroll;

    // Geometry of the viewport
    [[nodiscard]] QSize viewportPixels() const;
    [[nodiscard]] QPoint offset() const;
    void setOffset(const QPointF &content);
    [[nodiscard]] QRect visibleContent() const;
    void updateScrollBars();
    /** Runs `change` and keeps the content under a viewport position (device pixels) where it was. */
    void keeping(const QPointF &viewportPixel, const std::function<void()> &change);
    /** The position to keep when nobody points anywhere: the middle, or the top while at the very top. */
    [[nodiscard]] QPointF restingPoint() const;

    // Zoom
    [[nodiscard]] double fittedZoom() const;
    void applyZoom(double wanted, const QPointF &viewportPixel);
    void refit();
    void devicePixelRatioMayHaveChanged();

    // What is drawn
    void schedulePlan();
    void plan();
    void noteCurrentPage();
    void pin(int page);
    void takeGeometries(int first, int last);

    // Interactions in the order they are asked
    [[nodiscard]] std::vector<PageInteraction *> interactions() const;
    [[nodiscard]] PageEvent eventAt(const QPoint &pos) const;
    void cancelGesture();
    void startAutoScroll(const QPoint &pos, std::function<void()> again);
    void autoScroll();
    bool handleKey(QKeyEvent *event);
};

} // namespace bidseal
