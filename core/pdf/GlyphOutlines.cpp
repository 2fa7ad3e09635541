#include "core/pdf/GlyphOutlines.h"

#include "core/pdf/MuPdfContext.h"

#include <QHash>
#include <QMutex>

namespace bidseal {

namespace {

constexpr float unitsPerEm = 1000;

// The operators go into a buffer of MuPDF's own, because a walker may be left by longjmp.
fz_buffer *sinkOf(void *argument)
{
    return static_cast<fz_buffer *>(argument);
}

void moveTo(fz_context *ctx, void *argument, float x, float y)
{
    fz_append_printf(ctx, sinkOf(argument), "%g %g m\n", double(x), double(y));
}

void lineTo(fz_context *ctx, void *argument, float x, float y)
{
    fz_append_printf(ctx, sinkOf(argument), "%g %g l\n", double(x), double(y));
}

void curveTo(fz_context *ctx, void *argument, float x1, float y1, float x2, float y2, float x3, float y3)
{
    fz_append_printf(ctx, sinkOf(argument), "%g %g %g %g %g %g c\n", double(x1), double(y1), double(x2), double(y2),
                     double(x3), double(y3));
}

void closePath(fz_context *ctx, void *argument)
{
    fz_append_string(ctx, sinkOf(argument), "h\n");
}

void outlineGlyph(fz_context *ctx, fz_font *font, int glyph, fz_buffer *sink)
{
    fz_path *path = fz_outline_glyph(ctx, font, glyph, fz_scale(unitsPerEm, unitsPerEm));
    if (path == nullptr)
        return;
    fz_try(ctx)
    {
        constexpr fz_path_walker walker{moveTo, lineTo, curveTo, closePath, nullptr, nullptr, nullptr, nullptr};
        fz_walk_path(ctx, path, &walker, sink);
    }
    fz_always(ctx)
    {
        fz_drop_path(ctx, path);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
}

/** The advance in units, negative when the font does not know the character. */
float lookUpGlyph(fz_context *ctx, int character, fz_buffer *sink)
{
    float advance = -1;
    fz_var(advance);
    fz_font *font = fz_new_cjk_font(ctx, FZ_ADOBE_GB);
    fz_try(ctx)
    {
        const int glyph = fz_encode_character(ctx, font, character);
        if (glyph > 0) {
            outlineGlyph(ctx, font, glyph, sink);
            advance = fz_advance_glyph(ctx, font, glyph, 0) * unitsPerEm;
        }
    }
    fz_always(ctx)
    {
        fz_drop_font(ctx, font);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
    return advance;
}

Result<GlyphOutline> makeOutline(char16_t character)
{
    const Result<std::unique_ptr<MuPdfContext>> context = MuPdfContext::create();
    if (!context)
        return fail(context.error());
    fz_context *ctx = (*context)->get();
    BufferHandle sink(ctx);
    float advance = -1;
    const Result<void> done = muPdfTry(ctx, ErrorCode::InternalError, [&] {
        sink.out() = fz_new_buffer(ctx, 1024);
        advance = lookUpGlyph(ctx, character, sink.get());
    });
    if (!done)
        return fail(done.error());
    if (advance < 0)
        return fail(ErrorCode::InvalidArgument,
                    QStringLiteral("no glyph for U+%1").arg(int(character), 4, 16, QChar(u'0')));
    unsigned char *data = nullptr;
    const size_t size = fz_buffer_storage(ctx, sink.get(), &data);
    return GlyphOutline{advance, QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size))};
}

Result<GlyphOutline> cachedOutline(char16_t character)
{
    static QMutex mutex;
    static QHash<char16_t, GlyphOutline> cache;
    const QMutexLocker lock(&mutex);
    if (const auto found = cache.constFind(character); found != cache.constEnd())
        return *found;
    Result<GlyphOutline> made = makeOutline(character);
    if (made)
        cache.insert(character, *made);
    return made;
}

} // namespace

Result<std::vector<GlyphOutline>> glyphOutlines(const QString &text)
{
    std::vector<GlyphOutline> outlines;
    outlines.reserve(static_cast<std::size_t>(text.size()));
    for (const QChar c : text) {
        Result<GlyphOutline> outline = cachedOutline(c.unicode());
        if (!outline)
            return fail(std::move(outline.error()));
        outlines.push_back(std::move(*outline));
    }
    return outlines;
}

} // namespace bidseal
