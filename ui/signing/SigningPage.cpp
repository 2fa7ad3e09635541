#include "ui/signing/SigningPage.h"

#include "core/signing/Fingerprint.h"
#include "ui/common/Toast.h"
#include "ui/common/Widgets.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/document/ThumbnailPanel.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/placing/CopyToPagesDialog.h"
#include "ui/placing/PlacementInspector.h"
#include "ui/placing/PlacementModel.h"
#include "ui/placing/PlacementText.h"
#include "ui/placing/PlacementsAccessible.h"
#include "ui/placing/SealPalette.h"
#include "ui/placing/SealPlacementInteraction.h"
#include "ui/signing/CertificateList.h"
#include "ui/signing/CertificatePicker.h"
#include "ui/signing/ConfirmDialog.h"
#include "ui/signing/DocumentChecks.h"
#include "ui/signing/DraftKeeper.h"
#include "ui/signing/OutputPath.h"
#include "ui/signing/PinDialogPrompt.h"
#include "ui/signing/ResultPage.h"
#include "ui/signing/SigningActions.h"
#include "ui/signing/SigningBars.h"
#include "ui/signing/SigningFlow.h"
#include "ui/signing/SigningFoot.h"
#include "ui/theme/ThemeIcon.h"

#include <QEvent>
#include <QFileSystemWatcher>
#include <QHBoxLayout>
#include <QHash>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace bidseal {

namespace {

constexpr int narrowWindow = 1400; ///< below it the palette is 268 wide

} // namespace

struct SigningPage::Private
{
    Private(SigningPage &owner, const UiServices &ports)
        : page(owner)
        , services(ports)
        , certificates(*ports.signers, *ports.settings)
        , interaction(model, appearances)
        , drafts(model, *ports.drafts, *ports.clock)
        , prompt(&owner)
        , flow(ports, prompt)
    {
    }

    void build();
    void connectPlacing();
    void connectDrafts();
    void connectChecks();
    void connectFlow();
    void place(const Stamp &stamp);
    void openMenu(const QPoint &global);
    void askForPages();
    void toastRemoved(const std::vector<Placement> &gone);
    void describeSelection();
    void countPages();
    void fileTouched();
    bool isUnchanged();
    void confirm();
    void sign(const ConfirmAnswer &answer);
    void backToPages();
    void setObstacle(const char *reason);
    void retranslateObstacle();
    [[nodiscard]] bool isSigning() const;

    SigningPage &page;
    UiServices services;
    std::shared_ptr<PdfDocument> document;
    PlacementModel model;
    AppearanceCache appearances;
    CertificateList certificates;
    SealPlacementInteraction interaction;
    DraftKeeper drafts;
    DocumentChecks checks;
    QFileSystemWatcher watcher;
    PinDialogPrompt prompt;
    SigningFlow flow;
    QHash<int, int> stampsOnPage;
    std::unique_ptr<PlacementsAccessible> accessible;
    const char *obstacle = nullptr; ///< source text in the context SigningPage

    QStackedWidget *stack = nullptr;
    QWidget *workspace = nullptr;
    DocumentPane *pane = nullptr;
    SealPalette *palette = nullptr;
    PlacementInspector *inspector = nullptr;
    SigningFoot *foot = nullptr;
    SigningBars *bars = nullptr;
    SigningActions *actions = nullptr;
    ResultPage *result = nullptr;
};

SigningPage::SigningPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_d(std::make_unique<Private>(*this, services))
{
    setObjectName(QStringLiteral("signingPage"));
    m_d->prompt.setParent(nullptr); // a member, not a child
    m_d->build();
    m_d->connectPlacing();
    m_d->connectDrafts();
    m_d->connectChecks();
    m_d->connectFlow();
}

SigningPage::~SigningPage()
{
    // what shows the members goes before them
    m_d->pane->view()->setInteraction(nullptr);
    m_d->checks.stop();
    m_d->accessible.reset();
    delete m_d->actions;
    delete m_d->bars;
    delete m_d->stack;
}

void SigningPage::Private::build()
{
    PlacementsAccessible::install();
    pane = new DocumentPane;
    palette = new SealPalette(*services.seals, *services.clock, appearances);
    inspector = new PlacementInspector(model);
    palette->addSection(inspector);
    foot = new SigningFoot(model, certificates);
    result = new ResultPage;
    bars = new SigningBars(*pane, &page);
    actions = new SigningActions(page, *pane, model, interaction, *services.settings);
    workspace = new QWidget;
    auto *line = new QFrame;
    line->setProperty("divider", true);
    line->setFixedWidth(1);
    auto *middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(pane, 1);
    middle->addWidget(line);
    middle->addWidget(palette);
    auto *column = new QVBoxLayout(workspace);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(middle, 1);
    column->addWidget(foot);
    stack = new QStackedWidget;
    stack->addWidget(workspace);
    stack->addWidget(result);
    auto *all = new QVBoxLayout(&page);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(stack);
}

