#pragma once

#include "core/model/DocumentFacts.h"
#include "ui/document/OpenDocument.h"
#include "ui/document/PageLayout.h"

#include <QPainter>

#include <vector>

namespace bidseal {

/**
 * Paints the pages of a viewport: white paper with its shadow, the sharp tiles that are there, below them the tiles of
 * the zoom before or the small picture, the reason where a page cannot be drawn, search hits. Draws nothing that has to
 * be waited for.
 */
class PagePainter
{
public:
    /** `offset`: content pixel in the upper left corner of the viewport. All sizes in device pixels. */
    PagePainter(const PageLayout &layout, OpenDocument &open, QPoint offset, QSize viewport, double devicePixelRatio);

    /** Key of the scale shown before, 0 for none: its tiles fill in while the new ones are drawn. */
    void setFormerScale(int scaleKey) { m_formerScale = scaleKey; }

    /** `painter` in logical pixels of the viewport. */
    void paint(QPainter &painter);
    /** Hits sorted by page; `current` is an index into them or -1. */
    void paintHits(QPainter &painter, const std::vector<TextHit> &hits, int current) const;

private:
    void paintPage(QPainter &painter, int page);
    void paintShadow(QPainter &painter, const QRect &rect) const;
    void paintTiles(QPainter &painter, int page, const QRect &rect);
    void paintFormerTiles(QPainter &painter, int page, const QRect &rect);
    void paintPreview(QPainter &painter, int page);
    void paintError(QPainter &painter, const Error &error, const QRect &rect) const;
    [[nodiscard]] bool hasAllTiles(int page, const QRect &rect) const;

    const PageLayout &m_layout;
    OpenDocument &m_open;
    QPoint m_offset;
    QSize m_viewport;
    double m_ratio;
    int m_formerScale = 0;
};

} // namespace bidseal
