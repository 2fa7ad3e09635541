#include "ui/shell/NavDelegate.h"

#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QPainter>

namespace bidseal {

namespace {

constexpr int rowHeight = 36;
constexpr int sectionHeight = 32;
constexpr int railSectionHeight = 13;
constexpr int iconSide = 18;

} // namespace

QSize NavDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    if (index.data(SectionRole).toBool())
        return {10, m_rail ? railSectionHeight : sectionHeight};
    return {10, rowHeight};
}

void NavDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(SectionRole).toBool())
        paintSection(painter, option.rect, index.data(Qt::DisplayRole).toString());
    else
        paintEntry(painter, option, index);
    painter->restore();
}

void NavDelegate::paintSection(QPainter *painter, const QRect &rect, const QString &text) const
{
    if (m_rail) {
        painter->fillRect(QRect(rect.left() + 12, rect.center().y(), rect.width() - 24, 1), Theme::color(Token::Line));
        return;
    }
    painter->setFont(Theme::font(12));
    painter->setPen(Theme::color(Token::Text3));
    painter->drawText(rect.adjusted(20, 6, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void NavDelegate::paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool current = option.state & QStyle::State_Selected;
    const bool focused = (option.state & QStyle::State_HasFocus) && option.widget && option.widget->hasFocus();
    const QRectF box = QRectF(option.rect).adjusted(8, 1, -8, -1);
    if (current) {
        painter->setPen(QPen(Theme::color(Token::Line), 1));
        painter->setBrush(Theme::color(Token::Surface));
        painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(Token::Accent));
        painter->drawRoundedRect(QRectF(box.left(), box.center().y() - 9, 3, 18), 1.5, 1.5);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(Token::Hover));
        painter->drawRoundedRect(box, 6, 6);
    }
    if (focused) {
        painter->setPen(QPen(Theme::color(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6);
    }
    const int left = m_rail ? option.rect.center().x() - iconSide / 2 + 1 : option.rect.left() + 20;
    themeIcon(index.data(IconRole).toString(), current ? Token::Accent : Token::Text2)
        .paint(painter, QRect(left, option.rect.center().y() - iconSide / 2 + 1, iconSide, iconSide));
    if (m_rail)
        return;
    painter->setFont(Theme::font(14, current));
    painter->setPen(Theme::color(current ? Token::Accent : Token::Text));
    painter->drawText(option.rect.adjusted(47, 0, -12, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      index.data(Qt::DisplayRole).toString());
}

} // namespace bidseal
