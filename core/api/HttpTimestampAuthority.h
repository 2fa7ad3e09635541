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
 * RFC 3161 over HTTP (section 3.4). Services are tried in order, each with its own time limit; answers over 1 MiB are refused.
 * Lives on the thread of its network manager. System proxy settings apply.
 */
class HttpTimestampAuthority final : public QObject, public TimestampAuthority
{
    Q_OBJECT
public:
    explicit HttpTimestampAuthority(std::vector<QUrl> services, QObject *parent = nullptr);
    ~HttpTimestampAuthority() override;

    void setServices(std::vector<QUrl> services);
    [[nodiscard]] const std::vector<QUrl> &services() const;
    void setTimeLimit(std::chrono::milliseconds limit); ///< per service, 10 s by default

    QFuture<Result<TimestampFacts>> stamp(DigestAlgorithm digest, const QByteArray &imprint, std::stop_token stop) override;
    [[nodiscard]] bool isConfigured() const override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
