#include "core/pdf/HtmlToPdf.h"

#include "core/pdf/MuPdfContext.h"
#include "core/pdf/OutlinedTextDevice.h"

#include <QRegularExpression>

namespace bidseal {

namespace {

constexpr float a4Width = 595.276F;
constexpr float a4Height = 841.89F;
constexpr float emPoints = 10;

using LaidOutHandle = MuPdfHandle<fz_document, fz_drop_document>;
using WriterHandle = MuPdfHandle<fz_document_writer, fz_drop_document_writer>;

void writePage(fz_context *ctx, fz_document *document, fz_document_writer *writer, int number)
{
    fz_page *page = fz_load_page(ctx, document, number);
    fz_device *outlined = nullptr;
    fz_var(outlined);
    fz_try(ctx)
    {
        fz_device *device = fz_begin_page(ctx, writer, fz_bound_page(ctx, page));
        outlined = newOutlinedTextDevice(ctx, device);
        fz_run_page(ctx, page, outlined, fz_identity, nullptr);
        fz_close_device(ctx, outlined);
        fz_end_page(ctx, writer);
    }
    fz_always(ctx)
    {
        fz_drop_device(ctx, outlined);
        fz_drop_page(ctx, page);
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
}

} // namespace

Result<QByteArray> htmlToPdf(const QString &html)
{
    const auto context = MuPdfContext::create();
    if (!context)
        return fail(context.error());
    fz_context *ctx = (*context)->get();
    // The language chooses among the fallback fonts; without it simplified characters have no glyphs.
    static const QRegularExpression root(QStringLiteral("<body[^>]*>"));
    const QByteArray source = QString(html).replace(root, QStringLiteral("<body lang=\"zh-Hans\">")).toUtf8();
    BufferHandle written(ctx);
    fz_buffer *&buffer = written.out();
    StreamHandle input(ctx);
    fz_stream *&stream = input.out();
    LaidOutHandle laidOut(ctx);
    fz_document *&document = laidOut.out();
    WriterHandle pages(ctx);
    fz_document_writer *&writer = pages.out();
    const auto *bytes = reinterpret_cast<const unsigned char *>(source.constData());
    const auto size = static_cast<size_t>(source.size());
    const auto made = muPdfTry(ctx, ErrorCode::InternalError, [&] {
        fz_register_document_handlers(ctx);
        stream = fz_open_memory(ctx, bytes, size);
        document = fz_open_document_with_stream(ctx, "text/html", stream);
        fz_layout_document(ctx, document, a4Width, a4Height, emPoints);
        buffer = fz_new_buffer(ctx, 1 << 16);
        writer = fz_new_pdf_writer_with_output(ctx, fz_new_output_with_buffer(ctx, buffer), "compress,garbage");
        const int count = fz_count_pages(ctx, document);
        for (int i = 0; i < count; ++i)
            writePage(ctx, document, writer, i);
        fz_close_document_writer(ctx, writer);
    });
    if (!made)
        return fail(made.error());
    unsigned char *data = nullptr;
    const size_t length = fz_buffer_storage(ctx, buffer, &data);
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
}

} // namespace bidseal
