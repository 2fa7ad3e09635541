#pragma once

#include <QObject>

#include <set>
#include <vector>

class QHBoxLayout;
class QToolButton;
class QWidget;

namespace bidseal {

/** Takes buttons out of a narrow tool bar and offers them in the menu of one more button. */
class ToolBarOverflow : public QObject
{
    Q_OBJECT
public:
    /** Both belong to the bar and live as long. */
    ToolBarOverflow(QHBoxLayout &layout, QToolButton &more);

    /** Shows as many as fit. `rare` may be taken out, the first one first. */
    void arrange(const std::vector<QToolButton *> &rare);
    /** A button that is not wanted at all stands neither in the bar nor in the menu. */
    void setAvailable(QWidget *button, bool available);
    /** Width in pixels when all that may go is in the menu. */
    [[nodiscard]] int narrowest() const { return m_narrowest; }

private:
    void fillMenu();
    /** Width of the bar when `gone` are not in it. */
    [[nodiscard]] int neededWidth(const std::set<QWidget *> &gone) const;
    [[nodiscard]] bool isInBar(const QWidget *widget) const;
    void showDividers();
    void show(const std::set<QWidget *> &gone);

    QHBoxLayout &m_layout;
    QToolButton &m_more;
    std::vector<QToolButton *> m_gone; ///< in the order of the bar
    std::set<QWidget *> m_unavailable;
    int m_narrowest = 0;
    bool m_busy = false;
};

} // namespace bidseal
