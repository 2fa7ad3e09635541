#pragma once

#include "core/signing/Signer.h"

#include <QStringList>

#include <memory>

namespace bidseal {

/** How the helper is started. */
struct TokenHostOptions
{
    QString hostProgram; ///< path of bidseal-tokenhost; empty: beside this program
    QStringList modules; ///< absolute paths of PKCS#11 modules, one helper each
    QString driver;      ///< "libp11", "cryptoki", or empty for the default
    int callTimeLimitMs = 60000;
};

/**
 * Watches the tokens behind all modules through their helper processes, restarts helpers that crash or hang, and hands
 * out signers. Everything is asynchronous; nothing here blocks the window. Owned by the window's thread.
 */
class TokenMonitor final : public SignerProvider
{
    Q_OBJECT
public:
    explicit TokenMonitor(TokenHostOptions options, QObject *parent = nullptr);
    ~TokenMonitor() override;

    void setModules(const QStringList &modules);
    [[nodiscard]] QStringList modules() const;
    void start();

    [[nodiscard]] std::vector<SigningIdentity> identities() const override;
    [[nodiscard]] std::vector<Error> problems() const override;
    [[nodiscard]] bool isSearching() const override;
    std::unique_ptr<Signer> signerFor(const QString &identityId) override;
    void refresh() override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

/** Modules that are installed here: known vendors' places plus p11-kit's configuration. Absolute paths that exist. */
QStringList findInstalledModules();

} // namespace bidseal
