#pragma once

#include "core/pdf/PdfDocument.h"
#include "ui/document/PageInteraction.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>

namespace bidseal {

class OpenDocument;

/**
 * Continuous pages of one document: zoom, scrolling, view rotation, tiles from the render pool, search hits. Forwards
 * mouse, keys and drops to the current PageInteraction. Owned by the window.
 */
class DocumentView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class ZoomMode { Free, FitWidth, FitPage };

    explicit DocumentView(QWidget *parent = nullptr);
    ~DocumentView() override;

    /** Null clears. The view keeps a share of the document. */
    void setDocument(std::shared_ptr<PdfDocument> document);
    [[nodiscard]] std::shared_ptr<PdfDocument> document() const;
    /** Threads and caches around the document, null without one; lives until the next setDocument(). */
    [[nodiscard]] OpenDocument *openDocument() const;
    /**
     * Box, rotation and unit of a page as far as they have been read in the background; pages in sight come first.
     * Never waits. Until then the page is laid out with the size of the first one.
     */
    [[nodiscard]] std::optional<PageGeometry> knownGeometry(int page) const;

    /** Not owned; null = text selection. */
    void setInteraction(PageInteraction *interaction);

    [[nodiscard]] double zoom() const; ///< 1 = 100 % = 96 dpi
    [[nodiscard]] ZoomMode zoomMode() const;
    [[nodiscard]] int viewRotation() const;
    [[nodiscard]] int currentPage() const; ///< index from 0; the page in the middle of the viewport
    [[nodiscard]] QString selectedText() const;
    /** The part of a page in viewport pixels, whether in sight or not. */
    [[nodiscard]] QRectF pageRectInViewport(int page) const;
    /** The page under a viewport position with the point in its shown space; page -1 beside all pages. */
    [[nodiscard]] PageEvent pageEventAt(const QPoint &viewportPos) const;

    /** Maps shown points of a page to viewport pixels. */
    [[nodiscard]] QTransform pageToViewport(int page) const;
    /** Scrolls so that a rect (shown points) is in sight. */
    void ensureVisible(int page, const RectF &shown);
    /** Shown point at the middle of the visible part of the current page. */
    [[nodiscard]] PointF visibleCenterOf(int page) const;

public Q_SLOTS:
    void setZoom(double zoom);
    void setZoomMode(bidseal::DocumentView::ZoomMode mode);
    /** Changes the zoom and keeps the point under `viewportPos` where it is. */
    void setZoomAt(double zoom, const QPoint &viewportPos);
    void zoomIn();
    void zoomOut();
    void fitWidth();
    void rotateView();
    void goToPage(int page);
    void setSearchHits(const std::vector<bidseal::TextHit> &hits, int current);
    void copySelection();
    /** Repaints what the interaction paints; cheap. */
    void updateOverlay();

Q_SIGNALS:
    /** Another document, or none. */
    void documentChanged();
    /** The box of a page became known (it may have moved). */
    void geometryKnown(int firstPage, int lastPage);
    /** The document's permissions forbid to copy text. */
    void copyRefused();
    void zoomChanged(double zoom);
    void currentPageChanged(int page);
    void selectionChanged();
    void filesDropped(const QStringList &paths);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
