#pragma once

#include "core/messages/Messages.h"
#include "ui/theme/Tokens.h"

#include <QString>

namespace bidseal {

/** The five kinds of news, in colour, icon and word. */
enum class Tone { Ok, Warn, Bad, Unknown, Info };

struct ToneLook
{
    const char *name; ///< value of the properties "bar", "banner" and "tone"
    Token ink;
    Token background;
    Token line;
    QLatin1String icon;
};

const ToneLook &lookOf(Tone tone);
Tone toneOf(VerdictTone tone);

/** Icon of a verdict: shield-check, shield-alert, shield-x, shield-question-mark, shield. */
QString verdictIcon(Verdict verdict, VerdictTone tone);
/** The short words of a verdict chip: Valid, Changed after signing … */
QString verdictWord(Verdict verdict, VerdictTone tone);

} // namespace bidseal
