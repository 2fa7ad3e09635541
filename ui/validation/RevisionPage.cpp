#include "ui/validation/RevisionPage.h"

#include "ui/common/InfoBar.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"

#include <QEvent>
#include <QVBoxLayout>

#include <utility>

namespace bidseal {

RevisionPage::RevisionPage(std::shared_ptr<PdfDocument> revision, QString fileName, QString signedAt, QWidget *parent)
    : ShellPage(parent)
    , m_fileName(std::move(fileName))
    , m_signedAt(std::move(signedAt))
    , m_pane(new DocumentPane)
    , m_bar(new InfoBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    m_pane->addInfoBar(m_bar);
    m_pane->setDocument(std::move(revision));
    connect(m_pane, &DocumentPane::filesDropped, this,
            [this](const QStringList &paths) { Q_EMIT openRequested(paths.front()); });
    retranslateUi();
}

QString RevisionPage::pageTitle() const
{
    return tr("%1 (version that was signed)").arg(m_fileName);
}

QString RevisionPage::pageContext() const
{
    return tr("%n page(s)", nullptr, m_pane->document()->pageCount());
}

QList<QWidget *> RevisionPage::panes() const
{
    return {m_pane->view()};
}

void RevisionPage::retranslateUi()
{
    m_bar->showMessage(Tone::Info, tr("This is the file exactly as it was signed."),
                       tr("%1. Later changes are not in it. It is only shown; nothing is written.").arg(m_signedAt),
                       QStringLiteral("history"));
}

void RevisionPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    ShellPage::changeEvent(event);
}

} // namespace bidseal
