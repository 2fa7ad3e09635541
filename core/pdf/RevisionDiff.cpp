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
            keys.insert(entry.first);
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
    collectIdentities();
}

std::vector<RevisionChange> RevisionDiff::run()
{
    if (!m_compare.isAnyMoved() &&
        m_older.reader.trailer().at("Root").referenced() == m_newer.reader.trailer().at("Root").referenced())
        return {};
    compareTrailer();
    compareCatalog();
    comparePages();
    compareForm();
    return std::move(m_changes);
}

void RevisionDiff::collectIdentities()
{
    const auto collect = [](RevisionView &view, const auto &add) {
        add(view.reader.trailer().at("Root").referenced());
        add(view.reader.catalog().at("AcroForm").referenced());
        for (const int number : view.pages.treeNodes)
            add(number);
        for (const PageNode &page : view.pages.pages) {
            add(page.number);
            for (const PdfValue &annotation : view.reader.get(*page.page, "Annots").items)
                add(annotation.referenced());
        }
        for (const auto &[number, node] : view.form.innerNodes())
            add(number);
        for (const FieldNode &field : view.form.fields()) {
            add(field.number);
            for (const WidgetNode &widget : field.widgets)
                add(widget.number);
        }
    };
    collect(m_older, [this](int number) { m_compare.addOlderIdentity(number); });
    collect(m_newer, [this](int number) { m_compare.addNewerIdentity(number); });
    for (const FieldNode &field : m_newer.form.fields()) {
        for (const WidgetNode &widget : field.widgets)
            m_widgetsJudged.insert(widget.number);
    }
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

void RevisionDiff::compareCatalog()
{
    const PdfValue &older = m_older.reader.catalog();
    const PdfValue &newer = m_newer.reader.catalog();
    for (const QByteArray &key : unitedKeys(older, newer)) {
        if (key == "Pages" || key == "AcroForm")
            continue;
        const PdfValue &before = older.at(key);
        const PdfValue &after = newer.at(key);
        if (!m_compare.same(before, after))
            compareCatalogEntry(key, before, after);
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
    else if (key == "StructTreeRoot" && !older.isNull() && m_compare.extends(older, newer))
        add("structure-added", true);
    else if (key == "StructTreeRoot")
        add("structure-changed", false);
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
        if (!isDroppedRight && isChanged(before, after, key))
            add("catalog-changed", false, -1, QStringLiteral("Perms"));
    }
}

} // namespace bidseal
