// The text part of PdfDocument.

#include "core/pdf/PdfDocument.h"

#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/PdfErrors.h"
#include "core/pdf/TextPages.h"

namespace bidseal {

namespace {

constexpr std::chrono::seconds textLimit{15};

void extract(fz_context *ctx, fz_stext_page *page, fz_display_list *list, fz_cookie *cookie)
{
    fz_device *device = nullptr;
    fz_var(device);
    fz_try(ctx)
    {
        device = fz_new_stext_device(ctx, page, nullptr);
        fz_run_display_list(ctx, list, device, fz_identity, fz_infinite_rect, cookie);
        fz_close_device(ctx, device);
    }
    fz_always(ctx)
    {
        fz_drop_device(ctx, device);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
}

} // namespace

Result<TextPageHandle> PdfDocument::Private::textPage(fz_context *ctx, int page, TextSource source, WorkGuard &guard)
{
    auto lists = pageLists(page, guard);
    if (!lists)
        return fail(std::move(lists.error()));
    TextPageHandle text(ctx);
    fz_stext_page *&out = text.out();
    fz_display_list *contents = (*lists)->contents.get();
    fz_display_list *annotations = source == TextSource::Everything ? (*lists)->annotations.get() : nullptr;
    auto made = muPdfTry(ctx, ErrorCode::PageUnreadable, [&] {
        out = fz_new_stext_page(ctx, fz_bound_display_list(ctx, contents));
        extract(ctx, out, contents, guard.cookie());
        if (annotations != nullptr)
            extract(ctx, out, annotations, guard.cookie());
    });
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    if (!made)
        return fail(made.error().code, made.error().detail, pageContext(page));
    return text;
}

Result<std::vector<TextHit>> PdfDocument::search(int page, const QString &needle, std::stop_token stop) const
{
    if (page < 0 || page >= pageCount())
        return fail(ErrorCode::PageOutOfRange, {}, pageContext(page));
    WorkGuard guard(std::move(stop), textLimit, WorkGuard::Watch::Thread);
    const MuPdfThreadContext context = m_d->context->clone();
    auto text = m_d->textPage(context.get(), page, Private::TextSource::Everything, guard);
    if (!text)
        return fail(std::move(text.error()));
    return findText(charactersOf(text->get()), needle, page);
}

Result<QString> PdfDocument::text(int page) const
{
    if (page < 0 || page >= pageCount())
        return fail(ErrorCode::PageOutOfRange, {}, pageContext(page));
    WorkGuard guard({}, textLimit, WorkGuard::Watch::Thread);
    const MuPdfThreadContext context = m_d->context->clone();
    auto structured = m_d->textPage(context.get(), page, Private::TextSource::Everything, guard);
    if (!structured)
        return fail(std::move(structured.error()));
    return plainText(charactersOf(structured->get()));
}

Result<TextSelection> PdfDocument::select(int page, PointF from, PointF to) const
{
    if (page < 0 || page >= pageCount())
        return fail(ErrorCode::PageOutOfRange, {}, pageContext(page));
    WorkGuard guard({}, textLimit, WorkGuard::Watch::Thread);
    const MuPdfThreadContext context = m_d->context->clone();
    auto structured = m_d->textPage(context.get(), page, Private::TextSource::Everything, guard);
    if (!structured)
        return fail(std::move(structured.error()));

    return selectText(charactersOf(structured->get()), from, to);
}

} // namespace bidseal
