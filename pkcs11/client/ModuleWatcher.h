#pragma once

#include "core/signing/Signer.h"
#include "pkcs11/client/TokenHostProcess.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace bidseal {

/**
 * Keeps one helper alive for one module. The helper enumerates once; after a slot event, a crash or a time-out a fresh
 * one takes its place, failures at growing distances. Lives on the window's thread.
 */
class ModuleWatcher final : public QObject
{
    Q_OBJECT
public:
    explicit ModuleWatcher(TokenHostLaunch launch, QObject *parent = nullptr);
    ~ModuleWatcher() override;

    /** Starts a helper, or replaces the present one as soon as it is idle. */
    void refresh();

    [[nodiscard]] const QString &module() const { return m_launch.module; }
    [[nodiscard]] const std::vector<SigningIdentity> &identities() const { return m_identities; }
    [[nodiscard]] std::vector<Error> problems() const;
    [[nodiscard]] bool isSearching() const { return m_state == State::Starting || m_state == State::Replacing; }

    /** Sends a request as soon as a helper is ready. `stop` is heeded until then: Cancelled. Answers exactly once. */
    void ask(HostRequest request, std::stop_token stop, TokenHostProcess::Reply reply);

Q_SIGNALS:
    void changed();

private:
    enum class State { Idle, Starting, Ready, Replacing, WaitingToRestart };
    using StopCallback = std::stop_callback<std::function<void()>>;

    struct Waiting
    {
        HostRequest request;
        TokenHostProcess::Reply reply;
        std::stop_token stop;
        std::unique_ptr<StopCallback> onStop;
    };

    void launch();
    void replace();
    void onReady(const HostHello &hello);
    void onEnumerated(const Result<QCborMap> &reply);
    void lookAgainWhenSilent(bool silent);
    void onSlotsChanged(const std::vector<qint64> &presentSlots);
    void onEnded(const Error &error);
    void scheduleRestart(const Error &error);
    void sendWaiting();
    void send(HostRequest request, TokenHostProcess::Reply reply);
    void afterReply(HostOperation operation, const TokenAddress &token, const Result<QCborMap> &outcome);
    void updateFlags(const TokenAddress &token, const TokenFlags &flags);
    void dropStopped();
    void answerWaiting(const Error &error);
    [[nodiscard]] int limitFor(HostOperation operation, const TokenAddress &token) const;

    TokenHostLaunch m_launch;
    State m_state = State::Idle;
    std::unique_ptr<TokenHostProcess> m_host;
    std::vector<SigningIdentity> m_identities;
    std::vector<Error> m_tokenProblems;
    std::optional<Error> m_trouble; ///< the last failure of a helper, until a fresh one has enumerated well
    std::deque<Waiting> m_waiting;
    QTimer m_restart;
    QTimer m_calm;
    int m_failures = 0;
    int m_silentLooks = 0;      ///< helpers in a row that found a token which did not answer
    bool m_settleFirst = false; ///< a token was pulled: drivers go on seeing it for a moment
    bool m_outdated = false;    ///< a slot event came; replace the helper when it is idle
};

} // namespace bidseal
