#include "ui/common/Scrim.h"

#include <QDialog>
#include <QEvent>
#include <QPainter>

namespace bidseal {

void Scrim::coverFor(QDialog *dialog)
{
    QWidget *parent = dialog->parentWidget();
    if (!parent)
        return;
    auto *scrim = new Scrim(parent->window());
    connect(dialog, &QDialog::finished, scrim, &QObject::deleteLater);
    connect(dialog, &QObject::destroyed, scrim, &QObject::deleteLater);
}

Scrim::Scrim(QWidget *window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(window->rect());
    window->installEventFilter(this);
    raise();
    show();
}

void Scrim::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), QColor(10, 16, 24, 110));
}

bool Scrim::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace bidseal
