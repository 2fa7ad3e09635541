#include "ui/document/ThumbnailDelegate.h"

#include "ui/document/SmoothImage.h"
#include "ui/document/ThumbnailModel.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace bidseal {

namespace {

constexpr int labelHeight = 24;
constexpr int padding = 6;
constexpr int iconSize = 13;
constexpr int iconGap = 4;

} // namespace

ThumbnailDelegate::ThumbnailDelegate(std::function<QImage(int)> picture, std::function<QSizeF(int)> size,
                                     QObject *parent)
    : QStyledItemDelegate(parent)
    , m_picture(std::move(picture))
    , m_size(std::move(size))
{
}

QSize ThumbnailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {pictureWidth + 2 * padding, padding + pictureHeight + Theme::px(labelHeight) + padding};
}

void ThumbnailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect cell = option.rect.adjusted(14, 0, -14, -4);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(selected ? Token::AccentSoft : Token::Hover));
        painter->drawRoundedRect(cell, 4, 4);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QRect box(cell.center().x() - pictureWidth / 2, cell.y() + padding, pictureWidth, pictureHeight);
    const QSize size = m_size(index.row()).scaled(box.size(), Qt::KeepAspectRatio).toSize().expandedTo({4, 4});
    const QRect paper(box.center().x() - size.width() / 2, box.bottom() + 1 - size.height(), size.width(),
                      size.height());
    painter->fillRect(paper, Qt::white);
    if (const QImage picture = m_picture(index.row()); !picture.isNull()) {
        drawSmoothly(*painter, paper, picture);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(Theme::color(selected ? Token::Accent : Token::Control), selected ? 2 : 1));
    painter->drawRect(selected ? paper : paper.adjusted(0, 0, -1, -1));
    paintLabel(painter, QRect(cell.x(), box.bottom() + 3, cell.width(), Theme::px(labelHeight)), index, selected);
    painter->restore();
}

void ThumbnailDelegate::paintLabel(QPainter *painter, const QRect &area, const QModelIndex &index, bool selected) const
{
    const QString number = index.data().toString();
    const QString mark = index.data(ThumbnailModel::MarkRole).toString();
    const QFont numberFont = Theme::font(13, selected);
    const QFont markFont = Theme::font(13);
    const int numberWidth = QFontMetrics(numberFont).horizontalAdvance(number);
    const int markWidth =
        mark.isEmpty() ? 0 : iconGap + iconSize + iconGap + QFontMetrics(markFont).horizontalAdvance(mark);
    int x = area.x() + std::max(0, (area.width() - numberWidth - markWidth) / 2);
    painter->setFont(numberFont);
    painter->setPen(Theme::color(selected ? Token::Accent : Token::Text2));
    painter->drawText(QRect(x, area.y(), numberWidth + 1, area.height()), Qt::AlignVCenter, number);
    if (mark.isEmpty()) {
        return;
    }
    x += numberWidth + iconGap;
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPixmap icon = themePixmap(QStringLiteral("stamp"), iconSize, Token::Text2, ratio);
    painter->drawPixmap(QRect(x, area.center().y() - iconSize / 2, iconSize, iconSize), icon);
    x += iconSize + iconGap;
    painter->setFont(markFont);
    painter->setPen(Theme::color(Token::Text2));
    painter->drawText(QRect(x, area.y(), std::max(0, area.right() - x + 1), area.height()), Qt::AlignVCenter, mark);
}

} // namespace bidseal
