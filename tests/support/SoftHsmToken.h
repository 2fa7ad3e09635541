#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace bidseal::test {

/**
 * SoftHSM with a folder and a configuration of its own, removed at the end. The constructor points SOFTHSM2_CONF at it,
 * so every program started afterwards sees these tokens and no others. One at a time.
 */
class SoftHsmToken
{
public:
    SoftHsmToken();
    ~SoftHsmToken();
    SoftHsmToken(const SoftHsmToken &) = delete;
    SoftHsmToken &operator=(const SoftHsmToken &) = delete;

    /** Absolute path of libsofthsm2.so, empty when SoftHSM or the tools are not installed. */
    static QString modulePath();

    // The following end the test process with the tool's words when they fail.
    /** A fresh token with this label and user PIN. */
    void initialize(const QString &label, const QString &pin);
    /** A private and a public key from a PKCS#8 PEM file. */
    void importKey(const QString &label, const QString &pin, const QString &pemPath, const QByteArray &id);
    /** A certificate from a DER file; no PIN is needed to see it. */
    void importCertificate(const QString &label, const QString &pin, const QString &derPath, const QByteArray &id);

    /** Pulls a token out: its folder moves aside. */
    void remove(const QString &label);
    /** Puts the token pulled last back in. */
    void putBack();

private:
    [[nodiscard]] QString folderOf(const QString &label) const;

    QTemporaryDir m_directory;
    QString m_removed;
    QByteArray m_formerConfiguration;
};

} // namespace bidseal::test
