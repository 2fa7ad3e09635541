#pragma once

#include "pkcs11/protocol/TokenMessages.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <variant>

namespace bidseal {

/** Standard input has ended. */
struct InputEnded
{
};

using WorkItem = std::variant<HostRequest, InputEnded>;

/** Hands work from the reading thread to the one thread that talks to the module. */
class WorkQueue
{
public:
    void push(WorkItem item);
    /** Waits for the next item; nothing after `limit`. */
    std::optional<WorkItem> take(std::chrono::milliseconds limit);

private:
    std::mutex m_mutex; ///< protects m_items
    std::condition_variable m_filled;
    std::deque<WorkItem> m_items;
};

} // namespace bidseal
