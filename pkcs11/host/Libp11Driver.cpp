#include "pkcs11/host/Libp11Driver.h"

#include "core/common/UniqueHandle.h"
#include "pkcs11/host/CardSignature.h"
#include "pkcs11/host/CkrMapping.h"
#include "pkcs11/host/CryptokiDriver.h"
#include "pkcs11/host/TokenKeys.h"

#include <QFile>

#include <libp11.h>

#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/ui.h>
#include <openssl/x509.h>

#include <span>

namespace bidseal {

namespace {

using UniquePkey = UniqueHandle<EVP_PKEY, EVP_PKEY_free>;
using UniquePkeyContext = UniqueHandle<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using UniqueEcdsaSignature = UniqueHandle<ECDSA_SIG, ECDSA_SIG_free>;
using UniqueContext = UniqueHandle<PKCS11_CTX, PKCS11_CTX_free>;

/** Empties OpenSSL's error queue into one Error; a PKCS#11 return value among them decides the code. */
Error drainErrors(const char *function)
{
    Error error{ErrorCode::TokenFailed, QLatin1String(function)};
    // Despite its name the function returns libp11's library number, and the return value is the "reason".
    const int libp11Library = ERR_get_CKR_code();
    constexpr int firstOwnReason = 1024; // libp11's own reasons start here, return values stay below
    while (const unsigned long entry = ERR_get_error()) {
        const int reason = ERR_GET_REASON(entry);
        if (ERR_GET_LIB(entry) == libp11Library && reason < firstOwnReason) {
            error = ckrError(function, static_cast<unsigned long>(reason));
        } else {
            char text[256];
            ERR_error_string_n(entry, text, sizeof text);
            error.detail += QStringLiteral("; ") + QLatin1String(text);
        }
    }
    return error;
}

QByteArray bytesOf(const unsigned char *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

QByteArray derOf(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    if (size <= 0)
        return {};
    QByteArray result = bytesOf(der, static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return result;
}

Result<std::vector<TokenCertificate>> readCertificates(PKCS11_TOKEN *token)
{
    PKCS11_CERT *first = nullptr;
    unsigned int count = 0;
    if (PKCS11_enumerate_certs(token, &first, &count) != 0)
        return fail(drainErrors("PKCS11_enumerate_certs"));
    std::vector<TokenCertificate> certificates;
    for (const PKCS11_CERT &entry : std::span(first, count)) {
        TokenCertificate certificate;
        certificate.keyId = bytesOf(entry.id, entry.id_len);
        certificate.label = QString::fromUtf8(entry.label);
        certificate.der = derOf(entry.x509);
        certificates.push_back(std::move(certificate));
    }
    return certificates;
}

Result<VisibleKeys> readVisibleKeys(PKCS11_TOKEN *token)
{
    VisibleKeys keys;
    PKCS11_KEY *first = nullptr;
    unsigned int count = 0;
    if (PKCS11_enumerate_keys(token, &first, &count) != 0)
        return fail(drainErrors("PKCS11_enumerate_keys"));
    for (const PKCS11_KEY &key : std::span(first, count))
        keys.privateKeys.push_back({bytesOf(key.id, key.id_len), false});
    if (PKCS11_enumerate_public_keys(token, &first, &count) != 0)
        return fail(drainErrors("PKCS11_enumerate_public_keys"));
    for (const PKCS11_KEY &key : std::span(first, count))
        keys.publicKeys.push_back(bytesOf(key.id, key.id_len));
    return keys;
}

Result<std::vector<TokenCertificate>> readToken(PKCS11_TOKEN *token, bool loginRequired)
{
    auto certificates = readCertificates(token);
    if (!certificates)
        return certificates;
    const auto keys = readVisibleKeys(token);
    if (!keys)
        return fail(keys.error());
    markKeys(*certificates, *keys, loginRequired);
    return certificates;
}

/** libp11 hides CKA_ALWAYS_AUTHENTICATE, so it is asked from the module. */
void markAlwaysAuthenticate(const CryptokiModule &module, TokenDescription &token)
{
    const auto session = CryptokiSession::open(module, static_cast<CK_SLOT_ID>(token.slot));
    if (!session)
        return; // the certificate list stands; signing asks the key again
    for (TokenCertificate &certificate : token.certificates) {
        const auto keys = session->find(CKO_PRIVATE_KEY, certificate.keyId);
        if (keys && !keys->empty())
            certificate.alwaysAuthenticate = session->isTrue(keys->front(), CKA_ALWAYS_AUTHENTICATE);
    }
}

Result<UniquePkey> privateKey(PKCS11_TOKEN *token, const QByteArray &id)
{
    PKCS11_KEY *first = nullptr;
    unsigned int count = 0;
    if (PKCS11_enumerate_keys(token, &first, &count) != 0)
        return fail(drainErrors("PKCS11_enumerate_keys"));
    const std::span keys(first, count);
    // Handles of an earlier login are stale and stand first.
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        if (bytesOf(key->id, key->id_len) != id)
            continue;
        if (EVP_PKEY *pkey = PKCS11_get_private_key(&*key))
            return UniquePkey(pkey);
        return fail(drainErrors("PKCS11_get_private_key"));
    }
    return fail(ErrorCode::PrivateKeyMissing, QStringLiteral("no private key with the certificate's CKA_ID"));
}

const EVP_MD *mdOf(const DigestFacts &digest)
{
    return EVP_get_digestbyname(QByteArray(digest.name.data(), digest.name.size()).constData());
}

Result<QByteArray> signDigest(EVP_PKEY *pkey, const DigestFacts &facts, const QByteArray &digest)
{
    const UniquePkeyContext context(EVP_PKEY_CTX_new(pkey, nullptr));
    const bool isRsa = EVP_PKEY_get_base_id(pkey) == EVP_PKEY_RSA;
    bool ready = context && EVP_PKEY_sign_init(context.get()) == 1;
    if (ready && isRsa)
        ready = EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1;
    if (!ready || EVP_PKEY_CTX_set_signature_md(context.get(), mdOf(facts)) != 1)
        return fail(drainErrors("EVP_PKEY_sign_init"));
    auto size = static_cast<std::size_t>(EVP_PKEY_get_size(pkey));
    QByteArray signature(static_cast<qsizetype>(size), '\0');
    const int signedOk = EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                                       reinterpret_cast<const unsigned char *>(digest.constData()),
                                       static_cast<std::size_t>(digest.size()));
    if (signedOk != 1)
        return fail(drainErrors("EVP_PKEY_sign"));
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

/** ECDSA-Sig-Value to the fixed-length r||s that PKCS#11 speaks of. */
Result<QByteArray> plainEcdsa(EVP_PKEY *pkey, const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const UniqueEcdsaSignature signature(d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())));
    if (!signature)
        return fail(drainErrors("d2i_ECDSA_SIG"));
    const int half = (EVP_PKEY_get_bits(pkey) + 7) / 8;
    QByteArray plain(2 * static_cast<qsizetype>(half), '\0');
    auto *out = reinterpret_cast<unsigned char *>(plain.data());
    if (BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, half) != half ||
        BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + half, half) != half)
        return fail(drainErrors("BN_bn2binpad"));
    return plain;
}

