#pragma once

#include "core/pdf/PdfDocument.h"
#include "ui/document/PageInteraction.h"

#include <QAbstractScrollArea>

#include <memory>

namespace bidseal {

/**
 * Continuous pages of one document: zoom, scrolling, view rotation, tiles from the render pool, search hits. Forwards mouse,
 * keys and drops to the current PageInteraction. Owned by the window.
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

    /** Not owned; null = text selection. */
    void setInteraction(PageInteraction *interaction);

    [[nodiscard]] double zoom() const; ///< 1 = 100 % = 96 dpi
    [[nodiscard]] ZoomMode zoomMode() const;
    [[nodiscard]] int viewRotation() const;
    [[nodiscard]] int currentPage() const; ///< index from 0; the page in the middle of the viewport
    [[nodiscard]] QString selectedText() const;

    /** Maps shown points of a page to viewport pixels. */
    [[nodiscard]] QTransform pageToViewport(int page) const;
    /** Scrolls so that a rect (shown points) is in sight. */
    void ensureVisible(int page, const RectF &shown);
    /** Shown point at the middle of the visible part of the current page. */
    [[nodiscard]] PointF visibleCenterOf(int page) const;

public Q_SLOTS:
    void setZoom(double zoom);
    void setZoomMode(bidseal::DocumentView::ZoomMode mode);
    void zoomIn();
    void zoomOut();
    void rotateView();
    void goToPage(int page);
    void setSearchHits(const std::vector<bidseal::TextHit> &hits, int current);
    void copySelection();
    /** Repaints what the interaction paints; cheap. */
    void updateOverlay();

Q_SIGNALS:
    void zoomChanged(double zoom);
    void currentPageChanged(int page);
    void selectionChanged();
    void filesDropped(const QStringList &paths);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
