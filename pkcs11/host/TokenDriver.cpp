#include "pkcs11/host/TokenDriver.h"

#include "pkcs11/host/CryptokiDriver.h"
#if defined(BIDSEAL_HAVE_LIBP11)
#include "pkcs11/host/Libp11Driver.h"
#endif

namespace bidseal {

Result<std::unique_ptr<TokenDriver>> makeTokenDriver(const QString &name, const QString &modulePath)
{
#if defined(BIDSEAL_HAVE_LIBP11)
    if (name.isEmpty() || name == QLatin1String("libp11"))
        return Libp11Driver::load(modulePath);
#else
    if (name.isEmpty())
        return CryptokiDriver::load(modulePath);
#endif
    if (name == QLatin1String("cryptoki"))
        return CryptokiDriver::load(modulePath);
    return fail(ErrorCode::InvalidArgument, QStringLiteral("this program has no driver called \"%1\"").arg(name));
}

} // namespace bidseal
