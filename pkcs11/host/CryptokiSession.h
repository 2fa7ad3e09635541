#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"
#include "pkcs11/host/CryptokiModule.h"

#include <QByteArray>

#include <vector>

namespace bidseal {

/** One session; logs out (when it logged in) and closes at its end. */
class CryptokiSession
{
public:
    static Result<CryptokiSession> open(const CryptokiModule &module, CK_SLOT_ID slot);
    ~CryptokiSession();
    CryptokiSession(CryptokiSession &&other) noexcept;
    CryptokiSession(const CryptokiSession &) = delete;
    CryptokiSession &operator=(const CryptokiSession &) = delete;
    CryptokiSession &operator=(CryptokiSession &&) = delete;

    [[nodiscard]] CK_FUNCTION_LIST &functions() const { return m_module->functions(); }
    [[nodiscard]] CK_SESSION_HANDLE handle() const { return m_handle; }

    /** C_Login as the user: exactly one try. Empty bytes mean the reader's own PIN pad (a null PIN). */
    Result<void> login(const SecureBytes &pin);
    /** C_Login with CKU_CONTEXT_SPECIFIC, between C_SignInit and C_Sign. */
    Result<void> confirmOperation(const SecureBytes &pin);

    /** All objects of a class; `id` narrows them to that CKA_ID. */
    [[nodiscard]] Result<std::vector<CK_OBJECT_HANDLE>> find(CK_OBJECT_CLASS objectClass,
                                                             const std::optional<QByteArray> &id = {}) const;
    /** An attribute's bytes; empty when the object has none or does not show it. */
    [[nodiscard]] QByteArray attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;
    [[nodiscard]] bool isTrue(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const;

private:
    CryptokiSession(const CryptokiModule &module, CK_SESSION_HANDLE handle)
        : m_module(&module)
        , m_handle(handle)
    {
    }
    [[nodiscard]] CK_RV callLogin(CK_USER_TYPE user, const SecureBytes &pin) const;

    const CryptokiModule *m_module;
    CK_SESSION_HANDLE m_handle;
    bool m_loggedIn = false;
};

} // namespace bidseal
