#include "core/pdf/FieldLocks.h"

#include <algorithm>

namespace bidseal {

FieldLocks::FieldLocks(ObjectReader &reader, const FormWalk &form, std::optional<int> level)
    : m_level(level)
{
    for (const FieldNode &field : form.fields()) {
        if (field.type != "Sig" || field.value == nullptr)
            continue;
        const PdfValue &value = reader.resolve(*field.value);
        if (!value.isDictionary())
            continue;
        const PdfValue &lock = reader.get(*field.field, "Lock");
        addRule(reader, lock);
        restrict(reader.get(lock, "P"));
        for (const PdfValue &written : reader.get(value, "Reference").items) {
            const PdfValue &reference = reader.resolve(written);
            const PdfValue &parameters = reader.get(reference, "TransformParams");
            if (reader.get(reference, "TransformMethod").isName("FieldMDP"))
                addRule(reader, parameters);
        }
    }
    const PdfValue &certification = reader.get(reader.get(reader.catalog(), "Perms"), "DocMDP");
    for (const PdfValue &written : reader.get(certification, "Reference").items) {
        const PdfValue &reference = reader.resolve(written);
        if (reader.get(reference, "TransformMethod").isName("DocMDP"))
            restrict(reader.get(reader.get(reference, "TransformParams"), "P"));
    }
}

void FieldLocks::addRule(ObjectReader &reader, const PdfValue &dictionary)
{
    const PdfValue &action = reader.get(dictionary, "Action");
    if (action.kind != PdfValue::Kind::Name)
        return;
    Rule rule;
    rule.action = action.bytes;
    for (const PdfValue &field : reader.get(dictionary, "Fields").items)
        rule.fields.append(pdfText(reader.resolve(field).bytes));
    m_rules.push_back(std::move(rule));
}

void FieldLocks::restrict(const PdfValue &level)
{
    if (level.isNumber())
        m_level = std::min(m_level.value_or(3), std::clamp(static_cast<int>(level.number()), 1, 3));
}

bool FieldLocks::isLocked(const QString &field) const
{
    return std::ranges::any_of(m_rules, [&field](const Rule &rule) {
        if (rule.action == "All")
            return true;
        const bool isNamed = std::ranges::any_of(
            rule.fields, [&field](const QString &name) { return field == name || field.startsWith(name + u'.'); });
        return rule.action == "Exclude" ? !isNamed : isNamed;
    });
}

} // namespace bidseal
