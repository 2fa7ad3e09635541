#include "pkcs11/host/CkrMapping.h"

#include "pkcs11/host/Cryptoki.h"

#include <algorithm>
#include <array>

namespace bidseal {

namespace {

struct CkrEntry
{
    CK_RV value;
    QLatin1String name;
    ErrorCode code;
};

#define BIDSEAL_CKR(name, code)                                                                                        \
    CkrEntry                                                                                                           \
    {                                                                                                                  \
        name, QLatin1String(#name), ErrorCode::code                                                                    \
    }

// The one table from return values (PKCS#11 2.40, 5.1) to codes.
constexpr std::array ckrTable{
    BIDSEAL_CKR(CKR_CANCEL, Cancelled),
    BIDSEAL_CKR(CKR_HOST_MEMORY, TokenFailed),
    BIDSEAL_CKR(CKR_SLOT_ID_INVALID, TokenRemoved),
    BIDSEAL_CKR(CKR_GENERAL_ERROR, TokenFailed),
    BIDSEAL_CKR(CKR_FUNCTION_FAILED, TokenFailed),
    BIDSEAL_CKR(CKR_ARGUMENTS_BAD, ModuleFailed),
    BIDSEAL_CKR(CKR_NEED_TO_CREATE_THREADS, ModuleFailed),
    BIDSEAL_CKR(CKR_CANT_LOCK, ModuleFailed),
    BIDSEAL_CKR(CKR_ATTRIBUTE_TYPE_INVALID, TokenFailed),
    BIDSEAL_CKR(CKR_DATA_INVALID, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_DATA_LEN_RANGE, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_DEVICE_ERROR, TokenFailed),
    BIDSEAL_CKR(CKR_DEVICE_MEMORY, TokenFailed),
    BIDSEAL_CKR(CKR_DEVICE_REMOVED, TokenRemoved),
    BIDSEAL_CKR(CKR_FUNCTION_CANCELED, Cancelled),
    BIDSEAL_CKR(CKR_FUNCTION_NOT_SUPPORTED, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_KEY_HANDLE_INVALID, PrivateKeyMissing),
    BIDSEAL_CKR(CKR_KEY_SIZE_RANGE, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_KEY_TYPE_INCONSISTENT, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_KEY_FUNCTION_NOT_PERMITTED, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_MECHANISM_INVALID, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_MECHANISM_PARAM_INVALID, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_OBJECT_HANDLE_INVALID, PrivateKeyMissing),
    BIDSEAL_CKR(CKR_OPERATION_ACTIVE, TokenFailed),
    BIDSEAL_CKR(CKR_OPERATION_NOT_INITIALIZED, TokenFailed),
    BIDSEAL_CKR(CKR_PIN_INCORRECT, PinIncorrect),
    BIDSEAL_CKR(CKR_PIN_INVALID, PinIncorrect),
    BIDSEAL_CKR(CKR_PIN_LEN_RANGE, PinLengthInvalid),
    BIDSEAL_CKR(CKR_PIN_EXPIRED, TokenFailed),
    BIDSEAL_CKR(CKR_PIN_LOCKED, PinLocked),
    BIDSEAL_CKR(CKR_SESSION_CLOSED, TokenRemoved),
    BIDSEAL_CKR(CKR_SESSION_COUNT, TokenFailed),
    BIDSEAL_CKR(CKR_SESSION_HANDLE_INVALID, TokenRemoved),
    BIDSEAL_CKR(CKR_TOKEN_NOT_PRESENT, TokenRemoved),
    BIDSEAL_CKR(CKR_TOKEN_NOT_RECOGNIZED, TokenRemoved),
    BIDSEAL_CKR(CKR_USER_ALREADY_LOGGED_IN, TokenFailed),
    BIDSEAL_CKR(CKR_USER_NOT_LOGGED_IN, TokenFailed),
    BIDSEAL_CKR(CKR_USER_PIN_NOT_INITIALIZED, TokenFailed),
    BIDSEAL_CKR(CKR_USER_TYPE_INVALID, TokenFailed),
    BIDSEAL_CKR(CKR_USER_ANOTHER_ALREADY_LOGGED_IN, TokenFailed),
    BIDSEAL_CKR(CKR_USER_TOO_MANY_TYPES, TokenFailed),
    BIDSEAL_CKR(CKR_CURVE_NOT_SUPPORTED, KeyMechanismUnsupported),
    BIDSEAL_CKR(CKR_BUFFER_TOO_SMALL, TokenFailed),
    BIDSEAL_CKR(CKR_CRYPTOKI_NOT_INITIALIZED, ModuleFailed),
    BIDSEAL_CKR(CKR_MUTEX_BAD, ModuleFailed),
    BIDSEAL_CKR(CKR_FIPS_SELF_TEST_FAILED, ModuleFailed),
    BIDSEAL_CKR(CKR_LIBRARY_LOAD_FAILED, ModuleFailed),
    BIDSEAL_CKR(CKR_FUNCTION_REJECTED, Cancelled),
};

#undef BIDSEAL_CKR

const CkrEntry *findCkr(CK_RV value)
{
    const auto *const found = std::ranges::find(ckrTable, value, &CkrEntry::value);
    return found == ckrTable.end() ? nullptr : found;
}

} // namespace

ErrorCode errorCodeForCkr(unsigned long returnValue)
{
    const CkrEntry *entry = findCkr(returnValue);
    return entry ? entry->code : ErrorCode::TokenFailed;
}

QString ckrName(unsigned long returnValue)
{
    const CkrEntry *entry = findCkr(returnValue);
    const QString name = entry ? QString(entry->name) : QStringLiteral("CKR");
    return QStringLiteral("%1 (0x%2)").arg(name, QString::number(returnValue, 16));
}

Error ckrError(const char *function, unsigned long returnValue)
{
    return {errorCodeForCkr(returnValue), QLatin1String(function) + QStringLiteral(": ") + ckrName(returnValue)};
}

Error withPinFlags(Error error, const TokenFlags &flags)
{
    error.context.pinLow = flags.pinLow;
    error.context.pinFinalTry = flags.pinFinalTry;
    if (error.code == ErrorCode::PinIncorrect && flags.pinLocked)
        error.code = ErrorCode::PinLocked;
    return error;
}

} // namespace bidseal
