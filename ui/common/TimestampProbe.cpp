#include "ui/common/TimestampProbe.h"

#include "core/crypto/Digest.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <array>

namespace bidseal {

TimestampProbe::TimestampProbe(TimestampAuthority *authority, const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_authority(authority)
    , m_clock(clock)
{
}

TimestampProbe::~TimestampProbe()
{
    m_stop.request_stop();
}

TimestampProbe::State TimestampProbe::state() const
{
    return m_authority->isConfigured() ? m_state : State::NotConfigured;
}

QByteArray TimestampProbe::randomImprint()
{
    std::array<quint32, 8> noise{};
    QRandomGenerator::system()->fillRange(noise.data(), static_cast<qsizetype>(noise.size()));
    return digestOf(DigestAlgorithm::Sha256,
                    QByteArrayView(reinterpret_cast<const char *>(noise.data()), sizeof(noise)));
}

void TimestampProbe::check()
{
    if (!m_authority->isConfigured() || m_state == State::Checking)
        return;
    m_state = State::Checking;
    m_stop = std::stop_source();
    Q_EMIT changed();
    const quint64 turn = ++m_turn;
    m_authority->stamp(DigestAlgorithm::Sha256, randomImprint(), m_stop.get_token())
        .then(this, [this, turn](const Result<TimestampFacts> &result) {
            if (turn == m_turn)
                take(result);
        });
}

void TimestampProbe::take(const Result<TimestampFacts> &result)
{
    m_checkedAt = m_clock->now();
    m_state = result ? State::Good : State::NoAnswer;
    m_error = result ? std::nullopt : std::optional(result.error());
    if (result)
        m_clockAhead = static_cast<double>(result->time.msecsTo(m_checkedAt)) / 1000.0;
    Q_EMIT changed();
}

void TimestampProbe::reset()
{
    m_stop.request_stop();
    ++m_turn;
    m_state = State::NotChecked;
    m_error.reset();
    Q_EMIT changed();
}

QString timestampStateText(const TimestampProbe &probe)
{
    const auto words = [](const char *source) { return QCoreApplication::translate("TimestampProbe", source); };
    switch (probe.state()) {
    case TimestampProbe::State::NotConfigured:
        return words(QT_TRANSLATE_NOOP("TimestampProbe", "Timestamp service: none set"));
    case TimestampProbe::State::NotChecked:
        return words(QT_TRANSLATE_NOOP("TimestampProbe", "Timestamp service: not checked"));
    case TimestampProbe::State::Checking:
        return words(QT_TRANSLATE_NOOP("TimestampProbe", "Timestamp service: asking…"));
    case TimestampProbe::State::Good:
        return words(QT_TRANSLATE_NOOP("TimestampProbe", "Timestamp service fine"));
    case TimestampProbe::State::NoAnswer:
        return words(QT_TRANSLATE_NOOP("TimestampProbe", "Timestamp service does not answer"));
    }
    return {};
}

} // namespace bidseal