void SigningPage::Private::connectPlacing()
{
    DocumentView *view = pane->view();
    interaction.setPageMapping([view](int number) { return view->pageToViewport(number); });
    view->setInteraction(&interaction);
    accessible = std::make_unique<PlacementsAccessible>(*view, model);
    view->installEventFilter(&interaction);
    pane->thumbnails()->setPageMark([this](int number) {
        const int count = stampsOnPage.value(number);
        return count == 0 ? QString() : SigningPage::tr("%n seal(s)", "on a page", count);
    });
    connect(&interaction, &SealPlacementInteraction::overlayChanged, view, &DocumentView::updateOverlay);
    connect(&interaction, &SealPlacementInteraction::revealRequested, view, &DocumentView::ensureVisible);
    connect(&interaction, &SealPlacementInteraction::copyRequested, &page, [this] { askForPages(); });
    connect(&interaction, &SealPlacementInteraction::menuRequested, &page, [this](const QPoint &at) { openMenu(at); });
    connect(&interaction, &SealPlacementInteraction::problem, bars, &SigningBars::showError);
    connect(inspector, &PlacementInspector::problem, bars, &SigningBars::showError);
    connect(actions, &SigningActions::copyRequested, &page, [this] { askForPages(); });
    connect(actions, &SigningActions::signRequested, &page, [this] { confirm(); });
    connect(palette, &SealPalette::placeRequested, &page, [this](const Stamp &stamp) { place(stamp); });
    connect(palette, &SealPalette::sealRemoved, &page, [this](const Seal &seal) {
        Toast::show(&page, SigningPage::tr("“%1” was removed from this computer").arg(seal.name),
                    [this, seal] { palette->save(seal); });
    });
    connect(&model, &PlacementModel::removed, &page,
            [this](const std::vector<Placement> &gone) { toastRemoved(gone); });
    connect(&model, &PlacementModel::changed, &page, [this] { countPages(); });
    connect(&model, &PlacementModel::selectionChanged, &page, [this] { describeSelection(); });
}

void SigningPage::Private::connectDrafts()
{
    connect(&drafts, &DraftKeeper::fingerprintReady, &page,
            [this] { foot->setFingerprint(drafts.fingerprint()->sha256); });
    connect(&drafts, &DraftKeeper::restored, bars, &SigningBars::showRestored);
    connect(&drafts, &DraftKeeper::failed, bars, &SigningBars::showError);
    connect(&drafts, &DraftKeeper::saved, &page, [this](const QDateTime &at) {
        Q_EMIT page.statusMessage(
            SigningPage::tr("Draft saved %1").arg(at.toLocalTime().toString(QStringLiteral("HH:mm"))));
    });
    connect(foot, &SigningFoot::saveRequested, &page, [this] { drafts.saveNow(); });
    connect(&watcher, &QFileSystemWatcher::fileChanged, &page, [this] { fileTouched(); });
}

void SigningPage::Private::connectChecks()
{
    connect(&checks, &DocumentChecks::warningsFound, bars, &SigningBars::showWarnings);
    connect(&checks, &DocumentChecks::failed, bars, &SigningBars::showError);
    connect(&checks, &DocumentChecks::earlierSeals, &page, [this](const std::vector<LockedFrame> &frames, int count) {
        interaction.setLockedFrames(frames);
        if (count > 0)
            bars->showSigned(count);
    });
    connect(&checks, &DocumentChecks::notSignable, &page, [this](const Error &error) {
        bars->showError(error);
        setObstacle(QT_TRANSLATE_NOOP("SigningPage", "This file can't be signed"));
    });
    connect(bars, &SigningBars::validationRequested, &page,
            [this] { Q_EMIT page.requestValidation(document->path()); });
    connect(bars, &SigningBars::reopenRequested, &page, [this] { Q_EMIT page.reopenRequested(document->path()); });
}

