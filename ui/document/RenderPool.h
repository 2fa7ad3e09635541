#pragma once

#include "core/common/Result.h"
#include "core/model/Raster.h"
#include "core/pdf/PdfDocument.h"
#include "ui/document/TileCache.h"

#include <QImage>
#include <QObject>

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <unordered_set>
#include <vector>

namespace bidseal {

struct RenderJob
{
    TileKey key;
    RenderRequest request;
};

/** A drawn tile, or why there is none. */
struct RenderOutcome
{
    TileKey key;
    QImage image;
    std::optional<Error> error;
};

/** Shares the raster's pixels, no copy. */
QImage toImage(const Raster &raster);

/**
 * The threads that draw one document; it owns and joins them. Whoever needs tiles says what he wants now, nearest
 * first; each new list replaces the one before: what is no longer wanted is dropped from the queue or stopped while it
 * is drawn.
 */
class RenderPool : public QObject
{
    Q_OBJECT
public:
    /** Who asks; the first goes first. */
    enum class Channel { Pages, Thumbnails };

    using Render = std::function<Result<Raster>(const RenderRequest &, std::stop_token)>;

    /** `render` is called from `threads` threads at once. */
    RenderPool(Render render, int threads, QObject *parent = nullptr);
    /** Stops what is being drawn and waits for the threads; see requestStop() to have that behind you. */
    ~RenderPool() override;

    /** The whole list of what this channel wants, best first. Window thread. */
    void setWanted(Channel channel, const std::vector<RenderJob> &jobs);
    /** Drops all of a channel; outcomes asked for before this are not delivered any more (zoom or rotation changed). */
    void nextEpoch(Channel channel);

    /** Tells the threads to end; returns at once. */
    void requestStop();
    [[nodiscard]] bool isStopped() const;
    [[nodiscard]] int queuedCount() const;

Q_SIGNALS:
    /** In the thread the pool lives in. Not for dropped jobs. */
    void finished(const bidseal::RenderOutcome &outcome);

private:
    static constexpr int channelCount = 2;

    struct Running
    {
        TileKey key;
        std::stop_source stop;
        bool dropped = false;
    };
    struct Task
    {
        RenderJob job;
        int channel = 0;
        quint64 epoch = 0;
    };
    struct Delivery
    {
        RenderOutcome outcome;
        int channel = 0;
        quint64 epoch = 0;
    };

    void work();
    std::optional<Task> take(std::shared_ptr<Running> &running);
    void deliver(const Task &task, const Running &running, Result<Raster> raster);
    void emitDeliveries();
    [[nodiscard]] bool isBusyWith(const TileKey &key) const;
    void dropUnwanted();

    Render m_render;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<RenderJob>, channelCount> m_queues;
    std::array<std::unordered_set<TileKey, TileKeyHash>, channelCount> m_wanted;
    std::array<quint64, channelCount> m_epochs{};
    std::vector<std::shared_ptr<Running>> m_running;
    std::vector<Delivery> m_deliveries;
    bool m_stopping = false;
    std::atomic<int> m_alive = 0;
    std::vector<std::jthread> m_threads; ///< last: joined before anything they use goes
};

} // namespace bidseal
