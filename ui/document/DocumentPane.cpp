#include "ui/document/DocumentPane.h"

#include "core/common/Log.h"
#include "core/messages/Messages.h"
#include "ui/common/InfoBar.h"
#include "ui/common/ProgressCard.h"
#include "ui/document/DocumentToolBar.h"
#include "ui/document/DocumentView.h"
#include "ui/document/OutlinePanel.h"
#include "ui/document/PrintController.h"
#include "ui/document/SearchBar.h"
#include "ui/document/ThumbnailPanel.h"

#include <QFrame>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <stop_token>

namespace bidseal {

namespace {

constexpr int sidePanelWidth = 186; ///< room for the three tabs of the signing page
constexpr int narrowestSidePanel = 150;

} // namespace

struct DocumentPane::Private
{
    DocumentPane *q;
    QSplitter *splitter = nullptr;
    QFrame *side = nullptr;
    QTabBar *tabs = nullptr;
    QStackedWidget *panels = nullptr;
    DocumentView *view = nullptr;
    DocumentToolBar *toolBar = nullptr;
    ThumbnailPanel *thumbnails = nullptr;
    OutlinePanel *outline = nullptr;
    QVBoxLayout *barLayout = nullptr;
    InfoBar *fontBar = nullptr;
    InfoBar *newsBar = nullptr;
    ProgressCard *printProgress = nullptr;
    SearchBar *searchBar = nullptr;
    PrintController *printing = nullptr;
    bool sideAvailable = true;
    bool fontMissing = false;
    std::stop_source fontSearch;

    explicit Private(DocumentPane *pane)
        : q(pane)
    {
    }

    void buildSide();
    QWidget *buildMiddle();
    void addShortcuts() const;
    void retranslate() const;
    void showFontWarning() const;
    void lookForMissingFonts();
};

DocumentPane::DocumentPane(QWidget *parent)
    : QWidget(parent)
    , m_d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("documentPane"));
    m_d->view = new DocumentView;
    QWidget *middle = m_d->buildMiddle();
    m_d->buildSide();
    m_d->splitter = new QSplitter;
    m_d->splitter->setObjectName(QStringLiteral("documentSplitter"));
    m_d->splitter->setHandleWidth(1);
    m_d->splitter->setChildrenCollapsible(false);
    m_d->splitter->addWidget(m_d->side);
    m_d->splitter->addWidget(middle);
    m_d->splitter->setStretchFactor(0, 0);
    m_d->splitter->setStretchFactor(1, 1);
    m_d->splitter->setSizes({sidePanelWidth, 1000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_d->splitter);
    setFocusProxy(m_d->view);

    m_d->printing = new PrintController(m_d->view, m_d->newsBar, m_d->printProgress, this);
    connect(m_d->toolBar, &DocumentToolBar::sidePanelToggled, this, &DocumentPane::setSidePanelVisible);
    connect(m_d->toolBar, &DocumentToolBar::searchRequested, this, &DocumentPane::openSearch);
    connect(m_d->toolBar, &DocumentToolBar::printRequested, this, &DocumentPane::print);
    connect(m_d->view, &DocumentView::filesDropped, this, &DocumentPane::filesDropped);
    connect(m_d->view, &DocumentView::copyRefused, this, [this] {
        m_d->newsBar->showMessage(Tone::Warn, tr("This document forbids copying text."),
                                  tr("Its owner allowed only viewing. Nothing was copied."));
    });
    m_d->addShortcuts();
    m_d->toolBar->setSidePanelChecked(true);
    m_d->retranslate();
}

DocumentPane::~DocumentPane()
{
    m_d->fontSearch.request_stop();
}

void DocumentPane::Private::buildSide()
{
    side = new QFrame;
    side->setObjectName(QStringLiteral("documentSide"));
    side->setProperty("side", true);
    side->setMinimumWidth(narrowestSidePanel);
    tabs = new QTabBar;
    tabs->setObjectName(QStringLiteral("documentSideTabs"));
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    tabs->setUsesScrollButtons(false);
    panels = new QStackedWidget;
    thumbnails = new ThumbnailPanel(view);
    outline = new OutlinePanel(view);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(tabs);
    layout->addWidget(panels, 1);
    QObject::connect(tabs, &QTabBar::currentChanged, panels, &QStackedWidget::setCurrentIndex);
    q->addSideTab(thumbnails, QString());
    q->addSideTab(outline, QString());
}

QWidget *DocumentPane::Private::buildMiddle()
{
    auto *middle = new QWidget;
    toolBar = new DocumentToolBar(view);
    fontBar = new InfoBar;
    fontBar->setObjectName(QStringLiteral("fontWarningBar"));
    fontBar->setClosable(true);
    newsBar = new InfoBar;
    newsBar->setObjectName(QStringLiteral("documentNewsBar"));
    newsBar->setClosable(true);
    printProgress = new ProgressCard;
    printProgress->setObjectName(QStringLiteral("printProgress"));
    printProgress->hide();
    searchBar = new SearchBar(view);
    searchBar->hide();
    barLayout = new QVBoxLayout;
    barLayout->setContentsMargins(0, 0, 0, 0);
    barLayout->setSpacing(0);
    for (QWidget *bar : std::initializer_list<QWidget *>{fontBar, newsBar, printProgress}) {
        barLayout->addWidget(bar);
    }
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(toolBar);
    layout->addLayout(barLayout);
    layout->addWidget(view, 1);
    layout->addWidget(searchBar);
    return middle;
}

