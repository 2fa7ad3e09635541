#pragma once

#include "core/model/Certificate.h"
#include "core/model/Geometry.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace bidseal {

/** The verdict words of the command line contract, ordered by gravity. Integrity alone decides it. */
enum class Verdict {
    NoSignature,
    Intact,
    ModifiedAfterSigningAllowed,
    CannotBeChecked,
    Modified,
    ForgedOrMalformed,
};

enum class Coverage {
    WholeFile,       ///< to the last byte
    EarlierRevision, ///< to the end of a complete earlier revision
    Partial,         ///< neither: not acceptable
};

enum class ChangesAfter { None, Allowed, NotAllowed, Unknown };
enum class Trust { Trusted, Untrusted, NoAnchors };
enum class Revocation { Good, Revoked, Unknown, NotChecked };
enum class Severity { Info, Warning, Error };

/** One fact found while checking; the words for `code` stand in core/messages. */
struct Finding
{
    QString code;
    Severity severity = Severity::Info;
    QStringList args;
};

/** One place where a signature shows on a page. */
struct SealAppearance
{
    QString field;
    int page = 0; ///< index from 0
    RectF rect;   ///< user space
};

/** One signature = one signature dictionary, however many fields show it. */
struct SignatureFacts
{
    QString field;
    QStringList otherFields;
    Verdict verdict = Verdict::CannotBeChecked;
    bool isDocumentTimestamp = false;
    QString subFilter;
    QString level; ///< "B-B", "B-T", "CMS-B" …, read from the structure
    std::optional<Certificate> signer;
    std::vector<Certificate> chain; ///< signer first, as built or as found
    QString digest;                 ///< "sha256"
    QString algorithm;              ///< "rsa2048"
    QString reason;
    QString location;
    QString name;
    std::optional<QDateTime> timeClaimed; ///< UTC
    std::optional<QDateTime> timeProven;  ///< UTC, from a verified RFC 3161 token
    QString timestampAuthority;
    Verdict integrity = Verdict::CannotBeChecked;
    Coverage coverage = Coverage::Partial;
    ChangesAfter changesAfter = ChangesAfter::Unknown;
    Trust trust = Trust::NoAnchors;
    Revocation revocation = Revocation::NotChecked;
    std::optional<int> certificationLevel; ///< DocMDP P
    qint64 signedEnd = 0;                  ///< length in bytes of the revision that was signed
    int revision = 0;                      ///< from 1
    std::vector<SealAppearance> seals;
    std::vector<Finding> findings;
};

struct SignatureReport
{
    QString file;
    Verdict verdict = Verdict::NoSignature;
    qint64 fileSize = 0;
    qint64 signedBytes = 0; ///< covered by the signature that covers most
    int revisions = 0;
    QDateTime checkedAt;
    std::vector<SignatureFacts> signatures; ///< in the order of signing
    std::vector<Finding> findings;
};

QString verdictName(Verdict verdict);
QString coverageName(Coverage coverage);
QString changesAfterName(ChangesAfter changes);
QString trustName(Trust trust);
QString revocationName(Revocation revocation);
QString severityName(Severity severity);

/** The graver of two. */
Verdict graver(Verdict a, Verdict b);

} // namespace bidseal
