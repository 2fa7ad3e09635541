#include "core/api/HttpTimestampAuthority.h"

#include "core/api/TimestampExchange.h"

#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

#include <utility>

namespace bidseal {

namespace {

/** The system's proxies, without changing the whole program's setting. */
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

} // namespace

struct HttpTimestampAuthority::Private
{
    QNetworkAccessManager *manager = nullptr; ///< child of the authority
    mutable QMutex mutex;                     ///< guards what follows: isConfigured and stamp may come from elsewhere
    std::vector<QUrl> services;
    std::chrono::milliseconds timeLimit{10'000};
};

HttpTimestampAuthority::HttpTimestampAuthority(std::vector<QUrl> services, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->services = std::move(services);
    m_d->manager = new QNetworkAccessManager(this);
    m_d->manager->setProxyFactory(new SystemProxies);
}

HttpTimestampAuthority::~HttpTimestampAuthority()
{
    // Running exchanges use the manager: they end, as cancelled, before it goes.
    qDeleteAll(findChildren<TimestampExchange *>(Qt::FindDirectChildrenOnly));
}

void HttpTimestampAuthority::setServices(std::vector<QUrl> services)
{
    const QMutexLocker lock(&m_d->mutex);
    m_d->services = std::move(services);
}

const std::vector<QUrl> &HttpTimestampAuthority::services() const
{
    return m_d->services;
}

void HttpTimestampAuthority::setTimeLimit(std::chrono::milliseconds limit)
{
    const QMutexLocker lock(&m_d->mutex);
    m_d->timeLimit = limit;
}

bool HttpTimestampAuthority::isConfigured() const
{
    const QMutexLocker lock(&m_d->mutex);
    return !m_d->services.empty();
}

QFuture<Result<TimestampFacts>> HttpTimestampAuthority::stamp(DigestAlgorithm digest, const QByteArray &imprint,
                                                              std::stop_token stop)
{
    TimestampExchange::Plan plan;
    {
        const QMutexLocker lock(&m_d->mutex);
        plan.services = m_d->services;
        plan.timeLimit = m_d->timeLimit;
    }
    auto request = makeTimestampRequest(digest, imprint);
    auto promise = std::make_shared<QPromise<Result<TimestampFacts>>>();
    promise->start();
    QFuture<Result<TimestampFacts>> future = promise->future();
    if (!request || plan.services.empty()) {
        promise->addResult(
            request ? fail(ErrorCode::TimestampUnreachable, QStringLiteral("no time stamping service is set"))
                    : fail(request.error()));
        promise->finish();
        return future;
    }
    plan.request = std::move(*request);
    // The exchange belongs to the manager's thread; a caller elsewhere only waits for the future.
    QMetaObject::invokeMethod(this, [this, plan = std::move(plan), promise, stop = std::move(stop)]() mutable {
        auto *exchange = new TimestampExchange(*m_d->manager, std::move(plan), std::move(promise), this);
        exchange->start(std::move(stop));
    });
    return future;
}

} // namespace bidseal
