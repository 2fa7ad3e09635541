#pragma once

#include "core/common/Result.h"
#include "core/model/Placement.h"
#include "core/model/Seal.h"
#include "core/signing/LocalData.h"
#include "core/signing/SigningJournal.h"

#include <QDateTime>
#include <QString>
#include <QVariantHash>

#include <memory>
#include <optional>
#include <vector>

namespace bidseal {

/**
 * The local SQLite store: drafts, seals, recent files, settings, signing journal. Owned and used by one thread (the
 * calls are short); several processes may share the file (WAL). Migrations are numbered and run when it is opened.
 */
class LocalStore final : public SigningJournal
{
public:
    /** StoreUnavailable when it cannot be opened; a damaged file is moved aside (".damaged-<time>") and StoreCorrupt
     * told once by `wasReset`. */
    static Result<std::unique_ptr<LocalStore>> open(const QString &path);
    ~LocalStore() override;

    [[nodiscard]] bool wasReset() const;

    Result<void> saveDraft(const Draft &draft);
    [[nodiscard]] Result<std::optional<Draft>> draftFor(const QByteArray &documentSha256) const;
    [[nodiscard]] Result<std::vector<Draft>> drafts() const; ///< newest first
    Result<void> removeDraft(const QByteArray &documentSha256);

    [[nodiscard]] Result<std::vector<Seal>> seals() const; ///< in the order they were added
    Result<void> saveSeal(const Seal &seal);
    Result<void> removeSeal(const QString &id);

    [[nodiscard]] Result<std::vector<RecentFile>> recentFiles() const; ///< newest first, at most 20
    Result<void> addRecentFile(const QString &path, const QDateTime &at);
    Result<void> removeRecentFile(const QString &path);
    Result<void> clearRecentFiles();

    [[nodiscard]] Result<QVariantHash> settings() const;
    Result<void> setSetting(const QString &key, const QVariant &value);

    Result<void> record(const JournalEntry &entry) override;
    Result<void> remove(const QUuid &job) override;
    [[nodiscard]] Result<std::vector<JournalEntry>> unfinished() const override;

private:
    LocalStore();
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
