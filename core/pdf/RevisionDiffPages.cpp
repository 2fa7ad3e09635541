#include "core/pdf/RevisionDiff.h"

#include <algorithm>
#include <array>

namespace bidseal {

namespace {

// What a page is drawn with, beside /Contents; the page tree may hold it for its pages (ISO 32000-2, 7.7.3.4).
constexpr std::array<QByteArrayView, 4> inheritable{"Resources", "MediaBox", "CropBox", "Rotate"};

} // namespace

void RevisionDiff::comparePageDrawings()
{
    const auto &older = m_older.pages.pages;
    const auto &newer = m_newer.pages.pages;
    if (older.size() != newer.size()) {
        add(newer.size() > older.size() ? "page-added" : "page-removed", false);
        return;
    }
    for (std::size_t i = 0; i < older.size(); ++i)
        comparePageDrawing(older[i], newer[i], static_cast<int>(i));
}

void RevisionDiff::comparePages()
{
    const auto &older = m_older.pages.pages;
    const auto &newer = m_newer.pages.pages;
    if (older.size() != newer.size())
        return;
    for (std::size_t i = 0; i < older.size(); ++i)
        comparePage(older[i], newer[i], static_cast<int>(i));
}

void RevisionDiff::comparePageDrawing(const PageNode &older, const PageNode &newer, int index)
{
    if (older.number != newer.number)
        add("page-order", false, index);
    static const PdfValue none;
    for (const QByteArrayView key : inheritable) {
        const PdfValue *before = older.inheritedValue(key);
        const PdfValue *after = newer.inheritedValue(key);
        if (!m_compare.same(before != nullptr ? *before : none, after != nullptr ? *after : none))
            comparePageEntry(key.toByteArray(), none, none, index);
    }
    if (isChanged(*older.page, *newer.page, "Contents"))
        add("page-content", false, index);
}

void RevisionDiff::comparePage(const PageNode &older, const PageNode &newer, int index)
{
    for (const QByteArray &key : unitedKeys(*older.page, *newer.page)) {
        const bool isOwnBusiness = key == "Annots" || key == "Parent" || key == "Contents" ||
                                   std::ranges::find(inheritable, QByteArrayView(key)) != inheritable.end();
        if (!isOwnBusiness && isChanged(*older.page, *newer.page, key))
            comparePageEntry(key, older.page->at(key), newer.page->at(key), index);
    }
    compareAnnotations(older, newer, index);
}

void RevisionDiff::comparePageEntry(const QByteArray &key, const PdfValue &older, const PdfValue &newer, int index)
{
    constexpr std::array<QByteArrayView, 3> descriptive{"Metadata", "LastModified", "PieceInfo"};
    // Writers that add an annotation say in which order to visit them and give the page its key in the structure tree.
    constexpr std::array<QByteArrayView, 2> bookkeeping{"Tabs", "StructParents"};
    const bool isAdded = older.isNull() && !newer.isNull();
    if (std::ranges::find(descriptive, QByteArrayView(key)) != descriptive.end())
        add("metadata-changed", true);
    else if (isAdded && std::ranges::find(bookkeeping, QByteArrayView(key)) != bookkeeping.end())
        add("structure-added", true);
    else if (key == "Resources")
        add("page-resources", false, index);
    else
        add("page-changed", false, index, QString::fromLatin1(key));
}

void RevisionDiff::compareAnnotations(const PageNode &older, const PageNode &newer, int index)
{
    const PdfValue &before = m_older.reader.get(*older.page, "Annots");
    const PdfValue &after = m_newer.reader.get(*newer.page, "Annots");
    std::unordered_set<int> earlier;
    std::unordered_set<int> present;
    std::vector<const PdfValue *> directBefore;
    std::vector<const PdfValue *> directAfter;
    for (const PdfValue &item : before.items) {
        if (item.isReference())
            earlier.insert(item.referenced());
        else
            directBefore.push_back(&item);
    }
    for (const PdfValue &item : after.items) {
        if (!item.isReference()) {
            directAfter.push_back(&item);
            continue;
        }
        present.insert(item.referenced());
        if (!earlier.contains(item.referenced()))
            addNewAnnotation(item, index);
    }
    for (const int number : earlier) {
        const bool wasThere = m_older.reader.object(number).isDictionary();
        const bool isThere = present.contains(number) && m_newer.reader.object(number).isDictionary();
        if (wasThere && !isThere) {
            const bool isWidget = m_older.reader.get(m_older.reader.object(number), "Subtype").isName("Widget");
            add("annotation-removed", mayAnnotate() && !isWidget, index);
        }
        if (!wasThere && isThere)
            add("missing-object-supplied", false, index, QString::number(number));
        else if (wasThere && !m_widgetsJudged.contains(number))
            compareAnnotation(number, index);
    }
    const bool isSame = std::ranges::equal(
        directBefore, directAfter, [this](const PdfValue *a, const PdfValue *b) { return m_compare.same(*a, *b); });
    if (!isSame)
        add("annotation-changed", mayAnnotate(), index);
}

void RevisionDiff::compareAnnotation(int number, int index)
{
    const PdfValue &older = m_older.reader.object(number);
    const PdfValue &newer = m_newer.reader.object(number);
    for (const QByteArray &key : unitedKeys(older, newer)) {
        if (isChanged(older, newer, key)) {
            add("annotation-changed", mayAnnotate(), index);
            return;
        }
    }
}

void RevisionDiff::addNewAnnotation(const PdfValue &written, int index)
{
    const PdfValue &annotation = m_newer.reader.resolve(written);
    // A widget is judged as a part of its field.
    if (!annotation.isDictionary() || m_widgetsJudged.contains(written.referenced()))
        return;
    add("annotation-added", mayAnnotate(), index, QString::fromLatin1(m_newer.reader.get(annotation, "Subtype").bytes));
}

} // namespace bidseal
