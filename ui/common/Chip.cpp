#include "ui/common/Chip.h"

#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QFontMetrics>
#include <QPainter>

namespace bidseal {

namespace {

constexpr int padding = 7;
constexpr int iconSide = 14;
constexpr int gap = 5;
constexpr int nominalFont = 12;

} // namespace

Chip::Chip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Chip::Chip(Tone tone, const QString &icon, const QString &text, QWidget *parent)
    : Chip(parent)
{
    set(tone, icon, text);
}

void Chip::set(Tone tone, const QString &icon, const QString &text)
{
    m_tone = tone;
    m_icon = icon;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Chip::chipSize(const QString &icon, const QString &text)
{
    const QFontMetrics metrics(Theme::font(nominalFont));
    const int iconWidth = icon.isEmpty() ? 0 : iconSide + gap;
    return {2 * padding + iconWidth + metrics.horizontalAdvance(text) + 1, metrics.height() + 4};
}

QSize Chip::sizeHint() const
{
    return chipSize(m_icon, m_text);
}

int Chip::paintChip(QPainter *painter, QPoint topLeft, Tone tone, const QString &icon, const QString &text)
{
    const ToneLook &look = lookOf(tone);
    const QRect box(topLeft, chipSize(icon, text));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::color(look.line), 1));
    painter->setBrush(Theme::color(look.background));
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    QRect words = box.adjusted(padding, 0, -padding + 1, 0);
    if (!icon.isEmpty()) {
        themeIcon(icon, look.ink)
            .paint(painter, QRect(words.left(), box.center().y() - iconSide / 2 + 1, iconSide, iconSide));
        words.setLeft(words.left() + iconSide + gap);
    }
    painter->setFont(Theme::font(nominalFont));
    painter->setPen(Theme::color(look.ink));
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
    return box.width();
}

void Chip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintChip(&painter, {0, 0}, m_tone, m_icon, m_text);
}

} // namespace bidseal
