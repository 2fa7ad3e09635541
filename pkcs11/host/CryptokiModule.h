#pragma once

#include "core/common/Result.h"
#include "pkcs11/host/Cryptoki.h"
#include "pkcs11/host/ModuleLibrary.h"
#include "pkcs11/protocol/TokenMessages.h"

#include <optional>
#include <vector>

namespace bidseal {

/** What C_GetTokenInfo says of one slot. */
struct TokenFacts
{
    TokenAddress address;
    QString slotDescription;
    QString manufacturer;
    QString model;
    TokenFlags flags;
    bool initialized = false; ///< CKF_TOKEN_INITIALIZED
    unsigned long minPinLength = 0;
    unsigned long maxPinLength = 0; ///< 0 when the token does not say
};

/**
 * An initialised PKCS#11 module, by its own function list. Both drivers use it: flags, presence and events are asked
 * here and never taken from a cache. Calls come from one thread.
 */
class CryptokiModule
{
public:
    /** Checks the file, loads it and calls C_Initialize. A module that is initialised already counts as success. */
    static Result<std::unique_ptr<CryptokiModule>> load(const QString &path);
    /** C_Finalize; the library itself stays loaded. */
    ~CryptokiModule();
    CryptokiModule(const CryptokiModule &) = delete;
    CryptokiModule &operator=(const CryptokiModule &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] CK_FUNCTION_LIST &functions() const { return *m_functions; }
    /** Maker, library and version in the module's own words. */
    [[nodiscard]] QString description() const;

    /** Slots that hold a token, asked anew (a length query first, which makes drivers look at their readers). */
    [[nodiscard]] Result<std::vector<CK_SLOT_ID>> slotsWithToken() const;
    [[nodiscard]] Result<TokenFacts> tokenFacts(CK_SLOT_ID slot) const;
    /** All tokens that answer; slots that fail are left out, since their token is on its way out. */
    [[nodiscard]] Result<std::vector<TokenFacts>> presentTokens() const;
    /** The token with this serial and label, wherever it sits. WrongToken when its slot holds another, TokenRemoved
     * when none. */
    [[nodiscard]] Result<TokenFacts> findToken(const TokenAddress &address) const;

    /** Takes the slot events that are waiting, without blocking. False when there were none or the module has none. */
    [[nodiscard]] bool takeSlotEvents() const;
    void finalize() const;

private:
    CryptokiModule(QString path, ModuleLibrary library, CK_FUNCTION_LIST *functions)
        : m_path(std::move(path))
        , m_library(library)
        , m_functions(functions)
    {
    }
    Result<void> initialize();

    QString m_path;
    ModuleLibrary m_library;
    CK_FUNCTION_LIST *m_functions;
};

} // namespace bidseal
