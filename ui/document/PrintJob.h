#pragma once

#include "core/common/Result.h"
#include "core/pdf/PdfDocument.h"

#include <QObject>
#include <QPrinter>

#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

namespace bidseal {

/** What came out of a print job. */
struct PrintSummary
{
    int pages = 0;       ///< sheets sent, copies counted
    int shrunkPages = 0; ///< larger than the paper, so not in true size
    int failedPages = 0; ///< could not be drawn; the sheet says why
    bool operator==(const PrintSummary &) const = default;
};

/**
 * Prints pages in true size from a thread of its own: turned to fit the paper, centred, made smaller only when larger
 * than the paper. Owns and joins its thread.
 */
class PrintJob : public QObject
{
    Q_OBJECT
public:
    /** Finer than the picture in a scanned bid, and what 35 MB for an A4 page buys. */
    static constexpr int maximumDpi = 300;

    /** `pages`: indices from 0 in the order of printing. `copies` are those the printer does not make itself. */
    PrintJob(std::shared_ptr<PdfDocument> document, std::unique_ptr<QPrinter> printer, std::vector<int> pages,
             int copies, QObject *parent = nullptr);
    ~PrintJob() override;

    void start();
    /** finished() follows with Cancelled. */
    void cancel();

    /** Where a page goes on the paper: plain arithmetic, all in points. */
    struct Sheet
    {
        int rotation = 0; ///< clockwise
        double shrink = 1;
        PointF origin; ///< upper left corner of the turned page on the paper
    };
    static Sheet sheetFor(SizeF page, SizeF paper);

Q_SIGNALS:
    void progress(int done, int total);
    void finished(const bidseal::Result<bidseal::PrintSummary> &result);

private:
    Result<PrintSummary> print(const std::stop_token &stop);
    Result<void> printPage(class QPainter &painter, int page, PrintSummary &summary, const std::stop_token &stop);

    std::shared_ptr<PdfDocument> m_document;
    std::unique_ptr<QPrinter> m_printer; ///< used by the thread alone once it runs
    std::vector<int> m_pages;
    int m_copies;
    std::jthread m_thread;
};

} // namespace bidseal
