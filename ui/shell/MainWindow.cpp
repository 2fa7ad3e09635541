#include "ui/shell/MainWindow.h"

#include "ui/common/ErrorBar.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/TimestampProbe.h"
#include "ui/shell/DroppedFiles.h"
#include "ui/shell/HeaderBar.h"
#include "ui/shell/ShellPage.h"
#include "ui/shell/StatusItems.h"
#include "ui/theme/ThemeIcon.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace bidseal {

namespace {

constexpr QSize smallestSize(1024, 680);
constexpr QSize usualSize(1440, 870);
constexpr int widthForNavigation = 1200;

} // namespace

MainWindow::MainWindow(const UiServices &services, TimestampProbe *probe, PageFactories factories, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_probe(probe)
    , m_factories(std::move(factories))
    , m_opener(new DocumentOpener(this))
{
    setWindowIcon(applicationIcon());
    setMinimumSize(smallestSize);
    setAcceptDrops(true);
    build();
    addKeys();
    connect(m_opener, &DocumentOpener::busyChanged, this, [this](bool busy, const QString &name) {
        m_status->setSaveState(busy            ? tr("Opening “%1”…").arg(name)
                               : currentPage() ? currentPage()->saveState()
                                               : QString());
    });
    restoreGeometryOrDefault();
    goHome();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new HeaderBar;
    m_nav = new NavPanel;
    m_errorBar = new ErrorBar;
    m_stack = new QStackedWidget;
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    auto *barSlot = new QHBoxLayout;
    barSlot->setContentsMargins(12, 8, 12, 8);
    auto *barHolder = new QWidget;
    barHolder->setLayout(barSlot);
    barSlot->addWidget(m_errorBar);
    barHolder->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    barHolder->hide();
    connect(m_errorBar, &InfoBar::closed, barHolder, &QWidget::hide);
    connect(m_errorBar, &InfoBar::shown, barHolder, &QWidget::show);
    right->addWidget(barHolder);
    right->addWidget(m_stack, 1);
    body->addWidget(m_nav);
    body->addLayout(right, 1);
    column->addWidget(m_header);
    column->addLayout(body, 1);
    setCentralWidget(central);
    m_status = new StatusItems(statusBar(), m_services.signers, m_probe);
    connect(m_header, &HeaderBar::backClicked, this, &MainWindow::goBack);
    connect(m_nav, &NavPanel::activated, this, &MainWindow::onNavigation);
    connect(m_status, &StatusItems::ukeyClicked, this, [this] { showSettings(QStringLiteral("ukey")); });
    connect(m_status, &StatusItems::timestampClicked, this, [this] {
        m_probe->check();
        showSettings(QStringLiteral("timestamp"));
    });
}

void MainWindow::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    key(QKeySequence::Open, &MainWindow::askAndOpen);
    key(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showSettings(); });
    key(QKeySequence(Qt::Key_F1), &MainWindow::showHelp);
    key(QKeySequence(Qt::ALT | Qt::Key_Home), &MainWindow::goHome);
    key(QKeySequence(Qt::ALT | Qt::Key_Left), &MainWindow::goBack);
    key(QKeySequence(Qt::Key_F6), [this] { cyclePanes(1); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { cyclePanes(-1); });
}

void MainWindow::restoreGeometryOrDefault()
{
    const QByteArray saved =
        QByteArray::fromBase64(m_services.settings->value(QLatin1String(settingKey::windowGeometry)).toByteArray());
    if (!saved.isEmpty() && restoreGeometry(saved))
        return;
    const QSize room = screen() ? screen()->availableSize() - QSize(40, 60) : usualSize;
    resize(usualSize.boundedTo(room).expandedTo(smallestSize));
}

ShellPage *MainWindow::currentPage() const
{
    return qobject_cast<ShellPage *>(m_stack->currentWidget());
}

ShellPage *MainWindow::adopt(ShellPage *page)
{
    m_stack->addWidget(page);
    connect(page, &ShellPage::headerChanged, this, &MainWindow::updateFrame);
    connect(page, &ShellPage::saveStateChanged, this, &MainWindow::updateFrame);
    connect(page, &ShellPage::openRequested, this, &MainWindow::openFile);
    connect(page, &ShellPage::verifyRequested, this, &MainWindow::verifyFile);
    connect(page, &ShellPage::pageRequested, this, &MainWindow::pushDocumentPage);
    connect(page, &ShellPage::backRequested, this, &MainWindow::goBack);
    connect(page, &ShellPage::settingsRequested, this, &MainWindow::showSettings);
    return page;
}

ShellPage *MainWindow::fixedPage(ShellPage *&slot, const std::function<ShellPage *()> &maker)
{
    if (!slot)
        slot = adopt(maker());
    return slot;
}

void MainWindow::showPage(ShellPage *page, NavEntry entry)
{
    m_entry = entry;
    m_stack->setCurrentWidget(page);
    updateFrame();
    page->activated();
}

void MainWindow::updateFrame()
{
    ShellPage *page = currentPage();
    if (!page)
        return;
    const bool isDocument = std::find(m_documents.begin(), m_documents.end(), page) != m_documents.end();
    m_header->setBackVisible(page != m_home);
    m_header->setTitle(page->pageTitle(), page->pageContext());
    m_nav->setRail(isDocument || width() < widthForNavigation);
    m_nav->setCurrent(m_entry);
    m_status->setSaveState(page->saveState());
    const QString program = tr("BidSeal");
    setWindowTitle(page == m_home ? program : QStringLiteral("%1 - %2").arg(page->pageTitle(), program));
}

