#include "core/signing/Validator.h"

#include "core/pdf/SignatureScan.h"
#include "core/signing/RangeDigests.h"
#include "core/signing/SignatureJudge.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace bidseal {

namespace {

void addFileFindings(const SignatureScan &scan, SignatureReport &report)
{
    if (scan.signatures.empty())
        return;
    if (scan.hasHybridXref)
        report.findings.push_back({QStringLiteral("hybrid-xref"), Severity::Warning, {}});
    if (scan.isRepaired)
        report.findings.push_back({QStringLiteral("repaired-file"), Severity::Warning, {}});
}

/** Later document timestamps prove the time of what they cover; the earliest one says most. */
void applyLaterTimestamps(std::vector<SignatureJudge> &judges, const SignatureScan &scan)
{
    for (auto judge = judges.begin(); judge != judges.end(); ++judge) {
        const auto timestamp = std::find_if(judge + 1, judges.end(), [&](const SignatureJudge &later) {
            return later.isIntactTimestamp() && later.facts().signedEnd > judge->facts().signedEnd;
        });
        const bool isCovered = timestamp != judges.end() && judge->scanned().defects.isEmpty();
        judge->setLevel(scan, isCovered);
        if (isCovered)
            judge->addLaterTimestamp(*timestamp);
    }
}

/** Whether a /ByteRange stands in the file; searched in overlapping blocks. */
bool mentionsByteRange(const QString &path)
{
    constexpr qint64 block = 1 << 20;
    constexpr QByteArrayView needle = "/ByteRange";
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    QByteArray kept;
    for (QByteArray bytes = file.read(block); !bytes.isEmpty(); bytes = file.read(block)) {
        kept += bytes;
        if (kept.contains(needle))
            return true;
        kept = kept.last(std::min<qsizetype>(kept.size(), needle.size()));
    }
    return false;
}

} // namespace

Result<SignatureReport> validateFile(const QString &path, const SecureBytes *password, const ValidationOptions &options,
                                     const Clock &clock, const std::stop_token &stop, const ByteProgress &progress)
{
    const auto document = PdfDocument::open(path, password);
    if (document)
        return validateDocument(**document, options, clock, stop, progress);
    if (document.error().code != ErrorCode::PdfDamaged || !mentionsByteRange(path))
        return fail(document.error());
    SignatureReport report;
    report.file = path;
    report.fileSize = QFileInfo(path).size();
    report.verdict = Verdict::ForgedOrMalformed;
    report.checkedAt = clock.now();
    report.findings.push_back({QStringLiteral("signed-file-unreadable"), Severity::Error, {}});
    return report;
}

Result<SignatureReport> validateDocument(const PdfDocument &document, const ValidationOptions &options,
                                         const Clock &clock, const std::stop_token &stop, const ByteProgress &progress)
{
    auto scan = scanSignatures(document, stop);
    if (!scan)
        return fail(std::move(scan.error()));

    std::vector<SignatureJudge> judges;
    RangeDigests digests;
    for (const ScannedSignature &signature : scan->signatures)
        judges.emplace_back(signature).plan(digests);
    const auto values = digests.run(document.path(), options.knownPrefix, stop, progress);
    if (!values)
        return fail(values.error());
    for (SignatureJudge &judge : judges)
        judge.checkValue(*values);
    for (SignatureJudge &judge : judges) {
        if (auto checked = judge.checkLaterRevisions(document, *scan, options, stop); !checked)
            return fail(std::move(checked.error()));
    }
    applyLaterTimestamps(judges, *scan);

    SignatureReport report;
    report.file = document.path();
    report.fileSize = scan->fileSize;
    report.revisions = std::max(1, static_cast<int>(scan->revisionEnds.size()));
    report.checkedAt = clock.now();
    addFileFindings(*scan, report);
    for (SignatureJudge &judge : judges) {
        judge.checkTrust(options, report.checkedAt);
        report.signatures.push_back(judge.facts());
        report.verdict = graver(report.verdict, judge.facts().verdict);
        report.signedBytes = std::max(report.signedBytes, judge.facts().signedEnd);
    }
    return report;
}

} // namespace bidseal