Result<QByteArray> signWithLibp11(PKCS11_TOKEN *token, const CardKey &key)
{
    const auto pkey = privateKey(token, key.order.keyId);
    if (!pkey)
        return fail(pkey.error());
    auto signature = signDigest(pkey->get(), key.digest, key.order.digest);
    if (!signature || key.order.scheme != QLatin1String("ecdsa"))
        return signature;
    return plainEcdsa(pkey->get(), *signature);
}

bool libp11Knows(const CardKey &key)
{
    return !key.alwaysAuthenticate && key.order.scheme != QLatin1String("rsa-pss");
}

} // namespace

struct Libp11Driver::Context
{
    UniqueContext handle;
    std::span<PKCS11_SLOT> slotList;

    [[nodiscard]] PKCS11_TOKEN *tokenIn(qint64 slotId) const
    {
        for (PKCS11_SLOT &slot : slotList) {
            if (static_cast<qint64>(PKCS11_get_slotid_from_slot(&slot)) == slotId)
                return slot.token;
        }
        return nullptr;
    }
};

Result<std::unique_ptr<TokenDriver>> Libp11Driver::load(const QString &modulePath)
{
    auto module = CryptokiModule::load(modulePath);
    if (!module)
        return fail(module.error());
    auto context = std::make_unique<Context>();
    context->handle.reset(PKCS11_CTX_new());
    if (!context->handle || PKCS11_CTX_load(context->handle.get(), QFile::encodeName(modulePath).constData()) != 0)
        return fail(ErrorCode::ModuleFailed, drainErrors("PKCS11_CTX_load").detail);
    // Nothing here may ever ask on a terminal.
    PKCS11_set_ui_method(context->handle.get(), const_cast<UI_METHOD *>(UI_null()), nullptr);
    return std::unique_ptr<TokenDriver>(new Libp11Driver(*std::move(module), std::move(context)));
}

