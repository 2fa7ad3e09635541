#pragma once

#include "core/signing/TimestampAuthority.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace bidseal {

/**
 * RFC 3161 over HTTP (section 3.4). Services are tried in order, each with its own time limit; answers over 1 MiB,
 * unsafe redirections and TLS errors are refused. Lives on the thread of its network manager (which needs an event
 * loop); `stamp` and `isConfigured` may be called from any thread, so that a worker may wait for the future. System
 * proxy settings apply. When no service gives a stamp, the error's code is the last answer's (TimestampRejected,
 * TimestampInvalid), or TimestampUnreachable when none answered; `detail` has one line for each service.
 */
class HttpTimestampAuthority final : public QObject, public TimestampAuthority
{
    Q_OBJECT
public:
    explicit HttpTimestampAuthority(std::vector<QUrl> services, QObject *parent = nullptr);
    ~HttpTimestampAuthority() override;

    void setServices(std::vector<QUrl> services);
    /** On the thread of this object only. */
    [[nodiscard]] const std::vector<QUrl> &services() const;
    void setTimeLimit(std::chrono::milliseconds limit); ///< per service, 10 s by default

    QFuture<Result<TimestampFacts>> stamp(DigestAlgorithm digest, const QByteArray &imprint,
                                          std::stop_token stop) override;
    [[nodiscard]] bool isConfigured() const override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
