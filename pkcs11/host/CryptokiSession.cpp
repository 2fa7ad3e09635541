#include "pkcs11/host/CryptokiSession.h"

#include "pkcs11/host/CkrMapping.h"

#include <array>
#include <utility>

namespace bidseal {

Result<CryptokiSession> CryptokiSession::open(const CryptokiModule &module, CK_SLOT_ID slot)
{
    CK_SESSION_HANDLE handle = CK_INVALID_HANDLE;
    const CK_RV rv = module.functions().C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &handle);
    if (rv != CKR_OK)
        return fail(ckrError("C_OpenSession", rv));
    return CryptokiSession(module, handle);
}

CryptokiSession::CryptokiSession(CryptokiSession &&other) noexcept
    : m_module(other.m_module)
    , m_handle(std::exchange(other.m_handle, CK_INVALID_HANDLE))
    , m_loggedIn(std::exchange(other.m_loggedIn, false))
{
}

CryptokiSession::~CryptokiSession()
{
    if (m_handle == CK_INVALID_HANDLE)
        return;
    // A token that was pulled out answers with an error here, and nothing is left to be done about it.
    if (m_loggedIn)
        functions().C_Logout(m_handle);
    functions().C_CloseSession(m_handle);
}

CK_RV CryptokiSession::callLogin(CK_USER_TYPE user, const SecureBytes &pin) const
{
    if (pin.isEmpty())
        return functions().C_Login(m_handle, user, nullptr, 0);
    auto *bytes = reinterpret_cast<CK_UTF8CHAR *>(const_cast<char *>(pin.data()));
    return functions().C_Login(m_handle, user, bytes, static_cast<CK_ULONG>(pin.size()));
}

Result<void> CryptokiSession::login(const SecureBytes &pin)
{
    CK_RV rv = callLogin(CKU_USER, pin);
    if (rv == CKR_USER_ALREADY_LOGGED_IN) {
        // The PIN has not been looked at: somebody left a login behind. End it, so that this PIN is what counts.
        functions().C_Logout(m_handle);
        rv = callLogin(CKU_USER, pin);
    }
    if (rv != CKR_OK)
        return fail(ckrError("C_Login", rv));
    m_loggedIn = true;
    return {};
}

Result<void> CryptokiSession::confirmOperation(const SecureBytes &pin)
{
    if (const CK_RV rv = callLogin(CKU_CONTEXT_SPECIFIC, pin); rv != CKR_OK)
        return fail(ckrError("C_Login for one use", rv));
    return {};
}

Result<std::vector<CK_OBJECT_HANDLE>> CryptokiSession::find(CK_OBJECT_CLASS objectClass,
                                                            const std::optional<QByteArray> &id) const
{
    QByteArray idBytes = id.value_or(QByteArray());
    std::array<CK_ATTRIBUTE, 2> filter{
        CK_ATTRIBUTE{CKA_CLASS, &objectClass, sizeof objectClass},
        CK_ATTRIBUTE{CKA_ID, idBytes.data(), static_cast<CK_ULONG>(idBytes.size())},
    };
    if (const CK_RV rv = functions().C_FindObjectsInit(m_handle, filter.data(), id ? 2 : 1); rv != CKR_OK)
        return fail(ckrError("C_FindObjectsInit", rv));
    std::vector<CK_OBJECT_HANDLE> found;
    std::array<CK_OBJECT_HANDLE, 32> batch{};
    CK_ULONG count = 0;
    CK_RV rv = CKR_OK;
    do {
        rv = functions().C_FindObjects(m_handle, batch.data(), batch.size(), &count);
        if (rv == CKR_OK)
            found.insert(found.end(), batch.begin(), batch.begin() + static_cast<std::ptrdiff_t>(count));
    } while (rv == CKR_OK && count > 0);
    functions().C_FindObjectsFinal(m_handle);
    if (rv != CKR_OK)
        return fail(ckrError("C_FindObjects", rv));
    return found;
}

QByteArray CryptokiSession::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    constexpr CK_ULONG mostBytes = 1024UL * 1024;
    CK_ATTRIBUTE query{type, nullptr, 0};
    if (functions().C_GetAttributeValue(m_handle, object, &query, 1) != CKR_OK || query.ulValueLen > mostBytes)
        return {};
    QByteArray value(static_cast<qsizetype>(query.ulValueLen), '\0');
    query.pValue = value.data();
    if (functions().C_GetAttributeValue(m_handle, object, &query, 1) != CKR_OK || query.ulValueLen > mostBytes)
        return {};
    value.truncate(static_cast<qsizetype>(query.ulValueLen));
    return value;
}

bool CryptokiSession::isTrue(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    const QByteArray value = attribute(object, type);
    return value.size() == 1 && value[0] != 0;
}

} // namespace bidseal
