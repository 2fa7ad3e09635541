// The signature fields of PdfDocument (ISO 32000-2, 12.7.5.5).

#include "core/pdf/PdfDocument.h"

#include "core/pdf/FormWalk.h"
#include "core/pdf/PdfDocumentPrivate.h"

namespace bidseal {

namespace {

constexpr std::chrono::seconds fieldsLimit{30};

SignatureFieldFacts factsOf(ObjectReader &reader, const FieldNode &field)
{
    SignatureFieldFacts facts;
    facts.name = field.name;
    if (field.value != nullptr) {
        const PdfValue &value = reader.resolve(*field.value);
        facts.isSigned = value.isDictionary();
        facts.valueObject = facts.isSigned ? field.value->referenced() : 0;
        facts.subFilter = QString::fromLatin1(reader.get(value, "SubFilter").bytes);
    }
    for (const WidgetNode &widget : field.widgets)
        facts.widgets.push_back({widget.page, rectangleOf(reader, reader.get(*widget.widget, "Rect"))});
    return facts;
}

} // namespace

RectF rectangleOf(ObjectReader &reader, const PdfValue &array)
{
    if (array.items.size() < 4)
        return {};
    const auto side = [&](std::size_t i) { return reader.resolve(array.items[i]).number(); };
    return RectF{side(0), side(1), side(2), side(3)}.normalized();
}

Result<std::vector<SignatureFieldFacts>> PdfDocument::signatureFields() const
{
    WorkGuard guard({}, fieldsLimit);
    auto access = m_d->access(guard);
    if (!access)
        return fail(std::move(access.error()));
    std::vector<SignatureFieldFacts> fields;
    {
        ObjectReader reader(access->ctx, access->doc);
        const PageList pages = readPages(reader);
        const FormWalk form(reader, pages);
        for (const FieldNode &field : form.fields()) {
            if (field.type == "Sig")
                fields.push_back(factsOf(reader, field));
        }
    }
    m_d->noteEnd(guard);
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    return fields;
}

} // namespace bidseal
