#pragma once

#include <QString>

#include <optional>

namespace bidseal {

/** What went wrong, as a closed list the program decides on. What the user reads for each stands in core/messages. */
enum class ErrorCode {
    // the input file
    FileNotFound,
    FileUnreadable,
    FileTooLarge,
    NotAPdf,
    PdfDamaged,
    PasswordRequired,
    PasswordIncorrect,
    DocumentForbidsChanges, ///< the owner's permissions do not allow signing
    DocumentChanged,        ///< the file on disk is not the one that was opened
    DocumentTooComplex,     ///< drawing or reading exceeded its time or memory
    PageUnreadable,
    PageOutOfRange,
    // placing
    NothingPlaced,
    PlacementOutsidePage,
    SealImageUnusable,
    // signing is refused
    CertificationForbids, ///< DocMDP of an earlier certification
    FieldLockForbids,     ///< FieldMDP or /Lock of an earlier signature
    DamagedAndSigned,     ///< needs repair, and a repair would break the signatures in it
    EarlierSignatureBroken,
    SignatureFieldUnusable,
    // the output file
    OutputUnwritable,
    OutputIsInput,
    OutputExists,
    DiskFull,
    SelfCheckFailed, ///< our validator did not accept what we wrote; it was discarded
    // token and certificate
    ModuleNotFound,
    ModuleWrongArchitecture,
    ModuleFailed,
    TokenHostCrashed,
    TokenHostTimedOut,
    TokenNotFound,
    TokenRemoved,
    TokenFailed,
    WrongToken, ///< another UKey than the one the job began with
    CertificateNotFound,
    CertificateUnreadable,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateNotForSigning,
    PrivateKeyMissing,
    PinIncorrect,
    PinLocked,
    PinLengthInvalid,
    KeyMechanismUnsupported,
    // timestamp
    TimestampUnreachable,
    TimestampRejected,
    TimestampInvalid,
    // cryptography
    CmsMalformed,
    AlgorithmUnsupported,
    TrustAnchorUnreadable,
    // the local store
    StoreUnavailable,
    StoreCorrupt,
    // everything
    Cancelled,
    InvalidArgument,
    InternalError,
};

/** Typed facts beside the code, for words and for decisions. */
struct ErrorContext
{
    QString fileName = {};            ///< as the user knows it; never logged
    std::optional<int> page = {};     ///< from 1
    std::optional<qint64> limit = {}; ///< bytes, or whatever the code counts
    bool signatureMade = false;       ///< the token has signed before this happened
    bool pinLow = false;              ///< CKF_USER_PIN_COUNT_LOW
    bool pinFinalTry = false;         ///< CKF_USER_PIN_FINAL_TRY

    bool operator==(const ErrorContext &) const = default;
};

/**
 * One failure. `detail` is English, for the log and the details pane; it holds no PIN, no access token, no path of a
 * private document.
 */
struct Error
{
    ErrorCode code = ErrorCode::InternalError;
    QString detail = {};
    ErrorContext context = {};

    bool operator==(const Error &) const = default;
};

/** The code's stable name, "pin-incorrect", as printed by the command line and copied by users. */
QString errorCodeName(ErrorCode code);

} // namespace bidseal
