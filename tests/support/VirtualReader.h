#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace bidseal::test {

/**
 * A smart card reader without hardware: pcscd with the driver of vsmartcard-vpcd, and pivcard.py as its card. The
 * driver listens on all addresses, so all of it runs in a network namespace of its own with nothing but loopback. Needs
 * root. pcscd has one fixed socket a machine: tests that use it share the lock "pcscd".
 */
class VirtualReader
{
public:
    VirtualReader() = default;
    ~VirtualReader();
    VirtualReader(const VirtualReader &) = delete;
    VirtualReader &operator=(const VirtualReader &) = delete;

    /** Starts pcscd. Empty when the reader works, else why it cannot. */
    QString start();
    /** Puts in a fresh card with this certificate, key and PIN, none of its tries used up. */
    void insert(const QString &derPath, const QString &keyPath, const QString &pin);
    void remove();

    /** Absolute path of opensc-pkcs11.so, empty when it is not installed. */
    static QString openScPath();

private:
    QString startDaemon();

    QTemporaryDir m_configuration; ///< pcscd takes each file in it for a reader
    QTemporaryDir m_openScConfiguration;
    QProcess m_daemon;
    std::unique_ptr<QProcess> m_card;
};

} // namespace bidseal::test
