#include "core/storage/StorageThread.h"

#include "core/common/Log.h"

#include <QPromise>
#include <QThread>

namespace bidseal {

namespace {

/** Runs calls on the store's thread in the order they come. */
class StoreQueue
{
public:
    StoreQueue() { m_thread.setObjectName(QStringLiteral("storage")); }

    ~StoreQueue()
    {
        if (!m_thread.isRunning())
            return;
        // The store dies on its own thread, after all calls that were queued before.
        QMetaObject::invokeMethod(m_context.get(), [this] { m_store.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    StoreQueue(const StoreQueue &) = delete;
    StoreQueue &operator=(const StoreQueue &) = delete;

    Result<void> open(const QString &path)
    {
        m_thread.start();
        m_context = std::make_unique<QObject>();
        m_context->moveToThread(&m_thread);
        return post([this, path](LocalStore *) -> Result<void> {
                   auto opened = LocalStore::open(path);
                   if (!opened)
                       return std::unexpected(opened.error());
                   m_store = std::move(*opened);
                   return {};
               })
            .result();
    }

    template <typename Call> auto post(Call call) -> QFuture<std::invoke_result_t<Call, LocalStore *>>
    {
        using Outcome = std::invoke_result_t<Call, LocalStore *>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        QMetaObject::invokeMethod(m_context.get(), [this, promise, call = std::move(call)]() mutable {
            promise->addResult(call(m_store.get()));
            promise->finish();
        });
        return promise->future();
    }

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_context;
    std::unique_ptr<LocalStore> m_store; ///< touched on m_thread only
};

class QueuedDrafts final : public DraftStore
{
public:
    explicit QueuedDrafts(StoreQueue &queue)
        : m_queue(queue)
    {
    }
    QFuture<Result<void>> save(const Draft &draft) override
    {
        return m_queue.post([draft](LocalStore *store) { return store->saveDraft(draft); });
    }
    QFuture<Result<std::optional<Draft>>> find(const QByteArray &sha256) override
    {
        return m_queue.post([sha256](LocalStore *store) { return store->draftFor(sha256); });
    }
    QFuture<Result<std::vector<Draft>>> all() override
    {
        return m_queue.post([](LocalStore *store) { return store->drafts(); });
    }
    QFuture<Result<void>> remove(const QByteArray &sha256) override
    {
        return m_queue.post([sha256](LocalStore *store) { return store->removeDraft(sha256); });
    }

private:
    StoreQueue &m_queue;
};

class QueuedSeals final : public SealStore
{
public:
    explicit QueuedSeals(StoreQueue &queue)
        : m_queue(queue)
    {
    }
    QFuture<Result<std::vector<Seal>>> all() override
    {
        return m_queue.post([](LocalStore *store) { return store->seals(); });
    }
    QFuture<Result<void>> save(const Seal &seal) override
    {
        return m_queue.post([seal](LocalStore *store) { return store->saveSeal(seal); });
    }
    QFuture<Result<void>> remove(const QString &id) override
    {
        return m_queue.post([id](LocalStore *store) { return store->removeSeal(id); });
    }

private:
    StoreQueue &m_queue;
};

class QueuedRecentFiles final : public RecentFiles
{
public:
    explicit QueuedRecentFiles(StoreQueue &queue)
        : m_queue(queue)
    {
    }
    QFuture<Result<std::vector<RecentFile>>> all() override
    {
        return m_queue.post([](LocalStore *store) { return store->recentFiles(); });
    }
    QFuture<Result<void>> add(const QString &path, const QDateTime &at) override
    {
        return m_queue.post([path, at](LocalStore *store) { return store->addRecentFile(path, at); });
    }
    QFuture<Result<void>> remove(const QString &path) override
    {
        return m_queue.post([path](LocalStore *store) { return store->removeRecentFile(path); });
    }
    QFuture<Result<void>> clear() override
    {
        return m_queue.post([](LocalStore *store) { return store->clearRecentFiles(); });
    }

private:
    StoreQueue &m_queue;
};

class CachedSettings final : public Settings
{
public:
    CachedSettings(StoreQueue &queue, QVariantHash values)
        : m_queue(queue)
        , m_values(std::move(values))
    {
    }

    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback) const override
    {
        return m_values.value(key, fallback);
    }

    void setValue(const QString &key, const QVariant &value) override
    {
        if (m_values.value(key) == value)
            return;
        m_values.insert(key, value);
        m_queue.post([key, value](LocalStore *store) {
            auto saved = store->setSetting(key, value);
            if (!saved)
                qCWarning(logStorage) << "setting not saved:" << key << saved.error().detail;
            return saved;
        });
        Q_EMIT changed(key);
    }

private:
    StoreQueue &m_queue;
    QVariantHash m_values;
};

} // namespace

struct StorageThread::Private
{
    StoreQueue queue;
    QueuedDrafts drafts{queue};
    QueuedSeals seals{queue};
    QueuedRecentFiles recentFiles{queue};
    std::unique_ptr<CachedSettings> settings;
    bool wasReset = false;
};

StorageThread::StorageThread()
    : m_d(std::make_unique<Private>())
{
}

StorageThread::~StorageThread() = default;

Result<std::unique_ptr<StorageThread>> StorageThread::start(const QString &storePath)
{
    std::unique_ptr<StorageThread> storage(new StorageThread);
    if (auto opened = storage->m_d->queue.open(storePath); !opened)
        return std::unexpected(opened.error());
    auto values = storage->m_d->queue.post([](LocalStore *store) { return store->settings(); }).result();
    if (!values)
        return std::unexpected(values.error());
    storage->m_d->settings = std::make_unique<CachedSettings>(storage->m_d->queue, std::move(*values));
    storage->m_d->wasReset = storage->m_d->queue.post([](LocalStore *store) { return store->wasReset(); }).result();
    return storage;
}

DraftStore &StorageThread::drafts()
{
    return m_d->drafts;
}

SealStore &StorageThread::seals()
{
    return m_d->seals;
}

RecentFiles &StorageThread::recentFiles()
{
    return m_d->recentFiles;
}

Settings &StorageThread::settings()
{
    return *m_d->settings;
}

bool StorageThread::storeWasReset() const
{
    return m_d->wasReset;
}

Result<void> StorageThread::record(const JournalEntry &entry)
{
    return m_d->queue.post([entry](LocalStore *store) { return store->record(entry); }).result();
}

Result<void> StorageThread::remove(const QUuid &job)
{
    return m_d->queue.post([job](LocalStore *store) { return store->remove(job); }).result();
}

Result<std::vector<JournalEntry>> StorageThread::unfinished() const
{
    return m_d->queue.post([](LocalStore *store) { return store->unfinished(); }).result();
}

QFuture<Result<std::vector<JournalEntry>>> StorageThread::unfinishedJobs()
{
    return m_d->queue.post([](LocalStore *store) { return store->unfinished(); });
}

} // namespace bidseal
