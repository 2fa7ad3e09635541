#pragma once

#include "core/signing/LocalData.h"
#include "core/storage/LocalStore.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace bidseal {

/**
 * The one thread that owns the LocalStore. Offers it without waiting to the window and with waiting, as SigningJournal,
 * to worker threads. Must outlive whoever uses it; the destructor finishes what was asked for and joins the thread.
 */
class StorageThread final : public SigningJournal, public JournalReader
{
public:
    /** Opens the store on its thread; blocks until that is done (once, at start). */
    static Result<std::unique_ptr<StorageThread>> start(const QString &storePath);
    ~StorageThread() override;

    [[nodiscard]] DraftStore &drafts();
    [[nodiscard]] SealStore &seals();
    [[nodiscard]] RecentFiles &recentFiles();
    /** Belongs to the thread that called `start`. */
    [[nodiscard]] Settings &settings();
    [[nodiscard]] bool storeWasReset() const;

    // SigningJournal: waits for the storage thread; never call from the window's thread while it must not wait.
    Result<void> record(const JournalEntry &entry) override;
    Result<void> remove(const QUuid &job) override;
    [[nodiscard]] Result<std::vector<JournalEntry>> unfinished() const override;

    QFuture<Result<std::vector<JournalEntry>>> unfinishedJobs() override;

private:
    StorageThread();
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
