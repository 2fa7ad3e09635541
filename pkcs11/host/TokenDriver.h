#pragma once

#include "core/common/Result.h"
#include "pkcs11/host/CryptokiModule.h"
#include "pkcs11/protocol/TokenMessages.h"

#include <memory>
#include <vector>

namespace bidseal {

/**
 * One way to work with a PKCS#11 module. Used by one thread. A driver may cache what it enumerated: after a slot event
 * it is thrown away together with its process.
 */
class TokenDriver
{
public:
    virtual ~TokenDriver() = default;

    [[nodiscard]] virtual QString name() const = 0;
    /** Flags, presence and events are asked here, whatever the driver. */
    [[nodiscard]] virtual const CryptokiModule &module() const = 0;
    /** All tokens with their certificates. A token that fails carries its problem. Needs no PIN. */
    virtual Result<std::vector<TokenDescription>> enumerate() = 0;
    virtual Result<QByteArray> sign(const SignOrder &order) = 0;
};

/** `name` is "libp11", "cryptoki" or empty for the default. InvalidArgument for a driver that was not built in. */
Result<std::unique_ptr<TokenDriver>> makeTokenDriver(const QString &name, const QString &modulePath);

} // namespace bidseal
