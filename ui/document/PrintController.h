#pragma once

#include "ui/document/PrintJob.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

class QPrintDialog;

namespace bidseal {

class DocumentView;
class InfoBar;
class ProgressCard;

/** From 打印 to the last sheet: permission, the system's dialog, the job with its progress, the result in words. */
class PrintController : public QObject
{
    Q_OBJECT
public:
    /** Nothing is owned; `view` and the bars outlive the controller. */
    PrintController(DocumentView *view, InfoBar *bar, ProgressCard *progress, QObject *parent);
    /** A running job is cancelled and ends by itself. */
    ~PrintController() override;

    void print();

    /** Indices from 0 of what the dialog chose, in the order of printing. */
    static std::vector<int> chosenPages(const QPrinter &printer, int pageCount, int currentPage);

private:
    void begin();
    void end(const Result<PrintSummary> &result);

    DocumentView *m_view;
    InfoBar *m_bar;
    ProgressCard *m_progress;
    std::unique_ptr<QPrinter> m_printer; ///< while the dialog is open
    std::shared_ptr<PdfDocument> m_document;
    QPointer<QPrintDialog> m_dialog;
    PrintJob *m_job = nullptr;
};

} // namespace bidseal
