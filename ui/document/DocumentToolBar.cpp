#include "ui/document/DocumentToolBar.h"

#include "ui/common/Widgets.h"
#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"
#include "ui/document/ToolBarOverflow.h"
#include "ui/document/ToolBarParts.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <vector>

namespace bidseal {

namespace {

constexpr int barHeight = 44;

/** A thin upright line between groups. */
class Divider final : public QWidget
{
public:
    Divider()
    {
        setFixedSize(13, 22);
        setProperty("toolBarDivider", true);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(6, 0, 1, height(), Theme::color(Token::Line));
    }
};

} // namespace

struct DocumentToolBar::Private
{
    explicit Private(DocumentView *followed)
        : view(followed)
    {
    }

    DocumentView *view;
    QToolButton *sidePanel = nullptr;
    QWidget *sideDivider = nullptr;
    PageBox *pageBox = nullptr;
    QLabel *pageCount = nullptr;
    QToolButton *zoomOut = nullptr;
    ZoomBox *zoomBox = nullptr;
    QToolButton *zoomIn = nullptr;
    QToolButton *fitWidth = nullptr;
    QToolButton *rotate = nullptr;
    QHBoxLayout *layout = nullptr;
    int nextExtra = 0; ///< where the next widget of the embedding page goes
    bool hasExtras = false;
    std::vector<QToolButton *> extraButtons;
    QToolButton *more = nullptr;
    std::unique_ptr<ToolBarOverflow> overflow;
    QToolButton *search = nullptr;
    QToolButton *print = nullptr;

