#pragma once

#include "core/signing/Signer.h"

#include <QString>

namespace bidseal {

/** The UKey state in one line, for status bar and home page. */
struct UkeySummary
{
    enum class State { Searching, None, Usable, NotUsable, Trouble };
    State state = State::None;
    QString text;                            ///< "UKey in: name (last four 7C21)"
    std::optional<SigningIdentity> identity; ///< the one the line speaks of
};

UkeySummary ukeySummary(const SignerProvider &provider);

/** "示例科技有限公司 (last four 7C21)". */
QString ukeyName(const SigningIdentity &identity);

} // namespace bidseal