void MainWindow::onNavigation(NavEntry entry)
{
    switch (entry) {
    case NavEntry::Home:
        return goHome();
    case NavEntry::Open:
        return askAndOpen();
    case NavEntry::Verify:
        return askAndVerify();
    case NavEntry::Settings:
        return showSettings();
    case NavEntry::Help:
        return showHelp();
    }
}

void MainWindow::askAndOpen()
{
    FileDialogs::askForPdf(this, [this](const QStringList &paths) { openFile(paths.front()); });
}

void MainWindow::askAndVerify()
{
    FileDialogs::askForPdf(this, [this](const QStringList &paths) { verifyFile(paths.front()); });
}

void MainWindow::openFile(const QString &path)
{
    openWith(path, NavEntry::Open);
}

void MainWindow::verifyFile(const QString &path)
{
    openWith(path, NavEntry::Verify);
}

void MainWindow::openFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    openFile(paths.front());
    if (paths.size() > 1)
        m_errorBar->showNotice(Tone::Info, tr("One file at a time."),
                               tr("The first of %n file(s) is opened.", nullptr, static_cast<int>(paths.size())));
}

void MainWindow::openWith(const QString &path, NavEntry entry)
{
    m_errorBar->dismiss();
    m_opener->open(path, [this, path, entry](Result<OpenedDocument> opened) {
        if (opened)
            return showDocument(*opened, entry);
        if (opened.error().code == ErrorCode::Cancelled)
            return;
        Error error = opened.error();
        if (error.context.fileName.isEmpty())
            error.context.fileName = QFileInfo(path).fileName();
        m_errorBar->showError(error);
    });
}

void MainWindow::showDocument(const OpenedDocument &opened, NavEntry entry)
{
    if (!closeDocuments())
        return;
    m_documentEntry = entry;
    m_services.recentFiles->add(opened.document->path(), m_services.clock->now());
    pushDocumentPage(entry == NavEntry::Verify ? m_factories.validation(opened) : m_factories.signing(opened));
}

void MainWindow::pushDocumentPage(ShellPage *page)
{
    m_documents.push_back(adopt(page));
    showPage(page, m_documentEntry);
}

bool MainWindow::closeDocuments()
{
    for (const ShellPage *page : m_documents) {
        const QString reason = page->reasonToStay();
        if (reason.isEmpty())
            continue;
        m_errorBar->showNotice(Tone::Warn, reason, {});
        return false;
    }
    while (!m_documents.empty())
        closeTopDocument();
    return true;
}

void MainWindow::closeTopDocument()
{
    ShellPage *page = m_documents.back();
    m_documents.pop_back();
    m_stack->removeWidget(page);
    page->hide();
    page->deleteLater(); // we may be inside one of its signals
}

void MainWindow::goHome()
{
    if (closeDocuments())
        showPage(fixedPage(m_home, m_factories.home), NavEntry::Home);
}

void MainWindow::goBack()
{
    if (m_documents.empty())
        return goHome();
    if (currentPage() != m_documents.back()) // from settings or help back to the document
        return showPage(m_documents.back(), m_documentEntry);
    if (m_documents.size() == 1)
        return goHome();
    closeTopDocument();
    showPage(m_documents.back(), m_documentEntry);
}

void MainWindow::showSettings(const QString &section)
{
    ShellPage *page = fixedPage(m_settings, m_factories.settings);
    showPage(page, NavEntry::Settings);
    if (!section.isEmpty() && m_factories.showSettingsSection)
        m_factories.showSettingsSection(page, section);
}

void MainWindow::showHelp()
{
    showPage(fixedPage(m_help, m_factories.help), NavEntry::Help);
}

void MainWindow::bringForward()
{
    if (isMinimized())
        showNormal();
    show();
    raise();
    activateWindow();
}

void MainWindow::cyclePanes(int step)
{
    QList<QWidget *> panes{m_nav};
    if (currentPage())
        panes += currentPage()->panes();
    panes.append(m_status->firstItem());
    panes.removeIf([](const QWidget *pane) { return !pane->isVisible(); });
    const QWidget *focus = QApplication::focusWidget();
    qsizetype here = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        const QWidget *pane = panes.at(i);
        if (focus && (pane == focus || pane->isAncestorOf(focus) || pane->focusProxy() == focus))
            here = i;
    }
    const qsizetype next = here < 0 ? (step > 0 ? 0 : panes.size() - 1) : (here + step + panes.size()) % panes.size();
    panes.at(next)->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList paths = droppedFiles(event->mimeData());
    event->acceptProposedAction();
    // After the drop is over, so that the program the file came from is not kept waiting.
    QTimer::singleShot(0, this, [this, paths] { openFiles(paths); });
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateFrame();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    for (const ShellPage *page : m_documents) {
        const QString reason = page->reasonToStay();
        if (reason.isEmpty())
            continue;
        m_errorBar->showNotice(Tone::Warn, reason, {});
        event->ignore();
        return;
    }
    m_services.settings->setValue(QLatin1String(settingKey::windowGeometry), saveGeometry().toBase64());
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_status) {
        m_status->refresh();
        updateFrame();
    }
    QMainWindow::changeEvent(event);
}

} // namespace bidseal
