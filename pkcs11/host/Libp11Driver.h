#pragma once

#include "pkcs11/host/TokenDriver.h"

namespace bidseal {

/**
 * libp11 for what it does well: slots, certificates, keys, PKCS#1 and ECDSA signatures. The login, PIN flags, PSS and
 * keys that want the PIN for each use go through the module's function list: PKCS11_login() keeps a plain copy of the
 * PIN and can hang on an empty slot, its flags are a snapshot, and it would ask for a second PIN on the terminal.
 *
 * libp11 0.4.12 enumerates safely once. So does this class; after a slot event the whole process is replaced.
 */
class Libp11Driver final : public TokenDriver
{
public:
    static Result<std::unique_ptr<TokenDriver>> load(const QString &modulePath);
    ~Libp11Driver() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("libp11"); }
    [[nodiscard]] const CryptokiModule &module() const override { return *m_module; }
    Result<std::vector<TokenDescription>> enumerate() override;
    Result<QByteArray> sign(const SignOrder &order) override;

private:
    struct Context;
    Libp11Driver(std::unique_ptr<CryptokiModule> module, std::unique_ptr<Context> context);

    std::unique_ptr<CryptokiModule> m_module;
    std::unique_ptr<Context> m_context;
};

} // namespace bidseal
