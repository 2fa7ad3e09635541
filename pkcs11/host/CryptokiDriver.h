#pragma once

#include "pkcs11/host/TokenDriver.h"

namespace bidseal {

/** The module's own function list and nothing else. */
class CryptokiDriver final : public TokenDriver
{
public:
    static Result<std::unique_ptr<TokenDriver>> load(const QString &modulePath);
    explicit CryptokiDriver(std::unique_ptr<CryptokiModule> module)
        : m_module(std::move(module))
    {
    }

    [[nodiscard]] QString name() const override { return QStringLiteral("cryptoki"); }
    [[nodiscard]] const CryptokiModule &module() const override { return *m_module; }
    Result<std::vector<TokenDescription>> enumerate() override;
    Result<QByteArray> sign(const SignOrder &order) override;

private:
    std::unique_ptr<CryptokiModule> m_module;
};

/** A description of a token without its certificates. */
TokenDescription describe(const TokenFacts &facts);

} // namespace bidseal
