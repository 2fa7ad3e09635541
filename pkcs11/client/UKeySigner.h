#pragma once

#include "core/signing/Signer.h"
#include "pkcs11/protocol/TokenMessages.h"

#include <QCborMap>
#include <QPointer>

namespace bidseal {

class ModuleWatcher;

/**
 * Signs with one key on one token. The helper looks for the token's serial number and label anew before each call, so a
 * token that was pulled and put back goes on, and another one in its place is WrongToken.
 */
class UKeySigner final : public Signer
{
    Q_OBJECT
public:
    /** The signer may outlive the watcher: it then answers TokenRemoved. */
    UKeySigner(SigningIdentity identity, ModuleWatcher *watcher, QObject *parent = nullptr);
    ~UKeySigner() override;

    [[nodiscard]] const SigningIdentity &identity() const override { return m_identity; }
    QFuture<Result<SigningIdentity>> refresh() override;
    QFuture<Result<QByteArray>> sign(const CmsToBeSigned &toBeSigned, SecureBytes pin, std::stop_token stop) override;

private:
    Result<SigningIdentity> withFlags(const Result<QCborMap> &outcome);

    SigningIdentity m_identity;
    QPointer<ModuleWatcher> m_watcher;
};

} // namespace bidseal
