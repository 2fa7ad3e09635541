#pragma once

#include "core/signing/SigningJob.h"
#include "tests/support/SigningFakes.h"

#include <QString>

namespace bidseal::test {

/** One signing job from start to end on the test's event loop, with everything around it replaceable. */
struct SigningRun
{
    SigningRun();

    /** Opens the input, puts `seals` company seals on page 1 (and a date stamp when `withDate`) and prepares the
     * request. */
    SigningRequest request(const QString &input, const QString &output, int seals = 1, bool withDate = false) const;
    [[nodiscard]] SigningServices services();
    /** Runs to the end, at most a minute. */
    Result<SigningResult> run(SigningRequest request);
    Result<SigningResult> resume(const JournalEntry &entry);

    FakeClock clock;
    std::unique_ptr<FakeSigner> signer;
    std::unique_ptr<FakePinPrompt> pins;
    MemoryJournal journal;
    SigningJournal *usedJournal = &journal;
    TimestampAuthority *timestamps = nullptr;
    TrustStore trust;
    std::function<void(SigningJob &, SigningStep)> onStep; ///< after each journalled step

private:
    Result<SigningResult> finish(SigningJob &job);
};

/** Names of all files of a folder, hidden ones too. */
QStringList filesIn(const QString &folder);

/** `openssl cms -verify` over every signature of the file, against the test root. Empty when all is well. */
QString judgedByOpenssl(const QString &file);

} // namespace bidseal::test
