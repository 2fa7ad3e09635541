#include "core/pdf/SignatureGap.h"

#include <QTimeZone>

#include <algorithm>
#include <cstdlib>

namespace bidseal {

namespace {

// Ten digits a number: wide enough for every offset in a file of less than 2 GB, and still an int for MuPDF.
constexpr int placeholder = 2'000'000'000;
constexpr const char *placeholderRange = "[0 2000000000 2000000000 2000000000]";

std::unexpected<Error> misplaced(const char *what)
{
    return fail(ErrorCode::InternalError, QStringLiteral("signature dictionary: %1").arg(QLatin1String(what)));
}

void putText(fz_context *ctx, pdf_obj *dict, pdf_obj *key, const QByteArray &text)
{
    if (!text.isEmpty())
        pdf_dict_put_text_string(ctx, dict, key, text.constData());
}

void putBuild(fz_context *ctx, pdf_obj *signature)
{
    pdf_obj *build = pdf_dict_put_dict(ctx, signature, PDF_NAME(Prop_Build), 1);
    pdf_obj *app = pdf_dict_put_dict(ctx, build, PDF_NAME(App), 1);
    pdf_dict_put_name(ctx, app, PDF_NAME(Name), "BidSeal");
}

/** The order of the first keys lets fillByteRange() find them: nothing variable stands before the gap. */
void fillDictionary(fz_context *ctx, pdf_obj *signature, const SignatureDictionaryText &text, const char *zeros,
                    size_t capacity)
{
    pdf_obj *range = pdf_dict_put_array(ctx, signature, PDF_NAME(ByteRange), 4);
    pdf_array_push_int(ctx, range, 0);
    for (int i = 0; i < 3; ++i)
        pdf_array_push_int(ctx, range, placeholder);
    pdf_dict_put_string(ctx, signature, PDF_NAME(Contents), zeros, capacity);
    pdf_dict_put(ctx, signature, PDF_NAME(Filter), PDF_NAME(Adobe_PPKLite));
    pdf_dict_put_name(ctx, signature, PDF_NAME(SubFilter), text.subFilter.constData());
    pdf_dict_put(ctx, signature, PDF_NAME(Type), PDF_NAME(Sig));
    pdf_dict_put_string(ctx, signature, PDF_NAME(M), text.time.constData(), static_cast<size_t>(text.time.size()));
    putText(ctx, signature, PDF_NAME(Name), text.name);
    putText(ctx, signature, PDF_NAME(Reason), text.reason);
    putText(ctx, signature, PDF_NAME(Location), text.location);
    putBuild(ctx, signature);
}

/** Where in `tail` the only occurrence of `needle` begins; -1 when there is none or more than one. */
qsizetype onlyIndexOf(const QByteArray &tail, const QByteArray &needle)
{
    const qsizetype first = tail.indexOf(needle);
    return first >= 0 && tail.indexOf(needle, first + 1) < 0 ? first : -1;
}

bool isAllZeroDigits(QByteArrayView digits)
{
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c == '0'; });
}

QByteArray rangeText(const std::array<qint64, 4> &range)
{
    QByteArray text("[");
    for (const qint64 value : range)
        text += (text.size() > 1 ? " " : "") + QByteArray::number(value);
    return text + ']';
}

} // namespace

QByteArray pdfDate(const QDateTime &time)
{
    const int offset = time.offsetFromUtc() / 60;
    const QByteArray moment = time.toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    char zone[8];
    qsnprintf(zone, sizeof zone, "%c%02d'%02d", offset < 0 ? '-' : '+', std::abs(offset) / 60 % 24,
              std::abs(offset) % 60);
    return "D:" + moment + zone + "'";
}

pdf_obj *addSignatureDictionary(fz_context *ctx, pdf_document *doc, const SignatureDictionaryText &text,
                                qint64 capacity)
{
    const auto size = static_cast<size_t>(capacity);
    char *zeros = static_cast<char *>(fz_calloc(ctx, size, 1));
    pdf_obj *signature = nullptr;
    fz_var(signature);
    fz_try(ctx)
    {
        signature = pdf_add_new_dict(ctx, doc, 12);
        fillDictionary(ctx, signature, text, zeros, size);
    }
    fz_always(ctx)
    {
        fz_free(ctx, zeros);
    }
    fz_catch(ctx)
    {
        pdf_drop_obj(ctx, signature);
        fz_rethrow(ctx);
    }
    return signature;
}

Result<void> fillByteRange(PreparedRevision &revision, int objectNumber)
{
    const QByteArray range(placeholderRange);
    const QByteArray start = QByteArray::number(objectNumber) + " 0 obj\n<</ByteRange";
    const QByteArray head = '\n' + start + range + "/Contents<";
    const qsizetype at = onlyIndexOf(revision.appended, head);
    if (at < 0)
        return misplaced("not found where it was written");
    const qsizetype rangeAt = at + 1 + start.size();
    const qsizetype gapAt = at + head.size() - 1;
    const qsizetype digits = 2 * revision.contentsCapacity;
    const qsizetype gapEnd = gapAt + digits + 2;
    if (gapEnd >= revision.appended.size() || revision.appended.at(gapEnd - 1) != '>' ||
        !isAllZeroDigits(QByteArrayView(revision.appended).sliced(gapAt + 1, digits)))
        return misplaced("the gap has another size");

    const qint64 total = revision.originalSize + revision.appended.size();
    const qint64 gapBegins = revision.originalSize + gapAt;
    const qint64 gapEnds = revision.originalSize + gapEnd;
    revision.contentsOffset = gapBegins;
    revision.byteRange = {0, gapBegins, gapEnds, total - gapEnds};
    const QByteArray text = rangeText(revision.byteRange).leftJustified(range.size(), ' ');
    if (gapBegins <= 0 || total - gapEnds <= 0 || text.size() != range.size())
        return misplaced("the byte range does not fit");
    revision.appended.replace(rangeAt, text.size(), text);
    return {};
}

} // namespace bidseal
