#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"
#include "core/crypto/CmsBuilder.h"
#include "core/model/Certificate.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <stop_token>

namespace bidseal {

/** Why a certificate found on a token cannot be used, in the order in which it is told. */
enum class UnusableReason { None, Unreadable, NoPrivateKey, NotYetValid, Expired, NotForSigning, AlgorithmUnsupported };

/** Where the key lives and whose it is. A value; handed around freely. */
struct SigningIdentity
{
    enum class Medium { UKey, Cloud };

    QString id; ///< stable while the medium is plugged in: module, token serial, key id
    Medium medium = Medium::UKey;
    QString mediumLabel;  ///< token label
    QString mediumSerial; ///< token serial; the last four digits are shown
    QString modulePath;   ///< PKCS#11 module, empty for the cloud
    int slot = -1;
    QByteArray keyId; ///< CKA_ID
    Certificate certificate;
    std::vector<Certificate> chain; ///< issuers found on the token, nearest first
    UnusableReason unusable = UnusableReason::None;
    bool hasProtectedPath = false;   ///< PIN is typed on the reader (CKF_PROTECTED_AUTHENTICATION_PATH)
    bool needsPinForEachUse = false; ///< CKA_ALWAYS_AUTHENTICATE
    bool pinLow = false;             ///< CKF_USER_PIN_COUNT_LOW
    bool pinFinalTry = false;        ///< CKF_USER_PIN_FINAL_TRY
    bool pinLocked = false;          ///< CKF_USER_PIN_LOCKED
};

/** UnusableReason from the certificate alone, at `now`. */
UnusableReason unusableReason(const Certificate &certificate, const QDateTime &now);

/** The scheme used for a key when nobody asks for another (PKCS#1 v1.5 for RSA). AlgorithmUnsupported otherwise. */
Result<SignatureScheme> defaultScheme(const Certificate &certificate);

/** Something that can sign with one key: a UKey, the cloud. Methods are called on the window's thread and never block
 * it. */
class Signer : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual const SigningIdentity &identity() const = 0;

    /** Fresh PIN flags (they change with every wrong try). TokenRemoved when it is gone. */
    virtual QFuture<Result<SigningIdentity>> refresh() = 0;

    /**
     * One token operation. `pin` is empty on a protected authentication path. The signature is the raw RSA block or the
     * ECDSA value. PinIncorrect carries the flags after the try; the signer never tries a PIN twice by itself.
     */
    virtual QFuture<Result<QByteArray>> sign(const CmsToBeSigned &toBeSigned, SecureBytes pin,
                                             std::stop_token stop) = 0;
};

/** Finds what one can sign with and says when that changes. */
class SignerProvider : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /** All certificates seen, usable or not. */
    [[nodiscard]] virtual std::vector<SigningIdentity> identities() const = 0;
    /** Troubles of drivers, to be shown beside the list. */
    [[nodiscard]] virtual std::vector<Error> problems() const = 0;
    [[nodiscard]] virtual bool isSearching() const = 0;
    /** Null when the identity is gone. The caller owns it. */
    virtual std::unique_ptr<Signer> signerFor(const QString &identityId) = 0;
    virtual void refresh() = 0;

Q_SIGNALS:
    void changed();
};

} // namespace bidseal
