#pragma once

#include <QColor>
#include <QLatin1String>

#include <array>

namespace bidseal {

/** A colour by its job. The values stand in one table (Tokens.cpp), light and dark. */
enum class Token {
    Window,
    Side,
    Surface,
    Surface2,
    Canvas,
    Line,
    LineSoft,
    Control,
    Text,
    Text2,
    Text3,
    Accent,
    OnAccent,
    AccentSoft,
    Personal,
    PersonalSoft,
    Enterprise,
    EnterpriseSoft,
    Ok,
    OkBackground,
    OkLine,
    Warn,
    WarnBackground,
    WarnLine,
    Bad,
    BadBackground,
    BadLine,
    OnBad,
    Unknown,
    UnknownBackground,
    UnknownLine,
    Info,
    InfoBackground,
    InfoLine,
    DisabledText,
    DisabledBackground,
    Hover,
    AccentHover,
    AccentPressed,
    Guide,
    SealRed,
    ToastBackground,
    ToastText,
    ToastAction,
    Count,
};

enum class Scheme { Light, Dark };

/** The value of a token. */
QColor tokenColor(Token token, Scheme scheme);

/** The mark of a token in theme.qss, without the "@": "accent-soft". */
QLatin1String tokenName(Token token);

/** Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
double contrastRatio(const QColor &a, const QColor &b);

} // namespace bidseal
