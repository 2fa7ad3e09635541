#pragma once

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace bidseal {

/** Lets the window's thread go first when there are fewer processors than work. For the calling thread, once. */
void lowerThreadPriority();

/**
 * Makes the C library give memory of drawn tiles back to the system as soon as they are dropped, instead of keeping it
 * for ever larger heaps (glibc raises its own limit otherwise). For the whole program, harmless to repeat.
 */
void returnLargeBlocks();

/** One thread with a queue of jobs; owns and joins it. */
class TaskThread
{
public:
    using Task = std::function<void(std::stop_token)>;
    enum class Order { Last, First };

    TaskThread();
    /** Stops and waits for the job at work. */
    ~TaskThread();
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;

    /** Ignored after requestStop(). */
    void post(Task task, Order order = Order::Last);

    /** Runs `job(stop)` and hands its value on; cancelled when the thread stops before. */
    template <typename Job> auto run(Job job, Order order = Order::Last) -> QFuture<decltype(job(std::stop_token{}))>
    {
        using Value = decltype(job(std::stop_token{}));
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        post(
            [promise, job = std::move(job)](const std::stop_token &stop) {
                promise->addResult(job(stop));
                promise->finish();
            },
            order);
        return promise->future();
    }

    /** Drops what waits and tells the job at work to end; returns at once. */
    void requestStop();
    [[nodiscard]] bool isStopped() const { return m_stopped; }

private:
    void work(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_tasks;
    std::atomic<bool> m_stopped = false;
    std::jthread m_thread; ///< last: joined first
};

} // namespace bidseal
