#pragma once

#include "core/common/Result.h"

#include <mupdf/fitz.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace bidseal {

/**
 * Bounds one piece of MuPDF work on the calling thread. Three steps, because hostile files sit in loops that never look
 * at a cookie: the cookie is told to abort; 300 ms later the allocator refuses memory to this thread, which makes MuPDF
 * throw; and reading the file fails too. Guards may nest; the innermost counts.
 */
class WorkGuard
{
public:
    enum class Watch {
        Clock, ///< looked at when MuPDF allocates: free of cost, for reading the structure
        Thread ///< an own watchdog thread as well, joined by the destructor: for drawing
    };

    WorkGuard(std::stop_token stop, std::chrono::milliseconds limit, Watch watch = Watch::Clock);
    ~WorkGuard();
    WorkGuard(const WorkGuard &) = delete;
    WorkGuard &operator=(const WorkGuard &) = delete;

    [[nodiscard]] fz_cookie *cookie() { return &m_cookie; }
    [[nodiscard]] const std::stop_token &stopToken() const { return m_stop; }
    [[nodiscard]] bool isStopped() const { return m_stop.stop_requested(); }
    [[nodiscard]] bool isOverTime() const;
    [[nodiscard]] bool isOutOfMemory() const { return m_outOfMemory; }
    /** Whether the result of the work may be incomplete. */
    [[nodiscard]] bool isInterrupted() const;
    /** Whether memory was refused or reading failed by force: the document's caches may be wrong. */
    [[nodiscard]] bool wasForced() const { return m_forced; }

    /** Cancelled or DocumentTooComplex when interrupted, otherwise `error` as it is. */
    [[nodiscard]] Error explain(Error error) const;
    /** The error when interrupted. */
    [[nodiscard]] std::optional<Error> interruption() const;

    /** For the allocator and the file stream: whether this thread's work has to end by force now. */
    [[nodiscard]] static bool mustEndNow();
    /** For the allocator: the memory budget of the document is used up. */
    static void noteOutOfMemory();

private:
    using Clock = std::chrono::steady_clock;

    void abortSoon();
    void watch(const std::stop_token &ended);
    [[nodiscard]] bool checkForce();

    fz_cookie m_cookie{};
    std::stop_token m_stop;
    Clock::time_point m_begin;
    Clock::time_point m_deadline;
    std::atomic<Clock::rep> m_stoppedAt{0};
    bool m_outOfMemory = false;
    bool m_forced = false;
    unsigned m_calls = 0;
    WorkGuard *m_outer;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

} // namespace bidseal
