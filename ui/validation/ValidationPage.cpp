#include "ui/validation/ValidationPage.h"

#include "core/messages/Messages.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/ProgressCard.h"
#include "ui/common/Toast.h"
#include "ui/common/Widgets.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentToolBar.h"
#include "ui/document/DocumentView.h"
#include "ui/theme/ThemeIcon.h"
#include "ui/validation/CertificateDialog.h"
#include "ui/validation/ChangesPanel.h"
#include "ui/validation/FacetPanel.h"
#include "ui/validation/ReportExporter.h"
#include "ui/validation/RevisionPage.h"
#include "ui/validation/SealLookInteraction.h"
#include "ui/validation/SignatureFacets.h"
#include "ui/validation/SignatureList.h"
#include "ui/validation/ValidationPresenter.h"
#include "ui/validation/VerdictBanner.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace bidseal {

namespace {

constexpr int leftWidth = 292;
constexpr int rightWidth = 344;
constexpr int narrowWidth = 304;
constexpr int widthForThreePanes = 1200;

QString megabytes(qint64 bytes)
{
    constexpr double million = 1e6;
    return QStringLiteral("%1 MB").arg(static_cast<double>(bytes) / million, 0, 'f', 1);
}

} // namespace

ValidationPage::ValidationPage(OpenedDocument opened, const UiServices &services, QWidget *parent)
    : ShellPage(parent)
    , m_opened(std::move(opened))
    , m_services(services)
    , m_presenter(new ValidationPresenter(m_opened.document, services, this))
    , m_banner(new VerdictBanner)
    , m_errorBar(new ErrorBar)
    , m_pane(new DocumentPane)
    , m_facets(new FacetPanel)
    , m_body(new QHBoxLayout)
    , m_export(makeButton())
    , m_again(makeButton())
{
    m_export->setIcon(themeIcon(QStringLiteral("file-check")));
    m_banner->addButton(m_again);
    m_banner->addButton(m_export);
    m_pane->setSidePanelAvailable(false);
    m_pane->toolBar()->setFitAndRotateVisible(false);
    m_pane->addInfoBar(m_errorBar);
    m_interaction = std::make_unique<SealLookInteraction>(m_pane->view(), m_presenter);
    m_pane->view()->setInteraction(m_interaction.get());
    addSealButtons();
    m_facets->setFixedWidth(rightWidth);
    m_body->setSpacing(1);
    m_body->addWidget(makeLeft());
    m_body->addWidget(m_pane, 1);
    m_body->addWidget(m_facets);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(m_body, 1);
    addKeys();
    connectPresenter();
    retranslateUi();
    m_pane->setDocument(m_opened.document);
    m_presenter->start();
}

ValidationPage::~ValidationPage()
{
    m_pane->view()->setInteraction(nullptr);
}

QWidget *ValidationPage::makeLeft()
{
    auto *left = new QFrame;
    left->setProperty("side", true);
    left->setFixedWidth(leftWidth);
    m_tabs = new QTabBar;
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_tabs->hide();
    m_leftStack = new QStackedWidget;
    m_leftStack->addWidget(makeListPage());
    connect(m_tabs, &QTabBar::currentChanged, m_leftStack, &QStackedWidget::setCurrentIndex);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_leftStack, 1);
    return left;
}

QWidget *ValidationPage::makeListPage()
{
    auto *page = new QWidget;
    m_listTitle = makeLabel("section");
    m_listOrder = makeLabel("caption", "3");
    m_list = new SignatureList;
    m_changes = new ChangesPanel;
    m_progress = new ProgressCard;
    m_foot = makeLabel("caption", "3", true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 12, 14, 8);
    head->addWidget(m_listTitle, 1);
    head->addWidget(m_listOrder);
    auto *listHolder = new QHBoxLayout;
    listHolder->setContentsMargins(12, 0, 12, 0);
    listHolder->addWidget(m_list);
    auto *progressHolder = new QHBoxLayout;
    progressHolder->setContentsMargins(12, 0, 12, 8);
    progressHolder->addWidget(m_progress);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(14, 8, 14, 10);
    foot->addWidget(m_foot);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(progressHolder);
    column->addLayout(listHolder, 3);
    column->addWidget(m_changes, 4);
    column->addWidget(makeSeparator());
    column->addLayout(foot);
    connect(m_list, &SignatureList::chosen, m_presenter, &ValidationPresenter::selectSignature);
    connect(m_progress, &ProgressCard::cancelRequested, m_presenter, &ValidationPresenter::cancel);
    return page;
}

void ValidationPage::addSealButtons()
{
    m_previous = makeButton(nullptr, "small");
    m_next = makeButton(nullptr, "small");
    m_sealCount = makeLabel("dense", "2");
    m_previous->setIcon(themeIcon(QStringLiteral("arrow-left")));
    m_next->setIcon(themeIcon(QStringLiteral("arrow-right")));
    m_pane->toolBar()->addExtraWidget(m_previous);
    m_pane->toolBar()->addExtraWidget(m_sealCount);
    m_pane->toolBar()->addExtraWidget(m_next);
    connect(m_previous, &QPushButton::clicked, m_presenter, [this] { m_presenter->stepSeal(-1); });
    connect(m_next, &QPushButton::clicked, m_presenter, [this] { m_presenter->stepSeal(1); });
}

