#include "ui/common/Tone.h"

#include <QCoreApplication>

#include <array>

namespace bidseal {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("Tone", source);
}

} // namespace

const ToneLook &lookOf(Tone tone)
{
    static constexpr std::array looks{
        ToneLook{"ok", Token::Ok, Token::OkBackground, Token::OkLine, QLatin1String("circle-check")},
        ToneLook{"warn", Token::Warn, Token::WarnBackground, Token::WarnLine, QLatin1String("triangle-alert")},
        ToneLook{"bad", Token::Bad, Token::BadBackground, Token::BadLine, QLatin1String("circle-x")},
        ToneLook{"unknown", Token::Unknown, Token::UnknownBackground, Token::UnknownLine, QLatin1String("info")},
        ToneLook{"info", Token::Info, Token::InfoBackground, Token::InfoLine, QLatin1String("info")},
    };
    return looks.at(static_cast<std::size_t>(tone));
}

Tone toneOf(VerdictTone tone)
{
    switch (tone) {
    case VerdictTone::Ok:
        return Tone::Ok;
    case VerdictTone::Warn:
        return Tone::Warn;
    case VerdictTone::Bad:
        return Tone::Bad;
    case VerdictTone::Unknown:
        return Tone::Unknown;
    }
    return Tone::Unknown;
}

QString verdictIcon(Verdict verdict, VerdictTone tone)
{
    if (verdict == Verdict::NoSignature)
        return QStringLiteral("shield");
    switch (tone) {
    case VerdictTone::Ok:
        return QStringLiteral("shield-check");
    case VerdictTone::Warn:
        return QStringLiteral("shield-alert");
    case VerdictTone::Bad:
        return QStringLiteral("shield-x");
    case VerdictTone::Unknown:
        break;
    }
    return QStringLiteral("shield-question-mark");
}

QString verdictWord(Verdict verdict, VerdictTone tone)
{
    if (verdict == Verdict::NoSignature)
        return words(QT_TRANSLATE_NOOP("Tone", "Not signed"));
    if (verdict == Verdict::Modified)
        return words(QT_TRANSLATE_NOOP("Tone", "Changed after signing"));
    switch (tone) {
    case VerdictTone::Ok:
        return words(QT_TRANSLATE_NOOP("Tone", "Valid"));
    case VerdictTone::Warn:
        return words(QT_TRANSLATE_NOOP("Tone", "Valid, with a remark"));
    case VerdictTone::Bad:
        return words(QT_TRANSLATE_NOOP("Tone", "Not valid"));
    case VerdictTone::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("Tone", "Cannot be checked"));
}

} // namespace bidseal
