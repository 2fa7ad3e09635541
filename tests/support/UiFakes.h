#pragma once

#include "core/signing/LocalData.h"
#include "tests/support/SigningFakes.h"
#include "ui/common/UiServices.h"

#include <map>

namespace bidseal::test {

/** Drafts in memory. */
class MemoryDrafts final : public DraftStore
{
public:
    QFuture<Result<void>> save(const Draft &draft) override;
    QFuture<Result<std::optional<Draft>>> find(const QByteArray &documentSha256) override;
    QFuture<Result<std::vector<Draft>>> all() override;
    QFuture<Result<void>> remove(const QByteArray &documentSha256) override;

    std::map<QByteArray, Draft> drafts;
    int saves = 0;
};

/** Seals in memory. */
class MemorySeals final : public SealStore
{
public:
    QFuture<Result<std::vector<Seal>>> all() override;
    QFuture<Result<void>> save(const Seal &seal) override;
    QFuture<Result<void>> remove(const QString &id) override;

    std::vector<Seal> seals;
    /** Every call fails with it while it is set. */
    std::optional<Error> trouble;
};

class MemoryRecentFiles final : public RecentFiles
{
public:
    QFuture<Result<std::vector<RecentFile>>> all() override;
    QFuture<Result<void>> add(const QString &path, const QDateTime &at) override;
    QFuture<Result<void>> remove(const QString &path) override;
    QFuture<Result<void>> clear() override;

    std::vector<RecentFile> files;
};

class MemorySettings final : public Settings
{
public:
    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const override;
    void setValue(const QString &key, const QVariant &value) override;

    QVariantMap values;
};

class FakeJournalReader final : public JournalReader
{
public:
    explicit FakeJournalReader(SigningJournal &journal)
        : m_journal(journal)
    {
    }
    QFuture<Result<std::vector<JournalEntry>>> unfinishedJobs() override;

private:
    SigningJournal &m_journal;
};

/** No service is set up. */
class NoTimestamps final : public TimestampAuthority
{
public:
    QFuture<Result<TimestampFacts>> stamp(DigestAlgorithm digest, const QByteArray &imprint,
                                          std::stop_token stop) override;
    [[nodiscard]] bool isConfigured() const override { return false; }
};

/** All ports of the windows, in memory. */
struct UiFakes
{
    UiFakes();

    FakeClock clock;
    FakeSignerProvider signers;
    NoTimestamps timestamps;
    MemoryJournal journal;
    FakeJournalReader journalReader{journal};
    MemoryDrafts drafts;
    MemorySeals seals;
    MemoryRecentFiles recentFiles;
    MemorySettings settings;
    std::shared_ptr<TrustStore> trust = std::make_shared<TrustStore>();

    [[nodiscard]] UiServices services();
};

} // namespace bidseal::test
