#include "app/gui/SigningShellPage.h"

#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/signing/SigningPage.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace bidseal {

SigningShellPage::SigningShellPage(const OpenedDocument &opened, const UiServices &services, QWidget *parent)
    : ShellPage(parent)
    , m_opened(opened)
    , m_page(new SigningPage(services))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    connect(m_page, &SigningPage::requestValidation, this, &ShellPage::verifyRequested);
    connect(m_page, &SigningPage::closeRequested, this, &ShellPage::backRequested);
    connect(m_page, &SigningPage::reopenRequested, this, &ShellPage::openRequested);
    connect(m_page, &SigningPage::stageChanged, this, &ShellPage::headerChanged);
    connect(m_page, &SigningPage::statusMessage, this, [this](const QString &text) {
        m_saveState = text;
        Q_EMIT saveStateChanged();
    });
    connect(m_page->pane(), &DocumentPane::filesDropped, this,
            [this](const QStringList &paths) { Q_EMIT openRequested(paths.front()); });
    m_page->openDocument(opened.document);
}

QString SigningShellPage::fileName() const
{
    return QFileInfo(m_opened.document->path()).fileName();
}

QString SigningShellPage::pageTitle() const
{
    switch (m_page->stage()) {
    case SigningPage::Stage::Finished:
        return tr("Signing finished");
    case SigningPage::Stage::Signing:
    case SigningPage::Stage::Waiting:
    case SigningPage::Stage::Failed:
        return tr("Sign");
    case SigningPage::Stage::Placing:
        break;
    }
    return fileName();
}

QString SigningShellPage::pageContext() const
{
    const QString pages = tr("%n page(s)", nullptr, m_opened.document->pageCount());
    return m_page->stage() == SigningPage::Stage::Placing ? pages : QStringLiteral("%1   %2").arg(fileName(), pages);
}

void SigningShellPage::activated()
{
    if (m_page->stage() == SigningPage::Stage::Placing)
        m_page->pane()->view()->setFocus(Qt::OtherFocusReason); // keys turn pages at once
}

QList<QWidget *> SigningShellPage::panes() const
{
    return {m_page->pane()->view()};
}

QString SigningShellPage::reasonToStay() const
{
    return m_page->isSigning() ? tr("A signature is being made. Please wait until it is finished, or cancel it first.")
                               : QString();
}

} // namespace bidseal
