#pragma once

// Private to core/pdf.

#include "core/pdf/ObjectReader.h"

#include <QString>

#include <vector>

namespace bidseal {

/** A page with the entries it inherits resolved. */
struct PageNode
{
    int number = 0; ///< object number, 0 for a direct page
    const PdfValue *page = nullptr;
    std::vector<std::pair<QByteArray, const PdfValue *>> inherited; ///< Resources, MediaBox, CropBox, Rotate as found

    [[nodiscard]] const PdfValue *inheritedValue(QByteArrayView key) const;
};

/** All pages in order, and the object numbers of the tree's inner nodes. Cycles and endless trees end. */
struct PageList
{
    std::vector<PageNode> pages;
    std::vector<int> treeNodes;
};
PageList readPages(ObjectReader &reader);

/** A widget annotation and where it is. */
struct WidgetNode
{
    int number = 0; ///< object number, 0 when direct
    const PdfValue *widget = nullptr;
    int page = -1;
    bool isLoose = false; ///< it names its field as its parent, the field does not name it
};

/** A terminal field. */
struct FieldNode
{
    QString name; ///< fully qualified
    int number = 0;
    const PdfValue *field = nullptr;
    int valueHolder = 0;             ///< object that holds /V (a parent may)
    const PdfValue *value = nullptr; ///< as written, maybe a reference; null when absent
    QByteArray type;                 ///< FT, inherited or own
    std::vector<WidgetNode> widgets;
    bool isInForm = true; ///< false: only reachable through a page's annotations
};

/**
 * The form tree and the widgets of all pages, with visited sets: cyclic trees, widgets that are not in the form, fields
 * without /Type and kids that are mere widgets all occur.
 */
class FormWalk
{
public:
    FormWalk(ObjectReader &reader, const PageList &pages);

    [[nodiscard]] const std::vector<FieldNode> &fields() const { return m_fields; }
    /** Inner nodes of the form tree by object number. */
    [[nodiscard]] const std::vector<std::pair<int, const PdfValue *>> &innerNodes() const { return m_innerNodes; }

private:
    struct Inherited
    {
        QString name;
        QByteArray type;
        int valueHolder = 0;
        const PdfValue *value = nullptr;
    };

    void walkField(const PdfValue &node, Inherited inherited, int depth);
    void addTerminal(const PdfValue &written, const PdfValue &field, const Inherited &inherited);
    void addPageWidgets(const PageNode &page, int index);
    void addLooseWidget(const WidgetNode &widget);
    [[nodiscard]] Inherited inheritedByParents(const PdfValue &widget);

    ObjectReader &m_reader;
    std::vector<FieldNode> m_fields;
    std::vector<std::pair<int, const PdfValue *>> m_innerNodes;
    std::unordered_map<int, std::pair<std::size_t, std::size_t>> m_widgetPlaces; ///< object number: field, widget
    std::unordered_map<int, bool> m_visited;
    std::unordered_map<int, std::size_t> m_fieldOfNumber;
};

} // namespace bidseal