Libp11Driver::Libp11Driver(std::unique_ptr<CryptokiModule> module, std::unique_ptr<Context> context)
    : m_module(std::move(module))
    , m_context(std::move(context))
{
}

Libp11Driver::~Libp11Driver()
{
    if (m_context->slotList.data()) {
        PKCS11_release_all_slots(m_context->handle.get(), m_context->slotList.data(),
                                 static_cast<unsigned int>(m_context->slotList.size()));
    }
    PKCS11_CTX_unload(m_context->handle.get());
}

Result<std::vector<TokenDescription>> Libp11Driver::enumerate()
{
    const auto tokens = m_module->presentTokens();
    if (!tokens)
        return fail(tokens.error());
    if (tokens->empty())
        return std::vector<TokenDescription>(); // libp11 calls it a failure when there is no slot at all
    if (!m_context->slotList.data()) {
        PKCS11_SLOT *first = nullptr;
        unsigned int count = 0;
        if (PKCS11_enumerate_slots(m_context->handle.get(), &first, &count) != 0)
            return fail(drainErrors("PKCS11_enumerate_slots"));
        m_context->slotList = std::span(first, count);
    }
    std::vector<TokenDescription> result;
    for (const TokenFacts &facts : *tokens) {
        PKCS11_TOKEN *token = m_context->tokenIn(facts.address.slot);
        if (!token)
            continue; // came after the enumeration: the slot event brings a fresh process
        TokenDescription description = describe(facts);
        // libp11 waits for ever when no session can be opened.
        if (const auto session = CryptokiSession::open(*m_module, static_cast<CK_SLOT_ID>(facts.address.slot));
            !session) {
            description.problem = session.error();
            result.push_back(std::move(description));
            continue;
        }
        if (auto certificates = readToken(token, facts.flags.loginRequired)) {
            description.certificates = *std::move(certificates);
            markAlwaysAuthenticate(*m_module, description);
        } else {
            description.problem = certificates.error();
        }
        result.push_back(std::move(description));
    }
    return result;
}

Result<QByteArray> Libp11Driver::sign(const SignOrder &order)
{
    return signOnCard(*m_module, order, [this](const CardKey &key) -> Result<QByteArray> {
        PKCS11_TOKEN *token = m_context->tokenIn(key.token.address.slot);
        if (!token || !libp11Knows(key))
            return signWithFunctionList(key);
        auto signature = signWithLibp11(token, key);
        if (!signature && signature.error().code == ErrorCode::KeyMechanismUnsupported)
            return signWithFunctionList(key);
        return signature;
    });
}

} // namespace bidseal
