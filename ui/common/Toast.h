#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace bidseal {

/** A short success at the lower middle of the window: 4 s, 撤销 where possible (Ctrl+Z too while it shows), never takes
 * the focus. */
class Toast : public QFrame
{
    Q_OBJECT
public:
    /** Replaces the toast of the same window, if one shows. `undo` may be empty. */
    static Toast *show(QWidget *anyWidgetOfTheWindow, const QString &text, std::function<void()> undo = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Toast(QWidget *window, const QString &text, std::function<void()> undo);
    void place();
    void undoAndClose();

    std::function<void()> m_undo;
    QTimer *m_timer = nullptr;
};

} // namespace bidseal
