#include "core/pdf/AppearanceForm.h"

namespace bidseal {

namespace {

fz_image *imageFromPng(fz_context *ctx, const QByteArray &png)
{
    fz_buffer *buffer = fz_new_buffer_from_copied_data(ctx, reinterpret_cast<const unsigned char *>(png.constData()),
                                                       static_cast<size_t>(png.size()));
    fz_image *image = nullptr;
    fz_try(ctx)
    {
        image = fz_new_image_from_buffer(ctx, buffer);
    }
    fz_always(ctx)
    {
        fz_drop_buffer(ctx, buffer);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
    return image;
}

/** The turned box keeps its lower left corner at the origin, which readers that ignore a shifted box need. */
fz_matrix counterRotation(int pageRotation, float width, float height)
{
    switch (pageRotation) {
    case 90:
        return fz_make_matrix(0, 1, -1, 0, height, 0);
    case 180:
        return fz_make_matrix(-1, 0, 0, -1, width, height);
    case 270:
        return fz_make_matrix(0, -1, 1, 0, 0, width);
    default:
        return fz_identity;
    }
}

pdf_obj *newResources(fz_context *ctx, pdf_document *doc, pdf_obj *image)
{
    pdf_obj *resources = pdf_new_dict(ctx, doc, 1);
    fz_try(ctx)
    {
        if (image != nullptr) {
            pdf_obj *images = pdf_dict_put_dict(ctx, resources, PDF_NAME(XObject), 1);
            pdf_dict_puts(ctx, images, "Im0", image);
        }
    }
    fz_catch(ctx)
    {
        pdf_drop_obj(ctx, resources);
        fz_rethrow(ctx);
    }
    return resources;
}

} // namespace

pdf_obj *addAppearanceImage(fz_context *ctx, pdf_document *doc, const QByteArray &png)
{
    fz_image *image = imageFromPng(ctx, png);
    pdf_obj *object = nullptr;
    fz_try(ctx)
    {
        object = pdf_add_image(ctx, doc, image);
    }
    fz_always(ctx)
    {
        fz_drop_image(ctx, image);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
    return object;
}

pdf_obj *addAppearanceForm(fz_context *ctx, pdf_document *doc, const StampAppearance &appearance, pdf_obj *image,
                           int pageRotation)
{
    const auto width = static_cast<float>(appearance.sizePoints.width);
    const auto height = static_cast<float>(appearance.sizePoints.height);
    fz_buffer *content = nullptr;
    pdf_obj *resources = nullptr;
    pdf_obj *form = nullptr;
    fz_var(form);
    fz_var(content);
    fz_var(resources);
    fz_try(ctx)
    {
        content =
            fz_new_buffer_from_copied_data(ctx, reinterpret_cast<const unsigned char *>(appearance.content.constData()),
                                           static_cast<size_t>(appearance.content.size()));
        resources = newResources(ctx, doc, image);
        form = pdf_new_xobject(ctx, doc, fz_make_rect(0, 0, width, height),
                               counterRotation(pageRotation, width, height), resources, content);
    }
    fz_always(ctx)
    {
        pdf_drop_obj(ctx, resources);
        fz_drop_buffer(ctx, content);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
    return form;
}

} // namespace bidseal
