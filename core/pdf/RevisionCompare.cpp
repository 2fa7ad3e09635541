#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/RevisionDiff.h"

namespace bidseal {

namespace {

constexpr std::chrono::seconds compareLimit{15};

} // namespace

Result<std::vector<RevisionChange>> compareRevisions(const PdfDocument &document, qint64 signedEnd,
                                                     std::optional<int> certificationLevel, std::stop_token stop)
{
    WorkGuard guard(std::move(stop), compareLimit);
    auto present = document.d().access(guard);
    if (!present)
        return fail(std::move(present.error()));
    const SecureBytes password = document.d().password.clone();
    auto earlier = PdfDocument::openRevision(document.path(), signedEnd, &password);
    if (!earlier)
        return fail(std::move(earlier.error()));
    if ((*earlier)->facts().isRepaired && !document.facts().isRepaired)
        return fail(ErrorCode::PdfDamaged, QStringLiteral("the signed revision is no complete file"));
    auto signedAccess = (*earlier)->d().access(guard);
    if (!signedAccess)
        return fail(std::move(signedAccess.error()));

    ObjectReader olderObjects(signedAccess->ctx, signedAccess->doc);
    ObjectReader newerObjects(present->ctx, present->doc);
    RevisionView older(olderObjects);
    RevisionView newer(newerObjects);
    std::vector<RevisionChange> changes = RevisionDiff(older, newer, signedEnd, certificationLevel).run();
    document.d().noteEnd(guard);
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    return changes;
}

} // namespace bidseal