void SigningPage::Private::connectFlow()
{
    connect(foot, &SigningFoot::signRequested, &page, [this] { confirm(); });
    connect(&flow, &SigningFlow::stepDone, result, &ResultPage::showStep);
    connect(&flow, &SigningFlow::progress, result, &ResultPage::showProgress);
    connect(&flow, &SigningFlow::started, result, [this] { result->showWorking(flow.request()); });
    connect(&flow, &SigningFlow::cannotCancelAnyMore, result, [this] { result->setCanCancel(false); });
    connect(&flow, &SigningFlow::waitingForTimestamp, result, &ResultPage::showWaiting);
    connect(&flow, &SigningFlow::waitingForTimestamp, &page, &SigningPage::stageChanged);
    connect(&flow, &SigningFlow::started, &page, &SigningPage::stageChanged);
    connect(&flow, &SigningFlow::finished, &page, [this](const SigningResult &signedFile) {
        drafts.forget();
        result->showResult(signedFile);
        Q_EMIT page.stageChanged();
        Q_EMIT page.documentSigned(signedFile);
    });
    connect(&flow, &SigningFlow::failed, &page, [this](const Error &error) {
        if (error.code == ErrorCode::Cancelled && !error.context.signatureMade) {
            backToPages();
            Toast::show(&page, SigningPage::tr("Cancelled. Nothing has been signed."));
            return;
        }
        result->showFailure(error);
        Q_EMIT page.stageChanged();
    });
    connect(result, &ResultPage::cancelRequested, &flow, &SigningFlow::cancel);
    connect(result, &ResultPage::retryTimestampRequested, &flow, &SigningFlow::retryTimestamp);
    connect(result, &ResultPage::signAgainRequested, &flow, &SigningFlow::startAgain);
    connect(result, &ResultPage::backRequested, &page, [this] { backToPages(); });
    connect(result, &ResultPage::openRequested, &page, &SigningPage::requestValidation);
    connect(result, &ResultPage::closeRequested, &page, &SigningPage::closeRequested);
    connect(&prompt, &PinDialogPrompt::cancelRequested, &flow, &SigningFlow::cancel);
    connect(&prompt, &PinDialogPrompt::otherTokenRequested, foot->picker(), qOverload<>(&QWidget::setFocus));
}

void SigningPage::openDocument(const std::shared_ptr<PdfDocument> &document)
{
    m_d->checks.stop();
    m_d->bars->clear();
    m_d->document = document;
    m_d->interaction.setLockedFrames({});
    m_d->foot->setFingerprint({});
    m_d->setObstacle(nullptr);
    m_d->stack->setCurrentWidget(m_d->workspace);
    if (!m_d->watcher.files().isEmpty())
        m_d->watcher.removePaths(m_d->watcher.files());
    m_d->drafts.open(document->path());
    m_d->model.setPages(document->pageCount(), [document, view = m_d->pane->view()](int page) -> Result<PageGeometry> {
        if (const std::optional<PageGeometry> known = view->knownGeometry(page))
            return *known;
        return document->pageGeometry(page);
    });
    m_d->pane->setDocument(document);
    m_d->watcher.addPath(document->path());
    m_d->checks.start(document);
    m_d->pane->view()->setFocus();
}

DocumentPane *SigningPage::pane() const
{
    return m_d->pane;
}

PlacementModel *SigningPage::placements() const
{
    return &m_d->model;
}

SigningPage::Stage SigningPage::stage() const
{
    if (m_d->stack->currentWidget() == m_d->workspace)
        return Stage::Placing;
    switch (m_d->flow.state()) {
    case SigningFlow::State::Done:
        return Stage::Finished;
    case SigningFlow::State::Failed:
        return Stage::Failed;
    case SigningFlow::State::WaitingForTimestamp:
        return Stage::Waiting;
    case SigningFlow::State::Idle:
    case SigningFlow::State::Working:
        break;
    }
    return Stage::Signing;
}

bool SigningPage::isSigning() const
{
    return m_d->isSigning();
}

bool SigningPage::Private::isSigning() const
{
    return flow.state() == SigningFlow::State::Working;
}

void SigningPage::resizeEvent(QResizeEvent *event)
{
    m_d->palette->setCompact(window()->width() < narrowWindow);
    QWidget::resizeEvent(event);
}

void SigningPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_d->actions->retranslate();
        m_d->bars->retranslate();
        m_d->retranslateObstacle();
    }
    QWidget::changeEvent(event);
}

void SigningPage::Private::place(const Stamp &stamp)
{
    if (!document)
        return;
    DocumentView *view = pane->view();
    const int current = view->currentPage();
    const Result<QUuid> placed = model.addStamp(stamp, current, view->visibleCenterOf(current));
    if (!placed)
        return bars->showError(placed.error());
    view->setFocus(Qt::OtherFocusReason); // the arrows move what was placed
}

void SigningPage::Private::openMenu(const QPoint &global)
{
    auto *menu = new QMenu(&page);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themeIcon(QStringLiteral("copy-plus")), SigningPage::tr("Copy to several pages…"), &page,
                    [this] { askForPages(); });
    menu->addAction(SigningPage::tr("Centre horizontally on the page"), &page,
                    [this] { model.move(alignedMoves(model, Alignment::PageCentreHorizontally)); });
    menu->addAction(SigningPage::tr("Centre vertically on the page"), &page,
                    [this] { model.move(alignedMoves(model, Alignment::PageCentreVertically)); });
    menu->addSeparator();
    menu->addAction(themeIcon(QStringLiteral("trash-2")), SigningPage::tr("Delete"), &page,
                    [this] { model.remove(model.selection()); });
    menu->popup(global);
}

