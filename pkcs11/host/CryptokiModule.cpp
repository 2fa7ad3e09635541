#include "pkcs11/host/CryptokiModule.h"

#include "pkcs11/host/CkrMapping.h"
#include "pkcs11/protocol/ModuleFile.h"

#include <algorithm>

namespace bidseal {

namespace {

// Text fields of PKCS#11 are padded with blanks and not terminated; some drivers terminate them nevertheless.
template <std::size_t Size> QString textField(const unsigned char (&field)[Size])
{
    const auto *begin = reinterpret_cast<const char *>(field);
    const auto *end = std::find(begin, begin + Size, '\0');
    return QString::fromUtf8(begin, end - begin).trimmed();
}

TokenFlags flagsOf(CK_FLAGS flags)
{
    return {.loginRequired = (flags & CKF_LOGIN_REQUIRED) != 0,
            .pinInitialized = (flags & CKF_USER_PIN_INITIALIZED) != 0,
            .protectedPath = (flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0,
            .pinLow = (flags & CKF_USER_PIN_COUNT_LOW) != 0,
            .pinFinalTry = (flags & CKF_USER_PIN_FINAL_TRY) != 0,
            .pinLocked = (flags & CKF_USER_PIN_LOCKED) != 0};
}

TokenFacts factsOf(CK_SLOT_ID slot, const CK_TOKEN_INFO &info)
{
    TokenFacts facts;
    facts.address = {static_cast<qint64>(slot), textField(info.label), textField(info.serialNumber)};
    facts.manufacturer = textField(info.manufacturerID);
    facts.model = textField(info.model);
    facts.flags = flagsOf(info.flags);
    facts.initialized = (info.flags & CKF_TOKEN_INITIALIZED) != 0;
    const bool plausible = info.ulMaxPinLen != CK_UNAVAILABLE_INFORMATION && info.ulMinPinLen <= info.ulMaxPinLen;
    if (plausible) {
        facts.minPinLength = info.ulMinPinLen;
        facts.maxPinLength = info.ulMaxPinLen;
    }
    return facts;
}

} // namespace

Result<std::unique_ptr<CryptokiModule>> CryptokiModule::load(const QString &path)
{
    if (const auto checked = checkModuleFile(path); !checked)
        return fail(checked.error());
    const auto library = ModuleLibrary::load(path);
    if (!library)
        return fail(library.error());
    const auto getFunctionList = reinterpret_cast<CK_C_GetFunctionList>(library->symbol("C_GetFunctionList"));
    if (!getFunctionList)
        return fail(ErrorCode::ModuleFailed, QStringLiteral("the library is not a PKCS#11 driver"));
    CK_FUNCTION_LIST *functions = nullptr;
    if (const CK_RV rv = getFunctionList(&functions); rv != CKR_OK || !functions)
        return fail(ErrorCode::ModuleFailed, ckrError("C_GetFunctionList", rv).detail);
    auto module = std::unique_ptr<CryptokiModule>(new CryptokiModule(path, *library, functions));
    if (const auto initialized = module->initialize(); !initialized)
        return fail(initialized.error());
    return module;
}

CryptokiModule::~CryptokiModule()
{
    finalize();
}

Result<void> CryptokiModule::initialize()
{
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    CK_RV rv = m_functions->C_Initialize(&arguments);
    if (rv == CKR_CANT_LOCK || rv == CKR_ARGUMENTS_BAD || rv == CKR_NEED_TO_CREATE_THREADS)
        rv = m_functions->C_Initialize(nullptr);
    if (rv != CKR_OK && rv != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        return fail(ErrorCode::ModuleFailed, ckrError("C_Initialize", rv).detail);
    return {};
}

QString CryptokiModule::description() const
{
    CK_INFO info{};
    if (m_functions->C_GetInfo(&info) != CKR_OK)
        return {};
    return QStringLiteral("%1 %2 %3.%4")
        .arg(textField(info.manufacturerID), textField(info.libraryDescription))
        .arg(info.libraryVersion.major)
        .arg(info.libraryVersion.minor);
}

Result<std::vector<CK_SLOT_ID>> CryptokiModule::slotsWithToken() const
{
    constexpr int attempts = 5; // a token may come between the two calls
    CK_RV rv = CKR_OK;
    for (int i = 0; i < attempts; ++i) {
        CK_ULONG count = 0;
        rv = m_functions->C_GetSlotList(CK_TRUE, nullptr, &count);
        if (rv != CKR_OK || count == 0)
            break;
        std::vector<CK_SLOT_ID> found(count);
        rv = m_functions->C_GetSlotList(CK_TRUE, found.data(), &count);
        if (rv == CKR_BUFFER_TOO_SMALL)
            continue;
        if (rv != CKR_OK)
            break;
        found.resize(count);
        return found;
    }
    if (rv != CKR_OK)
        return fail(ckrError("C_GetSlotList", rv));
    return std::vector<CK_SLOT_ID>{};
}

Result<TokenFacts> CryptokiModule::tokenFacts(CK_SLOT_ID slot) const
{
    CK_TOKEN_INFO info{};
    if (const CK_RV rv = m_functions->C_GetTokenInfo(slot, &info); rv != CKR_OK)
        return fail(ckrError("C_GetTokenInfo", rv));
    TokenFacts facts = factsOf(slot, info);
    CK_SLOT_INFO slotInfo{};
    if (m_functions->C_GetSlotInfo(slot, &slotInfo) == CKR_OK)
        facts.slotDescription = textField(slotInfo.slotDescription);
    return facts;
}

Result<std::vector<TokenFacts>> CryptokiModule::presentTokens() const
{
    const auto present = slotsWithToken();
    if (!present)
        return fail(present.error());
    std::vector<TokenFacts> tokens;
    for (const CK_SLOT_ID slot : *present) {
        if (auto facts = tokenFacts(slot); facts && facts->initialized)
            tokens.push_back(*std::move(facts));
    }
    return tokens;
}

Result<TokenFacts> CryptokiModule::findToken(const TokenAddress &address) const
{
    auto tokens = presentTokens();
    if (!tokens)
        return fail(tokens.error());
    bool slotHoldsAnother = false;
    for (TokenFacts &facts : *tokens) {
        if (facts.address.serial == address.serial && facts.address.label == address.label)
            return std::move(facts);
        slotHoldsAnother = slotHoldsAnother || facts.address.slot == address.slot;
    }
    if (slotHoldsAnother)
        return fail(ErrorCode::WrongToken, QStringLiteral("the slot holds another token"));
    return fail(ErrorCode::TokenRemoved, QStringLiteral("no token with this serial number is present"));
}

bool CryptokiModule::takeSlotEvents() const
{
    constexpr int mostEvents = 64;
    int taken = 0;
    CK_SLOT_ID slot = 0;
    while (taken < mostEvents && m_functions->C_WaitForSlotEvent(CKF_DONT_BLOCK, &slot, nullptr) == CKR_OK)
        ++taken;
    return taken > 0;
}

void CryptokiModule::finalize() const
{
    m_functions->C_Finalize(nullptr);
}

} // namespace bidseal
