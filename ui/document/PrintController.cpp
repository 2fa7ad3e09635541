#include "ui/document/PrintController.h"

#include "core/messages/Messages.h"
#include "ui/common/InfoBar.h"
#include "ui/common/ProgressCard.h"
#include "ui/document/DocumentView.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPageRanges>
#include <QPrintDialog>

#include <algorithm>
#include <utility>

namespace bidseal {

PrintController::PrintController(DocumentView *view, InfoBar *bar, ProgressCard *progress, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_bar(bar)
    , m_progress(progress)
{
    connect(m_progress, &ProgressCard::cancelRequested, this, [this] {
        if (m_job) {
            m_job->cancel();
        }
    });
}

PrintController::~PrintController()
{
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancel();
        m_job->setParent(QCoreApplication::instance());
        connect(m_job, &PrintJob::finished, m_job, &QObject::deleteLater);
    }
}

void PrintController::print()
{
    const auto document = m_view->document();
    if (!document || m_job || m_dialog) {
        return;
    }
    if (!document->facts().mayPrint) {
        m_bar->showMessage(Tone::Warn, tr("This document forbids printing."),
                           tr("Its owner allowed only viewing. Ask for a copy that may be printed."));
        return;
    }
    m_document = document;
    m_printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    m_printer->setDocName(QFileInfo(document->path()).completeBaseName());
    m_printer->setCreator(QCoreApplication::applicationName());
    m_dialog = new QPrintDialog(m_printer.get(), m_view->window());
    m_dialog->setObjectName(QStringLiteral("printDialog"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintPageRange |
                         QAbstractPrintDialog::PrintCurrentPage | QAbstractPrintDialog::PrintCollateCopies);
    m_dialog->setMinMax(1, document->pageCount());
    m_dialog->setFromTo(1, document->pageCount());
    m_dialog->setPrintRange(QAbstractPrintDialog::AllPages);
    connect(m_dialog, &QDialog::accepted, this, &PrintController::begin);
    m_dialog->open();
}

std::vector<int> PrintController::chosenPages(const QPrinter &printer, int pageCount, int currentPage)
{
    std::vector<int> pages;
    const auto add = [&pages, pageCount](int from, int to) {
        for (int page = std::max(1, from); page <= std::min(to, pageCount); ++page) {
            pages.push_back(page - 1);
        }
    };
    if (printer.printRange() == QPrinter::CurrentPage) {
        add(currentPage + 1, currentPage + 1);
    } else if (printer.printRange() == QPrinter::PageRange) {
        const auto ranges = printer.pageRanges().toRangeList();
        for (const auto &range : ranges) {
            add(range.from, range.to);
        }
        if (ranges.isEmpty()) {
            add(printer.fromPage(), printer.toPage() > 0 ? printer.toPage() : pageCount);
        }
    } else {
        add(1, pageCount);
    }
    if (printer.pageOrder() == QPrinter::LastPageFirst) {
        std::reverse(pages.begin(), pages.end());
    }
    return pages;
}

void PrintController::begin()
{
    auto pages = chosenPages(*m_printer, m_document->pageCount(), m_view->currentPage());
    if (pages.empty()) {
        m_bar->showMessage(Tone::Warn, tr("Nothing to print."), tr("The chosen pages are not in this document."));
        return;
    }
    const int copies = m_printer->supportsMultipleCopies() ? 1 : m_printer->copyCount();
    m_bar->dismiss();
    m_job = new PrintJob(std::move(m_document), std::move(m_printer), std::move(pages), copies, this);
    connect(m_job, &PrintJob::progress, this, [this](int done, int total) {
        m_progress->setTitle(tr("Printing page %1 of %2").arg(done).arg(total));
        m_progress->setProgress(done, total);
    });
    connect(m_job, &PrintJob::finished, this, &PrintController::end);
    m_progress->start(tr("Printing"), tr("Pages already sent may still come out of the printer."));
    m_progress->show();
    m_job->start();
}

void PrintController::end(const Result<PrintSummary> &result)
{
    m_progress->hide();
    std::exchange(m_job, nullptr)->deleteLater();
    if (!result) {
        if (result.error().code == ErrorCode::Cancelled) {
            m_bar->showMessage(Tone::Info, tr("Printing was cancelled."), QString());
        } else {
            m_bar->showMessage(Tone::Bad, tr("Printing failed."),
                               tr("Check the printer, or choose another one, and print again."));
        }
        return;
    }
    QStringList remarks;
    if (result->shrunkPages > 0) {
        remarks.append(
            tr("%1 pages are larger than the paper and were made smaller: seals on them are not in true size.")
                .arg(result->shrunkPages));
    }
    if (result->failedPages > 0) {
        remarks.append(
            tr("%1 pages could not be drawn; the reason is printed in their place.").arg(result->failedPages));
    }
    m_bar->showMessage(remarks.isEmpty() ? Tone::Ok : Tone::Warn,
                       tr("%1 pages were sent to the printer.").arg(result->pages), remarks.join(u' '));
}

} // namespace bidseal
