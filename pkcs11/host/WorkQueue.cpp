#include "pkcs11/host/WorkQueue.h"

namespace bidseal {

void WorkQueue::push(WorkItem item)
{
    const std::scoped_lock lock(m_mutex);
    m_items.push_back(std::move(item));
    m_filled.notify_one();
}

std::optional<WorkItem> WorkQueue::take(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    if (!m_filled.wait_for(lock, limit, [this] { return !m_items.empty(); }))
        return std::nullopt;
    WorkItem item = std::move(m_items.front());
    m_items.pop_front();
    return item;
}

} // namespace bidseal
