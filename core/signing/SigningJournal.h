#pragma once

#include "core/common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUuid>

#include <vector>

namespace bidseal {

/**
 * The steps of one signature, in their natural way (docs/architecture.md). All but Published are written down before
 * the next one begins; a published job leaves the journal.
 */
enum class SigningStep { Prepared, Authorised, Signed, Stamped, Embedded, Verified, Published };

/** Enough to finish or discard a signature after a crash. */
struct JournalEntry
{
    QUuid job;
    SigningStep step = SigningStep::Prepared;
    QString inputPath;
    QString outputPath;
    QString workPath; ///< our temporary file beside the output
    QByteArray inputSha256;
    bool overwriteOutput = false;
    bool allowWithoutTimestamp = false;
    QString level;            ///< "B-B", "B-T"
    QString digest;           ///< "sha256"
    QByteArray preparedState; ///< serialised PreparedRevision
    QByteArray cmsState;      ///< CMS without timestamp once signed
    QString signerName;
    QDateTime updatedAt;
};

/** Durable: when `record` returns, the step survives a power cut. */
class SigningJournal
{
public:
    virtual ~SigningJournal() = default;
    virtual Result<void> record(const JournalEntry &entry) = 0;
    virtual Result<void> remove(const QUuid &job) = 0;
    [[nodiscard]] virtual Result<std::vector<JournalEntry>> unfinished() const = 0;
};

QString signingStepName(SigningStep step);

} // namespace bidseal
