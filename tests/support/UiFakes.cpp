#include "tests/support/UiFakes.h"

#include "core/common/ReadyFuture.h"

#include <algorithm>

namespace bidseal::test {

QFuture<Result<void>> MemoryDrafts::save(const Draft &draft)
{
    ++saves;
    drafts[draft.documentSha256] = draft;
    return readyFuture(Result<void>());
}

QFuture<Result<std::optional<Draft>>> MemoryDrafts::find(const QByteArray &documentSha256)
{
    const auto it = drafts.find(documentSha256);
    return readyFuture(Result<std::optional<Draft>>(it == drafts.end() ? std::nullopt : std::optional(it->second)));
}

QFuture<Result<std::vector<Draft>>> MemoryDrafts::all()
{
    std::vector<Draft> list;
    for (const auto &[hash, draft] : drafts)
        list.push_back(draft);
    return readyFuture(Result<std::vector<Draft>>(list));
}

QFuture<Result<void>> MemoryDrafts::remove(const QByteArray &documentSha256)
{
    drafts.erase(documentSha256);
    return readyFuture(Result<void>());
}

QFuture<Result<std::vector<Seal>>> MemorySeals::all()
{
    return readyFuture(trouble ? Result<std::vector<Seal>>(fail(*trouble)) : Result<std::vector<Seal>>(seals));
}

QFuture<Result<void>> MemorySeals::save(const Seal &seal)
{
    if (trouble)
        return readyFuture(Result<void>(fail(*trouble)));
    const auto it = std::ranges::find(seals, seal.id, &Seal::id);
    if (it == seals.end())
        seals.push_back(seal);
    else
        *it = seal;
    return readyFuture(Result<void>());
}

QFuture<Result<void>> MemorySeals::remove(const QString &id)
{
    if (trouble)
        return readyFuture(Result<void>(fail(*trouble)));
    std::erase_if(seals, [&id](const Seal &seal) { return seal.id == id; });
    return readyFuture(Result<void>());
}

QFuture<Result<std::vector<RecentFile>>> MemoryRecentFiles::all()
{
    return readyFuture(Result<std::vector<RecentFile>>(files));
}

QFuture<Result<void>> MemoryRecentFiles::add(const QString &path, const QDateTime &at)
{
    files.insert(files.begin(), {path, at});
    return readyFuture(Result<void>());
}

QFuture<Result<void>> MemoryRecentFiles::remove(const QString &path)
{
    std::erase_if(files, [&path](const RecentFile &file) { return file.path == path; });
    return readyFuture(Result<void>());
}

QFuture<Result<void>> MemoryRecentFiles::clear()
{
    files.clear();
    return readyFuture(Result<void>());
}

QVariant MemorySettings::value(const QString &key, const QVariant &fallback) const
{
    return values.value(key, fallback);
}

void MemorySettings::setValue(const QString &key, const QVariant &value)
{
    values[key] = value;
    Q_EMIT changed(key);
}

QFuture<Result<std::vector<JournalEntry>>> FakeJournalReader::unfinishedJobs()
{
    return readyFuture(m_journal.unfinished());
}

QFuture<Result<TimestampFacts>> NoTimestamps::stamp(DigestAlgorithm, const QByteArray &, std::stop_token)
{
    return readyFuture(Result<TimestampFacts>(fail(ErrorCode::TimestampUnreachable, QStringLiteral("none is set up"))));
}

UiFakes::UiFakes() = default;

UiServices UiFakes::services()
{
    UiServices all;
    all.signers = &signers;
    all.timestamps = &timestamps;
    all.journal = &journal;
    all.journalReader = &journalReader;
    all.drafts = &drafts;
    all.seals = &seals;
    all.recentFiles = &recentFiles;
    all.settings = &settings;
    all.clock = &clock;
    all.trust = [this] { return std::shared_ptr<const TrustStore>(trust); };
    return all;
}

} // namespace bidseal::test
