#include "core/messages/Messages.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace bidseal {

namespace {

/** When a person wants to know whether anything was signed. */
enum class Asks {
    Never,     ///< nobody thinks of signing here
    Plainly,   ///< signed or not
    WithSeals, ///< not signed, and the seals are kept
    InWords,   ///< the sentence of the moment says it itself
};

struct ErrorRow
{
    ErrorCode code;
    const char *whatHappened;
    const char *whatNext;
    Asks asks;
};

constexpr std::array rows{
    ErrorRow{ErrorCode::FileNotFound, QT_TRANSLATE_NOOP("ErrorText", "The file cannot be found."),
             QT_TRANSLATE_NOOP("ErrorText", "Check where it is, then open it again."), Asks::Never},
    ErrorRow{ErrorCode::FileUnreadable, QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read."),
             QT_TRANSLATE_NOOP("ErrorText",
                               "Check that you may read it and that no other program holds it, then try again."),
             Asks::Never},
    ErrorRow{ErrorCode::FileTooLarge, QT_TRANSLATE_NOOP("ErrorText", "The file is larger than 2,000,000,000 bytes."),
             QT_TRANSLATE_NOOP("ErrorText", "Split the bid or make its pictures smaller, then open it again."),
             Asks::Plainly},
    ErrorRow{ErrorCode::NotAPdf, QT_TRANSLATE_NOOP("ErrorText", "The file is not a PDF."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose a PDF file."), Asks::Never},
    ErrorRow{ErrorCode::PdfDamaged, QT_TRANSLATE_NOOP("ErrorText", "The PDF is damaged and cannot be read."),
             QT_TRANSLATE_NOOP("ErrorText", "Get the file anew from where it came from."), Asks::Never},
    ErrorRow{ErrorCode::PasswordRequired, QT_TRANSLATE_NOOP("ErrorText", "The file is protected by a password."),
             QT_TRANSLATE_NOOP("ErrorText", "Enter the password that opens it."), Asks::Never},
    ErrorRow{ErrorCode::PasswordIncorrect, QT_TRANSLATE_NOOP("ErrorText", "The password does not open the file."),
             QT_TRANSLATE_NOOP("ErrorText", "Check the password and enter it again."), Asks::Never},
    ErrorRow{ErrorCode::DocumentForbidsChanges,
             QT_TRANSLATE_NOOP("ErrorText", "The permissions of the file do not allow signing."),
             QT_TRANSLATE_NOOP("ErrorText", "Ask the maker of the file for a copy that may be signed."), Asks::Plainly},
    ErrorRow{ErrorCode::DocumentChanged, QT_TRANSLATE_NOOP("ErrorText", "The file was changed by another program."),
             QT_TRANSLATE_NOOP("ErrorText", "Open it again and check your seals."), Asks::Plainly},
    ErrorRow{
        ErrorCode::DocumentTooComplex,
        QT_TRANSLATE_NOOP("ErrorText", "The file is too complex to be worked on within the limits of time and memory."),
        QT_TRANSLATE_NOOP("ErrorText", "Have it saved anew by the program that made it, then try again."), Asks::Never},
    ErrorRow{ErrorCode::PageUnreadable, QT_TRANSLATE_NOOP("ErrorText", "A page cannot be drawn."),
             QT_TRANSLATE_NOOP("ErrorText", "The other pages are not affected. Get the file anew if the page matters."),
             Asks::Never},
    ErrorRow{ErrorCode::PageOutOfRange, QT_TRANSLATE_NOOP("ErrorText", "The document has no such page."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose a page that exists."), Asks::Never},
    ErrorRow{ErrorCode::NothingPlaced, QT_TRANSLATE_NOOP("ErrorText", "No seal has been placed yet."),
             QT_TRANSLATE_NOOP("ErrorText", "Drag a seal onto a page first."), Asks::Plainly},
    ErrorRow{ErrorCode::PlacementOutsidePage, QT_TRANSLATE_NOOP("ErrorText", "A seal lies outside its page."),
             QT_TRANSLATE_NOOP("ErrorText", "Move it onto the page."), Asks::Plainly},
    ErrorRow{ErrorCode::SealImageUnusable, QT_TRANSLATE_NOOP("ErrorText", "The picture cannot be used as a seal."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose a PNG or JPEG picture of at most 6000 x 6000 pixels."),
             Asks::Never},
    ErrorRow{ErrorCode::CertificationForbids,
             QT_TRANSLATE_NOOP("ErrorText", "An earlier signature has certified the file and forbids further changes."),
             QT_TRANSLATE_NOOP("ErrorText", "Ask the earlier signer for a version that may still be signed."),
             Asks::Plainly},
    ErrorRow{ErrorCode::FieldLockForbids,
             QT_TRANSLATE_NOOP("ErrorText", "An earlier signature has locked the fields of the file."),
             QT_TRANSLATE_NOOP("ErrorText", "Ask the earlier signer for a version that may still be signed."),
             Asks::Plainly},
    ErrorRow{
        ErrorCode::DamagedAndSigned,
        QT_TRANSLATE_NOOP("ErrorText",
                          "The file is damaged and already carries signatures; repairing it would make them invalid."),
        QT_TRANSLATE_NOOP("ErrorText", "Get an undamaged copy from the earlier signer."), Asks::Plainly},
    ErrorRow{ErrorCode::EarlierSignatureBroken,
             QT_TRANSLATE_NOOP("ErrorText", "An earlier signature in the file is not valid."),
             QT_TRANSLATE_NOOP("ErrorText", "Check the signatures and ask the earlier signer before you sign."),
             Asks::Plainly},
    ErrorRow{ErrorCode::SignatureFieldUnusable, QT_TRANSLATE_NOOP("ErrorText", "The signature field cannot be used."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another field or place the seal freely."), Asks::Plainly},
    ErrorRow{ErrorCode::OutputUnwritable, QT_TRANSLATE_NOOP("ErrorText", "The result cannot be written there."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another folder, or get the right to write to this one."),
             Asks::Plainly},
    ErrorRow{ErrorCode::OutputIsInput, QT_TRANSLATE_NOOP("ErrorText", "The result would overwrite the original file."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another name."), Asks::Plainly},
    ErrorRow{ErrorCode::OutputExists, QT_TRANSLATE_NOOP("ErrorText", "A file of this name already exists."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another name, or say that it may be replaced."), Asks::Plainly},
    ErrorRow{ErrorCode::DiskFull, QT_TRANSLATE_NOOP("ErrorText", "There is not enough room on the disk."),
             QT_TRANSLATE_NOOP("ErrorText", "Make room, or choose another disk."), Asks::Plainly},
    ErrorRow{ErrorCode::SelfCheckFailed,
             QT_TRANSLATE_NOOP("ErrorText", "Our own check after signing did not pass, and the result was discarded. "
                                            "The original file is unchanged and no signature was handed out."),
             QT_TRANSLATE_NOOP("ErrorText", "Copy the report and send it to support."), Asks::InWords},
    ErrorRow{
        ErrorCode::ModuleNotFound, QT_TRANSLATE_NOOP("ErrorText", "The driver of the UKey cannot be found."),
        QT_TRANSLATE_NOOP("ErrorText", "Install the driver, or add its file in the settings under “UKey drivers”."),
        Asks::Plainly},
    ErrorRow{ErrorCode::ModuleWrongArchitecture,
             QT_TRANSLATE_NOOP("ErrorText", "The driver of the UKey was made for another kind of processor."),
             QT_TRANSLATE_NOOP("ErrorText", "Install the driver of the right bitness."), Asks::Plainly},
    ErrorRow{ErrorCode::ModuleFailed, QT_TRANSLATE_NOOP("ErrorText", "The driver of the UKey reports a fault."),
             QT_TRANSLATE_NOOP("ErrorText", "Pull the UKey out and plug it in again; its driver can be looked at in "
                                            "the settings under “UKey drivers”."),
             Asks::Plainly},
    ErrorRow{ErrorCode::TokenHostCrashed,
             QT_TRANSLATE_NOOP("ErrorText", "The driver of the UKey stopped working and was ended."),
             QT_TRANSLATE_NOOP("ErrorText", "Plug the UKey in again; the driver is started anew by itself."),
             Asks::Plainly},
    ErrorRow{ErrorCode::TokenHostTimedOut, QT_TRANSLATE_NOOP("ErrorText", "The UKey did not answer in time."),
             QT_TRANSLATE_NOOP("ErrorText", "Plug the UKey in again and try once more."), Asks::Plainly},
    ErrorRow{ErrorCode::TokenNotFound, QT_TRANSLATE_NOOP("ErrorText", "No UKey was found."),
             QT_TRANSLATE_NOOP("ErrorText", "Plug in the UKey; drivers are in the settings under “UKey drivers”."),
             Asks::Plainly},
    ErrorRow{ErrorCode::TokenRemoved, QT_TRANSLATE_NOOP("ErrorText", "The UKey was pulled out; signing is paused."),
             QT_TRANSLATE_NOOP("ErrorText", "Plug in the same UKey to go on."), Asks::Plainly},
    ErrorRow{ErrorCode::TokenFailed, QT_TRANSLATE_NOOP("ErrorText", "The UKey could not carry out the operation."),
             QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "Plug it in again and try once more; if it happens again, look at the settings, “UKey drivers”."),
             Asks::Plainly},
    ErrorRow{ErrorCode::WrongToken, QT_TRANSLATE_NOOP("ErrorText", "This is not the UKey from a moment ago."),
             QT_TRANSLATE_NOOP("ErrorText", "Plug in the original one, or stop and confirm anew."), Asks::Plainly},
    ErrorRow{ErrorCode::CertificateNotFound,
             QT_TRANSLATE_NOOP("ErrorText", "The certificate was not found on the UKey."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another certificate or another UKey."), Asks::Plainly},
    ErrorRow{ErrorCode::CertificateUnreadable, QT_TRANSLATE_NOOP("ErrorText", "The certificate cannot be read."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another certificate, or have this one issued anew."),
             Asks::Plainly},
    ErrorRow{ErrorCode::CertificateExpired, QT_TRANSLATE_NOOP("ErrorText", "The certificate has expired."),
             QT_TRANSLATE_NOOP("ErrorText", "Renew it, or choose another one."), Asks::Plainly},
    ErrorRow{ErrorCode::CertificateNotYetValid, QT_TRANSLATE_NOOP("ErrorText", "The certificate is not valid yet."),
             QT_TRANSLATE_NOOP("ErrorText", "Check the clock of this computer, or choose another certificate."),
             Asks::Plainly},
    ErrorRow{ErrorCode::CertificateNotForSigning,
             QT_TRANSLATE_NOOP("ErrorText", "The certificate is not meant for signing."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose a signing certificate."), Asks::Plainly},
    ErrorRow{ErrorCode::PrivateKeyMissing,
             QT_TRANSLATE_NOOP("ErrorText", "The private key of the certificate is not on the UKey."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another certificate, or ask the issuer of the UKey."),
             Asks::Plainly},
    ErrorRow{ErrorCode::PinIncorrect, QT_TRANSLATE_NOOP("ErrorText", "The PIN is not correct."),
             QT_TRANSLATE_NOOP("ErrorText", "Check the PIN, then enter it again."), Asks::WithSeals},
    ErrorRow{
        ErrorCode::PinLocked, QT_TRANSLATE_NOOP("ErrorText", "The UKey is locked."),
        QT_TRANSLATE_NOOP("ErrorText", "Have it unlocked by its issuer, or use another UKey or the cloud certificate."),
        Asks::WithSeals},
    ErrorRow{ErrorCode::PinLengthInvalid, QT_TRANSLATE_NOOP("ErrorText", "The PIN is too short or too long."),
             QT_TRANSLATE_NOOP("ErrorText", "Check the PIN, then enter it again."), Asks::WithSeals},
    ErrorRow{ErrorCode::KeyMechanismUnsupported,
             QT_TRANSLATE_NOOP("ErrorText", "The UKey does not support this way of signing."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another certificate or the default algorithm."), Asks::Plainly},
    ErrorRow{
        ErrorCode::TimestampUnreachable,
        QT_TRANSLATE_NOOP("ErrorText", "The timestamp service does not answer. The spare services were tried as well."),
        QT_TRANSLATE_NOOP("ErrorText", "Try again, or sign without a timestamp for now."), Asks::Plainly},
    ErrorRow{ErrorCode::TimestampRejected, QT_TRANSLATE_NOOP("ErrorText", "The timestamp service refused the request."),
             QT_TRANSLATE_NOOP("ErrorText", "Try again later, or choose another service in the settings."),
             Asks::Plainly},
    ErrorRow{ErrorCode::TimestampInvalid,
             QT_TRANSLATE_NOOP("ErrorText", "The answer of the timestamp service is not valid."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another service in the settings."), Asks::Plainly},
    ErrorRow{ErrorCode::CmsMalformed, QT_TRANSLATE_NOOP("ErrorText", "The data of the signature cannot be read."),
             QT_TRANSLATE_NOOP("ErrorText", "Do not rely on this signature; ask the signer for a new file."),
             Asks::Plainly},
    ErrorRow{ErrorCode::AlgorithmUnsupported,
             QT_TRANSLATE_NOOP("ErrorText", "The signature algorithm is not supported."),
             QT_TRANSLATE_NOOP("ErrorText", "Choose another certificate or the default algorithm."), Asks::Plainly},
    ErrorRow{ErrorCode::TrustAnchorUnreadable, QT_TRANSLATE_NOOP("ErrorText", "A trusted certificate cannot be read."),
             QT_TRANSLATE_NOOP("ErrorText", "Remove or replace the file in the list of trusted certificates."),
             Asks::Never},
    ErrorRow{
        ErrorCode::StoreUnavailable, QT_TRANSLATE_NOOP("ErrorText", "The local data store cannot be opened."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Check the rights on the data folder and the room on the disk, then start the program again."),
        Asks::Never},
    ErrorRow{ErrorCode::StoreCorrupt, QT_TRANSLATE_NOOP("ErrorText", "The local data store is damaged."),
             QT_TRANSLATE_NOOP("ErrorText",
                               "Start the program again; a new store is made and the damaged one is kept beside it."),
             Asks::Never},
    ErrorRow{ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "The operation was cancelled."),
             QT_TRANSLATE_NOOP("ErrorText", "Start it again when you are ready."), Asks::Plainly},
    ErrorRow{ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("ErrorText", "The request cannot be carried out as given."),
             QT_TRANSLATE_NOOP("ErrorText", "Check what was entered."), Asks::Never},
    ErrorRow{
        ErrorCode::InternalError, QT_TRANSLATE_NOOP("ErrorText", "Something went wrong inside the program."),
        QT_TRANSLATE_NOOP("ErrorText", "Try again; if it happens again, copy the details and send them to support."),
        Asks::Plainly},
};

QString words(const char *source)
{
    return QCoreApplication::translate("ErrorText", source);
}

const ErrorRow &rowOf(ErrorCode code)
{
    const auto row = std::ranges::find(rows, code, &ErrorRow::code);
    return row != rows.end() ? *row : rows.back();
}

QString wasSignedText(const ErrorRow &row, const ErrorContext &context)
{
    if (row.asks == Asks::InWords)
        return {};
    if (context.signatureMade)
        return words(QT_TRANSLATE_NOOP("ErrorText", "Signed already; please do not sign again."));
    if (row.asks == Asks::WithSeals)
        return words(QT_TRANSLATE_NOOP("ErrorText", "Nothing has been signed, and your seals are kept in place."));
    if (row.asks == Asks::Plainly)
        return words(QT_TRANSLATE_NOOP("ErrorText", "Nothing has been signed."));
    return {};
}

void sayTriesLeft(ErrorText &text, const ErrorContext &context)
{
    if (context.pinFinalTry) {
        text.whatHappened = words(QT_TRANSLATE_NOOP("ErrorText", "The PIN is not correct. This is the last try."));
        text.whatNext =
            words(QT_TRANSLATE_NOOP("ErrorText", "One more wrong PIN locks the UKey; only its issuer can unlock it."));
    } else if (context.pinLow) {
        text.whatHappened = words(QT_TRANSLATE_NOOP("ErrorText", "The PIN is not correct, and few tries are left."));
        text.whatNext = words(QT_TRANSLATE_NOOP("ErrorText", "Check the PIN first, then go on."));
    }
}

void sayWaitingForTimestamp(ErrorText &text)
{
    text.whatHappened =
        words(QT_TRANSLATE_NOOP("ErrorText", "Signed, but the trusted timestamp has not been obtained yet."));
    text.wasSigned.clear();
    text.whatNext =
        words(QT_TRANSLATE_NOOP("ErrorText", "The program tries again by itself; please do not sign again."));
}

bool isDriverTrouble(ErrorCode code)
{
    return code == ErrorCode::ModuleNotFound || code == ErrorCode::ModuleWrongArchitecture ||
           code == ErrorCode::ModuleFailed || code == ErrorCode::TokenHostCrashed ||
           code == ErrorCode::TokenHostTimedOut || code == ErrorCode::TokenFailed;
}

bool isTimestampTrouble(ErrorCode code)
{
    return code == ErrorCode::TimestampUnreachable || code == ErrorCode::TimestampRejected ||
           code == ErrorCode::TimestampInvalid;
}

} // namespace

ErrorText errorText(const Error &error)
{
    const ErrorRow &row = rowOf(error.code);
    ErrorText text;
    text.whatHappened = words(row.whatHappened);
    text.wasSigned = wasSignedText(row, error.context);
    text.whatNext = words(row.whatNext);
    text.code = errorCodeName(error.code);
    text.detail = error.detail;
    if (error.code == ErrorCode::PinIncorrect)
        sayTriesLeft(text, error.context);
    if (isDriverTrouble(error.code) && !error.context.fileName.isEmpty())
        text.whatHappened += words(QT_TRANSLATE_NOOP("ErrorText", " Driver file: %1.")).arg(error.context.fileName);
    if (error.context.signatureMade && isTimestampTrouble(error.code))
        sayWaitingForTimestamp(text);
    return text;
}

} // namespace bidseal
