#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"

#include <QByteArray>
#include <QCborMap>
#include <QString>

#include <optional>
#include <vector>

namespace bidseal {

/** Whether the private key of a certificate is on the token, as far as one can see without a PIN. */
enum class KeyPresence { Absent, Present, Unknown };

/** The facts of C_GetTokenInfo that decide how a PIN is asked for. */
struct TokenFlags
{
    bool loginRequired = false; ///< CKF_LOGIN_REQUIRED
    bool pinInitialized = true; ///< CKF_USER_PIN_INITIALIZED
    bool protectedPath = false; ///< CKF_PROTECTED_AUTHENTICATION_PATH
    bool pinLow = false;        ///< CKF_USER_PIN_COUNT_LOW
    bool pinFinalTry = false;   ///< CKF_USER_PIN_FINAL_TRY
    bool pinLocked = false;     ///< CKF_USER_PIN_LOCKED
    bool operator==(const TokenFlags &) const = default;
};

struct TokenCertificate
{
    QByteArray keyId = {}; ///< CKA_ID
    QString label = {};    ///< CKA_LABEL
    QByteArray der = {};
    KeyPresence key = KeyPresence::Unknown;
    bool alwaysAuthenticate = false; ///< CKA_ALWAYS_AUTHENTICATE, when visible without a PIN
    bool operator==(const TokenCertificate &) const = default;
};

struct TokenDescription
{
    qint64 slot = 0;
    QString slotDescription;
    QString label;
    QString serial;
    QString manufacturer;
    QString model;
    TokenFlags flags;
    std::vector<TokenCertificate> certificates;
    std::optional<Error> problem; ///< why the certificates could not be read
    bool operator==(const TokenDescription &) const = default;
};

/** Which token a call means. The slot is a hint; the serial and the label decide. */
struct TokenAddress
{
    qint64 slot = 0;
    QString label;
    QString serial;
    bool operator==(const TokenAddress &) const = default;
};

/** One signature. The PIN travels beside the CBOR, in the frame's secret block. */
struct SignOrder
{
    TokenAddress token;
    QByteArray keyId;   ///< CKA_ID
    QString scheme;     ///< "rsa-pkcs1", "rsa-pss", "ecdsa"
    QString digestName; ///< "sha256", "sha384", "sha512"
    QByteArray toSign;  ///< what was hashed, for tokens that insist on hashing
    QByteArray digest;
    SecureBytes pin; ///< empty on a protected authentication path
};

/** What a helper says once its module is loaded. */
struct HostHello
{
    QString driver;      ///< "libp11" or "cryptoki"
    QString description; ///< the module's own words and version
    bool operator==(const HostHello &) const = default;
};

/** Requests to the helper; they are answered one after the other. */
enum class HostOperation { Enumerate, TokenFlags, Sign };

struct HostRequest
{
    qint64 id = 0;
    HostOperation operation = HostOperation::Enumerate;
    TokenAddress token; ///< TokenFlags
    SignOrder order;    ///< Sign, without the PIN
};

/** What the helper says unasked. */
struct HostEvent
{
    enum class Kind { Ready, LoadFailed, SlotsChanged };
    Kind kind = Kind::Ready;
    HostHello hello;                  ///< Ready
    Error error;                      ///< LoadFailed
    std::vector<qint64> presentSlots; ///< SlotsChanged: slots that hold a token now
};

/** A reply: its request and either a value or an Error. */
struct HostReply
{
    qint64 id = 0;
    Result<QCborMap> outcome;
};

QCborMap toCbor(const HostRequest &request);
Result<HostRequest> hostRequestFromCbor(const QCborMap &map);

QCborMap toCbor(const HostEvent &event);
QCborMap toCbor(const HostReply &reply);
bool isHostEvent(const QCborMap &map);
Result<HostEvent> hostEventFromCbor(const QCborMap &map);
Result<HostReply> hostReplyFromCbor(const QCborMap &map);

/** Beside the tokens: how many slots hold something that did not even say its name. */
inline const QString silentSlotsKey = QStringLiteral("silentSlots");

// The values inside replies.
QCborMap toCbor(const std::vector<TokenDescription> &tokens);
Result<std::vector<TokenDescription>> tokensFromCbor(const QCborMap &map);
QCborMap toCbor(const TokenFlags &flags);
TokenFlags tokenFlagsFromCbor(const QCborMap &map);
QCborMap signatureToCbor(const QByteArray &signature);
Result<QByteArray> signatureFromCbor(const QCborMap &map);

} // namespace bidseal
