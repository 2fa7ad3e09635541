#pragma once

#include "core/model/DocumentFacts.h"
#include "ui/document/PageInteraction.h"

#include <QObject>

#include <map>
#include <optional>

namespace bidseal {

class DocumentView;
class OpenDocument;

/**
 * Selecting text by dragging, words by double click; what a DocumentView does by itself. The text is read in the
 * background; while the mouse moves only the latest wish is followed.
 */
class TextSelectionInteraction : public QObject, public PageInteraction
{
    Q_OBJECT
public:
    /** `view` owns this. */
    explicit TextSelectionInteraction(DocumentView *view);

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isEmpty() const { return m_selected.empty(); }
    void clear();

    bool press(const PageEvent &event) override;
    bool move(const PageEvent &event) override;
    bool release(const PageEvent &event) override;
    bool doubleClick(const PageEvent &event) override;
    bool contextMenu(const PageEvent &event, const QPoint &global) override;
    bool key(QKeyEvent *event) override;
    void cancel() override;
    void paint(QPainter &painter, int page, const QTransform &toViewport) override;
    [[nodiscard]] QCursor cursorAt(const PageEvent &event) const override;

private:
    struct Place
    {
        int page = -1;
        PointF point;
    };
    struct Wish
    {
        Place from;
        Place to;
        bool wholeWord = false;
    };
    using Pages = std::map<int, TextSelection>;

    void ask(const Wish &wish);
    void read(const Wish &wish);
    void take(const Pages &pages, quint64 generation);

    DocumentView *m_view;
    std::optional<Place> m_anchor; ///< while the button is down
    std::optional<Wish> m_next;    ///< to be read when the reading at work is done
    bool m_reading = false;
    quint64 m_generation = 0; ///< of the selection; older readings are thrown away
    Pages m_selected;
};

} // namespace bidseal
