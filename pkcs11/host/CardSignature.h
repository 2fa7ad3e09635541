#pragma once

#include "core/common/Result.h"
#include "pkcs11/host/CryptokiSession.h"
#include "pkcs11/host/DigestFacts.h"

#include <functional>

namespace bidseal {

/** A private key with the user logged in, good for one signature. */
struct CardKey
{
    CryptokiSession &session;
    CK_OBJECT_HANDLE object;
    bool alwaysAuthenticate; ///< CKA_ALWAYS_AUTHENTICATE
    const TokenFacts &token;
    const SignOrder &order;
    const DigestFacts &digest;
};

/** Makes the signature once the login stands. */
using KeyOperation = std::function<Result<QByteArray>(const CardKey &)>;

/**
 * The whole of one signature: find the very token, refuse a locked or wrong-length PIN before the token counts it, open
 * a session, log in once, find the key, run `operation`, log out. A failed login carries the flags read after it. A PIN
 * is never tried again.
 */
Result<QByteArray> signOnCard(const CryptokiModule &module, const SignOrder &order, const KeyOperation &operation);

/** A KeyOperation by the module's own function list: PKCS#1 v1.5, PSS, ECDSA (as r||s), with context login when needed.
 */
Result<QByteArray> signWithFunctionList(const CardKey &key);

/** Adds fresh PIN flags to a failed login's Error. */
Error afterFailedLogin(const CryptokiModule &module, const TokenFacts &token, Error error);

} // namespace bidseal
