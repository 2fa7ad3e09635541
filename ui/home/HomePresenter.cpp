#include "ui/home/HomePresenter.h"

#include "core/pdf/PdfDocument.h"
#include "core/signing/SigningJob.h"

#include <QtConcurrent>

#include <algorithm>

namespace bidseal {

HomePresenter::HomePresenter(const UiServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

template <typename T> void HomePresenter::read(QFuture<Result<std::vector<T>>> future, std::vector<T> &target)
{
    future.then(this, [this, &target](Result<std::vector<T>> result) {
        if (!result)
            return Q_EMIT failed(result.error());
        target = std::move(*result);
        Q_EMIT changed();
    });
}

HomePresenter::~HomePresenter() = default;

void HomePresenter::refresh()
{
    read(m_services.recentFiles->all(), m_recent);
    read(m_services.drafts->all(), m_drafts);
    read(m_services.journalReader->unfinishedJobs(), m_unfinished);
}

bool HomePresenter::canComplete() const
{
    return !m_unfinished.empty() && m_unfinished.front().step >= SigningStep::Signed;
}

void HomePresenter::removeRecent(const QString &path)
{
    std::erase_if(m_recent, [&](const RecentFile &file) { return file.path == path; });
    m_services.recentFiles->remove(path).then(this, [this](const Result<void> &result) {
        if (!result)
            Q_EMIT failed(result.error());
    });
    Q_EMIT changed();
}

void HomePresenter::clearRecent()
{
    m_recent.clear();
    m_services.recentFiles->clear().then(this, [this](const Result<void> &result) {
        if (!result)
            Q_EMIT failed(result.error());
    });
    Q_EMIT changed();
}

void HomePresenter::removeDraft(const QByteArray &documentSha256)
{
    std::erase_if(m_drafts, [&](const Draft &draft) { return draft.documentSha256 == documentSha256; });
    m_services.drafts->remove(documentSha256).then(this, [this](const Result<void> &result) {
        if (!result)
            Q_EMIT failed(result.error());
    });
    Q_EMIT changed();
}

void HomePresenter::completeFirst()
{
    if (m_busy || !canComplete())
        return;
    openInput(m_unfinished.front(), nullptr);
}

/** An encrypted file needs its password before the job goes on: a job without it could only fail. */
void HomePresenter::openInput(const JournalEntry &entry, const std::shared_ptr<SecureBytes> &password)
{
    setBusy(true);
    QtConcurrent::run([path = entry.inputPath, password]() -> Result<void> {
        const auto opened = PdfDocument::open(path, password.get());
        return opened ? Result<void>() : fail(opened.error());
    }).then(this, [this, entry, password](const Result<void> &opened) {
        const ErrorCode code = opened ? ErrorCode::InternalError : opened.error().code;
        if (!opened && (code == ErrorCode::PasswordRequired || code == ErrorCode::PasswordIncorrect)) {
            setBusy(false);
            return Q_EMIT passwordNeeded(entry, code == ErrorCode::PasswordIncorrect);
        }
        complete(entry, password.get()); // what else is wrong with the file, the job finds and tells
    });
}

void HomePresenter::completeWithPassword(const JournalEntry &entry, SecureBytes password)
{
    if (!m_busy)
        openInput(entry, std::make_shared<SecureBytes>(std::move(password)));
}

void HomePresenter::complete(const JournalEntry &entry, const SecureBytes *password)
{
    m_trustInUse = m_services.trust();
    SigningServices services;
    services.timestamps = m_services.timestamps;
    services.journal = m_services.journal;
    services.clock = m_services.clock;
    services.trust = m_trustInUse.get();
    m_completion = SigningJob::resume(entry, services, password);
    connect(m_completion.get(), &SigningJob::finished, this, &HomePresenter::takeCompletion);
    m_completion->start();
}

void HomePresenter::takeCompletion()
{
    const Result<SigningResult> result = m_completion->result();
    m_completion.release()->deleteLater(); // we are inside its signal
    setBusy(false);
    if (result)
        Q_EMIT completed(result->outputPath);
    else
        Q_EMIT failed(result.error());
    refresh();
}

void HomePresenter::discardFirst()
{
    if (m_busy || m_unfinished.empty())
        return;
    setBusy(true);
    const JournalEntry entry = m_unfinished.front();
    SigningJournal *journal = m_services.journal;
    QtConcurrent::run([entry, journal] {
        return SigningJob::discard(entry, *journal);
    }).then(this, [this](const Result<void> &result) {
        setBusy(false);
        if (!result)
            Q_EMIT failed(result.error());
        refresh();
    });
}

void HomePresenter::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

} // namespace bidseal