void SigningPage::Private::askForPages()
{
    if (model.selection().empty())
        return;
    auto *dialog = new CopyToPagesDialog(model.pageCount(), &page);
    connect(dialog, &CopyToPagesDialog::chosen, &page, [this](const std::vector<int> &pages) {
        const Result<int> copies = model.copyToPages(model.selection(), pages);
        if (!copies) {
            bars->showError(copies.error());
            return;
        }
        Toast::show(&page, SigningPage::tr("%n copies placed", nullptr, *copies),
                    [this] { model.undoStack()->undo(); });
    });
    dialog->openOver();
}

void SigningPage::Private::toastRemoved(const std::vector<Placement> &gone)
{
    const QString words =
        gone.size() == 1
            ? SigningPage::tr("Deleted: 1 %1 (page %2)").arg(stampName(gone.front().stamp)).arg(gone.front().page + 1)
            : SigningPage::tr("Deleted: %1").arg(stampCountsText(gone));
    Toast::show(&page, words, [this] { model.undoStack()->undo(); });
}

/** A screen reader hears what is selected and where it stands. */
void SigningPage::Private::describeSelection()
{
    QString words;
    const std::vector<Placement> selected = model.selectedPlacements();
    if (selected.size() == 1) {
        const auto &all = model.placements();
        const auto number = std::ranges::find(all, selected.front().id, &Placement::id) - all.begin() + 1;
        words = placementSpokenText(selected.front(), model.shownRect(selected.front()), static_cast<int>(number),
                                    static_cast<int>(all.size()));
    } else if (!selected.empty()) {
        words = stampCountsText(selected);
    }
    pane->view()->setAccessibleDescription(words);
}

void SigningPage::Private::countPages()
{
    stampsOnPage.clear();
    for (const Placement &placement : model.placements())
        ++stampsOnPage[placement.page];
    pane->thumbnails()->updateMarks();
    describeSelection();
}

void SigningPage::Private::setObstacle(const char *reason)
{
    obstacle = reason;
    retranslateObstacle();
}

void SigningPage::Private::retranslateObstacle()
{
    foot->setObstacle(obstacle ? SigningPage::tr(obstacle) : QString());
}

void SigningPage::Private::fileTouched()
{
    if (!isSigning())
        isUnchanged();
}

bool SigningPage::Private::isUnchanged()
{
    if (!document || !drafts.fingerprint() || stillMatches(*drafts.fingerprint(), document->path()))
        return true;
    bars->showChangedOnDisk();
    setObstacle(QT_TRANSLATE_NOOP("SigningPage", "The file was changed by another program"));
    return false;
}

void SigningPage::Private::confirm()
{
    const std::optional<SigningIdentity> identity = certificates.current();
    if (isSigning() || !foot->canSign() || !identity || !isUnchanged())
        return;
    ConfirmQuestion question;
    question.inputPath = document->path();
    question.facts = document->facts();
    question.fingerprint = *drafts.fingerprint();
    question.placements = model.placements();
    question.identity = *identity;
    question.timestampConfigured = services.timestamps->isConfigured();
    question.outputPath = suggestedOutputPath(document->path());
    auto *dialog = new ConfirmDialog(question, appearances, &page);
    connect(dialog, &ConfirmDialog::confirmed, &page, [this](const ConfirmAnswer &answer) { sign(answer); });
    connect(dialog, &ConfirmDialog::showRequested, &page, [this](const std::vector<QUuid> &ids) {
        model.select(ids);
        if (const Placement *first = ids.empty() ? nullptr : model.find(ids.front()))
            pane->view()->ensureVisible(first->page, model.shownRect(*first));
        pane->view()->setFocus();
    });
    dialog->openOver();
}

void SigningPage::Private::sign(const ConfirmAnswer &answer)
{
    SigningRequest request;
    request.document = document;
    request.placements = model.placements();
    request.outputPath = answer.outputPath;
    request.overwriteOutput = answer.overwriteOutput;
    request.level = answer.level;
    request.fingerprint = drafts.fingerprint();
    stack->setCurrentWidget(result);
    flow.start(request, certificates.currentId());
}

void SigningPage::Private::backToPages()
{
    stack->setCurrentWidget(workspace);
    pane->view()->setFocus();
    isUnchanged();
    Q_EMIT page.stageChanged();
}

} // namespace bidseal
