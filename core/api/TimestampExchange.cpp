#include "core/api/TimestampExchange.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

namespace bidseal {

namespace {

constexpr qint64 maximumAnswer = 1024LL * 1024;
constexpr int maximumRedirects = 3;
constexpr int httpOk = 200;

/** The address for messages: without password and query, which may hold an access token. */
QString shown(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool isHttp(const QUrl &url)
{
    const QString scheme = url.scheme();
    return url.isValid() && !url.host().isEmpty() &&
           (scheme == QLatin1String("https") || scheme == QLatin1String("http"));
}

bool isDowngrade(const QUrl &from, const QUrl &to)
{
    return from.scheme() == QLatin1String("https") && to.scheme() != QLatin1String("https");
}

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/timestamp-query"));
    request.setRawHeader("Accept", "application/timestamp-reply");
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("BidSeal"));
    // Redirections are followed by hand: Qt would turn the POST into a GET after 301, 302 and 303.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace

TimestampExchange::TimestampExchange(QNetworkAccessManager &manager, Plan plan, std::shared_ptr<Promise> promise,
                                     QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_plan(std::move(plan))
    , m_promise(std::move(promise))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TimestampExchange::onTimeLimit);
}

TimestampExchange::~TimestampExchange()
{
    m_stopCallback.reset(); // waits for a callback that is just running
    dropReply();
    if (m_promise) {
        m_promise->addResult(fail(ErrorCode::Cancelled));
        m_promise->finish();
    }
}

void TimestampExchange::start(std::stop_token stop)
{
    if (stop.stop_requested()) {
        onCancelled();
        return;
    }
    // The callback runs on whatever thread stops; it only leaves a message here.
    m_stopCallback.emplace(std::move(stop), [this] {
        QMetaObject::invokeMethod(this, &TimestampExchange::onCancelled, Qt::QueuedConnection);
    });
    tryService();
}

void TimestampExchange::tryService()
{
    const QUrl &url = m_plan.services[m_service];
    if (!isHttp(url)) {
        serviceFailed(ErrorCode::TimestampUnreachable, QStringLiteral("not an http or https address"));
        return;
    }
    m_redirects = 0;
    m_timer.start(m_plan.timeLimit);
    post(url);
}

void TimestampExchange::post(const QUrl &url)
{
    m_answer.clear();
    m_reply = m_manager.post(requestFor(url), m_plan.request.der);
    m_reply->setReadBufferSize(maximumAnswer + 1); // Qt buffers no more, whatever the other side sends
    connect(m_reply, &QNetworkReply::readyRead, this, &TimestampExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &TimestampExchange::onFinished);
}

void TimestampExchange::onReadyRead()
{
    m_answer += m_reply->read(maximumAnswer + 1 - m_answer.size());
    if (m_answer.size() > maximumAnswer)
        serviceFailed(ErrorCode::TimestampInvalid, QStringLiteral("the answer is larger than 1 MiB"));
}

void TimestampExchange::onFinished()
{
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (!target.isEmpty()) {
        follow(m_reply->url().resolved(target));
        return;
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->error() != QNetworkReply::NoError) {
        const QString code = status == 0 ? QString() : QStringLiteral("HTTP %1: ").arg(status);
        serviceFailed(ErrorCode::TimestampUnreachable, code + m_reply->errorString());
        return;
    }
    if (status != httpOk) {
        serviceFailed(ErrorCode::TimestampUnreachable, QStringLiteral("HTTP %1").arg(status));
        return;
    }
    const QByteArray rest = m_reply->read(maximumAnswer + 1 - m_answer.size());
    judge(m_answer + rest);
}

void TimestampExchange::follow(const QUrl &target)
{
    const QUrl from = m_reply->url();
    if (++m_redirects > maximumRedirects) {
        serviceFailed(ErrorCode::TimestampUnreachable, QStringLiteral("too many redirections"));
    } else if (!isHttp(target) || isDowngrade(from, target)) {
        serviceFailed(ErrorCode::TimestampUnreachable, QStringLiteral("an unsafe redirection was refused"));
    } else {
        dropReply();
        post(target);
    }
}

void TimestampExchange::judge(const QByteArray &answer)
{
    if (answer.size() > maximumAnswer) {
        serviceFailed(ErrorCode::TimestampInvalid, QStringLiteral("the answer is larger than 1 MiB"));
        return;
    }
    auto facts = readTimestampResponse(answer, m_plan.request);
    if (facts)
        finish(std::move(facts));
    else
        serviceFailed(facts.error().code, facts.error().detail);
}

void TimestampExchange::onTimeLimit()
{
    serviceFailed(ErrorCode::TimestampUnreachable,
                  QStringLiteral("no answer within %1 s").arg(static_cast<double>(m_plan.timeLimit.count()) / 1000));
}

void TimestampExchange::onCancelled()
{
    finish(fail(ErrorCode::Cancelled));
}

/** Notes why and goes to the next; after the last one says what each said. */
void TimestampExchange::serviceFailed(ErrorCode code, const QString &why)
{
    m_timer.stop();
    dropReply();
    m_failures.append(shown(m_plan.services[m_service]) + QLatin1String(": ") + why);
    // An answer, even a bad one, says more than silence; the last answer gives the code.
    if (code != ErrorCode::TimestampUnreachable)
        m_failure = code;
    if (++m_service < m_plan.services.size()) {
        // Not from within the signal of the reply that has just been dropped.
        QMetaObject::invokeMethod(this, &TimestampExchange::tryService, Qt::QueuedConnection);
        return;
    }
    finish(fail(m_failure, m_failures.join(QLatin1Char('\n'))));
}

void TimestampExchange::finish(Result<TimestampFacts> outcome)
{
    if (!m_promise)
        return; // a stop that came after the end
    m_timer.stop();
    dropReply();
    m_promise->addResult(std::move(outcome));
    m_promise->finish();
    m_promise.reset();
    deleteLater();
}

void TimestampExchange::dropReply()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

} // namespace bidseal
