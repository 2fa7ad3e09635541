#include "core/pdf/RevisionDiff.h"

#include <algorithm>
#include <array>

namespace bidseal {

namespace {

// Entries that filling in a field changes: its value, its state, and how the value is shown (ISO
// 32000-2, 12.7.4, 12.5.5).
constexpr std::array<QByteArrayView, 11> filledEntries{"V", "AP", "AS", "RV", "I", "TI", "M", "DA", "Q", "F", "MK"};
// Entries that signing an empty field changes.
constexpr std::array<QByteArrayView, 8> signedEntries{"V", "AP", "AS", "M", "DA", "F", "MK", "Lock"};

template <std::size_t N> bool isOneOf(const std::array<QByteArrayView, N> &keys, const QByteArray &key)
{
    return std::ranges::find(keys, QByteArrayView(key)) != keys.end();
}

} // namespace

void RevisionDiff::compareForm()
{
    const PdfValue &older = m_older.reader.get(m_older.reader.catalog(), "AcroForm");
    const PdfValue &newer = m_newer.reader.get(m_newer.reader.catalog(), "AcroForm");
    constexpr std::array<QByteArrayView, 3> free{"Fields", "SigFlags", "NeedAppearances"};
    for (const QByteArray &key : unitedKeys(older, newer)) {
        if (isOneOf(free, key) || !isChanged(older, newer, key))
            continue;
        const bool isAdded = !older.has(key);
        const bool isExtended = (key == "DR" && (isAdded || keepsFonts(older, newer))) || (key == "DA" && isAdded) ||
                                (key == "Q" && isAdded);
        if (!isExtended)
            add("form-changed", false, -1, QString::fromLatin1(key));
    }
    compareInnerNodes();
    compareFields();
}

bool RevisionDiff::keepsFonts(const PdfValue &older, const PdfValue &newer)
{
    // Field texts are drawn with the fonts and encodings of /DR and nothing else of it (ISO 32000-2, 12.7.4.3).
    const PdfValue &before = m_older.reader.get(older, "DR");
    const PdfValue &after = m_newer.reader.get(newer, "DR");
    constexpr std::array<QByteArrayView, 2> used{"Font", "Encoding"};
    return std::ranges::all_of(
        used, [&](QByteArrayView key) { return !before.has(key) || m_compare.extends(before.at(key), after.at(key)); });
}

void RevisionDiff::compareInnerNodes()
{
    for (const auto &[number, older] : m_older.form.innerNodes()) {
        const PdfValue &newer = m_newer.reader.object(number);
        for (const QByteArray &key : unitedKeys(*older, newer)) {
            if (key != "Kids" && key != "V" && isChanged(*older, newer, key))
                add("field-changed", false, -1, pdfText(m_older.reader.get(*older, "T").bytes));
        }
    }
}

const FieldNode *RevisionDiff::counterpart(const FieldNode &older) const
{
    const auto &fields = m_newer.form.fields();
    auto found = std::ranges::find_if(
        fields, [&older](const FieldNode &field) { return older.number > 0 && field.number == older.number; });
    if (found == fields.end()) {
        found = std::ranges::find_if(fields, [&](const FieldNode &field) {
            const bool isSomebodyElse = field.number > 0 && m_olderFields.contains(field.number);
            return !isSomebodyElse && !older.name.isEmpty() && field.name == older.name && field.type == older.type;
        });
    }
    return found != fields.end() ? &*found : nullptr;
}

void RevisionDiff::compareFields()
{
    std::unordered_set<const FieldNode *> matched;
    for (const FieldNode &older : m_older.form.fields()) {
        const FieldNode *newer = counterpart(older);
        if (newer == nullptr) {
            add("field-removed", false, -1, older.name);
            continue;
        }
        matched.insert(newer);
        compareField(older, *newer);
    }
    for (const FieldNode &field : m_newer.form.fields()) {
        if (!matched.contains(&field))
            addNewField(field);
    }
}

bool RevisionDiff::isSigned(RevisionView &view, const FieldNode &field) const
{
    return field.type == "Sig" && field.value != nullptr && view.reader.resolve(*field.value).isDictionary();
}

bool RevisionDiff::isDocumentTimestamp(const FieldNode &field)
{
    if (!isSigned(m_newer, field))
        return false;
    const PdfValue &value = m_newer.reader.resolve(*field.value);
    return m_newer.reader.get(value, "SubFilter").isName("ETSI.RFC3161");
}

void RevisionDiff::compareField(const FieldNode &older, const FieldNode &newer)
{
    const bool wasSigned = isSigned(m_older, older);
    const bool isNewlySigned = !wasSigned && isSigned(m_newer, newer);
    if (older.name != newer.name || older.type != newer.type || (older.isInForm && !newer.isInForm))
        add("field-changed", false, -1, older.name);
    if (isNewlySigned)
        addSignatureFilled(newer, false);
    static const PdfValue none;
    const bool isValueChanged =
        !m_compare.same(older.value != nullptr ? *older.value : none, newer.value != nullptr ? *newer.value : none);
    if (isValueChanged && !isNewlySigned)
        addFieldEntryChange(newer, "V", -1, isNewlySigned, wasSigned);
    compareFieldDictionary(newer, *older.field, *newer.field, -1, isNewlySigned, wasSigned);
    compareWidgets(older, newer, isNewlySigned);
}

void RevisionDiff::compareWidgets(const FieldNode &older, const FieldNode &newer, bool isNewlySigned)
{
    const bool wasSigned = isSigned(m_older, older);
    for (const WidgetNode &before : older.widgets) {
        const auto after = std::ranges::find_if(newer.widgets, [&](const WidgetNode &widget) {
            return widget.number == before.number || older.widgets.size() == 1;
        });
        if (after == newer.widgets.end() || (before.page != after->page && before.page >= 0)) {
            add("field-removed", false, before.page, older.name);
            continue;
        }
        // Signing may show a field that was in the form but on no page.
        if ((before.page != after->page && !isNewlySigned) || before.isLoose != after->isLoose)
            add("field-changed", false, after->page, older.name);
        if (before.widget != older.field)
            compareFieldDictionary(newer, *before.widget, *after->widget, after->page, isNewlySigned, wasSigned);
    }
    if (newer.widgets.size() > older.widgets.size() && !isNewlySigned)
        add("field-added", false, -1, newer.name);
}

void RevisionDiff::compareFieldDictionary(const FieldNode &field, const PdfValue &older, const PdfValue &newer,
                                          int page, bool isNewlySigned, bool wasSigned)
{
    for (const QByteArray &key : unitedKeys(older, newer)) {
        // The flags are set again by whoever locks fields; /P and /StructParent are bookkeeping of the widget.
        const bool isBookkeeping =
            key == "Ff" || key == "Kids" || key == "V" || (!older.has(key) && (key == "P" || key == "StructParent"));
        if (isBookkeeping || !isChanged(older, newer, key))
            continue;
        // An appearance that something outside the form uses as well is no mere appearance of this field.
        if (m_compare.isReachedOutsideForm(older.at(key).referenced()))
            add("object-overridden", false, page, QString::number(older.at(key).referenced()));
        addFieldEntryChange(field, key, page, isNewlySigned, wasSigned);
    }
}

void RevisionDiff::addFieldEntryChange(const FieldNode &field, const QByteArray &key, int page, bool isNewlySigned,
                                       bool wasSigned)
{
    if (wasSigned) {
        add(key == "AP" ? "seal-appearance-changed" : "signature-changed", false, page, field.name);
    } else if (isNewlySigned) {
        if (!isOneOf(signedEntries, key))
            add("field-changed", false, page, field.name);
    } else if (!isOneOf(filledEntries, key) || field.type == "Sig") {
        add("field-changed", false, page, field.name);
    } else if (m_locks.isLocked(field.name)) {
        add("locked-field-changed", false, page, field.name);
    } else {
        add("form-filled", mayFill(), page, field.name);
    }
}

void RevisionDiff::addSignatureFilled(const FieldNode &newer, bool isNewField)
{
    // A signature that came later stands in bytes that came later.
    const int number = newer.value->referenced() > 0 ? newer.value->referenced() : newer.valueHolder;
    const ObjectPlace place = m_newer.reader.place(number);
    const bool isLater = place.kind == ObjectPlace::Kind::InFile && place.offset >= m_signedEnd;
    const bool isPermitted = isDocumentTimestamp(newer) || mayFill();
    const bool isLocked = !isNewField && m_locks.isLocked(newer.name);
    if (!isLater)
        add("signature-changed", false, -1, newer.name);
    else
        add(isLocked ? "locked-field-changed" : "signature-added", isPermitted && !isLocked, -1, newer.name);
}

void RevisionDiff::addNewField(const FieldNode &field)
{
    // An object of the signed version that becomes a field now was something else when it was signed.
    if (field.number > 0 && !m_older.reader.object(field.number).isNull()) {
        add("object-overridden", false, -1, QString::number(field.number));
        return;
    }
    if (field.type != "Sig") {
        add("field-added", false, -1, field.name);
    } else if (isSigned(m_newer, field)) {
        addSignatureFilled(field, true);
    } else {
        add("signature-field-added", !m_locks.level().has_value(), -1, field.name);
    }
}

} // namespace bidseal
