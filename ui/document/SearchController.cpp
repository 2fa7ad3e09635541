#include "ui/document/SearchController.h"

#include "core/common/Log.h"
#include "ui/document/OpenDocument.h"

#include <algorithm>
#include <mutex>
#include <stop_token>
#include <utility>

namespace bidseal {

namespace {

constexpr int collectInterval = 100; ///< milliseconds

} // namespace

/** What the searching thread and the window share. */
struct SearchController::Run
{
    std::stop_source stop;
    std::mutex mutex;
    std::vector<TextHit> found; ///< not collected yet
    int hitCount = 0;
    bool limited = false;
    bool finished = false;

    void add(std::vector<TextHit> hits);
    void finish();
};

void SearchController::Run::add(std::vector<TextHit> hits)
{
    const std::lock_guard lock(mutex);
    for (TextHit &hit : hits) {
        if (hitCount == maximumHits) {
            limited = true;
            return;
        }
        found.push_back(std::move(hit));
        ++hitCount;
    }
}

void SearchController::Run::finish()
{
    const std::lock_guard lock(mutex);
    finished = true;
}

SearchController::SearchController(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(collectInterval);
    connect(&m_timer, &QTimer::timeout, this, &SearchController::collect);
}

SearchController::~SearchController()
{
    stop();
}

void SearchController::setDocument(OpenDocument *document)
{
    clear();
    m_document = document;
}

bool SearchController::isRunning() const
{
    return m_run != nullptr;
}

std::vector<int> SearchController::pageOrder(int pageCount, int from)
{
    std::vector<int> order;
    order.reserve(std::size_t(std::max(0, pageCount)));
    const int start = std::clamp(from, 0, std::max(0, pageCount - 1));
    for (int distance = 0; int(order.size()) < pageCount; ++distance) {
        if (start + distance < pageCount) {
            order.push_back(start + distance);
        }
        if (distance > 0 && start - distance >= 0) {
            order.push_back(start - distance);
        }
    }
    return order;
}

void SearchController::search(const QString &text, int fromPage)
{
    clear();
    m_text = text;
    if (text.isEmpty() || !m_document) {
        Q_EMIT changed();
        return;
    }
    m_run = std::make_shared<Run>();
    const auto job = [run = m_run, text, document = m_document->document(),
                      order = pageOrder(m_document->pageCount(), fromPage)](const std::stop_token &closing) {
        const std::stop_callback stopToo(closing, [&run] { run->stop.request_stop(); });
        const std::stop_token stop = run->stop.get_token();
        for (const int page : order) {
            if (stop.stop_requested() || run->limited) {
                break;
            }
            auto hits = document->search(page, text, stop);
            if (hits) {
                run->add(std::move(*hits));
            } else if (hits.error().code != ErrorCode::Cancelled) {
                // The page itself shows why it cannot be read.
                qCInfo(logUi) << "page not searched" << page << hits.error().detail;
            }
        }
        run->finish();
    };
    m_document->searching().post(job);
    m_timer.start();
    Q_EMIT changed();
}

void SearchController::clear()
{
    stop();
    m_text.clear();
    m_hits.clear();
    m_current = -1;
    m_incomplete = false;
    Q_EMIT changed();
}

void SearchController::stop()
{
    m_timer.stop();
    if (const auto run = std::exchange(m_run, nullptr)) {
        run->stop.request_stop();
    }
}

void SearchController::collect()
{
    std::vector<TextHit> found;
    bool finished = false;
    {
        const std::lock_guard lock(m_run->mutex);
        found.swap(m_run->found);
        finished = m_run->finished;
        m_incomplete = m_run->limited;
    }
    const bool first = m_hits.empty() && !found.empty();
    const TextHit nearest = first ? found.front() : TextHit{};
    insert(std::move(found));
    if (finished) {
        stop();
    }
    if (first) {
        const auto at = std::find_if(m_hits.begin(), m_hits.end(), [&nearest](const TextHit &hit) {
            return hit.page == nearest.page && hit.quads == nearest.quads;
        });
        m_current = int(at - m_hits.begin());
    }
    Q_EMIT changed();
    if (first) {
        Q_EMIT hitShown(m_hits[std::size_t(m_current)]);
    }
}

void SearchController::insert(std::vector<TextHit> found)
{
    if (found.empty()) {
        return;
    }
    // New hits of pages before the current one move it back in the list; it stays the same hit.
    if (m_current >= 0) {
        const int page = m_hits[std::size_t(m_current)].page;
        m_current += int(std::count_if(found.begin(), found.end(), [page](const TextHit &h) { return h.page < page; }));
    }
    const auto middle = std::ptrdiff_t(m_hits.size());
    const auto byPage = [](const TextHit &a, const TextHit &b) { return a.page < b.page; };
    std::stable_sort(found.begin(), found.end(), byPage);
    std::move(found.begin(), found.end(), std::back_inserter(m_hits));
    std::inplace_merge(m_hits.begin(), m_hits.begin() + middle, m_hits.end(), byPage);
}

void SearchController::next()
{
    step(1);
}

void SearchController::previous()
{
    step(-1);
}

void SearchController::step(int by)
{
    if (m_hits.empty()) {
        return;
    }
    const int count = int(m_hits.size());
    m_current = (m_current + by + count) % count;
    Q_EMIT changed();
    Q_EMIT hitShown(m_hits[std::size_t(m_current)]);
}

} // namespace bidseal
