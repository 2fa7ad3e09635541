#include "ui/common/Button.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace bidseal {

namespace {

constexpr int moreGap = 4;

/** The icon with nothing at its right, in the state it is shown in. */
QIcon widened(const QIcon &icon, QSize size, qreal ratio, QIcon::Mode mode, QIcon::State state)
{
    QPixmap wide((QSizeF(size.width() + moreGap, size.height()) * ratio).toSize());
    wide.setDevicePixelRatio(ratio);
    wide.fill(Qt::transparent);
    QPainter painter(&wide);
    icon.paint(&painter, QRect({}, size), Qt::AlignCenter, mode, state);
    painter.end();
    QIcon result;
    for (const QIcon::Mode each : {QIcon::Normal, QIcon::Disabled, QIcon::Active, QIcon::Selected})
        result.addPixmap(wide, each, state); // drawn for the state already, nothing may grey it again
    return result;
}

} // namespace

void Button::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier) && !event->isAutoRepeat();
    if (isEnter && isPlain)
        return click();
    QPushButton::keyPressEvent(event);
}

void Button::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    if (option->icon.isNull() || option->text.isEmpty() || layoutDirection() == Qt::RightToLeft)
        return;
    option->icon = widened(option->icon, option->iconSize, devicePixelRatioF(),
                           isEnabled() ? QIcon::Normal : QIcon::Disabled, isChecked() ? QIcon::On : QIcon::Off);
    option->iconSize.rwidth() += moreGap;
}

} // namespace bidseal
