#include "ui/signing/SigningFlow.h"

#include <algorithm>
#include <chrono>

namespace bidseal {

using namespace std::chrono_literals;

SigningFlow::SigningFlow(const UiServices &services, PinPrompt &pinPrompt, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_pinPrompt(pinPrompt)
{
    m_retry.setInterval(60s);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SigningFlow::retryTimestamp);
}

SigningFlow::~SigningFlow() = default;

void SigningFlow::start(const SigningRequest &request, const QString &identityId)
{
    m_request = request;
    m_identityId = identityId;
    m_signer = m_services.signers->signerFor(identityId);
    m_state = State::Working;
    Q_EMIT started();
    if (!m_signer)
        return fail({ErrorCode::TokenRemoved, QStringLiteral("the identity is gone"), {}});
    m_identity = m_signer->identity();
    run(std::make_unique<SigningJob>(request, jobServices()));
}

void SigningFlow::startAgain(SignatureLevel level)
{
    SigningRequest request = m_request;
    request.level = level;
    start(request, m_identityId);
}

void SigningFlow::resume(const JournalEntry &entry, const SecureBytes *password)
{
    m_retry.stop();
    m_state = State::Working;
    Q_EMIT started();
    run(SigningJob::resume(entry, jobServices(), password));
    Q_EMIT cannotCancelAnyMore();
}

void SigningFlow::retryTimestamp()
{
    if (m_state != State::WaitingForTimestamp)
        return;
    m_retry.stop();
    m_services.journalReader->unfinishedJobs().then(
        this, [this](const Result<std::vector<JournalEntry>> &entries) { resumeEntry(entries); });
}

void SigningFlow::resumeEntry(const Result<std::vector<JournalEntry>> &entries)
{
    if (m_state != State::WaitingForTimestamp)
        return;
    if (!entries)
        return fail(entries.error());
    const auto mine = std::ranges::find_if(
        *entries, [this](const JournalEntry &entry) { return entry.outputPath == m_request.outputPath; });
    if (mine == entries->end()) {
        return fail({ErrorCode::InternalError,
                     QStringLiteral("the waiting job is not in the journal"),
                     {.signatureMade = true}});
    }
    resume(*mine);
}

void SigningFlow::cancel()
{
    if (m_job)
        m_job->cancel();
}

bool SigningFlow::canCancel() const
{
    return m_job && m_state == State::Working && m_job->canCancel();
}

SigningServices SigningFlow::jobServices()
{
    m_trust = m_services.trust();
    SigningServices services;
    services.signer = m_signer.get();
    services.pinPrompt = &m_pinPrompt;
    services.timestamps = m_services.timestamps;
    services.journal = m_services.journal;
    services.clock = m_services.clock;
    services.trust = m_trust.get();
    return services;
}

void SigningFlow::run(std::unique_ptr<SigningJob> job)
{
    m_job = std::move(job);
    connect(m_job.get(), &SigningJob::stepDone, this, [this](SigningStep step, const QDateTime &at) {
        Q_EMIT stepDone(step, at);
        if (!canCancel())
            Q_EMIT cannotCancelAnyMore();
    });
    connect(m_job.get(), &SigningJob::progress, this, &SigningFlow::progress);
    // queued: the job may still be on the stack and is deleted in there
    connect(m_job.get(), &SigningJob::finished, this, &SigningFlow::jobFinished, Qt::QueuedConnection);
    m_job->start();
}

void SigningFlow::jobFinished()
{
    if (!m_job)
        return;
    const Result<SigningResult> result = m_job->result();
    m_job.reset();
    m_signer.reset();
    if (!result)
        return fail(result.error());
    m_state = State::Done;
    Q_EMIT finished(*result);
}

void SigningFlow::fail(const Error &error)
{
    if (error.code == ErrorCode::TimestampUnreachable && error.context.signatureMade) {
        m_state = State::WaitingForTimestamp;
        m_retry.start();
        Q_EMIT waitingForTimestamp(error);
        return;
    }
    m_state = State::Failed;
    Q_EMIT failed(error);
}

} // namespace bidseal
