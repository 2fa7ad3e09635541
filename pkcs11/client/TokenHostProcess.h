#pragma once

#include "pkcs11/protocol/Frame.h"
#include "pkcs11/protocol/TokenMessages.h"

#include <QObject>
#include <QProcess>

#include <functional>
#include <map>
#include <memory>

class QTimer;

namespace bidseal {

/** How one helper is started. */
struct TokenHostLaunch
{
    QString program;         ///< absolute path of bidseal-tokenhost
    QString module;          ///< absolute path of the PKCS#11 module
    QString driver;          ///< empty for the default
    int timeLimitMs = 60000; ///< for loading the module
};

/**
 * One life of bidseal-tokenhost, spoken to asynchronously. When a request exceeds its time limit the process is killed.
 * Every request is answered exactly once, whatever happens. Lives on the window's thread; use once, then make a new
 * one.
 */
class TokenHostProcess final : public QObject
{
    Q_OBJECT
public:
    using Reply = std::function<void(const Result<QCborMap> &)>;

    explicit TokenHostProcess(TokenHostLaunch launch, QObject *parent = nullptr);
    ~TokenHostProcess() override;

    void start();
    /** Closes the pipe, upon which the helper ends; kills it when it does not. `ended` follows. */
    void stop();
    [[nodiscard]] bool isBusy() const { return !m_pending.empty(); }

    /** Sends a request (its id is set here) and the PIN in its order. The reply is called on this thread. */
    void ask(HostRequest request, int timeLimitMs, Reply reply);

Q_SIGNALS:
    void ready(const bidseal::HostHello &hello);
    void slotsChanged(const std::vector<qint64> &presentSlots);
    /** The process is gone. `error` is TokenHostCrashed, TokenHostTimedOut, why the module failed, or Cancelled after
     * stop(). */
    void ended(const bidseal::Error &error);

private:
    struct Pending
    {
        Reply reply;
        std::unique_ptr<QTimer> limit;
    };

    void readOutput();
    void take(const QCborMap &message);
    void takeEvent(const QCborMap &message);
    void takeReply(const QCborMap &message);
    void giveUp(const Error &reason);
    void onErrorOccurred(QProcess::ProcessError error);
    void onFinished(QProcess::ExitStatus status);
    void finishWith(const Error &error);
    void send(const HostRequest &request);

    TokenHostLaunch m_launch;
    std::vector<SecureBytes> m_secretsInFlight; ///< referenced by the process' write buffer until it is empty
    std::unique_ptr<QProcess> m_process;        ///< after m_secretsInFlight: ends before them
    std::unique_ptr<QTimer> m_startLimit;
    FrameReader m_reader;
    std::map<qint64, Pending> m_pending;
    std::optional<Error> m_reason; ///< known before the process ends
    qint64 m_lastId = 0;
    bool m_ended = false;
};

} // namespace bidseal
