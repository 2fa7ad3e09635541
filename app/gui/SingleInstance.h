#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QLocalServer;
class QLocalSocket;

namespace bidseal {

/** What a second start hands to the first. */
struct ForwardedCall
{
    QStringList files; ///< absolute paths
    bool verify = false;
};

/** One program per user and data folder; a second start forwards its files and ends. */
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    explicit SingleInstance(const QString &dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /** True when another instance took the call over; this one ends then. Waits at most two seconds. */
    [[nodiscard]] bool forward(const ForwardedCall &call) const;
    /** Becomes the instance others forward to. A name left behind by a crash is taken over. */
    bool listen();

Q_SIGNALS:
    void called(const bidseal::ForwardedCall &call);

private:
    void readFrom(QLocalSocket *socket);

    QString m_name;
    QLocalServer *m_server = nullptr;
};

} // namespace bidseal
