#pragma once

#include "core/signing/SigningJob.h"
#include "ui/common/UiServices.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace bidseal {

/**
 * From the confirmed order to the written file: makes the signer, runs the SigningJob, resumes it when only the
 * timestamp is missing. Knows no widget; the result page follows its signals.
 */
class SigningFlow : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Working, Done, Failed, WaitingForTimestamp };

    /** `pinPrompt` outlives it. */
    SigningFlow(const UiServices &services, PinPrompt &pinPrompt, QObject *parent = nullptr);
    ~SigningFlow() override;

    void start(const SigningRequest &request, const QString &identityId);
    /** The same order again; `level` may be lowered to go without a timestamp. */
    void startAgain(SignatureLevel level);
    /** Finishes a job whose token signature exists. `password` opens an encrypted file. */
    void resume(const JournalEntry &entry, const SecureBytes *password = nullptr);
    /** Looks for the job that waits for its timestamp and resumes it. */
    void retryTimestamp();
    void cancel();
    [[nodiscard]] bool canCancel() const;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const SigningRequest &request() const { return m_request; }
    [[nodiscard]] const std::optional<SigningIdentity> &identity() const { return m_identity; }

Q_SIGNALS:
    void started();
    void stepDone(bidseal::SigningStep step, const QDateTime &at);
    void progress(qint64 doneBytes, qint64 totalBytes);
    /** The token has signed: from here on nothing can be cancelled. */
    void cannotCancelAnyMore();
    void finished(const bidseal::SigningResult &result);
    void failed(const bidseal::Error &error);
    /** The token has signed, the timestamp is missing; the job waits in the journal and is retried once a minute. */
    void waitingForTimestamp(const bidseal::Error &error);

private:
    void run(std::unique_ptr<SigningJob> job);
    void jobFinished();
    void fail(const Error &error);
    void resumeEntry(const Result<std::vector<JournalEntry>> &entries);
    [[nodiscard]] SigningServices jobServices();

    UiServices m_services;
    PinPrompt &m_pinPrompt;
    SigningRequest m_request;
    QString m_identityId;
    std::optional<SigningIdentity> m_identity;
    std::unique_ptr<Signer> m_signer;
    std::shared_ptr<const TrustStore> m_trust; ///< held while a job uses it
    std::unique_ptr<SigningJob> m_job;
    QTimer m_retry;
    State m_state = State::Idle;
};

} // namespace bidseal
