#include "core/pdf/SealPicture.h"

#include "core/model/Raster.h"
#include "core/pdf/MuPdfContext.h"
#include "core/pdf/PixelPicture.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace bidseal {

namespace {

constexpr int maxSide = 6000; // pixels
constexpr qsizetype maxBytes = qsizetype{64} << 20;

bool isPngOrJpeg(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xff\xd8\xff");
}

std::unexpected<Error> unusable(const QString &reason)
{
    return fail(ErrorCode::SealImageUnusable, reason);
}

struct DecodedPixmap
{
    PixmapHandle pixmap;
    int orientation = 0;
};

/** Reads the header first, so that a picture of absurd size is refused before memory is spent on it. */
Result<ImageHandle> openPicture(fz_context *ctx, const QByteArray &bytes)
{
    BufferHandle buffer(ctx);
    ImageHandle image(ctx);
    const Result<void> opened = muPdfTry(ctx, ErrorCode::SealImageUnusable, [&] {
        buffer.out() = fz_new_buffer_from_copied_data(ctx, reinterpret_cast<const unsigned char *>(bytes.constData()),
                                                      static_cast<size_t>(bytes.size()));
        image.out() = fz_new_image_from_buffer(ctx, buffer.get());
    });
    if (!opened)
        return fail(opened.error());
    const int width = image.get()->w;
    const int height = image.get()->h;
    if (width <= 0 || height <= 0 || width > maxSide || height > maxSide)
        return unusable(QStringLiteral("picture of %1 x %2 pixels").arg(width).arg(height));
    return image;
}

Result<DecodedPixmap> decode(fz_context *ctx, const QByteArray &bytes)
{
    const Result<ImageHandle> image = openPicture(ctx, bytes);
    if (!image)
        return fail(image.error());
    DecodedPixmap decoded{PixmapHandle(ctx), fz_image_orientation(ctx, image->get())};
    PixmapHandle raw(ctx);
    const Result<void> done = muPdfTry(ctx, ErrorCode::SealImageUnusable, [&] {
        raw.out() = fz_get_pixmap_from_image(ctx, image->get(), nullptr, nullptr, nullptr, nullptr);
        decoded.pixmap.out() =
            fz_convert_pixmap(ctx, raw.get(), fz_device_rgb(ctx), nullptr, nullptr, fz_default_color_params, 1);
    });
    if (!done)
        return fail(done.error());
    return decoded;
}

PixelPicture pictureOf(const fz_pixmap *pixmap)
{
    PixelPicture picture{pixmap->w, pixmap->h, {}};
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    std::uint8_t *out = picture.pixels.data();
    for (int y = 0; y < pixmap->h; ++y) {
        const unsigned char *in = pixmap->samples + y * pixmap->stride;
        for (int x = 0; x < pixmap->w; ++x, in += pixmap->n, out += 4) {
            std::copy_n(in, 3, out);
            out[3] = pixmap->alpha != 0 ? in[3] : 255;
        }
    }
    return picture;
}

Result<QByteArray> encode(fz_context *ctx, PixelPicture &picture)
{
    PixmapHandle pixmap(ctx);
    BufferHandle buffer(ctx);
    const Result<void> done = muPdfTry(ctx, ErrorCode::SealImageUnusable, [&] {
        pixmap.out() = fz_new_pixmap_with_bbox_and_data(ctx, fz_device_rgb(ctx),
                                                        fz_make_irect(0, 0, picture.width, picture.height), nullptr, 1,
                                                        picture.pixels.data());
        buffer.out() = fz_new_buffer_from_pixmap_as_png(ctx, pixmap.get(), fz_default_color_params);
    });
    if (!done)
        return fail(done.error());
    unsigned char *data = nullptr;
    const size_t size = fz_buffer_storage(ctx, buffer.get(), &data);
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

bool isOpaque(const Raster &raster)
{
    for (int y = 0; y < raster.height; ++y) {
        const std::uint8_t *row = raster.pixels.get() + static_cast<std::ptrdiff_t>(y) * raster.stride;
        for (int x = 0; x < raster.width; ++x) {
            if (row[4 * static_cast<std::ptrdiff_t>(x) + 3] != 255)
                return false;
        }
    }
    return true;
}

using BandWriterHandle = MuPdfHandle<fz_band_writer, fz_drop_band_writer>;

/** Rows of a raster as RGB without alpha, from row `first`. */
void fillBand(const Raster &raster, int first, int rows, unsigned char *out)
{
    for (int y = first; y < first + rows; ++y) {
        const std::uint8_t *in = raster.pixels.get() + static_cast<std::ptrdiff_t>(y) * raster.stride;
        for (int x = 0; x < raster.width; ++x, in += 4, out += 3) {
            out[0] = in[2]; // rasters are BGRA
            out[1] = in[1];
            out[2] = in[0];
        }
    }
}

/** Band by band: a page at 150 dpi is 9 MB, and touching that memory twice more costs as much as drawing it. */
Result<QByteArray> encodeOpaque(fz_context *ctx, const Raster &raster)
{
    constexpr int bandRows = 64;
    const int stride = raster.width * 3;
    std::vector<unsigned char> band(static_cast<std::size_t>(stride) * bandRows);
    BufferHandle buffer(ctx);
    OutputHandle output(ctx);
    BandWriterHandle writer(ctx);
    const Result<void> done = muPdfTry(ctx, ErrorCode::InternalError, [&] {
        buffer.out() = fz_new_buffer(ctx, 1 << 16);
        output.out() = fz_new_output_with_buffer(ctx, buffer.get());
        writer.out() = fz_new_png_band_writer(ctx, output.get());
        fz_write_header(ctx, writer.get(), raster.width, raster.height, 3, 0, 0, 0, 0, fz_device_rgb(ctx), nullptr);
        for (int first = 0; first < raster.height; first += bandRows) {
            const int rows = std::min(bandRows, raster.height - first);
            fillBand(raster, first, rows, band.data());
            fz_write_band(ctx, writer.get(), stride, rows, band.data());
        }
        fz_close_band_writer(ctx, writer.get());
        fz_close_output(ctx, output.get());
    });
    if (!done)
        return fail(done.error());
    unsigned char *data = nullptr;
    const size_t size = fz_buffer_storage(ctx, buffer.get(), &data);
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

PixelPicture pictureOf(const Raster &raster)
{
    PixelPicture picture{raster.width, raster.height, {}};
    picture.pixels.resize(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height) * 4);
    std::uint8_t *out = picture.pixels.data();
    for (int y = 0; y < raster.height; ++y) {
        const std::uint8_t *in = raster.pixels.get() + static_cast<std::ptrdiff_t>(y) * raster.stride;
        for (int x = 0; x < raster.width; ++x, in += 4, out += 4) {
            out[0] = in[2]; // rasters are BGRA
            out[1] = in[1];
            out[2] = in[0];
            out[3] = in[3];
        }
    }
    return picture;
}

Result<PixelPicture> readPicture(fz_context *ctx, const QByteArray &bytes, const SealPictureOptions &options)
{
    Result<DecodedPixmap> decoded = decode(ctx, bytes);
    if (!decoded)
        return fail(decoded.error());
    PixelPicture picture = oriented(pictureOf(decoded->pixmap.get()), decoded->orientation);
    if (options.whiteToTransparent && !hasTransparency(picture))
        turnWhiteTransparent(picture);
    const PixelPicture visible = trimmed(picture);
    if (visible.isEmpty())
        return unusable(QStringLiteral("nothing can be seen in the picture"));
    return options.trim ? visible : picture;
}

} // namespace

Result<SealPicture> importSealPicture(const QByteArray &bytes, const SealPictureOptions &options)
{
    if (!isPngOrJpeg(bytes))
        return unusable(QStringLiteral("neither PNG nor JPEG"));
    if (bytes.size() > maxBytes)
        return unusable(QStringLiteral("picture file of %1 bytes").arg(bytes.size()));
    const Result<std::unique_ptr<MuPdfContext>> context = MuPdfContext::create();
    if (!context)
        return fail(context.error());
    Result<PixelPicture> picture = readPicture((*context)->get(), bytes, options);
    if (!picture)
        return fail(picture.error());
    Result<QByteArray> png = encode((*context)->get(), *picture);
    if (!png)
        return fail(png.error());
    return SealPicture{std::move(*png), picture->width, picture->height};
}

Result<QByteArray> encodePng(const Raster &raster)
{
    if (raster.isNull() || raster.width <= 0 || raster.height <= 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("no picture to encode"));
    const Result<std::unique_ptr<MuPdfContext>> context = MuPdfContext::create();
    if (!context)
        return fail(context.error());
    fz_context *ctx = (*context)->get();
    if (isOpaque(raster))
        return encodeOpaque(ctx, raster);
    PixelPicture picture = pictureOf(raster);
    return encode(ctx, picture);
}

} // namespace bidseal
