#include "ui/document/ToolBarOverflow.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace bidseal {

ToolBarOverflow::ToolBarOverflow(QHBoxLayout &layout, QToolButton &more)
    : m_layout(layout)
    , m_more(more)
{
    auto *menu = new QMenu(&more);
    more.setMenu(menu);
    more.hide();
    connect(menu, &QMenu::aboutToShow, this, &ToolBarOverflow::fillMenu);
}

void ToolBarOverflow::setAvailable(QWidget *button, bool available)
{
    if (available)
        m_unavailable.erase(button);
    else
        m_unavailable.insert(button);
    button->setVisible(available);
}

bool ToolBarOverflow::isInBar(const QWidget *widget) const
{
    if (m_unavailable.contains(const_cast<QWidget *>(widget))) // only looked for
        return false;
    const auto isIt = [widget](const QToolButton *button) { return button == widget; };
    return widget->property("toolBarDivider").toBool() || !widget->isHidden() || std::ranges::any_of(m_gone, isIt);
}

int ToolBarOverflow::neededWidth(const std::set<QWidget *> &gone) const
{
    int width = m_layout.contentsMargins().left() + m_layout.contentsMargins().right();
    int count = 0;
    for (int i = 0; i < m_layout.count(); ++i) {
        QWidget *widget = m_layout.itemAt(i)->widget();
        const bool counts = widget && (widget == &m_more ? !gone.empty() : isInBar(widget) && !gone.contains(widget));
        if (!counts)
            continue;
        const QSize least = widget->minimumSize().expandedTo(widget->sizeHint()).boundedTo(widget->maximumSize());
        width += least.width();
        ++count;
    }
    return width + std::max(0, count) * m_layout.spacing(); // the stretch has its own gap
}

void ToolBarOverflow::arrange(const std::vector<QToolButton *> &rare)
{
    if (m_busy)
        return;
    m_busy = true; // showing and hiding asks for the layout again
    std::set<QWidget *> all(rare.begin(), rare.end());
    m_narrowest = neededWidth(all);
    const int room = m_layout.parentWidget()->width();
    std::set<QWidget *> gone;
    for (QToolButton *button : rare) {
        if (neededWidth(gone) <= room)
            break;
        if (!m_unavailable.contains(button))
            gone.insert(button);
    }
    show(gone);
    m_busy = false;
}

void ToolBarOverflow::show(const std::set<QWidget *> &gone)
{
    std::vector<QToolButton *> taken;
    for (int i = 0; i < m_layout.count(); ++i) {
        auto *button = qobject_cast<QToolButton *>(m_layout.itemAt(i)->widget());
        if (!button || button == &m_more)
            continue;
        if (gone.contains(button))
            taken.push_back(button);
        else if (isInBar(button))
            button->show();
    }
    m_gone = taken;
    for (QToolButton *button : m_gone)
        button->hide();
    m_more.setVisible(!m_gone.empty());
    showDividers();
}

/** A line with nothing behind it says nothing. */
void ToolBarOverflow::showDividers()
{
    QWidget *line = nullptr;
    for (int i = 0; i < m_layout.count(); ++i) {
        QWidget *widget = m_layout.itemAt(i)->widget();
        if (widget && widget->property("toolBarDivider").toBool()) {
            line = widget;
            line->setProperty("hasNeighbour", false);
        } else if (line && (!widget || !widget->isHidden())) {
            line->setProperty("hasNeighbour", widget != nullptr);
            line = nullptr;
        }
    }
    for (int i = 0; i < m_layout.count(); ++i) {
        QWidget *widget = m_layout.itemAt(i)->widget();
        if (widget && widget->property("toolBarDivider").toBool() && !m_unavailable.contains(widget))
            widget->setVisible(widget->property("hasNeighbour").toBool());
    }
}

void ToolBarOverflow::fillMenu()
{
    QMenu *menu = m_more.menu();
    menu->clear();
    for (QToolButton *button : m_gone) {
        auto *action = new QAction(button->icon(), button->accessibleName(), menu);
        action->setCheckable(button->isCheckable());
        action->setChecked(button->isChecked());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, [button] { button->click(); });
        menu->addAction(action);
    }
}

} // namespace bidseal
