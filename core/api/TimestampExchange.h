#pragma once

#include "core/crypto/Timestamp.h"

#include <QObject>
#include <QPromise>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace bidseal {

/**
 * One request for one timestamp, from service to service until one gives it. Deletes itself when the promise is kept;
 * deleted earlier it keeps the promise with Cancelled. Thread of the network manager.
 */
class TimestampExchange final : public QObject
{
    Q_OBJECT
public:
    using Promise = QPromise<Result<TimestampFacts>>;

    struct Plan
    {
        std::vector<QUrl> services;
        std::chrono::milliseconds timeLimit{10'000}; ///< per service, redirections included
        TimestampRequest request;
    };

    TimestampExchange(QNetworkAccessManager &manager, Plan plan, std::shared_ptr<Promise> promise, QObject *parent);
    ~TimestampExchange() override;

    void start(std::stop_token stop);

private:
    void tryService();
    void post(const QUrl &url);
    void onReadyRead();
    void onFinished();
    void onTimeLimit();
    void onCancelled();
    void follow(const QUrl &target);
    void judge(const QByteArray &answer);
    void serviceFailed(ErrorCode code, const QString &why);
    void finish(Result<TimestampFacts> outcome);
    void dropReply();

    QNetworkAccessManager &m_manager;
    Plan m_plan;
    std::shared_ptr<Promise> m_promise;
    std::optional<std::stop_callback<std::function<void()>>> m_stopCallback;
    QTimer m_timer;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_answer;
    std::size_t m_service = 0;
    int m_redirects = 0;
    QStringList m_failures;
    ErrorCode m_failure = ErrorCode::TimestampUnreachable;
};

} // namespace bidseal
