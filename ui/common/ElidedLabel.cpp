#include "ui/common/ElidedLabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace bidseal {

namespace {

constexpr int narrowest = 24; ///< room for one character and the dots

} // namespace

ElidedLabel::ElidedLabel(const char *role, const char *tone, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("elides", true);
    if (role)
        setProperty("role", QLatin1String(role));
    if (tone)
        setProperty("tone", QLatin1String(tone));
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return {qMin(narrowest, whole.width()), whole.height()};
}

QString ElidedLabel::shownText() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), palette(),
                          isEnabled(), shownText(), foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const bool isCut = shownText() != text();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), isCut ? text() : toolTip(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace bidseal
