#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"
#include "core/signing/Signer.h"

#include <QFuture>

namespace bidseal {

/** What the person must know before he types a PIN. */
struct PinQuestion
{
    SigningIdentity identity; ///< with fresh flags
    QString documentName;
    QString fingerprint; ///< SHA-256 of the input, hex
    int sealCount = 0;
    bool previousWasWrong = false;
};

/** Asks a person for the PIN; one typing is one try. */
class PinPrompt
{
public:
    virtual ~PinPrompt() = default;
    /** Cancelled when the person says no. With a PIN pad the answer is empty bytes. */
    virtual QFuture<Result<SecureBytes>> ask(const PinQuestion &question) = 0;
    /** The signer is at work or done with the PIN; a dialog that waited for the PIN pad may close. */
    virtual void finished(const Result<void> &outcome) = 0;
};

} // namespace bidseal
