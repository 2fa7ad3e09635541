#include "ui/document/PrintJob.h"

#include "core/messages/Messages.h"
#include "ui/document/RenderPool.h"
#include "ui/document/TaskThread.h"

#include <QPainter>

#include <algorithm>
#include <chrono>
#include <utility>

namespace bidseal {

namespace {

using namespace std::chrono_literals;

constexpr qint64 bandBytes = 24'000'000; ///< of one piece of a page in memory
constexpr double sameSize = 0.985;       ///< papers that differ by less are taken as equal: A4 is 595.28 or 595 points
constexpr auto pageTimeLimit = 60'000ms;

} // namespace

PrintJob::PrintJob(std::shared_ptr<PdfDocument> document, std::unique_ptr<QPrinter> printer, std::vector<int> pages,
                   int copies, QObject *parent)
    : QObject(parent)
    , m_document(std::move(document))
    , m_printer(std::move(printer))
    , m_pages(std::move(pages))
    , m_copies(std::max(1, copies))
{
}

PrintJob::~PrintJob() = default;

void PrintJob::start()
{
    m_printer->setFullPage(true); // positions are counted from the edge of the paper
    m_thread = std::jthread([this](const std::stop_token &stop) {
        lowerThreadPriority();
        auto result = print(stop);
        QMetaObject::invokeMethod(
            this, [this, result = std::move(result)] { Q_EMIT finished(result); }, Qt::QueuedConnection);
    });
}

void PrintJob::cancel()
{
    m_thread.request_stop();
}

PrintJob::Sheet PrintJob::sheetFor(SizeF page, SizeF paper)
{
    Sheet sheet;
    const bool pageIsWide = page.width > page.height;
    const bool paperIsWide = paper.width > paper.height;
    if (pageIsWide != paperIsWide) {
        sheet.rotation = 90;
        std::swap(page.width, page.height);
    }
    const double fit = std::min(paper.width / page.width, paper.height / page.height);
    sheet.shrink = fit < sameSize ? fit : 1;
    sheet.origin = {(paper.width - page.width * sheet.shrink) / 2, (paper.height - page.height * sheet.shrink) / 2};
    return sheet;
}

Result<PrintSummary> PrintJob::print(const std::stop_token &stop)
{
    QPainter painter;
    if (!painter.begin(m_printer.get())) {
        return fail(ErrorCode::OutputUnwritable, QStringLiteral("the printer did not begin"));
    }
    PrintSummary summary;
    const int total = int(m_pages.size()) * m_copies;
    for (int copy = 0; copy < m_copies; ++copy) {
        for (const int page : m_pages) {
            if (summary.pages > 0 && !m_printer->newPage()) {
                return fail(ErrorCode::OutputUnwritable, QStringLiteral("the printer did not take another page"));
            }
            auto printed = printPage(painter, page, summary, stop);
            if (!printed) {
                m_printer->abort();
                return fail(printed.error());
            }
            ++summary.pages;
            QMetaObject::invokeMethod(
                this, [this, done = summary.pages, total] { Q_EMIT progress(done, total); }, Qt::QueuedConnection);
        }
    }
    if (!painter.end() || m_printer->printerState() == QPrinter::Error) {
        return fail(ErrorCode::OutputUnwritable, QStringLiteral("the printer reported an error"));
    }
    return summary;
}

Result<void> PrintJob::printPage(QPainter &painter, int page, PrintSummary &summary, const std::stop_token &stop)
{
    const QSizeF paperPoints = m_printer->pageLayout().fullRectPoints().size();
    const SizeF paper{paperPoints.width(), paperPoints.height()};
    const double unit = m_printer->resolution() / pointsPerInch; // printer pixels a point
    const auto geometry = m_document->pageGeometry(page);
    const Sheet sheet = sheetFor(geometry ? geometry->shownSize() : paper, paper);
    const double scale = std::min(m_printer->resolution(), maximumDpi) / pointsPerInch * sheet.shrink;
    Result<Raster> band = geometry ? Raster{} : Result<Raster>(std::unexpected(geometry.error()));
    const QSize size = geometry ? PdfDocument::rasterSize(*geometry, scale, sheet.rotation) : QSize();
    const int rows = std::max(1, int(bandBytes / (4LL * std::max(1, size.width()))));
    const double grow = unit * sheet.shrink / scale; // printer pixels a drawn pixel
    for (int top = 0; band && top < size.height(); top += rows) {
        const QRect clip(0, top, size.width(), std::min(rows, size.height() - top));
        band = m_document->render({page, scale, sheet.rotation, clip, true, pageTimeLimit}, stop);
        if (band) {
            const QRectF target(sheet.origin.x * unit, sheet.origin.y * unit + top * grow, clip.width() * grow,
                                clip.height() * grow);
            painter.drawImage(target, toImage(*band).convertToFormat(QImage::Format_RGB32));
        }
    }
    if (stop.stop_requested() || (!band && band.error().code == ErrorCode::Cancelled)) {
        return fail(ErrorCode::Cancelled);
    }
    if (!band) {
        ++summary.failedPages;
        const QRectF sheetArea(0, 0, paper.width * unit, paper.height * unit);
        painter.drawText(sheetArea.marginsRemoved(QMarginsF(unit, unit, unit, unit) * 36),
                         int(Qt::AlignCenter) | int(Qt::TextWordWrap), errorText(band.error()).whatHappened);
    } else if (sheet.shrink < 1) {
        ++summary.shrunkPages;
    }
    return {};
}

} // namespace bidseal
