#include "pkcs11/host/CardSignature.h"

#include "pkcs11/host/CkrMapping.h"
#include "pkcs11/host/FunctionListSigner.h"

namespace bidseal {

namespace {

Result<void> checkPinBeforeUse(const TokenFacts &token, const SecureBytes &pin)
{
    if (!token.flags.loginRequired)
        return {};
    if (token.flags.pinLocked)
        return fail(ErrorCode::PinLocked, QStringLiteral("the token says that its PIN is locked"));
    if (pin.isEmpty()) {
        if (token.flags.protectedPath)
            return {};
        return fail(ErrorCode::PinLengthInvalid, QStringLiteral("the PIN is empty"));
    }
    if (token.maxPinLength == 0)
        return {};
    if (pin.size() < token.minPinLength || pin.size() > token.maxPinLength) {
        return fail(ErrorCode::PinLengthInvalid, QStringLiteral("the token wants a PIN of %1 to %2 characters")
                                                     .arg(token.minPinLength)
                                                     .arg(token.maxPinLength));
    }
    return {};
}

Result<CK_OBJECT_HANDLE> findPrivateKey(const CryptokiSession &session, const QByteArray &keyId)
{
    const auto keys = session.find(CKO_PRIVATE_KEY, keyId);
    if (!keys)
        return fail(keys.error());
    if (keys->empty())
        return fail(ErrorCode::PrivateKeyMissing, QStringLiteral("no private key with the certificate's CKA_ID"));
    return keys->front();
}

} // namespace

Error afterFailedLogin(const CryptokiModule &module, const TokenFacts &token, Error error)
{
    const auto fresh = module.tokenFacts(static_cast<CK_SLOT_ID>(token.address.slot));
    return withPinFlags(std::move(error), fresh ? fresh->flags : token.flags);
}

Result<QByteArray> signOnCard(const CryptokiModule &module, const SignOrder &order, const KeyOperation &operation)
{
    const auto digest = digestFacts(order.digestName);
    if (!digest)
        return fail(digest.error());
    const auto token = module.findToken(order.token);
    if (!token)
        return fail(token.error());
    if (const auto checked = checkPinBeforeUse(*token, order.pin); !checked)
        return fail(checked.error());
    auto session = CryptokiSession::open(module, static_cast<CK_SLOT_ID>(token->address.slot));
    if (!session)
        return fail(session.error());
    if (token->flags.loginRequired) {
        if (const auto loggedIn = session->login(order.pin); !loggedIn)
            return fail(afterFailedLogin(module, *token, loggedIn.error()));
    }
    const auto key = findPrivateKey(*session, order.keyId);
    if (!key)
        return fail(key.error());
    return operation({*session, *key, session->isTrue(*key, CKA_ALWAYS_AUTHENTICATE), *token, order, *digest});
}

Result<QByteArray> signWithFunctionList(const CardKey &key)
{
    return FunctionListSigner(key).sign();
}

} // namespace bidseal
