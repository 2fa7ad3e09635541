#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/RawFile.h"
#include "core/pdf/RawLexer.h"
#include "core/pdf/RevisionDiff.h"

namespace bidseal {

namespace {

constexpr std::chrono::seconds compareLimit{15};

/** True when an entry of the later cross-reference leads to another object than the one it names (shadow attacks). */
bool leadsToOtherObject(DeepCompare &compare, ObjectReader &newer, RawFile &file)
{
    constexpr qint64 headerBytes = 64;
    for (int number = 1; number < newer.objectCount(); ++number) {
        const ObjectPlace place = newer.place(number);
        if (place.kind != ObjectPlace::Kind::InFile || !compare.isMoved(number))
            continue;
        const QByteArray head = file.read(place.offset, headerBytes);
        RawLexer lexer(head, place.offset);
        const RawToken first = lexer.next();
        if (first.kind != RawTokenKind::Integer || first.integer != number)
            return true;
    }
    return false;
}

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
    auto file = RawFile::open(document.path(), document.d().length);
    if (!file)
        return fail(std::move(file.error()));
    // Before any object is read: MuPDF repairs the cross-reference when it meets a wrong one.
    DeepCompare places(olderObjects, newerObjects);
    const bool isMisled = leadsToOtherObject(places, newerObjects, **file);
    RevisionView older(olderObjects);
    RevisionView newer(newerObjects);
    std::vector<RevisionChange> changes = RevisionDiff(older, newer, signedEnd, certificationLevel).run();
    if (isMisled)
        changes.push_back({QStringLiteral("structure-broken"), false, -1, {}});
    document.d().noteEnd(guard);
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    return changes;
}

} // namespace bidseal
