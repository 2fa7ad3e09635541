#pragma once

#include "core/common/Clock.h"
#include "core/signing/TimestampAuthority.h"

#include <QDateTime>
#include <QObject>

#include <optional>
#include <stop_token>

namespace bidseal {

/** Whether the timestamp services answer. Asked only on demand, by asking for a real timestamp over random bytes. */
class TimestampProbe : public QObject
{
    Q_OBJECT
public:
    enum class State { NotConfigured, NotChecked, Checking, Good, NoAnswer };

    /** Both outlive the probe. */
    TimestampProbe(TimestampAuthority *authority, const Clock *clock, QObject *parent = nullptr);
    ~TimestampProbe() override;

    [[nodiscard]] State state() const;
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] QDateTime checkedAt() const { return m_checkedAt; }
    /** Seconds by which this PC's clock is ahead of the timestamp; 0 before the first answer. */
    [[nodiscard]] double clockAheadSeconds() const { return m_clockAhead; }

    void check();
    /** The services changed: what was known is forgotten. */
    void reset();

    /** An imprint for trying out a service: SHA-256 of fresh random bytes. */
    static QByteArray randomImprint();

Q_SIGNALS:
    void changed();

private:
    void take(const Result<TimestampFacts> &result);

    TimestampAuthority *m_authority;
    const Clock *m_clock;
    std::stop_source m_stop;
    State m_state = State::NotChecked;
    std::optional<Error> m_error;
    QDateTime m_checkedAt;
    double m_clockAhead = 0;
    quint64 m_turn = 0;
};

/** Words of a state for status bar and home page. */
QString timestampStateText(const TimestampProbe &probe);

} // namespace bidseal
