#include "ui/document/DocumentToolBar.h"

#include "ui/common/Widgets.h"
#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"
#include "ui/document/ToolBarParts.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace bidseal {

namespace {

constexpr int barHeight = 44;

/** A thin upright line between groups. */
class Divider final : public QWidget
{
public:
    Divider() { setFixedSize(13, 22); }

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
    QWidget *extras = nullptr;
    QHBoxLayout *extraLayout = nullptr;
    QToolButton *search = nullptr;
    QToolButton *print = nullptr;

    void build(DocumentToolBar *q);
    void connectAll(DocumentToolBar *q);
    void retranslate() const;
    void showPage() const;
};

DocumentToolBar::DocumentToolBar(DocumentView *view, QWidget *parent)
    : QWidget(parent)
    , m_d(std::make_unique<Private>(Private{view}))
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
    auto *layout = new QHBoxLayout(q);
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
    extras = new QWidget;
    extras->setObjectName(QStringLiteral("toolBarExtras"));
    extraLayout = new QHBoxLayout(extras);
    extraLayout->setContentsMargins(0, 0, 0, 0);
    extraLayout->setSpacing(4);
    extras->hide();
    search = button(u"text-search", u"searchButton");
    print = button(u"printer", u"printButton");
    const std::initializer_list<QWidget *> first{sidePanel, sideDivider, pageBox,  pageCount, new Divider, zoomOut,
                                                 zoomBox,   zoomIn,      fitWidth, rotate,    extras};
    for (QWidget *widget : first) {
        layout->addWidget(widget);
    }
    layout->addStretch(1);
    layout->addWidget(search);
    layout->addWidget(print);
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
}

void DocumentToolBar::addExtraSeparator()
{
    addExtraWidget(new Divider);
}

void DocumentToolBar::addExtraWidget(QWidget *widget)
{
    if (m_d->extraLayout->isEmpty()) {
        m_d->extraLayout->addWidget(new Divider);
    }
    m_d->extraLayout->addWidget(widget);
    m_d->extras->show();
}

void DocumentToolBar::setFitAndRotateVisible(bool visible)
{
    m_d->fitWidth->setVisible(visible);
    m_d->rotate->setVisible(visible);
}

void DocumentToolBar::setSidePanelButtonVisible(bool visible)
{
    m_d->sidePanel->setVisible(visible);
    m_d->sideDivider->setVisible(visible);
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
