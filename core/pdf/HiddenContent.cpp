#include "core/pdf/HiddenContent.h"

namespace bidseal {

namespace {

/** A device that draws nothing and looks where things would be. */
struct BoundsDevice
{
    fz_device base;
    fz_rect visible;
    fz_rect paper;
    int hidden;
};

BoundsDevice *self(fz_device *device)
{
    return reinterpret_cast<BoundsDevice *>(device);
}

void look(fz_context *ctx, fz_device *device, fz_rect bounds)
{
    BoundsDevice *own = self(device);
    const fz_rect drawn =
        fz_intersect_rect(fz_intersect_rect(bounds, fz_device_current_scissor(ctx, device)), own->paper);
    if (!fz_is_empty_rect(drawn) && fz_is_empty_rect(fz_intersect_rect(drawn, own->visible)))
        ++own->hidden;
}

void fillText(fz_context *ctx, fz_device *device, const fz_text *text, fz_matrix ctm, fz_colorspace * /*space*/,
              const float * /*color*/, float /*alpha*/, fz_color_params /*params*/)
{
    look(ctx, device, fz_bound_text(ctx, text, nullptr, ctm));
}

void strokeText(fz_context *ctx, fz_device *device, const fz_text *text, const fz_stroke_state *stroke, fz_matrix ctm,
                fz_colorspace * /*space*/, const float * /*color*/, float /*alpha*/, fz_color_params /*params*/)
{
    look(ctx, device, fz_bound_text(ctx, text, stroke, ctm));
}

void fillImage(fz_context *ctx, fz_device *device, fz_image * /*image*/, fz_matrix ctm, float /*alpha*/,
               fz_color_params /*params*/)
{
    look(ctx, device, fz_transform_rect(fz_unit_rect, ctm));
}

void fillImageMask(fz_context *ctx, fz_device *device, fz_image * /*image*/, fz_matrix ctm, fz_colorspace * /*space*/,
                   const float * /*color*/, float /*alpha*/, fz_color_params /*params*/)
{
    look(ctx, device, fz_transform_rect(fz_unit_rect, ctm));
}

fz_rect toFz(const RectF &r)
{
    return fz_make_rect(static_cast<float>(r.x0), static_cast<float>(r.y0), static_cast<float>(r.x1),
                        static_cast<float>(r.y1));
}

BoundsDevice *newBoundsDevice(fz_context *ctx)
{
    auto *device = reinterpret_cast<BoundsDevice *>(fz_new_device_of_size(ctx, sizeof(BoundsDevice)));
    device->base.fill_text = fillText;
    device->base.stroke_text = strokeText;
    device->base.fill_image = fillImage;
    device->base.fill_image_mask = fillImageMask;
    return device;
}

} // namespace

bool drawsOutside(fz_context *ctx, fz_display_list *list, const RectF &visible, const RectF &paper, fz_cookie *cookie)
{
    BoundsDevice *device = nullptr;
    bool hidden = false;
    fz_var(device);
    fz_var(hidden);
    fz_try(ctx)
    {
        device = newBoundsDevice(ctx);
        device->visible = toFz(visible);
        device->paper = toFz(paper);
        fz_run_display_list(ctx, list, &device->base, fz_identity, fz_infinite_rect, cookie);
        fz_close_device(ctx, &device->base);
        hidden = device->hidden > 0;
    }
    fz_always(ctx)
    {
        if (device != nullptr)
            fz_drop_device(ctx, &device->base);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
    return hidden;
}

} // namespace bidseal
