#pragma once

#include "core/common/Clock.h"
#include "core/common/Result.h"
#include "core/crypto/CmsBuilder.h"
#include "core/crypto/TrustStore.h"
#include "core/model/Placement.h"
#include "core/model/SignatureReport.h"
#include "core/pdf/PdfDocument.h"
#include "core/signing/Fingerprint.h"
#include "core/signing/PinPrompt.h"
#include "core/signing/Signer.h"
#include "core/signing/SigningJournal.h"
#include "core/signing/TimestampAuthority.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace bidseal {

enum class SignatureLevel { BB, BT };

/** What is to be signed, how, and where it goes. */
struct SigningRequest
{
    std::shared_ptr<PdfDocument> document;
    std::vector<Placement> placements;
    QString existingField;
    QString outputPath;           ///< never the input
    bool overwriteOutput = false; ///< the person has agreed to replace a file that is there
    SignatureLevel level = SignatureLevel::BT;
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
    std::optional<SignatureScheme> scheme; ///< default for the key when empty
    QString reason;
    QString location;
    std::optional<Fingerprint>
        fingerprint;                    ///< as shown to the person: DocumentChanged when the file is another one by now
    bool allowWithoutTimestamp = false; ///< on TimestampUnreachable go on as B-B instead of stopping
};

struct SigningResult
{
    QString outputPath;
    QByteArray inputSha256;
    QByteArray outputSha256;
    QString level;
    SignatureReport report; ///< of our validator on the written file
    bool timestampMissing = false;
};

/** What the job needs of the world. All outlive it. */
struct SigningServices
{
    Signer *signer = nullptr;
    PinPrompt *pinPrompt = nullptr;
    TimestampAuthority *timestamps = nullptr; ///< may be null for B-B
    SigningJournal *journal = nullptr;
    const Clock *clock = nullptr;
    const TrustStore *trust = nullptr;
};

/**
 * One signature from prepared revision to published file, journalled step by step; restartable with `resume`. Lives on
 * the thread that created it; heavy steps run on the global thread pool. Finishes exactly once with a result or an
 * error; on an error nothing of ours is left on disk, unless the token has signed: then the job stays in the journal to
 * be resumed.
 */
class SigningJob : public QObject
{
    Q_OBJECT
public:
    SigningJob(SigningRequest request, SigningServices services, QObject *parent = nullptr);
    ~SigningJob() override;

    void start();
    /** Possible until the token signs; afterwards it has no effect. */
    void cancel();
    [[nodiscard]] bool canCancel() const;
    /** Valid after `finished`. */
    [[nodiscard]] const Result<SigningResult> &result() const;

    /**
     * Finishes a journalled job whose token signature exists already (stamp, embed, verify, publish): `start` goes on
     * where the entry stands. `services.signer` and `services.pinPrompt` are not used. `password` opens an encrypted
     * file.
     */
    static std::unique_ptr<SigningJob> resume(const JournalEntry &entry, SigningServices services,
                                              const SecureBytes *password = nullptr);
    /** Removes what a journalled job left behind. */
    static Result<void> discard(const JournalEntry &entry, SigningJournal &journal);

Q_SIGNALS:
    /** A step is done. */
    void stepDone(bidseal::SigningStep step, const QDateTime &at);
    void progress(qint64 doneBytes, qint64 totalBytes);
    /** Exactly once; `result()` tells. */
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
