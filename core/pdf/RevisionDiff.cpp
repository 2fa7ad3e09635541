#include "core/pdf/RevisionDiff.h"

#include <algorithm>
#include <array>
#include <set>

namespace bidseal {

std::vector<QByteArray> unitedKeys(const PdfValue &a, const PdfValue &b)
{
    std::set<QByteArray> keys;
    for (const PdfValue *value : {&a, &b}) {
        for (const PdfValue::Entry &entry : value->entries)
            keys.insert(entry.key);
    }
    return {keys.begin(), keys.end()};
}

RevisionDiff::RevisionDiff(RevisionView &older, RevisionView &newer, qint64 signedEnd, std::optional<int> level)
    : m_older(older)
    , m_newer(newer)
    , m_signedEnd(signedEnd)
    , m_compare(older.reader, newer.reader)
    , m_locks(older.reader, older.form, level)
{
    for (const FieldNode &field : m_newer.form.fields()) {
        for (const WidgetNode &widget : field.widgets)
            m_widgetsJudged.insert(widget.number);
    }
    for (const FieldNode &field : m_older.form.fields())
        m_olderFields.insert(field.number);
}

std::vector<RevisionChange> RevisionDiff::run()
{
    if (!m_compare.isAnyMoved() &&
        m_older.reader.trailer().at("Root").referenced() == m_newer.reader.trailer().at("Root").referenced())
        return {};
    if (m_newer.reader.isRepaired() && !m_older.reader.isRepaired())
        add("structure-broken", false);
    // The order is a defence. An object may play two parts, say a field and a page's resources; what draws the pages is
    // compared to the last byte before any number is taken as "judged elsewhere", then what draws the form, then the
    // rest.
    collectIdentities(&RevisionDiff::addPageIdentities);
    comparePageDrawings();
    collectIdentities(&RevisionDiff::addFormIdentities);
    compareTrailer();
    const std::vector<QByteArray> changed = changedCatalogKeys();
    comparePages();
    m_compare.markReachedOutsideForm();
    compareForm();
    compareCatalog(changed);
    return std::move(m_changes);
}

void RevisionDiff::collectIdentities(void (*collect)(RevisionView &, const AddNumber &))
{
    collect(m_older, [this](int number) { m_compare.addOlderIdentity(number); });
    collect(m_newer, [this](int number) { m_compare.addNewerIdentity(number); });
}

void RevisionDiff::addPageIdentities(RevisionView &view, const AddNumber &add)
{
    add(view.reader.trailer().at("Root").referenced());
    for (const PageNode &page : view.pages.pages) {
        if (!page.page->isStream)
            add(page.number);
    }
}

void RevisionDiff::addFormIdentities(RevisionView &view, const AddNumber &add)
{
    add(view.reader.catalog().at("AcroForm").referenced());
    for (const PageNode &page : view.pages.pages) {
        for (const PdfValue &annotation : view.reader.get(*page.page, "Annots").items) {
            if (isAnnotation(view.reader, annotation))
                add(annotation.referenced());
        }
    }
    for (const auto &[number, node] : view.form.innerNodes())
        add(node->isStream ? 0 : number);
    for (const FieldNode &field : view.form.fields()) {
        add(field.field->isStream ? 0 : field.number);
        for (const WidgetNode &widget : field.widgets)
            add(widget.widget->isStream ? 0 : widget.number);
    }
}

bool RevisionDiff::isAnnotation(ObjectReader &reader, const PdfValue &written)
{
    // The annotation types of ISO 32000-2, table 171: a font or a picture in /Annots is no annotation.
    constexpr std::array<QByteArrayView, 28> types{
        "Text",        "Link",      "FreeText",       "Line",     "Square",    "Circle",     "Polygon",
        "PolyLine",    "Highlight", "Underline",      "Squiggly", "StrikeOut", "Caret",      "Stamp",
        "Ink",         "Popup",     "FileAttachment", "Sound",    "Movie",     "Screen",     "Widget",
        "PrinterMark", "TrapNet",   "Watermark",      "3D",       "Redact",    "Projection", "RichMedia"};
    const PdfValue &annotation = reader.resolve(written);
    const QByteArray &subtype = reader.get(annotation, "Subtype").bytes;
    return annotation.isDictionary() && !annotation.isStream &&
           std::ranges::find(types, QByteArrayView(subtype)) != types.end();
}

void RevisionDiff::add(const char *code, bool isAllowed, int page, const QString &subject)
{
    RevisionChange change{QString::fromLatin1(code), isAllowed, page, subject};
    const bool isKnown = std::ranges::any_of(m_changes, [&change](const RevisionChange &known) {
        return known.code == change.code && known.isAllowed == change.isAllowed && known.page == change.page &&
               known.subject == change.subject;
    });
    if (!isKnown)
        m_changes.push_back(std::move(change));
}

bool RevisionDiff::isChanged(const PdfValue &older, const PdfValue &newer, QByteArrayView key)
{
    return !m_compare.same(older.at(key), newer.at(key));
}

void RevisionDiff::compareTrailer()
{
    const PdfValue &older = m_older.reader.trailer();
    const PdfValue &newer = m_newer.reader.trailer();
    if (isChanged(older, newer, "Encrypt"))
        add("encryption-changed", false);
    if (isChanged(older, newer, "Info"))
        add("metadata-changed", true);
}

std::vector<QByteArray> RevisionDiff::changedCatalogKeys()
{
    const PdfValue &older = m_older.reader.catalog();
    const PdfValue &newer = m_newer.reader.catalog();
    std::vector<QByteArray> keys = unitedKeys(older, newer);
    std::erase_if(keys, [&](const QByteArray &key) {
        return key == "Pages" || key == "AcroForm" || key == "StructTreeRoot" || !isChanged(older, newer, key);
    });
    return keys;
}

void RevisionDiff::compareCatalog(const std::vector<QByteArray> &changed)
{
    compareStructure();
    const PdfValue &older = m_older.reader.catalog();
    const PdfValue &newer = m_newer.reader.catalog();
    for (const QByteArray &key : changed) {
        const PdfValue &before = older.at(key);
        const PdfValue &after = newer.at(key);
        if (!m_compare.same(before, after))
            compareCatalogEntry(key, before, after);
    }
}

void RevisionDiff::compareStructure()
{
    const PdfValue &older = m_older.reader.catalog().at("StructTreeRoot");
    const PdfValue &newer = m_newer.reader.catalog().at("StructTreeRoot");
    if (m_compare.same(older, newer))
        return;
    if (older.isNull() || !m_compare.extends(older, newer)) {
        add("structure-changed", false);
        return;
    }
    add("structure-added", true);
    // Judged: what points into the tree from elsewhere means the same element as before.
    collectStructureElements(older, 0);
}

void RevisionDiff::collectStructureElements(const PdfValue &older, int depth)
{
    constexpr int maxStructureDepth = 200;
    if (depth > maxStructureDepth)
        return;
    const PdfValue &node = m_older.reader.resolve(older);
    if (node.isArray()) {
        for (const PdfValue &item : node.items)
            collectStructureElements(item, depth + 1);
    } else if (node.isDictionary() && (older.referenced() == 0 || m_structure.insert(older.referenced()).second)) {
        m_compare.addOlderIdentity(older.referenced());
        m_compare.addNewerIdentity(older.referenced());
        collectStructureElements(node.at("K"), depth + 1);
    }
}

void RevisionDiff::compareCatalogEntry(const QByteArray &key, const PdfValue &older, const PdfValue &newer)
{
    // What describes the document or helps to validate it, and does not change what a reader sees.
    constexpr std::array<QByteArrayView, 4> descriptive{"Metadata", "Extensions", "Version", "PieceInfo"};
    if (std::ranges::find(descriptive, QByteArrayView(key)) != descriptive.end())
        add("metadata-changed", true);
    else if (key == "DSS")
        add(newer.isNull() ? "dss-removed" : "dss-added", !newer.isNull());
    else if (key == "Perms")
        comparePermissions(older, newer);
    else
        add("catalog-changed", false, -1, QString::fromLatin1(key));
}

void RevisionDiff::comparePermissions(const PdfValue &older, const PdfValue &newer)
{
    // Usage rights may go, they only unlock functions of one reader; a certification may neither come nor go.
    const PdfValue &before = m_older.reader.resolve(older);
    const PdfValue &after = m_newer.reader.resolve(newer);
    for (const QByteArray &key : unitedKeys(before, after)) {
        const bool isDroppedRight = key != "DocMDP" && !after.has(key);
        const bool isCertified = key == "DocMDP" && isFirstCertification(before);
        if (!isDroppedRight && !isCertified && isChanged(before, after, key))
            add("catalog-changed", false, -1, QStringLiteral("Perms"));
    }
}

bool RevisionDiff::isFirstCertification(const PdfValue &older) const
{
    // A certification is the first signature of a document (ISO 32000-2, 12.8.2.2); document timestamps sign for
    // nobody.
    return !older.has("DocMDP") && std::ranges::none_of(m_older.form.fields(), [this](const FieldNode &field) {
        return isSigned(m_older, field) &&
               !m_older.reader.get(m_older.reader.resolve(*field.value), "SubFilter").isName("ETSI.RFC3161");
    });
}

} // namespace bidseal
