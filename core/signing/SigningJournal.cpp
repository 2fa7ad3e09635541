#include "core/signing/SigningJournal.h"

namespace bidseal {

QString signingStepName(SigningStep step)
{
    switch (step) {
    case SigningStep::Prepared:
        return QStringLiteral("prepared");
    case SigningStep::Authorised:
        return QStringLiteral("authorised");
    case SigningStep::Signed:
        return QStringLiteral("signed");
    case SigningStep::Stamped:
        return QStringLiteral("stamped");
    case SigningStep::Embedded:
        return QStringLiteral("embedded");
    case SigningStep::Verified:
        return QStringLiteral("verified");
    case SigningStep::Published:
        return QStringLiteral("published");
    }
    return {};
}

} // namespace bidseal
