#include "tests/support/LocalTsa.h"

#include "tests/support/TestPki.h"

#include <QTcpServer>

namespace bidseal::test {

namespace {

constexpr int patience = 15'000; // milliseconds

} // namespace

LocalTsa::LocalTsa(Scheme scheme)
    : m_scheme(scheme)
{
    const QString script = QStringLiteral(BIDSEAL_SOURCE_DIR "/tests/support/tsa_server.py");
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QStringList arguments{script,
                          QStringLiteral("0"),
                          TestPki::instance().directory(),
                          QStringLiteral("--max-seconds"),
                          QStringLiteral("600"),
                          QStringLiteral("--until-stdin-closes")};
    if (scheme == Scheme::Https)
        arguments.append(QStringLiteral("--tls"));
    m_process.start(QStringLiteral("python3"), arguments);
    QByteArray line;
    while (!line.endsWith('\n') && m_process.waitForReadyRead(patience))
        line += m_process.readLine();
    m_port = line.trimmed().toInt();
    if (m_port == 0)
        m_errorText = QStringLiteral("tsa_server.py did not start: ") + m_process.errorString();
}

LocalTsa::~LocalTsa()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
}

QUrl LocalTsa::url(const QString &fault) const
{
    QUrl url(QStringLiteral("http://127.0.0.1/"));
    url.setPort(m_port);
    if (m_scheme == Scheme::Https)
        url.setScheme(QStringLiteral("https"));
    if (!fault.isEmpty())
        url.setQuery(QStringLiteral("fault=") + fault);
    return url;
}

QUrl deadService()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost, 0);
    QUrl url(QStringLiteral("http://127.0.0.1/"));
    url.setPort(server.serverPort());
    return url;
}

} // namespace bidseal::test
