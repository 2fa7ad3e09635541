#include "core/pdf/OutlinedTextDevice.h"

namespace bidseal {

namespace {

struct OutlinedTextDevice
{
    fz_device super;
    fz_device *target;
};

fz_device *targetOf(fz_device *device)
{
    return reinterpret_cast<OutlinedTextDevice *>(device)->target;
}

void fillPath(fz_context *ctx, fz_device *device, const fz_path *path, int evenOdd, fz_matrix ctm, fz_colorspace *space,
              const float *color, float alpha, fz_color_params params)
{
    fz_fill_path(ctx, targetOf(device), path, evenOdd, ctm, space, color, alpha, params);
}

void strokePath(fz_context *ctx, fz_device *device, const fz_path *path, const fz_stroke_state *stroke, fz_matrix ctm,
                fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
    fz_stroke_path(ctx, targetOf(device), path, stroke, ctm, space, color, alpha, params);
}

void clipPath(fz_context *ctx, fz_device *device, const fz_path *path, int evenOdd, fz_matrix ctm, fz_rect scissor)
{
    fz_clip_path(ctx, targetOf(device), path, evenOdd, ctm, scissor);
}

void popClip(fz_context *ctx, fz_device *device)
{
    fz_pop_clip(ctx, targetOf(device));
}

/** What one run of text is painted with. */
struct Ink
{
    fz_matrix ctm;
    fz_colorspace *space;
    const float *color;
    float alpha;
    fz_color_params params;
};

fz_matrix glyphMatrix(const fz_text_span *span, const fz_text_item &item)
{
    fz_matrix matrix = span->trm;
    matrix.e = item.x;
    matrix.f = item.y;
    return matrix;
}

void fillOutline(fz_context *ctx, fz_device *target, const fz_text_span *span, const fz_text_item &item, const Ink &ink)
{
    fz_path *path = fz_outline_glyph(ctx, span->font, item.gid, fz_concat(glyphMatrix(span, item), ink.ctm));
    if (!path)
        return;
    fz_try(ctx)
    {
        fz_fill_path(ctx, target, path, 0, fz_identity, ink.space, ink.color, ink.alpha, ink.params);
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

enum class TextShow { Painted, Invisible };

/** The run as text; invisible text can still be searched and copied. */
void putText(fz_context *ctx, fz_device *target, const fz_text_span *span, const Ink &ink, TextShow show)
{
    fz_text *text = fz_new_text(ctx);
    fz_try(ctx)
    {
        for (int i = 0; i < span->len; ++i) {
            const fz_text_item &item = span->items[i];
            fz_show_glyph(ctx, text, span->font, glyphMatrix(span, item), item.gid, item.ucs, span->wmode,
                          span->bidi_level, static_cast<fz_bidi_direction>(span->markup_dir),
                          static_cast<fz_text_language>(span->language));
        }
        if (show == TextShow::Painted)
            fz_fill_text(ctx, target, text, ink.ctm, ink.space, ink.color, ink.alpha, ink.params);
        else
            fz_ignore_text(ctx, target, text, ink.ctm);
    }
    fz_always(ctx)
    {
        fz_drop_text(ctx, text);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
}

void fillText(fz_context *ctx, fz_device *device, const fz_text *text, fz_matrix ctm, fz_colorspace *space,
              const float *color, float alpha, fz_color_params params)
{
    const Ink ink{ctm, space, color, alpha, params};
    fz_device *target = targetOf(device);
    for (const fz_text_span *span = text->head; span; span = span->next) {
        if (!fz_font_flags(span->font)->cjk) {
            putText(ctx, target, span, ink, TextShow::Painted);
            continue;
        }
        for (int i = 0; i < span->len; ++i) {
            if (span->items[i].gid >= 0)
                fillOutline(ctx, target, span, span->items[i], ink);
        }
        putText(ctx, target, span, ink, TextShow::Invisible);
    }
}

} // namespace

fz_device *newOutlinedTextDevice(fz_context *ctx, fz_device *target)
{
    auto *device = reinterpret_cast<OutlinedTextDevice *>(fz_new_device_of_size(ctx, sizeof(OutlinedTextDevice)));
    device->target = target;
    device->super.fill_path = fillPath;
    device->super.stroke_path = strokePath;
    device->super.clip_path = clipPath;
    device->super.pop_clip = popClip;
    device->super.fill_text = fillText;
    return &device->super;
}

} // namespace bidseal
