#include "ui/shell/HeaderBar.h"

#include "ui/common/Widgets.h"
#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace bidseal {

namespace {

constexpr int headerHeight = 60;

}

HeaderBar::HeaderBar(QWidget *parent)
    : QFrame(parent)
    , m_back(makeIconButton(QStringLiteral("arrow-left")))
    , m_title(makeLabel("title"))
    , m_context(makeLabel("dense", "3"))
{
    setProperty("header", true);
    setFixedHeight(headerHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 20, 0);
    row->setSpacing(12);
    row->addWidget(m_back);
    row->addWidget(m_title);
    row->addWidget(m_context);
    row->addStretch();
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_context->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(m_back, &QToolButton::clicked, this, &HeaderBar::backClicked);
    retranslateUi();
}

void HeaderBar::setTitle(const QString &title, const QString &context)
{
    m_fullTitle = title;
    m_fullContext = context;
    fit();
}

void HeaderBar::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
    layout()->setContentsMargins(visible ? 10 : 20, 0, 20, 0);
}

void HeaderBar::fit()
{
    // The title goes before the context; both have room for themselves in nearly every window.
    const QFontMetrics titleMetrics(Theme::font(18, true));
    const QFontMetrics contextMetrics(Theme::font(13));
    const int room = std::max(80, width() - 110);
    const int titleWidth = std::min(titleMetrics.horizontalAdvance(m_fullTitle) + 4, room);
    const int contextRoom = std::max(0, room - titleWidth - 12);
    const int contextWidth = std::min(contextMetrics.horizontalAdvance(m_fullContext) + 4, contextRoom);
    m_title->setText(titleMetrics.elidedText(m_fullTitle, Qt::ElideMiddle, titleWidth));
    m_title->setFixedWidth(titleWidth);
    m_title->setToolTip(m_title->text() == m_fullTitle ? QString() : m_fullTitle);
    m_title->setAccessibleName(m_fullTitle);
    m_context->setText(contextMetrics.elidedText(m_fullContext, Qt::ElideRight, contextWidth));
    m_context->setFixedWidth(contextWidth);
    m_context->setVisible(contextWidth > 24);
}

void HeaderBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fit();
}

void HeaderBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
    QFrame::changeEvent(event);
}

void HeaderBar::retranslateUi()
{
    nameIconButton(m_back, tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left).toString(QKeySequence::NativeText));
}

} // namespace bidseal
