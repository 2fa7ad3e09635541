#pragma once

#include "core/common/Error.h"
#include "pkcs11/protocol/TokenMessages.h"

#include <QString>

namespace bidseal {

/** What a PKCS#11 return value means to the program; values nobody listed are TokenFailed. */
ErrorCode errorCodeForCkr(unsigned long returnValue);

/** "CKR_PIN_INCORRECT (0xa0)". */
QString ckrName(unsigned long returnValue);

/** The Error for a failed call, its detail "C_Login: CKR_PIN_INCORRECT (0xa0)". */
Error ckrError(const char *function, unsigned long returnValue);

/** Adds the flags read after a wrong PIN; when that try has locked the token, the code becomes PinLocked. */
Error withPinFlags(Error error, const TokenFlags &flags);

} // namespace bidseal