void DocumentPane::Private::addShortcuts() const
{
    const auto add = [this](const QKeySequence &keys, auto &&slot) {
        auto *shortcut = new QShortcut(keys, q);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, q, slot);
    };
    add(QKeySequence::Find, [this] { q->openSearch(); });
    add(QKeySequence(Qt::Key_F3), [this] { searchBar->isVisible() ? searchBar->next() : q->openSearch(); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3),
        [this] { searchBar->isVisible() ? searchBar->previous() : q->openSearch(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_G), [this] { q->focusPageBox(); });
    add(QKeySequence::Print, [this] { q->print(); });
    add(QKeySequence(Qt::Key_F4), [this] { q->setSidePanelVisible(!q->isSidePanelVisible()); });
    add(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { view->fitWidth(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { view->zoomIn(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { view->zoomIn(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { view->zoomOut(); });
}

void DocumentPane::Private::retranslate() const
{
    tabs->setAccessibleName(DocumentPane::tr("Side panel"));
    tabs->setTabText(0, DocumentPane::tr("Thumbnails"));
    tabs->setTabText(1, DocumentPane::tr("Outline"));
    showFontWarning();
}

void DocumentPane::Private::showFontWarning() const
{
    if (fontMissing) {
        fontBar->showMessage(Tone::Warn, preflightText({PreflightCode::IdentityFontNotEmbedded, {}, {}}), QString());
    } else {
        fontBar->hide();
    }
}

/** The first page is known at once, a document of hundreds of pages takes a moment. */
void DocumentPane::Private::lookForMissingFonts()
{
    fontSearch.request_stop();
    fontSearch = std::stop_source();
    const auto document = view->document();
    fontMissing = document && document->facts().hasUnembeddedIdentityFont;
    showFontWarning();
    if (!document || fontMissing) {
        return;
    }
    const std::stop_token stop = fontSearch.get_token();
    QtConcurrent::run([document, stop] {
        return document->unembeddedIdentityFonts(stop);
    }).then(q, [this, stop](const Result<QStringList> &fonts) {
        if (stop.stop_requested() || (fonts && fonts->isEmpty())) {
            return;
        }
        if (!fonts) {
            qCWarning(logUi) << "the fonts could not be looked at:" << errorCodeName(fonts.error().code);
            return;
        }
        fontMissing = true;
        showFontWarning();
    });
}

void DocumentPane::setDocument(std::shared_ptr<PdfDocument> document)
{
    m_d->newsBar->hide();
    m_d->view->setDocument(std::move(document));
    m_d->lookForMissingFonts();
    if (m_d->view->document() && isVisible()) {
        m_d->view->setFocus(Qt::OtherFocusReason); // keys turn pages at once
    }
}

std::shared_ptr<PdfDocument> DocumentPane::document() const
{
    return m_d->view->document();
}

DocumentView *DocumentPane::view() const
{
    return m_d->view;
}

DocumentToolBar *DocumentPane::toolBar() const
{
    return m_d->toolBar;
}

ThumbnailPanel *DocumentPane::thumbnails() const
{
    return m_d->thumbnails;
}

OutlinePanel *DocumentPane::outline() const
{
    return m_d->outline;
}

SearchBar *DocumentPane::searchBar() const
{
    return m_d->searchBar;
}

int DocumentPane::addSideTab(QWidget *content, const QString &title)
{
    m_d->panels->addWidget(content);
    return m_d->tabs->addTab(title);
}

void DocumentPane::setSideTabTitle(int index, const QString &title)
{
    m_d->tabs->setTabText(index, title);
}

void DocumentPane::showSideTab(int index)
{
    m_d->tabs->setCurrentIndex(index);
    setSidePanelVisible(true);
}

bool DocumentPane::isSidePanelVisible() const
{
    return !m_d->side->isHidden();
}

void DocumentPane::setSidePanelAvailable(bool available)
{
    m_d->sideAvailable = available;
    m_d->toolBar->setSidePanelButtonVisible(available);
    m_d->side->setVisible(available);
}

void DocumentPane::setSidePanelVisible(bool visible)
{
    if (!m_d->sideAvailable) {
        return;
    }
    const bool changed = visible != isSidePanelVisible();
    m_d->side->setVisible(visible);
    m_d->toolBar->setSidePanelChecked(visible);
    if (changed) {
        Q_EMIT sidePanelVisibleChanged(visible);
    }
}

void DocumentPane::addInfoBar(QWidget *bar)
{
    m_d->barLayout->addWidget(bar);
}

void DocumentPane::openSearch()
{
    m_d->searchBar->open();
}

void DocumentPane::print()
{
    m_d->printing->print();
}

void DocumentPane::focusPageBox()
{
    m_d->toolBar->focusPageBox();
}

void DocumentPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_d->retranslate();
    }
}

} // namespace bidseal
