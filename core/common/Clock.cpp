#include "core/common/Clock.h"

namespace bidseal {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace bidseal
