// The text part of PdfDocument.

#include "core/pdf/PdfDocument.h"

#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/PdfErrors.h"
#include "core/pdf/TextPages.h"

#include <array>

namespace bidseal {

namespace {

constexpr std::chrono::seconds textLimit{15};
constexpr int maxSelectionQuads = 4096;

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

struct RawSelection
{
    std::array<fz_quad, maxSelectionQuads> quads;
    int count = 0;
    char *text = nullptr;
};

fz_point toFz(PointF p)
{
    return fz_make_point(static_cast<float>(p.x), static_cast<float>(p.y));
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
    QString text;
    int line = 0;
    for (const PageCharacter &character : charactersOf(structured->get())) {
        if (character.line != line)
            text += u'\n';
        line = character.line;
        text += QString::fromUcs4(&character.code, 1);
    }
    return text;
}

Result<TextSelection> PdfDocument::select(int page, PointF from, PointF to) const
{
    if (page < 0 || page >= pageCount())
        return fail(ErrorCode::PageOutOfRange, {}, pageContext(page));
    WorkGuard guard({}, textLimit, WorkGuard::Watch::Thread);
    const MuPdfThreadContext context = m_d->context->clone();
    fz_context *ctx = context.get();
    auto structured = m_d->textPage(ctx, page, Private::TextSource::Everything, guard);
    if (!structured)
        return fail(std::move(structured.error()));

    const auto raw = std::make_unique<RawSelection>();
    fz_stext_page *stext = structured->get();
    auto selected = muPdfTry(ctx, ErrorCode::PageUnreadable, [&] {
        raw->count = fz_highlight_selection(ctx, stext, toFz(from), toFz(to), raw->quads.data(), maxSelectionQuads);
        raw->text = fz_copy_selection(ctx, stext, toFz(from), toFz(to), 0);
    });
    TextSelection selection;
    selection.text = QString::fromUtf8(raw->text);
    fz_free(ctx, raw->text);
    if (!selected)
        return fail(guard.explain(std::move(selected.error())));
    for (int i = 0; i < raw->count; ++i)
        selection.quads.push_back(toQuad(raw->quads[static_cast<std::size_t>(i)]));
    return selection;
}

} // namespace bidseal
