#pragma once

#include <QWidget>

namespace bidseal {

/** Dims a window while a dialog is open above it; takes no events. Deletes itself with the dialog. */
class Scrim : public QWidget
{
    Q_OBJECT
public:
    /** Covers the window of `dialog`'s parent until the dialog is closed; nothing happens without a parent. */
    static void coverFor(class QDialog *dialog);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit Scrim(QWidget *window);
};

} // namespace bidseal
