#include "ui/document/TaskThread.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace bidseal {

void lowerThreadPriority()
{
#if defined(Q_OS_LINUX)
    // On Linux the nice value belongs to a thread. A refusal changes nothing but the smoothness.
    static_cast<void>(setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), 5));
#elif defined(Q_OS_WIN)
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#endif
}

void returnLargeBlocks()
{
#ifdef __GLIBC__
    constexpr int largeBlock = 512 * 1024;
    static_cast<void>(mallopt(M_MMAP_THRESHOLD, largeBlock));
#endif
}

TaskThread::TaskThread()
    : m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

TaskThread::~TaskThread()
{
    requestStop();
}

void TaskThread::post(Task task, Order order)
{
    const std::lock_guard lock(m_mutex);
    if (m_thread.get_stop_token().stop_requested()) {
        return;
    }
    if (order == Order::First) {
        m_tasks.push_front(std::move(task));
    } else {
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_all();
}

void TaskThread::requestStop()
{
    m_thread.request_stop();
    std::deque<Task> dropped;
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_tasks);
}

void TaskThread::work(const std::stop_token &stop)
{
    lowerThreadPriority();
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_tasks.empty(); }) || stop.stop_requested()) {
                break;
            }
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task(stop);
    }
    m_stopped = true;
}

} // namespace bidseal
