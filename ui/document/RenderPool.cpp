#include "ui/document/RenderPool.h"

#include "ui/document/TaskThread.h"

#include <algorithm>
#include <utility>

namespace bidseal {

QImage toImage(const Raster &raster)
{
    if (raster.isNull()) {
        return {};
    }
    auto *share = new std::shared_ptr<std::uint8_t[]>(raster.pixels);
    return {raster.pixels.get(),
            raster.width,
            raster.height,
            raster.stride,
            QImage::Format_ARGB32_Premultiplied,
            [](void *pixels) { delete static_cast<std::shared_ptr<std::uint8_t[]> *>(pixels); },
            share};
}

RenderPool::RenderPool(Render render, int threads, QObject *parent)
    : QObject(parent)
    , m_render(std::move(render))
{
    m_alive = threads;
    for (int i = 0; i < threads; ++i) {
        m_threads.emplace_back([this] { work(); });
    }
}

RenderPool::~RenderPool()
{
    requestStop();
}

void RenderPool::requestStop()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    for (auto &queue : m_queues) {
        queue.clear();
    }
    for (const auto &running : m_running) {
        running->stop.request_stop();
    }
    m_wake.notify_all();
}

bool RenderPool::isStopped() const
{
    return m_alive == 0;
}

int RenderPool::queuedCount() const
{
    const std::lock_guard lock(m_mutex);
    std::size_t count = 0;
    for (const auto &queue : m_queues) {
        count += queue.size();
    }
    return int(count);
}

bool RenderPool::isBusyWith(const TileKey &key) const
{
    const auto running = [&key](const auto &r) { return r->key == key && !r->dropped; };
    const auto waiting = [&key](const Delivery &d) { return d.outcome.key == key; };
    return std::any_of(m_running.begin(), m_running.end(), running) ||
           std::any_of(m_deliveries.begin(), m_deliveries.end(), waiting);
}

void RenderPool::dropUnwanted()
{
    for (const auto &running : m_running) {
        const auto wants = [&running](const auto &wanted) { return wanted.contains(running->key); };
        if (!running->dropped && std::none_of(m_wanted.begin(), m_wanted.end(), wants)) {
            running->dropped = true;
            running->stop.request_stop();
        }
    }
}

void RenderPool::setWanted(Channel channel, const std::vector<RenderJob> &jobs)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping) {
        return;
    }
    auto &queue = m_queues[std::size_t(channel)];
    auto &wanted = m_wanted[std::size_t(channel)];
    queue.clear();
    wanted.clear();
    for (const RenderJob &job : jobs) {
        if (wanted.insert(job.key).second && !isBusyWith(job.key)) {
            queue.push_back(job);
        }
    }
    dropUnwanted();
    m_wake.notify_all();
}

void RenderPool::nextEpoch(Channel channel)
{
    const std::lock_guard lock(m_mutex);
    ++m_epochs[std::size_t(channel)];
    m_queues[std::size_t(channel)].clear();
    m_wanted[std::size_t(channel)].clear();
    std::erase_if(m_deliveries, [channel](const Delivery &d) { return d.channel == int(channel); });
    dropUnwanted();
}

void RenderPool::work()
{
    lowerThreadPriority();
    std::shared_ptr<Running> running;
    while (const auto task = take(running)) {
        deliver(*task, *running, m_render(task->job.request, running->stop.get_token()));
    }
    --m_alive;
}

std::optional<RenderPool::Task> RenderPool::take(std::shared_ptr<Running> &running)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        if (m_stopping) {
            return std::nullopt;
        }
        for (int channel = 0; channel < channelCount; ++channel) {
            auto &queue = m_queues[std::size_t(channel)];
            while (!queue.empty()) {
                Task task{queue.front(), channel, m_epochs[std::size_t(channel)]};
                queue.pop_front();
                if (!isBusyWith(task.job.key)) {
                    running = std::make_shared<Running>(Running{task.job.key, {}, false});
                    m_running.push_back(running);
                    return task;
                }
            }
        }
        m_wake.wait(lock);
    }
}

void RenderPool::deliver(const Task &task, const Running &running, Result<Raster> raster)
{
    Delivery delivery{{task.job.key, {}, std::nullopt}, task.channel, task.epoch};
    if (raster) {
        delivery.outcome.image = toImage(*raster);
    } else {
        delivery.outcome.error = raster.error();
    }
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_running, [&running](const auto &r) { return r.get() == &running; });
    const bool cancelled = !raster && raster.error().code == ErrorCode::Cancelled;
    if (m_stopping || cancelled || running.dropped || task.epoch != m_epochs[std::size_t(task.channel)]) {
        return;
    }
    m_deliveries.push_back(std::move(delivery));
    if (m_deliveries.size() == 1) {
        QMetaObject::invokeMethod(this, [this] { emitDeliveries(); }, Qt::QueuedConnection);
    }
}

void RenderPool::emitDeliveries()
{
    std::vector<Delivery> deliveries;
    {
        const std::lock_guard lock(m_mutex);
        deliveries.swap(m_deliveries);
    }
    for (const Delivery &delivery : deliveries) {
        Q_EMIT finished(delivery.outcome);
    }
}

} // namespace bidseal
