#include "core/pdf/ObjectReader.h"

#include <QStringDecoder>

#include <algorithm>

namespace bidseal {

namespace {

constexpr int maxDepth = 128;

PdfValue toValue(fz_context *ctx, pdf_obj *object, int depth);

PdfValue toArray(fz_context *ctx, pdf_obj *object, int depth)
{
    PdfValue value;
    value.kind = PdfValue::Kind::Array;
    const int count = pdf_array_len(ctx, object);
    value.items.reserve(static_cast<std::size_t>(std::max(0, count)));
    for (int i = 0; i < count; ++i)
        value.items.push_back(toValue(ctx, pdf_array_get(ctx, object, i), depth + 1));
    return value;
}

PdfValue toDictionary(fz_context *ctx, pdf_obj *object, int depth)
{
    PdfValue value;
    value.kind = PdfValue::Kind::Dictionary;
    const int count = pdf_dict_len(ctx, object);
    value.entries.reserve(static_cast<std::size_t>(std::max(0, count)));
    for (int i = 0; i < count; ++i) {
        PdfValue item = toValue(ctx, pdf_dict_get_val(ctx, object, i), depth + 1);
        // An entry whose value is null is equivalent to an absent entry (ISO 32000-2, 7.3.7).
        if (!item.isNull())
            value.entries.push_back({QByteArray(pdf_to_name(ctx, pdf_dict_get_key(ctx, object, i))), std::move(item)});
    }
    std::ranges::stable_sort(value.entries, {}, &PdfValue::Entry::key);
    return value;
}

/** `object` is direct or a reference: nothing here resolves, so nothing here throws MuPDF's way. */
PdfValue toValue(fz_context *ctx, pdf_obj *object, int depth)
{
    PdfValue value;
    if (depth > maxDepth) {
        value.kind = PdfValue::Kind::TooDeep;
    } else if (object == nullptr) {
        return value;
    } else if (pdf_is_indirect(ctx, object) != 0) {
        value.kind = PdfValue::Kind::Reference;
        value.integer = pdf_to_num(ctx, object);
    } else if (pdf_is_array(ctx, object) != 0) {
        return toArray(ctx, object, depth);
    } else if (pdf_is_dict(ctx, object) != 0) {
        return toDictionary(ctx, object, depth);
    } else if (pdf_is_name(ctx, object) != 0) {
        value.kind = PdfValue::Kind::Name;
        value.bytes = pdf_to_name(ctx, object);
    } else if (pdf_is_string(ctx, object) != 0) {
        size_t length = 0;
        const char *data = pdf_to_string(ctx, object, &length);
        value.kind = PdfValue::Kind::String;
        value.bytes = QByteArray(data, static_cast<qsizetype>(length));
    } else if (pdf_is_int(ctx, object) != 0) {
        value.kind = PdfValue::Kind::Integer;
        value.integer = pdf_to_int64(ctx, object);
    } else if (pdf_is_real(ctx, object) != 0) {
        value.kind = PdfValue::Kind::Real;
        value.real = static_cast<double>(pdf_to_real(ctx, object));
    } else if (pdf_is_bool(ctx, object) != 0) {
        value.kind = PdfValue::Kind::Boolean;
        value.integer = pdf_to_bool(ctx, object);
    }
    return value;
}

using StreamLoader = fz_buffer *(*)(fz_context *, pdf_document *, int);

BufferHandle loadStream(fz_context *ctx, pdf_document *doc, int number, StreamLoader load)
{
    BufferHandle buffer(ctx);
    fz_buffer *&out = buffer.out();
    if (!muPdfTry(ctx, ErrorCode::PdfDamaged, [&] { out = load(ctx, doc, number); }))
        return BufferHandle(ctx);
    return buffer;
}

} // namespace

ObjectReader::ObjectReader(fz_context *ctx, pdf_document *doc)
    : m_ctx(ctx)
    , m_doc(doc)
{
    int count = 0;
    if (muPdfTry(ctx, ErrorCode::PdfDamaged, [&] { count = pdf_xref_len(ctx, doc); }))
        m_count = count;
}

ObjectPlace ObjectReader::place(int number) const
{
    ObjectPlace place;
    if (number <= 0 || number >= m_count)
        return place;
    pdf_xref_entry entry{};
    const auto read = muPdfTry(m_ctx, ErrorCode::PdfDamaged, [&] {
        const pdf_xref_entry *found = pdf_get_xref_entry(m_ctx, m_doc, number);
        if (found != nullptr)
            entry = *found;
    });
    if (!read || (entry.type != 'n' && entry.type != 'o'))
        return place;
    place.kind = entry.type == 'n' ? ObjectPlace::Kind::InFile : ObjectPlace::Kind::InObjectStream;
    place.offset = entry.ofs;
    place.index = entry.type == 'o' ? entry.gen : 0;
    return place;
}

const PdfValue &ObjectReader::trailer()
{
    if (!m_trailer) {
        pdf_obj *object = nullptr;
        const auto read = muPdfTry(m_ctx, ErrorCode::PdfDamaged, [&] { object = pdf_trailer(m_ctx, m_doc); });
        m_trailer = std::make_unique<PdfValue>(read ? toValue(m_ctx, object, 0) : PdfValue());
    }
    return *m_trailer;
}

const PdfValue &ObjectReader::object(int number)
{
    std::unique_ptr<PdfValue> &cached = m_objects[number];
    if (cached)
        return *cached;
    cached = std::make_unique<PdfValue>();
    if (number <= 0 || number >= m_count)
        return *cached;
    ObjectHandle handle(m_ctx);
    pdf_obj *&out = handle.out();
    bool isStream = false;
    const auto read = muPdfTry(m_ctx, ErrorCode::PdfDamaged, [&] {
        out = pdf_load_object(m_ctx, m_doc, number);
        isStream = pdf_obj_num_is_stream(m_ctx, m_doc, number) != 0;
    });
    if (read && handle) {
        *cached = toValue(m_ctx, handle.get(), 0);
        cached->isStream = isStream && cached->isDictionary();
    }
    return *cached;
}

const PdfValue &ObjectReader::resolve(const PdfValue &value)
{
    static const PdfValue none;
    const PdfValue *current = &value;
    for (int i = 0; i < 32 && current->isReference(); ++i)
        current = &object(current->referenced());
    return current->isReference() ? none : *current;
}

BufferHandle ObjectReader::rawStream(int number)
{
    return loadStream(m_ctx, m_doc, number, pdf_load_raw_stream_number);
}

BufferHandle ObjectReader::decodedStream(int number)
{
    return loadStream(m_ctx, m_doc, number, pdf_load_stream_number);
}

QString pdfText(const QByteArray &bytes)
{
    if (bytes.startsWith("\xfe\xff"))
        return QStringDecoder(QStringDecoder::Utf16BE).decode(QByteArrayView(bytes).sliced(2));
    if (bytes.startsWith("\xff\xfe"))
        return QStringDecoder(QStringDecoder::Utf16LE).decode(QByteArrayView(bytes).sliced(2));
    if (bytes.startsWith("\xef\xbb\xbf"))
        return QString::fromUtf8(bytes.sliced(3));
    return QString::fromLatin1(bytes);
}

} // namespace bidseal
