#pragma once

#include "core/model/DocumentFacts.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace bidseal {

class OpenDocument;

/**
 * Searches a document in the background, the nearest pages first, and keeps the list of hits with the current one. No
 * widget. Window thread only.
 */
class SearchController : public QObject
{
    Q_OBJECT
public:
    /** More hits than this are not collected: nobody steps through them, and a hostile file must not fill the memory.
     */
    static constexpr int maximumHits = 10'000;

    explicit SearchController(QObject *parent = nullptr);
    ~SearchController() override;

    /** Not owned, must be set to null before it goes. Clears the search. */
    void setDocument(OpenDocument *document);

    /** Begins anew; empty text clears. The first hit found near `fromPage` becomes the current one. */
    void search(const QString &text, int fromPage);
    /** Steps through the hits in page order, around at the end. */
    void next();
    void previous();
    void clear();

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isRunning() const;
    /** The limit was reached, there may be more. */
    [[nodiscard]] bool isIncomplete() const { return m_incomplete; }
    /** Sorted by page. */
    [[nodiscard]] const std::vector<TextHit> &hits() const { return m_hits; }
    /** Index into hits(), -1 without any. */
    [[nodiscard]] int current() const { return m_current; }

    /** The order in which pages are searched: outward from `from`. */
    static std::vector<int> pageOrder(int pageCount, int from);

Q_SIGNALS:
    /** Hits, current hit or the state of the search changed; at most ten times a second while it runs. */
    void changed();
    /** The current hit is to be shown: found first, or stepped to. */
    void hitShown(const bidseal::TextHit &hit);

private:
    struct Run;

    void stop();
    void collect();
    void insert(std::vector<TextHit> found);
    void step(int by);

    OpenDocument *m_document = nullptr;
    QString m_text;
    std::shared_ptr<Run> m_run; ///< shared with the thread that searches
    QTimer m_timer;
    std::vector<TextHit> m_hits;
    int m_current = -1;
    bool m_incomplete = false;
};

} // namespace bidseal
