#include "core/pdf/WorkGuard.h"

namespace bidseal {

namespace {

thread_local WorkGuard *currentGuard = nullptr;

constexpr std::chrono::milliseconds gracePeriod{300};
constexpr unsigned callsBetweenLooks = 64; // reading the clock costs more than a small allocation

} // namespace

WorkGuard::WorkGuard(std::stop_token stop, std::chrono::milliseconds limit, Watch watchBy)
    : m_stop(std::move(stop))
    , m_begin(Clock::now())
    , m_deadline(m_begin + limit)
    , m_outer(currentGuard)
{
    currentGuard = this;
    if (watchBy == Watch::Thread)
        m_thread = std::jthread([this](const std::stop_token &ended) { watch(ended); });
    if (m_stop.stop_possible())
        m_onStop.emplace(m_stop, [this] {
            m_stoppedAt = Clock::now().time_since_epoch().count();
            abortSoon();
        });
}

WorkGuard::~WorkGuard()
{
    m_onStop.reset();
    currentGuard = m_outer;
}

void WorkGuard::abortSoon()
{
    // MuPDF reads the plain int on another thread: that is how a cookie is meant to be used.
    std::atomic_ref(m_cookie.abort).store(1, std::memory_order_relaxed);
}

void WorkGuard::watch(const std::stop_token &ended)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, ended, m_deadline, [] { return false; });
    if (!ended.stop_requested())
        abortSoon();
}

bool WorkGuard::isOverTime() const
{
    return Clock::now() >= m_deadline;
}

bool WorkGuard::isInterrupted() const
{
    return m_forced || m_outOfMemory || isStopped() || isOverTime();
}

std::optional<Error> WorkGuard::interruption() const
{
    if (isStopped())
        return Error{ErrorCode::Cancelled, {}};
    if (m_outOfMemory)
        return Error{ErrorCode::DocumentTooComplex, QStringLiteral("memory budget exceeded")};
    if (m_forced || isOverTime())
        return Error{ErrorCode::DocumentTooComplex, QStringLiteral("time limit exceeded")};
    return std::nullopt;
}

Error WorkGuard::explain(Error error) const
{
    if (auto reason = interruption()) {
        reason->context = error.context;
        return *reason;
    }
    return error;
}

bool WorkGuard::checkForce()
{
    if (m_forced)
        return true;
    if (++m_calls % callsBetweenLooks != 0)
        return false;
    const auto now = Clock::now();
    if (now >= m_deadline)
        abortSoon();
    const Clock::rep stoppedAt = m_stoppedAt;
    const bool stoppedLongAgo = stoppedAt != 0 && now >= Clock::time_point(Clock::duration(stoppedAt)) + gracePeriod;
    m_forced = now >= m_deadline + gracePeriod || stoppedLongAgo;
    return m_forced;
}

bool WorkGuard::mustEndNow()
{
    return currentGuard != nullptr && currentGuard->checkForce();
}

void WorkGuard::noteOutOfMemory()
{
    if (currentGuard != nullptr)
        currentGuard->m_outOfMemory = true;
}

} // namespace bidseal
