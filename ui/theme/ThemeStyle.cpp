#include "ui/theme/ThemeStyle.h"

#include "ui/theme/FocusRing.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QFocusFrame>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <algorithm>

namespace bidseal {

namespace {

constexpr int fieldHeight = 34;

QPen controlPen(const QStyleOption *option)
{
    if (!(option->state & QStyle::State_Enabled))
        return {Theme::color(Token::Line), 1};
    if (option->state & QStyle::State_HasFocus)
        return {Theme::color(Token::Accent), 2};
    return {Theme::color(Token::Control), 1};
}

void drawFieldFrame(const QStyleOption *option, QPainter *painter)
{
    const QPen pen = controlPen(option);
    const qreal inset = pen.widthF() / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(pen);
    const bool enabled = option->state & QStyle::State_Enabled;
    painter->setBrush(Theme::color(enabled ? Token::Surface : Token::DisabledBackground));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), 6, 6);
    painter->restore();
}

void drawGlyph(const QString &name, const QRect &rect, int size, Token token, QPainter *painter)
{
    const QRect place(rect.center().x() - size / 2 + 1, rect.center().y() - size / 2 + 1, size, size);
    themeIcon(name, token).paint(painter, place);
}

Token glyphToken(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled ? Token::Text2 : Token::DisabledText;
}

void drawTickBox(const QStyleOption *option, QPainter *painter)
{
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option->state & QStyle::State_Enabled;
    const int side = std::min(option->rect.width(), option->rect.height());
    const QRectF box = QRectF(option->rect.x(), option->rect.y() + (option->rect.height() - side) / 2.0, side, side)
                           .adjusted(1, 1, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::color(!enabled ? Token::Line : on ? Token::Accent : Token::Control), 1.2));
    painter->setBrush(Theme::color(!enabled ? Token::DisabledBackground : on ? Token::Accent : Token::Surface));
    painter->drawRoundedRect(box, 4, 4);
    if (on) {
        QPainterPath tick;
        tick.moveTo(box.left() + box.width() * 0.24, box.center().y());
        tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.70);
        tick.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.31);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(Theme::color(enabled ? Token::OnAccent : Token::DisabledText), 1.8, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(tick);
    }
    painter->restore();
}

void drawRadio(const QStyleOption *option, QPainter *painter)
{
    const bool on = option->state & QStyle::State_On;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRectF circle = QRectF(option->rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::color(!enabled ? Token::Line : on ? Token::Accent : Token::Control), on ? 2 : 1.2));
    painter->setBrush(Theme::color(enabled ? Token::Surface : Token::DisabledBackground));
    painter->drawEllipse(circle);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(enabled ? Token::Accent : Token::DisabledText));
        const qreal radius = circle.width() * 0.27;
        painter->drawEllipse(circle.center(), radius, radius);
    }
    painter->restore();
}

void drawFocusRing(const QStyleOption *option, QPainter *painter, Token token)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Theme::color(token), FocusRing::width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 8, 8);
    painter->restore();
}

/** A toast is dark in both schemes. */
Token ringToken(const QWidget *frame)
{
    const auto *ring = qobject_cast<const QFocusFrame *>(frame);
    const QWidget *around = ring && ring->widget() ? ring->widget()->parentWidget() : nullptr;
    return around && around->property("toast").toBool() ? Token::ToastAction : Token::Accent;
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawTickBox(option, painter);
    case PE_IndicatorRadioButton:
        return drawRadio(option, painter);
    case PE_FrameFocusRect:
        if (FocusRing::isKeyboardUsed())
            drawFocusRing(option, painter, Token::Accent);
        return;
    case PE_IndicatorArrowDown:
        return drawGlyph(QStringLiteral("chevron-down"), option->rect, 14, glyphToken(option), painter);
    case PE_IndicatorArrowUp:
        return drawGlyph(QStringLiteral("chevron-up"), option->rect, 14, glyphToken(option), painter);
    case PE_IndicatorArrowRight:
        return drawGlyph(QStringLiteral("chevron-right"), option->rect, 14, glyphToken(option), painter);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (element == CE_FocusFrame)
        return drawFocusRing(option, painter, ringToken(widget));
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        drawFieldFrame(option, painter);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        return drawGlyph(QStringLiteral("chevron-down"), arrow, 16, glyphToken(option), painter);
    }
    if (control == CC_SpinBox) {
        drawFieldFrame(option, painter);
        if (option->subControls & SC_SpinBoxUp) {
            drawGlyph(QStringLiteral("chevron-up"), subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), 12,
                      glyphToken(option), painter);
            drawGlyph(QStringLiteral("chevron-down"), subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), 12,
                      glyphToken(option), painter);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox) {
        result.setHeight(std::max(result.height(), fieldHeight));
        result.rwidth() += 16;
    } else if (type == CT_SpinBox) {
        result.setHeight(std::max(result.height(), fieldHeight));
    }
    return result;
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 18;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return FocusRing::distance + FocusRing::width;
    case PM_ToolBarIconSize:
        return 20;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    if (hint == SH_ToolTip_WakeUpDelay)
        return 400;
    if (hint == SH_FocusFrame_AboveWidget) // else it would be cut at the edge of a narrow parent
        return 1;
    if (hint == SH_FocusFrame_Mask) // transparent, nothing to cut out
        return 0;
    if (hint == SH_ComboBox_Popup) // a list below the field, not a menu over it
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace bidseal
