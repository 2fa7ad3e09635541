#include "app/gui/SingleInstance.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>

namespace bidseal {

namespace {

constexpr int waitMs = 1000;
constexpr qint64 largestCall = 1 << 20; // bytes; nobody opens a million bytes of names

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
{
    // Per user by the socket's access rights, per data folder by the name; short, because socket paths are bounded.
    const QByteArray key = QDir(dataFolder).absolutePath().toUtf8() + qgetenv("USER") + qgetenv("USERNAME");
    m_name = QStringLiteral("bidseal-%1")
                 .arg(QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(16)));
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::forward(const ForwardedCall &call) const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(waitMs))
        return false;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << call.files << call.verify;
    socket.write(bytes);
    const bool sent = socket.waitForBytesWritten(waitMs);
    socket.disconnectFromServer();
    return sent;
}

bool SingleInstance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server->nextPendingConnection())
            readFrom(socket);
    });
    if (m_server->listen(m_name))
        return true;
    QLocalServer::removeServer(m_name); // nobody answered `forward`, so the name is left from a crash
    return m_server->listen(m_name);
}

void SingleInstance::readFrom(QLocalSocket *socket)
{
    const auto finish = [this, socket] {
        ForwardedCall call;
        QDataStream stream(socket->read(largestCall));
        stream >> call.files >> call.verify;
        socket->deleteLater();
        if (stream.status() == QDataStream::Ok)
            Q_EMIT called(call);
    };
    if (socket->state() == QLocalSocket::UnconnectedState)
        return finish();
    connect(socket, &QLocalSocket::disconnected, this, finish);
}

} // namespace bidseal
