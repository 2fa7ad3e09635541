#include "pkcs11/host/CryptokiDriver.h"

#include "pkcs11/host/CardSignature.h"
#include "pkcs11/host/CryptokiSession.h"
#include "pkcs11/host/TokenKeys.h"

namespace bidseal {

namespace {

Result<std::vector<TokenCertificate>> readCertificates(const CryptokiSession &session)
{
    const auto objects = session.find(CKO_CERTIFICATE);
    if (!objects)
        return fail(objects.error());
    std::vector<TokenCertificate> certificates;
    for (const CK_OBJECT_HANDLE object : *objects) {
        TokenCertificate certificate;
        certificate.keyId = session.attribute(object, CKA_ID);
        certificate.label = QString::fromUtf8(session.attribute(object, CKA_LABEL));
        certificate.der = session.attribute(object, CKA_VALUE);
        certificates.push_back(std::move(certificate));
    }
    return certificates;
}

Result<VisibleKeys> readVisibleKeys(const CryptokiSession &session)
{
    const auto privateKeys = session.find(CKO_PRIVATE_KEY);
    if (!privateKeys)
        return fail(privateKeys.error());
    const auto publicKeys = session.find(CKO_PUBLIC_KEY);
    if (!publicKeys)
        return fail(publicKeys.error());
    VisibleKeys keys;
    for (const CK_OBJECT_HANDLE key : *privateKeys)
        keys.privateKeys.push_back({session.attribute(key, CKA_ID), session.isTrue(key, CKA_ALWAYS_AUTHENTICATE)});
    for (const CK_OBJECT_HANDLE key : *publicKeys)
        keys.publicKeys.push_back(session.attribute(key, CKA_ID));
    return keys;
}

Result<std::vector<TokenCertificate>> readToken(const CryptokiModule &module, const TokenFacts &facts)
{
    const auto session = CryptokiSession::open(module, static_cast<CK_SLOT_ID>(facts.address.slot));
    if (!session)
        return fail(session.error());
    auto certificates = readCertificates(*session);
    if (!certificates)
        return certificates;
    const auto keys = readVisibleKeys(*session);
    if (!keys)
        return fail(keys.error());
    markKeys(*certificates, *keys, facts.flags.loginRequired);
    return certificates;
}

} // namespace

Result<std::unique_ptr<TokenDriver>> CryptokiDriver::load(const QString &modulePath)
{
    auto module = CryptokiModule::load(modulePath);
    if (!module)
        return fail(module.error());
    return std::make_unique<CryptokiDriver>(*std::move(module));
}

Result<std::vector<TokenDescription>> CryptokiDriver::enumerate()
{
    const auto tokens = m_module->presentTokens();
    if (!tokens)
        return fail(tokens.error());
    std::vector<TokenDescription> result;
    for (const TokenFacts &facts : *tokens) {
        TokenDescription token = describe(facts);
        if (auto certificates = readToken(*m_module, facts))
            token.certificates = *std::move(certificates);
        else
            token.problem = certificates.error();
        result.push_back(std::move(token));
    }
    return result;
}

Result<QByteArray> CryptokiDriver::sign(const SignOrder &order)
{
    return signOnCard(*m_module, order, signWithFunctionList);
}

TokenDescription describe(const TokenFacts &facts)
{
    TokenDescription token;
    token.slot = facts.address.slot;
    token.slotDescription = facts.slotDescription;
    token.label = facts.address.label;
    token.serial = facts.address.serial;
    token.manufacturer = facts.manufacturer;
    token.model = facts.model;
    token.flags = facts.flags;
    return token;
}

} // namespace bidseal
