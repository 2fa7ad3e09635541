#pragma once

#include <QDateTime>

namespace bidseal {

/** Where "now" comes from, so that tests can say what time it is. Callable from any thread. */
class Clock
{
public:
    virtual ~Clock() = default;
    /** The present moment in UTC. */
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

} // namespace bidseal
