#pragma once

#include <QProcess>
#include <QString>
#include <QUrl>

namespace bidseal::test {

/** tsa_server.py with the test PKI on a free port of 127.0.0.1, for as long as this lives. */
class LocalTsa
{
public:
    enum class Scheme { Http, Https };

    /** Https speaks TLS with a certificate that nobody trusts. */
    explicit LocalTsa(Scheme scheme = Scheme::Http);
    ~LocalTsa();
    LocalTsa(const LocalTsa &) = delete;
    LocalTsa &operator=(const LocalTsa &) = delete;
    LocalTsa(LocalTsa &&) = delete;
    LocalTsa &operator=(LocalTsa &&) = delete;

    /** False when python3 or openssl is missing: see errorText(). */
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    /** The service's address; `fault` as tsa_server.py lists them. */
    [[nodiscard]] QUrl url(const QString &fault = {}) const;

private:
    Scheme m_scheme;
    QProcess m_process;
    QString m_errorText;
    int m_port = 0;
};

/** An address where nobody listens. */
QUrl deadService();

} // namespace bidseal::test
