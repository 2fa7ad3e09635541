#pragma once

#include "core/common/Result.h"
#include "core/model/DocumentFacts.h"
#include "core/pdf/PdfDocument.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

#include <array>
#include <optional>

namespace bidseal {

/** One signature dictionary, read from the file's bytes at its own offset, not through a lenient parser (threats T1,
 * T3, T8). */
struct ScannedSignature
{
    QStringList fields; ///< fully qualified names of all fields that share it, in form order
    std::vector<SignatureFieldFacts::Widget> widgets;
    std::vector<QString> widgetFields; ///< field of each widget
    int objectNumber = 0;
    QByteArray type; ///< "Sig", "DocTimeStamp" or empty
    QByteArray filter;
    QByteArray subFilter;
    QString reason;
    QString location;
    QString name;
    QByteArray m; ///< /M as written
    std::array<qint64, 4> byteRange{};
    QByteArray cms;              ///< decoded /Contents with the padding kept
    QByteArrayList certificates; ///< DER of /Cert (adbe.x509.rsa_sha1)
    qint64 contentsBegin = 0;    ///< offset of '<'
    qint64 contentsEnd = 0;      ///< offset behind '>'
    bool coversWholeFile = false;
    bool endsAtRevision = false;           ///< the range ends behind an %%EOF of a complete revision
    int revision = 0;                      ///< from 1
    std::optional<int> certificationLevel; ///< DocMDP P when this is the certification
    bool hasFieldMdp = false;
    bool isRemovedNow = false; ///< found in an earlier revision only: the present file has no signature at all
    /** Codes of what is wrong with the structure; not empty = forged-or-malformed. */
    QStringList defects;
};

struct SignatureScan
{
    std::vector<ScannedSignature> signatures; ///< in the order of their end in the file
    std::vector<qint64> revisionEnds;         ///< file length after each complete revision, ascending
    int emptySignatureFields = 0;
    bool hasHybridXref = false;
    bool hasValidationData = false; ///< /DSS in the catalog (level LT)
    bool isRepaired = false;
    qint64 fileSize = 0;
};

/** Finds every signature. A document without a form gives an empty list. Survives hostile form trees. */
Result<SignatureScan> scanSignatures(const PdfDocument &document, const std::stop_token &stop = {});

/** How the later revisions differ from what was signed (threats T2, T4 to T7). */
struct RevisionChange
{
    QString code; ///< "signature-added", "dss-added", "form-filled", "annotation-added", "page-content" …
    bool isAllowed = false;
    int page = -1;   ///< index from 0 where it can be told
    QString subject; ///< field name or object, for the details
};

/**
 * Compares the document cut at `signedEnd` with the whole file, object by object; what is not known to be harmless is
 * reported as not allowed. `certificationLevel` is the DocMDP P in force for this signature, if any.
 */
Result<std::vector<RevisionChange>> compareRevisions(const PdfDocument &document, qint64 signedEnd,
                                                     std::optional<int> certificationLevel, std::stop_token stop = {});

} // namespace bidseal
