#include "ui/document/OpenDocument.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace bidseal {

namespace {

using namespace std::chrono_literals;

constexpr int previewWidth = 168;  ///< logical pixels; a little more than the side panel shows
constexpr int previewHeight = 240; ///< logical pixels
constexpr int previewScaleKey = 0; ///< marks the key of a small picture
constexpr int geometryChunk = 64;  ///< pages read in one go, so that urgent readings get their turn
constexpr auto previewTimeLimit = 8000ms;

int threadCount()
{
    return int(std::clamp(std::thread::hardware_concurrency(), 2U, 4U));
}

std::vector<std::optional<PageGeometry>> readBoxes(const PdfDocument &document, int first, int last,
                                                   const std::stop_token &stop)
{
    std::vector<std::optional<PageGeometry>> found;
    for (int page = first; page <= last && !stop.stop_requested(); ++page) {
        const auto geometry = document.pageGeometry(page);
        found.push_back(geometry ? std::optional(*geometry) : std::nullopt);
    }
    return found;
}

} // namespace

OpenDocument::OpenDocument(std::shared_ptr<PdfDocument> document)
    : m_document(std::move(document))
    , m_geometries(std::size_t(std::max(0, m_document->pageCount())))
    , m_pool(std::make_unique<RenderPool>(
          [document = m_document](const RenderRequest &request, std::stop_token stop) {
              return document->render(request, std::move(stop));
          },
          threadCount()))
    , m_reading(std::make_unique<TaskThread>())
    , m_searching(std::make_unique<TaskThread>())
{
    returnLargeBlocks();
    const auto dispose = [this](std::vector<QImage> images) {
        m_reading->post([images = std::move(images)](const std::stop_token &) mutable { images.clear(); },
                        TaskThread::Order::First);
    };
    m_tiles.setDisposer(dispose);
    m_previews.setDisposer(dispose);
    connect(m_pool.get(), &RenderPool::finished, this, &OpenDocument::accept);
    readGeometries(0);
}

OpenDocument::~OpenDocument() = default;

void OpenDocument::requestStop()
{
    m_pool->requestStop();
    m_reading->requestStop();
    m_searching->requestStop();
}

bool OpenDocument::isStopped() const
{
    return m_pool->isStopped() && m_reading->isStopped() && m_searching->isStopped();
}

void OpenDocument::retire(std::unique_ptr<OpenDocument> document)
{
    if (!document) {
        return;
    }
    document->requestStop();
    document->disconnect();
    OpenDocument *old = document.release();
    old->setParent(QCoreApplication::instance()); // joined at the latest when the application goes
    auto *timer = new QTimer(old);
    connect(timer, &QTimer::timeout, old, [old] {
        if (old->isStopped()) {
            old->deleteLater();
        }
    });
    timer->start(20ms);
}

QImage OpenDocument::preview(int page)
{
    return m_previews.find({page, previewScaleKey, 0, 0, 0});
}

bool OpenDocument::hasPreview(int page) const
{
    return m_previews.contains({page, previewScaleKey, 0, 0, 0});
}

RenderJob OpenDocument::previewJob(int page) const
{
    SizeF size{595, 842};
    if (const auto known = geometry(page)) {
        size = known->shownSize();
    } else if (const auto first = geometry(0)) {
        size = first->shownSize();
    }
    RenderJob job{{page, previewScaleKey, 0, 0, 0}, {}};
    job.request.page = page;
    job.request.scale = m_previewRatio * std::min(previewWidth / size.width, previewHeight / size.height);
    job.request.timeLimit = previewTimeLimit;
    return job;
}

void OpenDocument::setPreviewRatio(double devicePixelRatio)
{
    if (m_previewRatio != devicePixelRatio) {
        m_previewRatio = devicePixelRatio;
        m_previews.clear();
    }
}

std::optional<Error> OpenDocument::pageError(int page) const
{
    const auto found = m_errors.find(page);
    return found == m_errors.end() ? std::nullopt : std::optional(found->second);
}

std::optional<PageGeometry> OpenDocument::geometry(int page) const
{
    return page >= 0 && page < pageCount() ? m_geometries[std::size_t(page)] : std::nullopt;
}

void OpenDocument::requestGeometry(int first, int last)
{
    first = std::max(0, first);
    last = std::min({last, pageCount() - 1, first + geometryChunk});
    const auto unknown = [this](int page) { return !geometry(page) && !m_errors.contains(page); };
    bool anyUnknown = false;
    for (int page = first; page <= last && !anyUnknown; ++page) {
        anyUnknown = unknown(page);
    }
    if (!anyUnknown || m_readingSightGeometry) {
        return;
    }
    m_readingSightGeometry = true;
    m_reading
        ->run([document = m_document, first,
               last](const std::stop_token &stop) { return readBoxes(*document, first, last, stop); },
              TaskThread::Order::First)
        .then(this, [this, first](const std::vector<std::optional<PageGeometry>> &boxes) {
            m_readingSightGeometry = false;
            take(first, boxes);
        });
}

void OpenDocument::readGeometries(int first)
{
    const int last = std::min(first + geometryChunk, pageCount()) - 1;
    if (last < first) {
        return;
    }
    m_reading
        ->run([document = m_document, first, last](const std::stop_token &stop) {
            return readBoxes(*document, first, last, stop);
        })
        .then(this, [this, first, last](const std::vector<std::optional<PageGeometry>> &boxes) {
            take(first, boxes);
            readGeometries(last + 1);
        });
}

void OpenDocument::take(int first, const std::vector<std::optional<PageGeometry>> &geometries)
{
    for (std::size_t i = 0; i < geometries.size(); ++i) {
        if (geometries[i]) {
            m_geometries[std::size_t(first) + i] = geometries[i];
        } else {
            // Drawing says why; without a box the page keeps the size of the first one.
            m_geometries[std::size_t(first) + i] = m_geometries.front().value_or(PageGeometry());
        }
    }
    if (!geometries.empty()) {
        Q_EMIT geometryKnown(first, first + int(geometries.size()) - 1);
    }
}

void OpenDocument::accept(const RenderOutcome &outcome)
{
    const int page = outcome.key.page;
    if (outcome.error) {
        m_errors.insert_or_assign(page, *outcome.error);
        Q_EMIT pageFailed(page);
    } else if (outcome.key.scale == previewScaleKey) {
        m_previews.insert(outcome.key, outcome.image);
        Q_EMIT previewDrawn(page);
    } else {
        ++m_drawnTiles;
        m_tiles.insert(outcome.key, outcome.image);
        Q_EMIT tileDrawn(outcome.key);
    }
}

} // namespace bidseal
