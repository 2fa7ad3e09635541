#include "core/signing/Validator.h"

#include "core/pdf/SignatureScan.h"
#include "core/signing/RangeDigests.h"
#include "core/signing/SignatureJudge.h"

#include <algorithm>
#include <ranges>

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

} // namespace

Result<SignatureReport> validateDocument(const PdfDocument &document, const ValidationOptions &options,
                                         const Clock &clock, std::stop_token stop, const ByteProgress &progress)
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