void ValidationPage::addKeys()
{
    const auto key = [this](const QKeySequence &keys, int step) {
        connect(new QShortcut(keys, this), &QShortcut::activated, m_presenter,
                [this, step] { m_presenter->stepSeal(step); });
    };
    key(QKeySequence(Qt::Key_F7), 1);
    key(QKeySequence(Qt::SHIFT | Qt::Key_F7), -1);
}

void ValidationPage::connectPresenter()
{
    connect(m_presenter, &ValidationPresenter::stateChanged, this, &ValidationPage::showState);
    connect(m_presenter, &ValidationPresenter::selectionChanged, this, &ValidationPage::showSelection);
    connect(m_presenter, &ValidationPresenter::progress, m_progress, &ProgressCard::setProgress);
    connect(m_facets, &FacetPanel::certificateRequested, this, &ValidationPage::showCertificate);
    connect(m_facets, &FacetPanel::revisionRequested, this, &ValidationPage::openSignedRevision);
    connect(m_export, &QPushButton::clicked, this, &ValidationPage::exportReport);
    connect(m_again, &QPushButton::clicked, m_presenter, &ValidationPresenter::start);
    connect(m_pane, &DocumentPane::filesDropped, this,
            [this](const QStringList &paths) { Q_EMIT verifyRequested(paths.front()); });
    connect(m_pane->view(), &DocumentView::geometryKnown, this, [this] {
        if (m_sealPending)
            goToCurrentSeal();
    });
}

QString ValidationPage::fileName() const
{
    return QFileInfo(m_opened.document->path()).fileName();
}

void ValidationPage::showState()
{
    const auto state = m_presenter->state();
    m_progress->setVisible(state == ValidationPresenter::State::Running);
    m_export->setVisible(state == ValidationPresenter::State::Done);
    m_again->setVisible(state == ValidationPresenter::State::Cancelled || state == ValidationPresenter::State::Failed);
    switch (state) {
    case ValidationPresenter::State::Idle:
        break;
    case ValidationPresenter::State::Running:
        m_errorBar->dismiss();
        m_progress->start(tr("Verifying"), tr("Reads the file only; nothing leaves this PC."));
        m_banner->show(Tone::Unknown, QStringLiteral("shield"), tr("Verifying…"), {});
        break;
    case ValidationPresenter::State::Done:
        showReport();
        break;
    case ValidationPresenter::State::Failed:
        m_banner->show(Tone::Unknown, QStringLiteral("shield-question-mark"), tr("The file could not be verified"),
                       tr("Do not judge by it whether the file is genuine."));
        m_errorBar->showError(*m_presenter->error());
        break;
    case ValidationPresenter::State::Cancelled:
        m_banner->show(Tone::Unknown, QStringLiteral("shield-question-mark"), tr("Verification was cancelled"), {});
        break;
    }
    showSelection();
}

QString ValidationPage::reportDetail() const
{
    const SignatureReport &report = m_presenter->report();
    QStringList parts;
    if (!report.signatures.empty())
        parts.append(tr("%n signature(s)", nullptr, static_cast<int>(report.signatures.size())));
    if (!m_presenter->seals().empty())
        parts.append(tr("%n seal(s)", nullptr, static_cast<int>(m_presenter->seals().size())));
    QString text = parts.isEmpty() ? QString() : tr("%1 in all.").arg(parts.join(tr(", ")));
    if (!report.signatures.empty())
        text += QLatin1Char(' ') + tr("Last signed: %1.").arg(signingTimeText(report.signatures.back()));
    return text.trimmed();
}

void ValidationPage::showReport()
{
    const SignatureReport &report = m_presenter->report();
    const VerdictText text = verdictText(report);
    const bool isBad = text.tone == VerdictTone::Bad;
    m_banner->show(toneOf(text.tone), verdictIcon(report.verdict, text.tone), text.sentence,
                   isBad || report.signatures.empty() ? text.detail : reportDetail());
    m_list->setReport(report);
    m_foot->setText(tr("Verified %1").arg(report.checkedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))) +
                    QLatin1Char('\n') + tr("Opened for reading only; the file did not leave this PC"));
    Q_EMIT saveStateChanged();
}