    void build(DocumentToolBar *q);
    void connectAll(DocumentToolBar *q);
    void retranslate() const;
    void showPage() const;
    void arrange() const;
};

DocumentToolBar::DocumentToolBar(DocumentView *view, QWidget *parent)
    : QWidget(parent)
    , m_d(std::make_unique<Private>(view))
{
    setObjectName(QStringLiteral("documentToolBar"));
    m_d->build(this);
    m_d->connectAll(this);
    m_d->retranslate();
    m_d->showPage();
    m_d->zoomBox->showZoom(view->zoom());
}

DocumentToolBar::~DocumentToolBar() = default;

void DocumentToolBar::Private::build(DocumentToolBar *q)
{
    const auto button = [](const char16_t *icon, const char16_t *name) {
        QToolButton *made = makeIconButton(QString::fromUtf16(icon));
        made->setObjectName(QString::fromUtf16(name));
        return made;
    };
    q->setFixedHeight(barHeight);
    layout = new QHBoxLayout(q);
    layout->setContentsMargins(10, 0, 10, 0);
    layout->setSpacing(4);
    sidePanel = button(u"panel-left", u"sidePanelButton");
    sidePanel->setCheckable(true);
    sideDivider = new Divider;
    pageBox = new PageBox;
    pageCount = makeLabel("dense", "2");
    pageCount->setObjectName(QStringLiteral("pageCount"));
    pageCount->setContentsMargins(4, 0, 4, 0);
    zoomOut = button(u"zoom-out", u"zoomOutButton");
    zoomBox = new ZoomBox;
    zoomIn = button(u"zoom-in", u"zoomInButton");
    fitWidth = button(u"move-horizontal", u"fitWidthButton");
    rotate = button(u"rotate-cw", u"rotateButton");
    more = button(u"ellipsis", u"moreButton");
    more->setPopupMode(QToolButton::InstantPopup);
    search = button(u"text-search", u"searchButton");
    print = button(u"printer", u"printButton");
    const std::initializer_list<QWidget *> first{sidePanel, sideDivider, pageBox, pageCount, new Divider,
                                                 zoomOut,   zoomBox,     zoomIn,  fitWidth,  rotate};
    for (QWidget *widget : first) {
        layout->addWidget(widget);
    }
    nextExtra = layout->count();
    layout->addStretch(1);
    layout->addWidget(search);
    layout->addWidget(print);
    layout->addWidget(more);
    overflow = std::make_unique<ToolBarOverflow>(*layout, *more);
}

void DocumentToolBar::Private::connectAll(DocumentToolBar *q)
{
    // clicked, not toggled: setSidePanelChecked() tells what is and asks for nothing.
    QObject::connect(sidePanel, &QToolButton::clicked, q, &DocumentToolBar::sidePanelToggled);
    QObject::connect(search, &QToolButton::clicked, q, &DocumentToolBar::searchRequested);
    QObject::connect(print, &QToolButton::clicked, q, &DocumentToolBar::printRequested);
    QObject::connect(zoomOut, &QToolButton::clicked, view, &DocumentView::zoomOut);
    QObject::connect(zoomIn, &QToolButton::clicked, view, &DocumentView::zoomIn);
    QObject::connect(fitWidth, &QToolButton::clicked, view, &DocumentView::fitWidth);
    QObject::connect(rotate, &QToolButton::clicked, view, &DocumentView::rotateView);
    QObject::connect(zoomBox, &ZoomBox::zoomEntered, view, &DocumentView::setZoom);
    QObject::connect(zoomBox, &ZoomBox::fitWidthChosen, view, &DocumentView::fitWidth);
    QObject::connect(zoomBox, &ZoomBox::fitPageChosen, view,
                     [this] { view->setZoomMode(DocumentView::ZoomMode::FitPage); });
    QObject::connect(pageBox, &PageBox::pageEntered, view, &DocumentView::goToPage);
    QObject::connect(view, &DocumentView::zoomChanged, zoomBox, &ZoomBox::showZoom);
    QObject::connect(view, &DocumentView::currentPageChanged, q, [this] { showPage(); });
    QObject::connect(view, &DocumentView::documentChanged, q, [this] { showPage(); });
}

void DocumentToolBar::Private::showPage() const
{
    const OpenDocument *open = view->openDocument();
    const int count = open ? open->pageCount() : 0;
    pageBox->showPage(open ? view->currentPage() : -1, count);
    pageCount->setText(count > 0 ? DocumentToolBar::tr("/ %1 pages").arg(count) : QString());
    const std::initializer_list<QWidget *> all{zoomOut, zoomBox, zoomIn, fitWidth, rotate, search, print};
    for (QWidget *widget : all) {
        widget->setEnabled(count > 0);
    }
}

void DocumentToolBar::Private::retranslate() const
{
    nameIconButton(sidePanel, DocumentToolBar::tr("Side panel"), QStringLiteral("F4"));
    nameIconButton(zoomOut, DocumentToolBar::tr("Zoom out"), QStringLiteral("Ctrl+-"));
    nameIconButton(zoomIn, DocumentToolBar::tr("Zoom in"), QStringLiteral("Ctrl++"));
    nameIconButton(fitWidth, DocumentToolBar::tr("Fit width"), QStringLiteral("Ctrl+0"));
    nameIconButton(rotate, DocumentToolBar::tr("Rotate view (the file stays as it is)"));
    nameIconButton(search, DocumentToolBar::tr("Find in this document"), QStringLiteral("Ctrl+F"));
    nameIconButton(print, DocumentToolBar::tr("Print"), QStringLiteral("Ctrl+P"));
    nameIconButton(more, DocumentToolBar::tr("More tools"));
    pageBox->setAccessibleName(DocumentToolBar::tr("Page"));
    pageBox->setToolTip(DocumentToolBar::tr("Page (Ctrl+G)"));
    zoomBox->retranslate();
}

void DocumentToolBar::addExtraAction(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFixedSize(m_d->zoomIn->sizeHint().expandedTo({32, 32}));
    button->setIconSize(m_d->zoomIn->iconSize());
    button->setFocusPolicy(m_d->zoomIn->focusPolicy());
    button->setObjectName(action->objectName().isEmpty() ? QStringLiteral("extraButton")
                                                         : action->objectName() + QStringLiteral("Button"));
    const auto name = [button, action] {
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(action->shortcut().toString(QKeySequence::NativeText));
    };
    connect(action, &QAction::changed, button, name);
    name();
    addExtraWidget(button);
    m_d->extraButtons.push_back(button);
}

void DocumentToolBar::addExtraSeparator()
{
    m_d->layout->insertWidget(m_d->nextExtra++, new Divider);
    m_d->hasExtras = true;
}

void DocumentToolBar::addExtraWidget(QWidget *widget)
{
    if (!m_d->hasExtras) {
        addExtraSeparator();
    }
    m_d->layout->insertWidget(m_d->nextExtra++, widget);
}

void DocumentToolBar::setFitAndRotateVisible(bool visible)
{
    m_d->overflow->setAvailable(m_d->fitWidth, visible);
    m_d->overflow->setAvailable(m_d->rotate, visible);
    m_d->arrange();
}

void DocumentToolBar::setSidePanelButtonVisible(bool visible)
{
    m_d->overflow->setAvailable(m_d->sidePanel, visible);
    m_d->overflow->setAvailable(m_d->sideDivider, visible);
    m_d->arrange();
}

/** What is needed least goes first. */
void DocumentToolBar::Private::arrange() const
{
    std::vector<QToolButton *> rare{rotate, print};
    if (extraButtons.size() > 3) {
        rare.push_back(extraButtons.back());
    }
    rare.insert(rare.end(), {fitWidth, zoomOut, zoomIn});
    for (auto button = extraButtons.rbegin(); button != extraButtons.rend(); ++button) {
        if (std::ranges::find(rare, *button) == rare.end()) {
            rare.push_back(*button);
        }
    }
    overflow->arrange(rare);
}

QSize DocumentToolBar::minimumSizeHint() const
{
    return {m_d->overflow->narrowest(), barHeight};
}

void DocumentToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_d->arrange();
}

bool DocumentToolBar::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        m_d->arrange();
    }
    return done;
}

void DocumentToolBar::setSidePanelChecked(bool checked)
{
    m_d->sidePanel->setChecked(checked);
}

void DocumentToolBar::focusPageBox()
{
    m_d->pageBox->setFocus(Qt::ShortcutFocusReason);
    m_d->pageBox->selectAll();
}

void DocumentToolBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_d->retranslate();
        m_d->showPage();
    }
}

void DocumentToolBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Surface));
    painter.fillRect(0, height() - 1, width(), 1, Theme::color(Token::Line));
}

} // namespace bidseal
