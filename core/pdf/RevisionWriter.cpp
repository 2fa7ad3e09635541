#include "core/pdf/RevisionWriter.h"

#include "core/pdf/PdfFileStream.h"
#include "core/pdf/SealFields.h"
#include "core/pdf/SignatureGap.h"
#include "core/pdf/TailOutput.h"

#include <algorithm>

namespace bidseal {

namespace {

constexpr int seedSubFilterRequired = 2; // /Ff of a seed value dictionary, ISO 32000-2, table 237

SignatureDictionaryText textOf(const SignatureRevisionRequest &request)
{
    return {request.subFilter, pdfDate(request.signingTime), request.signerName.toUtf8(), request.reason.toUtf8(),
            request.location.toUtf8()};
}

pdf_write_options writeOptions(bool incremental)
{
    pdf_write_options options = pdf_default_write_options;
    options.do_incremental = incremental ? 1 : 0;
    options.do_compress = 1;
    options.do_compress_images = 1;
    options.do_encrypt = PDF_ENCRYPT_KEEP;
    return options;
}

/** `output` is filled, closed and dropped here; the document forgets the size of its file meanwhile (see TailOutput).
 */
void writeDocument(fz_context *ctx, pdf_document *doc, TailOutput &tail, OutputHandle &output, bool incremental)
{
    const pdf_write_options options = writeOptions(incremental);
    const int64_t fileSize = doc->file_size;
    output.out() = tail.open(ctx);
    fz_try(ctx)
    {
        if (incremental)
            doc->file_size = 0;
        pdf_write_document(ctx, doc, output.get(), &options);
        fz_close_output(ctx, output.get());
    }
    fz_always(ctx)
    {
        doc->file_size = fileSize;
    }
    fz_catch(ctx)
    {
        fz_rethrow(ctx);
    }
}

} // namespace

bool containsByteRange(const fz_stream *file)
{
    static const QByteArray needle("/ByteRange");
    constexpr qint64 step = qint64{1} << 20;
    const qint64 overlap = needle.size() - 1;
    QByteArray window(step + overlap, Qt::Uninitialized);
    for (qint64 at = 0; at < pdfFileLength(file); at += step) {
        const qint64 count = readPdfFileAt(file, at, window.data(), window.size());
        if (count <= 0)
            return false;
        if (QByteArrayView(window.constData(), count).contains(needle))
            return true;
    }
    return false;
}

RevisionWriter::RevisionWriter(fz_context *ctx, pdf_document *doc, const PdfDocument &source,
                               const SignatureRevisionRequest &request)
    : m_context(ctx)
    , m_document(doc)
    , m_source(source)
    , m_request(request)
    , m_form(ctx)
{
}

Result<void> RevisionWriter::begin()
{
    if (auto read = m_form.read(m_document); !read)
        return read;
    Result<SigningRules> rules = readSigningRules(m_context, m_document, m_form);
    if (!rules)
        return fail(std::move(rules.error()));
    m_rules = std::move(*rules);
    if (auto allowed = checkRules(m_rules, m_form, m_request.existingField, m_request.existingField.isEmpty());
        !allowed)
        return allowed;
    if (auto found = readExistingField(); !found)
        return found;
    const std::optional<FieldBox> box = fieldBox();
    Result<RevisionPlan> plan = planRevision(m_source, m_request.placements, box);
    if (!plan)
        return fail(std::move(plan.error()));
    m_plan = std::move(*plan);

    const bool addsFields = !m_plan.widgets.empty();
    if (auto allowed = checkPermissions(m_source.facts(), addsFields); !allowed)
        return allowed;
    if (auto allowed = checkRules(m_rules, m_form, m_request.existingField, addsFields); !allowed)
        return allowed;
    nameFields();
    if (auto read = readPages(); !read)
        return read;
    return checkDamage();
}

Result<void> RevisionWriter::readExistingField()
{
    const int index = m_request.existingField.isEmpty() ? -1 : m_form.find(m_request.existingField);
    if (index < 0)
        return {};
    m_field = m_form.nodes()[static_cast<std::size_t>(index)].object;
    for (std::size_t i = 0; i < m_form.nodes().size() && m_widget == nullptr; ++i) {
        const FormNode &node = m_form.nodes()[i];
        const bool belongs = int(i) == index || (node.parent == index && !node.isField);
        if (belongs && node.isWidget)
            m_widget = node.object;
    }
    return checkSeedValue();
}

/** Seed values may demand what is not made here: another format, or a certification (ISO 32000-2, 12.7.5.5). */
Result<void> RevisionWriter::checkSeedValue() const
{
    bool conflict = false;
    auto done = muPdfTry(m_context, ErrorCode::PdfDamaged,
                         [&] { conflict = hasSeedConflict(pdf_dict_gets(m_context, m_field, "SV")); });
    if (!done)
        return done;
    if (conflict)
        return fail(ErrorCode::SignatureFieldUnusable, QStringLiteral("the field demands another kind of signature"));
    return {};
}

bool RevisionWriter::hasSeedConflict(pdf_obj *seed) const
{
    pdf_obj *certification = pdf_dict_gets(m_context, pdf_dict_gets(m_context, seed, "MDP"), "P");
    if (pdf_to_int(m_context, certification) > 0)
        return true;
    const bool isRequired = (pdf_dict_get_int(m_context, seed, PDF_NAME(Ff)) & seedSubFilterRequired) != 0;
    pdf_obj *formats = pdf_dict_get(m_context, seed, PDF_NAME(SubFilter));
    const int count = pdf_array_len(m_context, formats);
    for (int i = 0; i < count; ++i) {
        if (m_request.subFilter == pdf_to_name(m_context, pdf_array_get(m_context, formats, i)))
            return false;
    }
    return isRequired && count > 0;
}

std::optional<FieldBox> RevisionWriter::fieldBox() const
{
    if (m_widget == nullptr)
        return std::nullopt;
    int page = -1;
    fz_rect rect = fz_empty_rect;
    const Result<void> done = muPdfTry(m_context, ErrorCode::PdfDamaged, [&] {
        rect = pdf_dict_get_rect(m_context, m_widget, PDF_NAME(Rect));
        page = pageOf(m_widget);
    });
    const RectF box{rect.x0, rect.y0, rect.x1, rect.y1};
    if (!done || page < 0 || box.isEmpty())
        return std::nullopt; // invisible: it gets no stamp
    return FieldBox{page, box, !m_rules.isSigned};
}

/** By the widget's own word when the page agrees, otherwise by looking through all pages. */
int RevisionWriter::pageOf(pdf_obj *widget) const
{
    const int number = pdf_to_num(m_context, widget);
    pdf_obj *parent = pdf_dict_get(m_context, widget, PDF_NAME(P));
    const int parentNumber = pdf_to_num(m_context, parent);
    const int count = pdf_count_pages(m_context, m_document);
    for (int page = 0; page < count; ++page) {
        pdf_obj *object = pdf_lookup_page_obj(m_context, m_document, page);
        if (parentNumber > 0 && pdf_to_num(m_context, object) == parentNumber)
            return page;
        if (parentNumber > 0)
            continue;
        pdf_obj *annotations = pdf_dict_get(m_context, object, PDF_NAME(Annots));
        const int length = pdf_array_len(m_context, annotations);
        for (int i = 0; i < length; ++i) {
            if (number > 0 && pdf_to_num(m_context, pdf_array_get(m_context, annotations, i)) == number)
                return page;
        }
    }
    return -1;
}

Result<void> RevisionWriter::readPages()
{
    int current = 0;
    auto done = muPdfTry(m_context, ErrorCode::PageUnreadable, [&] {
        for (const RevisionPlan::Widget &widget : m_plan.widgets) {
            current = widget.page;
            pdf_obj *page = pdf_lookup_page_obj(m_context, m_document, widget.page);
            pdf_array_len(m_context, pdf_dict_get(m_context, page, PDF_NAME(Annots)));
        }
    });
    if (!done)
        done.error().context.page = current + 1;
    return done;
}

Result<void> RevisionWriter::checkDamage() const
{
    if (m_document->repair_attempted == 0)
        return {};
    if (m_rules.isSigned || containsByteRange(m_document->file))
        return fail(ErrorCode::DamagedAndSigned);
    return {};
}

void RevisionWriter::nameFields()
{
    QSet<QString> taken = m_form.names();
    int number = 0;
    for (std::size_t i = 0; i < m_plan.widgets.size(); ++i) {
        QString name;
        do
            name = QStringLiteral("Seal%1").arg(++number);
        while (taken.contains(name));
        taken.insert(name);
        m_names.append(name.toUtf8());
    }
}

QStringList RevisionWriter::fieldNamesByPlacement() const
{
    QStringList names;
    qsizetype next = 0;
    for (std::size_t i = 0; i < m_request.placements.size(); ++i)
        names.append(m_plan.fieldPlacement == i ? m_request.existingField : QString::fromUtf8(m_names.at(next++)));
    return names;
}

void RevisionWriter::edit(SealFields &fields, ObjectHandle &signature)
{
    fields.addFields(signature.get());
    if (m_field != nullptr) {
        fields.fillField(m_field, m_widget, signature.get());
        addLock(signature.get());
    }
}

/** The signature of a field with a /Lock says itself what it locks (ISO 32000-2, 12.7.5.5 and 12.8.2.4). */
void RevisionWriter::addLock(pdf_obj *signature)
{
    pdf_obj *lock = pdf_dict_get(m_context, m_field, PDF_NAME(Lock));
    pdf_obj *action = pdf_dict_get(m_context, lock, PDF_NAME(Action));
    if (!pdf_is_name(m_context, action))
        return;
    pdf_obj *references = pdf_dict_put_array(m_context, signature, PDF_NAME(Reference), 1);
    pdf_obj *reference = pdf_array_push_dict(m_context, references, 4);
    pdf_dict_put(m_context, reference, PDF_NAME(Type), PDF_NAME(SigRef));
    pdf_dict_put(m_context, reference, PDF_NAME(TransformMethod), PDF_NAME(FieldMDP));
    pdf_dict_put(m_context, reference, PDF_NAME(Data),
                 pdf_dict_get(m_context, pdf_trailer(m_context, m_document), PDF_NAME(Root)));
    pdf_obj *parameters = pdf_dict_put_dict(m_context, reference, PDF_NAME(TransformParams), 4);
    pdf_dict_put(m_context, parameters, PDF_NAME(Type), PDF_NAME(TransformParams));
    pdf_dict_put_name(m_context, parameters, PDF_NAME(V), "1.2");
    pdf_dict_put(m_context, parameters, PDF_NAME(Action), action);
    pdf_obj *fields = pdf_dict_get(m_context, lock, PDF_NAME(Fields));
    if (pdf_is_array(m_context, fields))
        pdf_dict_put_drop(m_context, parameters, PDF_NAME(Fields), pdf_copy_array(m_context, fields));
}

Result<PreparedRevision> RevisionWriter::write(qint64 fileSize, std::stop_token stop)
{
    const bool rewrites = m_document->repair_attempted != 0;
    const qint64 baseSize = rewrites ? 0 : fileSize;
    const SignatureDictionaryText text = textOf(m_request);
    TailOutput tail(baseSize, std::move(stop));
    SealFields fields(m_context, m_document, m_plan, m_names);
    ObjectHandle signature(m_context);
    OutputHandle output(m_context);
    int signatureNumber = 0;
    const Result<void> pictured = muPdfTry(m_context, ErrorCode::SealImageUnusable, [&] { fields.addAppearances(); });
    if (!pictured)
        return fail(pictured.error());
    const Result<void> written = muPdfTry(m_context, ErrorCode::PdfDamaged, [&] {
        signature.out() = addSignatureDictionary(m_context, m_document, text, m_request.contentsCapacity);
        signatureNumber = pdf_to_num(m_context, signature.get());
        edit(fields, signature);
        writeDocument(m_context, m_document, tail, output, !rewrites);
    });
    if (!written)
        return fail(written.error());
    if (rewrites != (m_document->repair_attempted != 0))
        return fail(ErrorCode::PdfDamaged, QStringLiteral("damage was found while writing"));

    PreparedRevision revision;
    revision.originalSize = baseSize;
    revision.appended = tail.takeTail();
    revision.contentsCapacity = m_request.contentsCapacity;
    revision.wasRepaired = rewrites;
    revision.fieldNames = fieldNamesByPlacement();
    if (auto filled = fillByteRange(revision, signatureNumber); !filled)
        return fail(std::move(filled.error()));
    return revision;
}

} // namespace bidseal
