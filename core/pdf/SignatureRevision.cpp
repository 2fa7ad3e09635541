#include "core/pdf/SignatureRevision.h"

#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/PdfErrors.h"
#include "core/pdf/RevisionWriter.h"

namespace bidseal {

namespace {

constexpr qint64 maxFileSize = 2'000'000'000; // MuPDF counts offsets of a signature in an int
constexpr qint64 maxCapacity = qint64{1} << 20;
constexpr std::chrono::minutes timeLimit{5};

Result<void> checkSize(const PdfDocument &document)
{
    if (document.facts().fileSize <= maxFileSize)
        return {};
    ErrorContext context = fileContext(document.path());
    context.limit = maxFileSize;
    return fail(ErrorCode::FileTooLarge, {}, std::move(context));
}

Result<void> checkRequest(const SignatureRevisionRequest &request)
{
    if (request.placements.empty() && request.existingField.isEmpty())
        return fail(ErrorCode::NothingPlaced);
    if (!request.signingTime.isValid() || request.subFilter.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("no signing time or no format"));
    if (request.contentsCapacity < 1 || request.contentsCapacity > maxCapacity)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("room for %1 bytes").arg(request.contentsCapacity));
    return {};
}

/** The same file opened anew with the same rights, so that edits touch nobody's view of it. */
Result<std::shared_ptr<PdfDocument>> openAnew(const PdfDocument &document, const WorkGuard &guard)
{
    SecureBytes password;
    {
        const Result<PdfDocument::Private::Access> access = document.d().access(guard);
        if (!access)
            return fail(access.error());
        password = document.d().password.clone();
    }
    Result<std::shared_ptr<PdfDocument>> fresh =
        PdfDocument::openRevision(document.path(), document.d().length, &password);
    if (fresh && (*fresh)->facts().fileSize != document.facts().fileSize)
        return fail(ErrorCode::DocumentChanged, {}, fileContext(document.path()));
    return fresh;
}

/** `document` answers what is asked of pages: `fresh` is locked while it is edited. */
Result<PreparedRevision> prepareIn(const PdfDocument &fresh, const PdfDocument &document,
                                   const SignatureRevisionRequest &request, const WorkGuard &guard)
{
    const Result<PdfDocument::Private::Access> access = fresh.d().access(guard);
    if (!access)
        return fail(access.error());
    RevisionWriter writer(access->ctx, access->doc, document, request);
    if (auto begun = writer.begin(); !begun)
        return fail(std::move(begun.error()));
    return writer.write(fresh.facts().fileSize, guard.stopToken());
}

Result<void> checkIn(const PdfDocument::Private::Access &access, const QString &existingField)
{
    FormTree form(access.ctx);
    if (auto read = form.read(access.doc); !read)
        return read;
    const Result<SigningRules> rules = readSigningRules(access.ctx, access.doc, form);
    if (!rules)
        return fail(rules.error());
    const bool isDamaged = access.doc->repair_attempted != 0;
    if (isDamaged && (rules->isSigned || containsByteRange(access.doc->file)))
        return fail(ErrorCode::DamagedAndSigned);
    return checkRules(*rules, form, existingField, existingField.isEmpty());
}

Error withFile(Error error, const PdfDocument &document)
{
    if (error.context.fileName.isEmpty())
        error.context.fileName = fileContext(document.path()).fileName;
    return error;
}

} // namespace

Result<void> checkSignable(const PdfDocument &document, const QString &existingField)
{
    if (auto size = checkSize(document); !size)
        return size;
    if (auto allowed = checkPermissions(document.facts(), existingField.isEmpty()); !allowed)
        return fail(withFile(std::move(allowed.error()), document));
    WorkGuard guard({}, timeLimit);
    const Result<PdfDocument::Private::Access> access = document.d().access(guard);
    if (!access)
        return fail(withFile(access.error(), document));
    const Result<void> checked = checkIn(*access, existingField);
    document.d().noteEnd(guard);
    if (!checked)
        return fail(withFile(guard.explain(checked.error()), document));
    return {};
}

Result<PreparedRevision> prepareRevision(const PdfDocument &document, const SignatureRevisionRequest &request,
                                         std::stop_token stop)
{
    if (auto usable = checkRequest(request); !usable)
        return fail(std::move(usable.error()));
    if (auto size = checkSize(document); !size)
        return fail(std::move(size.error()));
    WorkGuard guard(std::move(stop), timeLimit);
    if (auto stopped = guard.interruption())
        return fail(std::move(*stopped));
    const Result<std::shared_ptr<PdfDocument>> fresh = openAnew(document, guard);
    if (!fresh)
        return fail(withFile(guard.explain(fresh.error()), document));
    Result<PreparedRevision> prepared = prepareIn(**fresh, document, request, guard);
    if (!prepared)
        return fail(withFile(guard.explain(std::move(prepared.error())), document));
    if (auto stopped = guard.interruption())
        return fail(std::move(*stopped));
    return prepared;
}

Result<void> embedCms(PreparedRevision &revision, const QByteArray &cms)
{
    const qint64 at = revision.contentsOffset - revision.originalSize;
    const qint64 digits = 2 * revision.contentsCapacity;
    if (at < 0 || at + digits + 2 > revision.appended.size() || revision.appended.at(at) != '<' ||
        revision.appended.at(at + digits + 1) != '>')
        return fail(ErrorCode::InternalError, QStringLiteral("the gap is not where it should be"));
    if (cms.isEmpty() || cms.size() > revision.contentsCapacity)
        return fail(ErrorCode::CmsMalformed,
                    QStringLiteral("%1 bytes for a room of %2").arg(cms.size()).arg(revision.contentsCapacity));
    revision.appended.replace(at + 1, digits, cms.toHex().leftJustified(digits, '0'));
    return {};
}

} // namespace bidseal
