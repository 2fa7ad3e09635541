#include "ui/placing/DialogFrame.h"

#include "ui/common/Scrim.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShowEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace bidseal {

namespace {

constexpr int windowMargin = 48;

} // namespace

DialogFrame::DialogFrame(int width, QWidget *parent)
    : QDialog(parent ? parent->window() : nullptr)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget(m_scroll))
    , m_footFrame(new QFrame(this))
    , m_body(new QVBoxLayout(m_content))
    , m_foot(new QHBoxLayout(m_footFrame))
    , m_width(width)
{
    setWindowModality(Qt::WindowModal);
    m_content->setProperty("clear", true);
    m_body->setContentsMargins(20, 18, 20, 18);
    m_body->setSpacing(12);
    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_footFrame->setProperty("foot", true);
    m_foot->setContentsMargins(20, 12, 20, 12);
    m_foot->setSpacing(10);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_footFrame);
}

void DialogFrame::openOver()
{
    setAttribute(Qt::WA_DeleteOnClose);
    Scrim::coverFor(this);
    open();
}

void DialogFrame::fit()
{
    int width = m_width;
    if (parentWidget())
        width = std::min(width, parentWidget()->width() - windowMargin);
    const int content =
        m_body->hasHeightForWidth() ? m_body->totalHeightForWidth(width) : m_body->totalSizeHint().height();
    int height = content + m_footFrame->sizeHint().height() + 2;
    if (parentWidget())
        height = std::min(height, parentWidget()->height() - windowMargin);
    resize(width, height);
}

void DialogFrame::showEvent(QShowEvent *event)
{
    if (!event->spontaneous())
        fit();
    QDialog::showEvent(event);
}

} // namespace bidseal