void ValidationPage::showSelection()
{
    const SignatureFacts *signature = m_presenter->signature();
    const bool isDone = m_presenter->state() == ValidationPresenter::State::Done;
    const int seal = isDone ? m_presenter->currentSeal() : -1;
    const int count = isDone ? static_cast<int>(m_presenter->seals().size()) : 0;
    m_previous->setEnabled(count > 1);
    m_next->setEnabled(count > 1);
    m_sealCount->setText(count == 0 ? tr("No seal")
                         : seal < 0 ? tr("%n seal(s)", nullptr, count)
                                    : tr("Seal %1 of %2").arg(seal + 1).arg(count));
    QString where;
    if (seal >= 0)
        where = tr("Seal on page %1")
                    .arg(m_presenter->appearance(m_presenter->seals().at(static_cast<std::size_t>(seal))).page + 1);
    m_facets->showSignature(isDone ? signature : nullptr, m_presenter->report().revisions, where);
    m_changes->showSignature(isDone ? signature : nullptr);
    if (!isDone)
        return;
    m_list->setCurrent(m_presenter->currentSignature());
    m_pane->view()->updateOverlay();
    goToCurrentSeal();
}

void ValidationPage::goToCurrentSeal()
{
    const int index = m_presenter->currentSeal();
    m_sealPending = false;
    if (index < 0)
        return;
    const SealAppearance &seal = m_presenter->appearance(m_presenter->seals().at(static_cast<std::size_t>(index)));
    const auto geometry = m_pane->view()->knownGeometry(seal.page);
    if (!geometry) {
        m_sealPending = true;
        return m_pane->view()->goToPage(seal.page);
    }
    m_pane->view()->ensureVisible(seal.page, geometry->toShown(seal.rect));
}

void ValidationPage::showCertificate()
{
    const SignatureFacts *signature = m_presenter->signature();
    if (!signature || !signature->signer)
        return;
    CertificateDialog::show(this, signature->chain.empty() ? std::vector{*signature->signer} : signature->chain);
}

void ValidationPage::openSignedRevision()
{
    const SignatureFacts *signature = m_presenter->signature();
    if (!signature)
        return;
    const QString signedAt = signingTimeText(*signature);
    QtConcurrent::run([opened = m_opened, end = signature->signedEnd] {
        return PdfDocument::openRevision(opened.document->path(), end, opened.password.get());
    }).then(this, [this, signedAt](const Result<std::shared_ptr<PdfDocument>> &revision) {
        if (revision)
            Q_EMIT pageRequested(new RevisionPage(*revision, fileName(), signedAt));
        else
            m_errorBar->showError(revision.error());
    });
}

void ValidationPage::exportReport()
{
    const auto started = [this] { m_export->setEnabled(false); };
    const auto done = [this](const Result<QString> &written) {
        m_export->setEnabled(true);
        if (written)
            Toast::show(this, tr("Report saved: %1").arg(QFileInfo(*written).fileName()));
        else
            m_errorBar->showError(written.error());
    };
    askAndExportReport(this, m_presenter->report(), m_opened.document->path(), started, done);
}

void ValidationPage::nameSealButtons()
{
    // In a narrow window the arrows alone stand beside the count.
    const auto name = [this](QPushButton *button, const QString &text) {
        button->setText(m_narrow ? QString() : text);
        button->setToolTip(m_narrow ? text : QString());
        button->setAccessibleName(text);
    };
    name(m_previous, tr("Previous"));
    name(m_next, tr("Next"));
}

void ValidationPage::setNarrow(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    nameSealButtons();
    m_tabs->setVisible(narrow);
    m_tabs->setCurrentIndex(0);
    if (narrow) {
        m_facets->setMinimumWidth(0);
        m_facets->setMaximumWidth(QWIDGETSIZE_MAX);
        m_leftStack->addWidget(m_facets);
    } else {
        m_leftStack->removeWidget(m_facets);
        m_facets->setFixedWidth(rightWidth);
        m_body->addWidget(m_facets);
        m_facets->show();
    }
    m_leftStack->parentWidget()->setFixedWidth(narrow ? narrowWidth : leftWidth);
}

void ValidationPage::resizeEvent(QResizeEvent *event)
{
    ShellPage::resizeEvent(event);
    setNarrow(window()->width() < widthForThreePanes);
}

QString ValidationPage::pageTitle() const
{
    return fileName();
}

QString ValidationPage::pageContext() const
{
    return tr("%n page(s)", nullptr, m_opened.document->pageCount()) + QStringLiteral("   ") +
           megabytes(m_opened.document->facts().fileSize) + QStringLiteral("   ") +
           tr("verified offline, no login needed");
}

QString ValidationPage::saveState() const
{
    const auto trust = m_services.trust();
    return tr("%n trust anchor(s)", nullptr, static_cast<int>(trust->anchors().size()));
}

QList<QWidget *> ValidationPage::panes() const
{
    return {m_list, m_pane->view(), m_facets};
}

void ValidationPage::retranslateUi()
{
    m_listTitle->setText(tr("Signatures"));
    m_listOrder->setText(tr("in the order of signing"));
    m_list->setAccessibleName(tr("Signatures in the order of signing"));
    m_tabs->setTabText(0, tr("Signatures"));
    m_tabs->setTabText(1, tr("Findings"));
    m_tabs->setAccessibleName(tr("Signatures or findings"));
    nameSealButtons();
    m_export->setText(tr("Export validation report…"));
    m_again->setText(tr("Verify again"));
    showState();
}

void ValidationPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    ShellPage::changeEvent(event);
}

} // namespace bidseal
