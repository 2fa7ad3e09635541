#include "core/pdf/AppearanceForm.h"
#include "core/pdf/MuPdfContext.h"
#include "core/pdf/StampAppearance.h"

#include <new>

namespace bidseal {

namespace {

constexpr int maxSide = 16384; // pixels

/** A blank page as large as the stamp that shows nothing but it, in a document that is never saved. */
void buildPage(fz_context *ctx, pdf_document *doc, const StampAppearance &appearance, ObjectHandle &image,
               ObjectHandle &form, ObjectHandle &page, BufferHandle &content)
{
    if (!appearance.imagePng.isEmpty())
        image.out() = addAppearanceImage(ctx, doc, appearance.imagePng);
    form.out() = addAppearanceForm(ctx, doc, appearance, image.get(), 0);
    page.out() = pdf_new_dict(ctx, doc, 1);
    pdf_obj *forms = pdf_dict_put_dict(ctx, page.get(), PDF_NAME(XObject), 1);
    pdf_dict_puts(ctx, forms, "Fm0", form.get());
    content.out() = fz_new_buffer(ctx, 16);
    fz_append_string(ctx, content.get(), "/Fm0 Do");
    const fz_rect box = fz_make_rect(0, 0, static_cast<float>(appearance.sizePoints.width),
                                     static_cast<float>(appearance.sizePoints.height));
    pdf_obj *added = pdf_add_page(ctx, doc, box, 0, page.get(), content.get());
    page.out() = added;
    pdf_insert_page(ctx, doc, 0, added);
}

void drawPage(fz_context *ctx, pdf_document *doc, PageHandle &page, fz_pixmap *pixmap, SizeF sizePoints,
              DeviceHandle &device)
{
    page.out() = pdf_load_page(ctx, doc, 0);
    device.out() = fz_new_draw_device(ctx, fz_identity, pixmap);
    const fz_matrix scale =
        fz_scale(static_cast<float>(pixmap->w / sizePoints.width), static_cast<float>(pixmap->h / sizePoints.height));
    pdf_run_page_contents(ctx, page.get(), device.get(), scale, nullptr);
    fz_close_device(ctx, device.get());
}

Result<Raster> blankRaster(int width, int height)
{
    Raster raster{width, height, width * 4, nullptr};
    auto *memory = new (std::nothrow) std::uint8_t[static_cast<std::size_t>(raster.byteCount())]();
    if (memory == nullptr)
        return fail(ErrorCode::DocumentTooComplex,
                    QStringLiteral("no memory for a stamp of %1 x %2").arg(width).arg(height));
    raster.pixels.reset(memory);
    return raster;
}

Result<void> draw(fz_context *ctx, const StampAppearance &appearance, const Raster &raster)
{
    DocumentHandle doc(ctx);
    ObjectHandle image(ctx);
    ObjectHandle form(ctx);
    ObjectHandle pageObject(ctx);
    BufferHandle content(ctx);
    PageHandle page(ctx);
    PixmapHandle pixmap(ctx);
    DeviceHandle device(ctx);
    return muPdfTry(ctx, ErrorCode::SealImageUnusable, [&] {
        doc.out() = pdf_create_document(ctx);
        buildPage(ctx, doc.get(), appearance, image, form, pageObject, content);
        pixmap.out() = fz_new_pixmap_with_bbox_and_data(
            ctx, fz_device_bgr(ctx), fz_make_irect(0, 0, raster.width, raster.height), nullptr, 1, raster.pixels.get());
        drawPage(ctx, doc.get(), page, pixmap.get(), appearance.sizePoints, device);
    });
}

} // namespace

Result<Raster> renderAppearance(const StampAppearance &appearance, int width, int height)
{
    const SizeF size = appearance.sizePoints;
    if (width <= 0 || height <= 0 || width > maxSide || height > maxSide || !(size.width > 0) || !(size.height > 0))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("stamp of %1 x %2 pixels").arg(width).arg(height));
    Result<Raster> raster = blankRaster(width, height);
    if (!raster)
        return raster;
    const Result<std::unique_ptr<MuPdfContext>> context = MuPdfContext::create();
    if (!context)
        return fail(context.error());
    const Result<void> drawn = draw((*context)->get(), appearance, *raster);
    if (!drawn)
        return fail(drawn.error());
    return raster;
}

} // namespace bidseal
