/*
 * A PKCS#11 module that misbehaves on purpose. It hands everything on to a real module (BIDSEAL_BAD_MODULE_REAL), save
 * what BIDSEAL_BAD_MODULE names, words separated by commas:
 *   crash-slots, hang-slots      in C_GetSlotList
 *   crash-login, hang-login      in C_Login
 *   no-slots                     no slot at all, as OpenSC says without a PC/SC service
 *   once                         the above happen once: BIDSEAL_BAD_MODULE_MARK is a file that is made then
 *   noise                        prints to standard output and reads standard input
 *   locks                        three wrong PINs: COUNT_LOW, FINAL_TRY, LOCKED
 *   pad                          a protected authentication path; the "pad" types BIDSEAL_BAD_MODULE_PAD
 *   no-rsa-pkcs, no-pss          the token refuses these mechanisms
 *   always                       keys ask for the PIN for each use
 */
#include <p11-kit/pkcs11.h>

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static CK_FUNCTION_LIST real;
static CK_FUNCTION_LIST bad;
static int wrong_pins;
static int sign_started;
static int confirmed;

static int has(const char *word)
{
    const char *words = getenv("BIDSEAL_BAD_MODULE");
    const size_t size = strlen(word);
    const char *at = words ? strstr(words, word) : NULL;
    while (at) {
        if ((at == words || at[-1] == ',') && (at[size] == '\0' || at[size] == ','))
            return 1;
        at = strstr(at + 1, word);
    }
    return 0;
}

static int is_over(void)
{
    const char *mark = getenv("BIDSEAL_BAD_MODULE_MARK");
    FILE *file;
    if (!has("once") || !mark)
        return 0;
    if (access(mark, F_OK) == 0)
        return 1;
    file = fopen(mark, "w");
    if (file)
        fclose(file);
    return 0;
}

static void misbehave(const char *crash, const char *hang)
{
    if (!has(crash) && !has(hang))
        return;
    if (is_over())
        return;
    if (has(crash))
        raise(SIGSEGV);
    for (;;)
        pause();
}

static CK_RV bad_initialize(void *args)
{
    wrong_pins = 0;
    if (has("noise")) {
        puts("vendor driver 1.0: hello");
        fflush(stdout);
        (void)getchar();
    }
    return real.C_Initialize(args);
}

static CK_RV bad_get_slot_list(unsigned char present, CK_SLOT_ID *slots, unsigned long *count)
{
    misbehave("crash-slots", "hang-slots");
    if (has("no-slots")) {
        *count = 0;
        return CKR_OK;
    }
    return real.C_GetSlotList(present, slots, count);
}

static CK_RV bad_get_token_info(CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
    const CK_RV rv = real.C_GetTokenInfo(slot, info);
    if (has("locks")) {
        info->flags &= ~(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED);
        if (wrong_pins == 1)
            info->flags |= CKF_USER_PIN_COUNT_LOW;
        if (wrong_pins == 2)
            info->flags |= CKF_USER_PIN_FINAL_TRY;
        if (wrong_pins >= 3)
            info->flags |= CKF_USER_PIN_LOCKED;
    }
    if (has("pad"))
        info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
    return rv;
}

static CK_RV bad_login(CK_SESSION_HANDLE session, CK_USER_TYPE user, unsigned char *pin, unsigned long size)
{
    CK_RV rv;
    misbehave("crash-login", "hang-login");
    if (has("pad")) {
        if (pin)
            return CKR_ARGUMENTS_BAD;
        pin = (unsigned char *)getenv("BIDSEAL_BAD_MODULE_PAD");
        size = pin ? strlen((const char *)pin) : 0;
    }
    if (user == CKU_CONTEXT_SPECIFIC) {
        if (!sign_started)
            return CKR_OPERATION_NOT_INITIALIZED;
        confirmed = 1;
        return CKR_OK;
    }
    if (has("locks") && wrong_pins >= 3)
        return CKR_PIN_LOCKED;
    rv = real.C_Login(session, user, pin, size);
    if (rv == CKR_PIN_INCORRECT)
        ++wrong_pins;
    return rv;
}

static CK_RV bad_sign_init(CK_SESSION_HANDLE session, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key)
{
    CK_RV rv;
    if (has("no-rsa-pkcs") && mechanism->mechanism == CKM_RSA_PKCS)
        return CKR_MECHANISM_INVALID;
    if (has("no-pss") && (mechanism->mechanism == CKM_RSA_PKCS_PSS || mechanism->mechanism == CKM_SHA256_RSA_PKCS_PSS))
        return CKR_MECHANISM_INVALID;
    rv = real.C_SignInit(session, mechanism, key);
    sign_started = rv == CKR_OK;
    confirmed = 0;
    return rv;
}

static CK_RV bad_sign(CK_SESSION_HANDLE session, unsigned char *data, unsigned long data_size, unsigned char *signature,
                      unsigned long *signature_size)
{
    if (has("always") && !confirmed)
        return CKR_USER_NOT_LOGGED_IN;
    sign_started = 0;
    return real.C_Sign(session, data, data_size, signature, signature_size);
}

static CK_RV bad_get_mechanism_info(CK_SLOT_ID slot, CK_MECHANISM_TYPE type, CK_MECHANISM_INFO *info)
{
    if (has("no-pss") && (type == CKM_RSA_PKCS_PSS || type == CKM_SHA256_RSA_PKCS_PSS))
        return CKR_MECHANISM_INVALID;
    return real.C_GetMechanismInfo(slot, type, info);
}

static CK_RV bad_get_attribute_value(CK_SESSION_HANDLE session, CK_OBJECT_HANDLE object, CK_ATTRIBUTE *attributes,
                                     unsigned long count)
{
    const CK_RV rv = real.C_GetAttributeValue(session, object, attributes, count);
    unsigned long i;
    for (i = 0; has("always") && i < count; ++i) {
        if (attributes[i].type == CKA_ALWAYS_AUTHENTICATE && attributes[i].pValue && attributes[i].ulValueLen == 1)
            *(unsigned char *)attributes[i].pValue = CK_TRUE;
    }
    return rv;
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    const char *path = getenv("BIDSEAL_BAD_MODULE_REAL");
    void *library = path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    CK_FUNCTION_LIST *found = NULL;
    CK_RV (*get)(CK_FUNCTION_LIST **) = NULL;
    if (library)
        *(void **)&get = dlsym(library, "C_GetFunctionList");
    if (!get || get(&found) != CKR_OK)
        return CKR_GENERAL_ERROR;
    real = *found;
    bad = real;
    bad.C_GetFunctionList = C_GetFunctionList;
    bad.C_Initialize = bad_initialize;
    bad.C_GetSlotList = bad_get_slot_list;
    bad.C_GetTokenInfo = bad_get_token_info;
    bad.C_Login = bad_login;
    bad.C_SignInit = bad_sign_init;
    bad.C_Sign = bad_sign;
    bad.C_GetMechanismInfo = bad_get_mechanism_info;
    bad.C_GetAttributeValue = bad_get_attribute_value;
    *list = &bad;
    return CKR_OK;
}
