#include "ui/placing/PlacementPainter.h"

#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QFontMetricsF>

namespace bidseal::placementPainter {

namespace {

constexpr double tagHeight = 28;
constexpr double buttonWidth = 28;
constexpr double padding = 10;

QColor pageColor(Token token)
{
    return tokenColor(token, Scheme::Light);
}

QFont labelFont()
{
    return Theme::font(12);
}

/** An icon on the white page: tinted from a mask in the light colour, whatever the scheme of the window. */
void paintIcon(QPainter &painter, const QString &name, const QRectF &place, const QColor &color)
{
    constexpr int side = 16;
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    QPixmap picture = themePixmap(name, side, Token::Text, ratio);
    QPainter tint(&picture);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(picture.rect(), color);
    tint.end();
    painter.drawPixmap(QPointF(place.center().x() - side / 2.0, place.center().y() - side / 2.0), picture);
}

} // namespace

TagLayout tagLayout(const QRectF &stamp, const QString &text)
{
    const QRectF around = selectionFrame(stamp);
    const double textWidth = QFontMetricsF(labelFont()).horizontalAdvance(text) + 2 * padding;
    const double width = textWidth + 2 * buttonWidth + 6;
    const double above = around.top() - tagHeight - 6;
    TagLayout layout;
    layout.frame =
        QRectF(std::round(around.left()), std::round(above >= 2 ? above : around.bottom() + 6), width, tagHeight);
    layout.text = QRectF(layout.frame.left(), layout.frame.top(), textWidth, tagHeight);
    layout.copyButton = QRectF(layout.text.right() + 2, layout.frame.top(), buttonWidth, tagHeight);
    layout.deleteButton = layout.copyButton.translated(buttonWidth, 0);
    return layout;
}

void paintTag(QPainter &painter, const TagLayout &layout, const QString &text, TagButton hovered)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(pageColor(Token::Control), 1));
    painter.setBrush(pageColor(Token::Surface));
    painter.drawRoundedRect(layout.frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (hovered != TagButton::None) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pageColor(Token::Hover));
        const QRectF &button = hovered == TagButton::Copy ? layout.copyButton : layout.deleteButton;
        painter.drawRoundedRect(button.adjusted(2, 3, -2, -3), 4, 4);
    }
    painter.setPen(pageColor(Token::Line));
    painter.drawLine(layout.text.topRight() + QPointF(0, 7), layout.text.bottomRight() - QPointF(0, 7));
    painter.setPen(pageColor(Token::Text));
    painter.setFont(labelFont());
    painter.drawText(layout.text, Qt::AlignCenter, text);
    paintIcon(painter, QStringLiteral("copy"), layout.copyButton, pageColor(Token::Text2));
    paintIcon(painter, QStringLiteral("trash-2"), layout.deleteButton, pageColor(Token::Text2));
    painter.restore();
}

QRectF selectionFrame(const QRectF &stamp)
{
    return stamp.adjusted(-4, -4, 4, 4);
}

void paintSelection(QPainter &painter, const QRectF &stamp)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    QPen pen(pageColor(Token::Accent), 1.5, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({2.6, 2});
    painter.setPen(pen);
    painter.drawRect(selectionFrame(stamp));
    painter.restore();
}

void paintDragFrame(QPainter &painter, const QRectF &stamp)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(pageColor(Token::Accent), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(stamp.adjusted(-2, -2, 2, 2), 3, 3);
    painter.restore();
}

std::array<QRectF, 4> handles(const QRectF &stamp)
{
    const QRectF frame = selectionFrame(stamp);
    const auto around = [](QPointF p) { return QRectF(p.x() - 4.5, p.y() - 4.5, 9, 9); };
    return {around(frame.topLeft()), around(frame.topRight()), around(frame.bottomRight()), around(frame.bottomLeft())};
}

void paintHandles(QPainter &painter, const QRectF &stamp)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(pageColor(Token::Accent), 1.5));
    painter.setBrush(pageColor(Token::Surface));
    for (const QRectF &handle : handles(stamp))
        painter.drawRect(handle);
    painter.restore();
}

void paintGuides(QPainter &painter, const std::vector<GuideLine> &guides, const QTransform &toViewport)
{
    painter.save();
    QPen pen(pageColor(Token::Guide), 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({4, 2});
    painter.setPen(pen);
    for (const GuideLine &guide : guides) {
        const bool vertical = guide.direction == GuideLine::Direction::Vertical;
        const QPointF from = vertical ? QPointF(guide.position, guide.from) : QPointF(guide.from, guide.position);
        const QPointF to = vertical ? QPointF(guide.position, guide.to) : QPointF(guide.to, guide.position);
        painter.drawLine(toViewport.map(from), toViewport.map(to));
    }
    painter.restore();
}

void paintLabel(QPainter &painter, QPointF anchor, const QStringList &lines)
{
    const QFontMetricsF metrics(labelFont());
    constexpr double lineHeight = 18;
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    QRectF box(anchor + QPointF(16, 14), QSizeF(width + 18, lineHeight * static_cast<double>(lines.size()) + 8));
    const QRectF visible(painter.viewport());
    if (box.right() > visible.right())
        box.moveRight(anchor.x() - 10);
    if (box.bottom() > visible.bottom())
        box.moveBottom(anchor.y() - 10);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pageColor(Token::Text));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(pageColor(Token::Surface));
    painter.setFont(labelFont());
    QRectF row(box.left() + 9, box.top() + 4, width + 2, lineHeight);
    for (const QString &line : lines) {
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line);
        row.translate(0, lineHeight);
    }
    painter.restore();
}

void paintRubberBand(QPainter &painter, const QRectF &band)
{
    painter.save();
    QColor fill = pageColor(Token::Accent);
    painter.setPen(QPen(fill, 1));
    fill.setAlpha(26);
    painter.setBrush(fill);
    painter.drawRect(band);
    painter.restore();
}

void paintLockedFrame(QPainter &painter, const QRectF &frame, bool hovered)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(pageColor(Token::Control), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    if (hovered) {
        const QRectF chip(frame.right() - 24, frame.top() + 4, 20, 20);
        painter.setBrush(pageColor(Token::Surface));
        painter.drawRoundedRect(chip, 4, 4);
        paintIcon(painter, QStringLiteral("lock"), chip, pageColor(Token::Text2));
    }
    painter.restore();
}

void paintBroken(QPainter &painter, const QRectF &stamp, const QString &why)
{
    painter.save();
    painter.setPen(QPen(pageColor(Token::Bad), 1));
    painter.setBrush(pageColor(Token::BadBackground));
    painter.drawRect(stamp);
    painter.setFont(labelFont());
    painter.drawText(stamp.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap, why);
    painter.restore();
}

} // namespace bidseal::placementPainter
