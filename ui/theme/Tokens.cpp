#include "ui/theme/Tokens.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace bidseal {

namespace {

struct Row
{
    Token token;
    QLatin1String name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Row, static_cast<std::size_t>(Token::Count)> table{{
    {Token::Window, QLatin1String("win"), 0xF3F5F8, 0x14181E},
    {Token::Side, QLatin1String("side"), 0xE9EDF2, 0x181D24},
    {Token::Surface, QLatin1String("surf"), 0xFFFFFF, 0x1E242C},
    {Token::Surface2, QLatin1String("surf2"), 0xF8F9FB, 0x232A33},
    {Token::Canvas, QLatin1String("canvas"), 0xDDE2E9, 0x0E1116},
    {Token::Line, QLatin1String("line"), 0xD9DFE7, 0x353E4A},
    {Token::LineSoft, QLatin1String("line-soft"), 0xE7EBF0, 0x2C343F},
    {Token::Control, QLatin1String("ctl"), 0x7F899A, 0x6E7989},
    {Token::Text, QLatin1String("tx"), 0x19222E, 0xE7EBF1},
    {Token::Text2, QLatin1String("tx2"), 0x445062, 0xB0BAC8},
    {Token::Text3, QLatin1String("tx3"), 0x5E6A7B, 0x929DAD},
    {Token::Accent, QLatin1String("accent"), 0x2158B5, 0x82B1FF},
    {Token::OnAccent, QLatin1String("on-accent"), 0xFFFFFF, 0x0C1524},
    {Token::AccentSoft, QLatin1String("accent-soft"), 0xE6EEFA, 0x22344F},
    {Token::Personal, QLatin1String("personal"), 0x0B6A7D, 0x62C7D8},
    {Token::PersonalSoft, QLatin1String("personal-soft"), 0xE0F1F4, 0x17353B},
    {Token::Enterprise, QLatin1String("enterprise"), 0x5B479C, 0xBBA9F3},
    {Token::EnterpriseSoft, QLatin1String("enterprise-soft"), 0xEEEAF8, 0x2E2847},
    {Token::Ok, QLatin1String("ok"), 0x17683B, 0x74D69E},
    {Token::OkBackground, QLatin1String("ok-bg"), 0xE7F5EC, 0x173225},
    {Token::OkLine, QLatin1String("ok-line"), 0xA6D5B7, 0x2F6B4A},
    {Token::Warn, QLatin1String("warn"), 0x7A4F00, 0xF0C75E},
    {Token::WarnBackground, QLatin1String("warn-bg"), 0xFFF4D6, 0x39300F},
    {Token::WarnLine, QLatin1String("warn-line"), 0xE6C76A, 0x77621F},
    {Token::Bad, QLatin1String("bad"), 0xAE231C, 0xFF9D95},
    {Token::BadBackground, QLatin1String("bad-bg"), 0xFDEBE9, 0x44211F},
    {Token::BadLine, QLatin1String("bad-line"), 0xEDB1AC, 0x8A443F},
    {Token::OnBad, QLatin1String("on-bad"), 0xFFFFFF, 0x14181E},
    {Token::Unknown, QLatin1String("unknown"), 0x4A5566, 0xB0BAC8},
    {Token::UnknownBackground, QLatin1String("unknown-bg"), 0xEDF0F4, 0x2A313B},
    {Token::UnknownLine, QLatin1String("unknown-line"), 0xC9D0DA, 0x475261},
    {Token::Info, QLatin1String("info"), 0x1E4F9C, 0x9CC2FF},
    {Token::InfoBackground, QLatin1String("info-bg"), 0xE8F0FC, 0x1F304A},
    {Token::InfoLine, QLatin1String("info-line"), 0xB5CDEF, 0x3B5985},
    {Token::DisabledText, QLatin1String("disabled"), 0x8B95A3, 0x6C7684},
    {Token::DisabledBackground, QLatin1String("disabled-bg"), 0xE8ECF1, 0x282F39},
    {Token::Hover, QLatin1String("hover"), 0xEEF1F5, 0x2A323D},
    {Token::AccentHover, QLatin1String("accent-hover"), 0x1A4A9C, 0x9CC2FF},
    {Token::AccentPressed, QLatin1String("accent-pressed"), 0x163F86, 0x6FA3F7},
    {Token::Guide, QLatin1String("guide"), 0xC2187A, 0xC2187A},
    {Token::SealRed, QLatin1String("seal-red"), 0xC8161D, 0xC8161D},
    {Token::ToastBackground, QLatin1String("toast-bg"), 0x19222E, 0xE7EBF1},
    {Token::ToastText, QLatin1String("toast-tx"), 0xFFFFFF, 0x14181E},
    {Token::ToastAction, QLatin1String("toast-action"), 0x9CC2FF, 0x1A4A9C},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table.at(i).token) != i)
            return false;
    }
    return true;
}
static_assert(isInOrder(), "one row a token, in the order of the enumeration");

const Row &rowOf(Token token)
{
    return table.at(static_cast<std::size_t>(token));
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor tokenColor(Token token, Scheme scheme)
{
    const Row &row = rowOf(token);
    return QColor::fromRgb(scheme == Scheme::Light ? row.light : row.dark);
}

QLatin1String tokenName(Token token)
{
    return rowOf(token).name;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const std::pair<double, double> ordered = std::minmax({luminance(a), luminance(b)});
    const auto [dark, light] = ordered;
    return (light + 0.05) / (dark + 0.05);
}

} // namespace bidseal
