// The drawing part of PdfDocument.

#include "core/pdf/PdfDocument.h"

#include "core/common/Log.h"
#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/PdfErrors.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace bidseal {

namespace {

constexpr std::size_t maxRecentLists = 6;
constexpr std::int64_t maxRasterBytes = std::int64_t{256} << 20;
constexpr double maxSide = 200000;

struct RawBoxes
{
    fz_rect media{};
    fz_rect crop{};
    int rotate = 0;
    float userUnit = 1;
};

/** pdf_to_rect gives an inside-out rectangle for what is none. */
fz_rect toBox(fz_context *ctx, pdf_obj *array)
{
    return pdf_array_len(ctx, array) < 4 ? fz_rect{0, 0, 0, 0} : pdf_to_rect(ctx, array);
}

RawBoxes readBoxes(fz_context *ctx, pdf_obj *page)
{
    RawBoxes boxes;
    boxes.media = toBox(ctx, pdf_dict_get_inheritable(ctx, page, PDF_NAME(MediaBox)));
    pdf_obj *crop = pdf_dict_get_inheritable(ctx, page, PDF_NAME(CropBox));
    boxes.crop = pdf_is_array(ctx, crop) ? toBox(ctx, crop) : boxes.media;
    boxes.rotate = pdf_to_int(ctx, pdf_dict_get_inheritable(ctx, page, PDF_NAME(Rotate)));
    pdf_obj *unit = pdf_dict_get(ctx, page, PDF_NAME(UserUnit));
    boxes.userUnit = pdf_is_number(ctx, unit) ? pdf_to_real(ctx, unit) : 1;
    return boxes;
}

RectF toRectF(fz_rect r)
{
    return {r.x0, r.y0, r.x1, r.y1};
}

/** From shown points to device pixels of the whole page. */
fz_matrix deviceMatrix(SizeF shown, double scale, int viewRotation)
{
    const auto s = static_cast<float>(scale);
    const auto w = static_cast<float>(shown.width * scale);
    const auto h = static_cast<float>(shown.height * scale);
    switch (viewRotation) {
    case 90:
        return fz_make_matrix(0, s, -s, 0, h, 0);
    case 180:
        return fz_make_matrix(-s, 0, 0, -s, w, h);
    case 270:
        return fz_make_matrix(0, -s, s, 0, 0, w);
    default:
        return fz_make_matrix(s, 0, 0, s, 0, 0);
    }
}

/** What one drawing needs, as plain data. */
struct DrawJob
{
    fz_context *ctx;
    const PageLists *lists;
    fz_matrix matrix;
    fz_irect area;
    unsigned char *pixels;
    bool withAnnotations;
    fz_cookie *cookie;
};

void drawLists(const DrawJob &job)
{
    fz_context *ctx = job.ctx;
    fz_pixmap *pixmap = nullptr;
    fz_device *device = nullptr;
    fz_var(pixmap);
    fz_var(device);
    fz_try(ctx)
    {
        pixmap = fz_new_pixmap_with_bbox_and_data(ctx, fz_device_bgr(ctx), job.area, nullptr, 1, job.pixels);
        device = fz_new_draw_device(ctx, fz_identity, pixmap);
        const fz_rect scissor = fz_rect_from_irect(job.area);
        fz_run_display_list(ctx, job.lists->contents.get(), device, job.matrix, scissor, job.cookie);
        if (job.withAnnotations && job.lists->annotations.get() != nullptr)
            fz_run_display_list(ctx, job.lists->annotations.get(), device, job.matrix, scissor, job.cookie);
        fz_close_device(ctx, device);
    }
    fz_always(ctx)
    {
        fz_drop_device(ctx, device);
        fz_drop_pixmap(ctx, pixmap);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
}

Raster whiteRaster(int width, int height)
{
    Raster raster{width, height, width * 4, nullptr};
    const auto bytes = static_cast<std::size_t>(raster.byteCount());
    raster.pixels = std::make_shared_for_overwrite<std::uint8_t[]>(bytes);
    std::memset(raster.pixels.get(), 0xff, bytes);
    return raster;
}

Result<QRect> rasterArea(const PageGeometry &geometry, const RenderRequest &request)
{
    const bool rightAngle = request.viewRotation == 0 || request.viewRotation == 90 || request.viewRotation == 180 ||
                            request.viewRotation == 270;
    if (!rightAngle || !std::isfinite(request.scale) || request.scale <= 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("scale or rotation"));
    const SizeF shown = geometry.shownSize();
    if (std::max(shown.width, shown.height) * request.scale > maxSide)
        return fail(ErrorCode::DocumentTooComplex, QStringLiteral("page too large at this scale"));
    const QRect whole(QPoint(0, 0), PdfDocument::rasterSize(geometry, request.scale, request.viewRotation));
    const QRect area = request.clip.isNull() ? whole : request.clip.intersected(whole);
    if (area.isEmpty())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("clip outside the page"));
    if (std::int64_t{area.width()} * area.height() * 4 > maxRasterBytes)
        return fail(ErrorCode::DocumentTooComplex, QStringLiteral("raster too large"));
    return area;
}

using RunPage = void (*)(fz_context *, pdf_page *, fz_device *, fz_matrix, fz_cookie *);

void runAnnotations(fz_context *ctx, pdf_page *page, fz_device *device, fz_matrix matrix, fz_cookie *cookie)
{
    pdf_run_page_annots(ctx, page, device, matrix, cookie);
    pdf_run_page_widgets(ctx, page, device, matrix, cookie);
}

/** Records into `list`, which stays with what it has got when the page throws. */
void record(fz_context *ctx, fz_display_list *list, pdf_page *page, fz_matrix matrix, RunPage run, fz_cookie *cookie)
{
    fz_device *device = nullptr;
    fz_var(device);
    fz_try(ctx)
    {
        device = fz_new_list_device(ctx, list);
        run(ctx, page, device, matrix, cookie);
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

/** MuPDF puts its own page matrix in front; this one takes it out again, so that PageGeometry alone decides. */
fz_matrix recordingMatrix(fz_context *ctx, pdf_page *page, const fz_matrix &shown)
{
    fz_rect box{};
    fz_matrix own{};
    pdf_page_transform(ctx, page, &box, &own);
    fz_matrix inverse{};
    if (fz_try_invert_matrix(&inverse, own) != 0)
        return shown;
    return fz_concat(inverse, shown);
}

} // namespace

QSize PdfDocument::rasterSize(const PageGeometry &geometry, double scale, int viewRotation)
{
    const SizeF shown = geometry.shownSize();
    const QSize size(std::max(1, static_cast<int>(std::lround(shown.width * scale))),
                     std::max(1, static_cast<int>(std::lround(shown.height * scale))));
    return viewRotation == 90 || viewRotation == 270 ? size.transposed() : size;
}

fz_matrix shownMatrix(const PageGeometry &geometry)
{
    const PointF origin = geometry.toShown(PointF{0, 0});
    const PointF right = geometry.toShown(PointF{1, 0});
    const PointF up = geometry.toShown(PointF{0, 1});
    return fz_make_matrix(static_cast<float>(right.x - origin.x), static_cast<float>(right.y - origin.y),
                          static_cast<float>(up.x - origin.x), static_cast<float>(up.y - origin.y),
                          static_cast<float>(origin.x), static_cast<float>(origin.y));
}

Result<PageGeometry> PdfDocument::Private::readGeometry(fz_context *ctx, pdf_document *doc, int page)
{
    {
        const std::lock_guard lock(cacheMutex);
        if (const auto known = geometries.constFind(page); known != geometries.cend())
            return *known;
    }
    RawBoxes boxes;
    auto read =
        muPdfTry(ctx, ErrorCode::PageUnreadable, [&] { boxes = readBoxes(ctx, pdf_lookup_page_obj(ctx, doc, page)); });
    if (!read)
        return fail(ErrorCode::PageUnreadable, read.error().detail, pageContext(page));
    const PageGeometry geometry(toRectF(boxes.media), toRectF(boxes.crop), boxes.rotate,
                                static_cast<double>(boxes.userUnit));
    const std::lock_guard lock(cacheMutex);
    geometries.insert(page, geometry);
    return geometry;
}

Result<std::shared_ptr<const PageLists>> PdfDocument::Private::pageLists(int page, WorkGuard &guard)
{
    const auto fromCache = [this, page]() -> std::shared_ptr<const PageLists> {
        const std::lock_guard lock(cacheMutex);
        const auto found = std::ranges::find(recentLists, page, &CachedLists::page);
        if (found == recentLists.end())
            return nullptr;
        recentLists.splice(recentLists.begin(), recentLists, found);
        return found->lists;
    };
    if (auto known = fromCache())
        return known;
    auto granted = access(guard);
    if (!granted)
        return fail(std::move(granted.error()));
    if (auto known = fromCache()) // another thread made it while this one waited
        return known;

    auto lists = recordPage(granted->ctx, granted->doc, page, guard);
    noteEnd(guard);
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    if (!lists)
        return fail(lists.error().code, lists.error().detail, pageContext(page));
    const std::lock_guard lock(cacheMutex);
    recentLists.push_front({page, *lists});
    if (recentLists.size() > maxRecentLists)
        recentLists.pop_back();
    return *lists;
}

Result<std::shared_ptr<const PageLists>> PdfDocument::Private::recordPage(fz_context *ctx, pdf_document *doc, int page,
                                                                          WorkGuard &guard)
{
    const auto geometry = readGeometry(ctx, doc, page);
    if (!geometry)
        return fail(geometry.error());
    const SizeF size = geometry->shownSize();
    const fz_rect box{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
    const fz_matrix shown = shownMatrix(*geometry);
    fz_cookie *cookie = guard.cookie();

    PageHandle loaded(ctx);
    auto lists = std::make_shared<PageLists>(context->clone());
    if (lists->context.get() == nullptr)
        return fail(ErrorCode::DocumentTooComplex, QStringLiteral("no memory for a drawing context"));
    pdf_page *&pageOut = loaded.out();
    fz_display_list *&contentsOut = lists->contents.out();
    fz_display_list *&annotationsOut = lists->annotations.out();
    fz_matrix matrix{};
    auto recorded = muPdfTry(ctx, ErrorCode::PageUnreadable, [&] {
        pageOut = pdf_load_page(ctx, doc, page);
        matrix = recordingMatrix(ctx, pageOut, shown);
        contentsOut = fz_new_display_list(ctx, box);
        annotationsOut = fz_new_display_list(ctx, box);
        record(ctx, contentsOut, pageOut, matrix, pdf_run_page_contents, cookie);
    });
    if (!recorded)
        return fail(std::move(recorded.error()));
    // A broken annotation does not take the page away; what could be read of the others is shown.
    auto annotated = muPdfTry(ctx, ErrorCode::PageUnreadable,
                              [&] { record(ctx, annotationsOut, pageOut, matrix, runAnnotations, cookie); });
    if (!annotated)
        qCWarning(logPdf, "page %d: an annotation cannot be drawn: %s", page + 1, qPrintable(annotated.error().detail));
    return lists;
}

Result<Raster> PdfDocument::render(const RenderRequest &request, std::stop_token stop) const
{
    WorkGuard guard(std::move(stop), request.timeLimit, WorkGuard::Watch::Thread);
    const auto geometry = pageGeometry(request.page);
    if (!geometry)
        return fail(guard.explain(geometry.error()));
    const auto area = rasterArea(*geometry, request);
    if (!area)
        return fail(area.error());
    auto lists = m_d->pageLists(request.page, guard);
    if (!lists)
        return fail(std::move(lists.error()));

    const MuPdfThreadContext context = m_d->context->clone();
    if (context.get() == nullptr)
        return fail(ErrorCode::DocumentTooComplex, QStringLiteral("no memory for a drawing context"));
    Raster raster = whiteRaster(area->width(), area->height());
    const DrawJob job{context.get(),
                      lists->get(),
                      deviceMatrix(geometry->shownSize(), request.scale, request.viewRotation),
                      fz_make_irect(area->left(), area->top(), area->right() + 1, area->bottom() + 1),
                      raster.pixels.get(),
                      request.withAnnotations,
                      guard.cookie()};
    auto drawn = muPdfTry(context.get(), ErrorCode::PageUnreadable, [&job] { drawLists(job); });
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    if (!drawn)
        return fail(drawn.error().code, drawn.error().detail, pageContext(request.page));
    return raster;
}

} // namespace bidseal
