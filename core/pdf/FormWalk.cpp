#include "core/pdf/FormWalk.h"

#include <array>
#include <unordered_set>

namespace bidseal {

namespace {

constexpr int maxTreeDepth = 64;
constexpr std::size_t maxPages = 1'000'000;
constexpr std::array<QByteArrayView, 4> inheritable{"Resources", "MediaBox", "CropBox", "Rotate"};

using InheritedEntries = std::vector<std::pair<QByteArray, const PdfValue *>>;

struct PageWalk
{
    ObjectReader &reader;
    PageList &list;
    std::unordered_set<int> visited;

    void walk(const PdfValue &written, InheritedEntries inherited, int depth)
    {
        const int number = written.referenced();
        if (depth > maxTreeDepth || list.pages.size() >= maxPages || (number > 0 && !visited.insert(number).second))
            return;
        const PdfValue &node = reader.resolve(written);
        if (!node.isDictionary())
            return;
        for (const QByteArrayView key : inheritable) {
            if (node.has(key)) {
                std::erase_if(inherited, [key](const auto &entry) { return QByteArrayView(entry.first) == key; });
                inherited.emplace_back(key.toByteArray(), &node.at(key));
            }
        }
        const PdfValue &kids = reader.get(node, "Kids");
        if (!kids.isArray()) {
            list.pages.push_back({number, &node, std::move(inherited)});
            return;
        }
        list.treeNodes.push_back(number);
        for (const PdfValue &kid : kids.items)
            walk(kid, inherited, depth + 1);
    }
};

} // namespace

const PdfValue *PageNode::inheritedValue(QByteArrayView key) const
{
    for (const auto &[name, value] : inherited) {
        if (QByteArrayView(name) == key)
            return value;
    }
    return nullptr;
}

PageList readPages(ObjectReader &reader)
{
    PageList list;
    PageWalk walk{reader, list, {}};
    walk.walk(reader.catalog().at("Pages"), {}, 0);
    return list;
}

FormWalk::FormWalk(ObjectReader &reader, const PageList &pages)
    : m_reader(reader)
{
    const PdfValue &form = reader.get(reader.catalog(), "AcroForm");
    for (const PdfValue &field : reader.get(form, "Fields").items)
        walkField(field, {}, 0);
    for (std::size_t i = 0; i < pages.pages.size(); ++i)
        addPageWidgets(pages.pages[i], static_cast<int>(i));
}

void FormWalk::walkField(const PdfValue &written, Inherited inherited, int depth)
{
    const int number = written.referenced();
    if (depth > maxTreeDepth || (number > 0 && std::exchange(m_visited[number], true)))
        return;
    const PdfValue &node = m_reader.resolve(written);
    if (!node.isDictionary())
        return;
    if (const PdfValue &part = m_reader.get(node, "T"); part.kind == PdfValue::Kind::String) {
        if (!inherited.name.isEmpty())
            inherited.name += u'.';
        inherited.name += pdfText(part.bytes);
    }
    if (const PdfValue &type = m_reader.get(node, "FT"); type.kind == PdfValue::Kind::Name)
        inherited.type = type.bytes;
    if (node.has("V")) {
        inherited.value = &node.at("V");
        inherited.valueHolder = number;
    }
    bool hasFieldKids = false;
    for (const PdfValue &kid : m_reader.get(node, "Kids").items)
        hasFieldKids = hasFieldKids || m_reader.get(m_reader.resolve(kid), "T").kind == PdfValue::Kind::String;
    if (!hasFieldKids) {
        addTerminal(written, node, inherited);
        return;
    }
    m_innerNodes.emplace_back(number, &node);
    for (const PdfValue &kid : m_reader.get(node, "Kids").items)
        walkField(kid, inherited, depth + 1);
}

void FormWalk::addTerminal(const PdfValue &written, const PdfValue &field, const Inherited &inherited)
{
    FieldNode node;
    node.name = inherited.name;
    node.number = written.referenced();
    node.field = &field;
    node.valueHolder = inherited.valueHolder;
    node.value = inherited.value;
    node.type = inherited.type;
    const PdfValue &kids = m_reader.get(field, "Kids");
    const std::size_t index = m_fields.size();
    if (!kids.isArray() || m_reader.get(field, "Subtype").isName("Widget"))
        node.widgets.push_back({node.number, &field, -1});
    for (const PdfValue &kid : kids.items) {
        const PdfValue &widget = m_reader.resolve(kid);
        if (!widget.isDictionary() || (kid.referenced() > 0 && std::exchange(m_visited[kid.referenced()], true)))
            continue;
        // A kid may repeat the value of its field; one that brings another value of its own counts as the field's.
        if (node.value == nullptr && widget.has("V")) {
            node.value = &widget.at("V");
            node.valueHolder = kid.referenced();
        }
        if (node.type.isEmpty())
            node.type = m_reader.get(widget, "FT").bytes;
        node.widgets.push_back({kid.referenced(), &widget, -1});
    }
    for (std::size_t i = 0; i < node.widgets.size(); ++i) {
        if (node.widgets[i].number > 0)
            m_widgetPlaces[node.widgets[i].number] = {index, i};
    }
    if (node.number > 0)
        m_fieldOfNumber[node.number] = index;
    m_fields.push_back(std::move(node));
}

void FormWalk::addPageWidgets(const PageNode &page, int index)
{
    for (const PdfValue &written : m_reader.get(*page.page, "Annots").items) {
        const PdfValue &annotation = m_reader.resolve(written);
        if (!annotation.isDictionary() || !m_reader.get(annotation, "Subtype").isName("Widget"))
            continue;
        const auto place = m_widgetPlaces.find(written.referenced());
        if (place != m_widgetPlaces.end())
            m_fields[place->second.first].widgets[place->second.second].page = index;
        else if (written.referenced() == 0 || !std::exchange(m_visited[written.referenced()], true))
            addLooseWidget({written.referenced(), &annotation, index});
    }
}

void FormWalk::addLooseWidget(const WidgetNode &widget)
{
    const auto parent = m_fieldOfNumber.find(widget.widget->at("Parent").referenced());
    if (parent != m_fieldOfNumber.end()) {
        if (widget.number > 0)
            m_widgetPlaces[widget.number] = {parent->second, m_fields[parent->second].widgets.size()};
        m_fields[parent->second].widgets.push_back(widget);
        m_fields[parent->second].widgets.back().isLoose = true;
        return;
    }
    const Inherited inherited = inheritedByParents(*widget.widget);
    FieldNode node;
    node.name = inherited.name;
    node.number = widget.number;
    node.field = widget.widget;
    node.value = inherited.value;
    node.valueHolder = inherited.valueHolder == 0 ? widget.number : inherited.valueHolder;
    node.type = inherited.type;
    node.isInForm = false;
    node.widgets.push_back(widget);
    if (widget.number > 0) {
        m_widgetPlaces[widget.number] = {m_fields.size(), 0};
        m_fieldOfNumber[widget.number] = m_fields.size();
    }
    m_fields.push_back(std::move(node));
}

FormWalk::Inherited FormWalk::inheritedByParents(const PdfValue &widget)
{
    Inherited result;
    const PdfValue *node = &widget;
    int holder = 0;
    for (int depth = 0; depth < maxTreeDepth && node->isDictionary(); ++depth) {
        const PdfValue &part = m_reader.get(*node, "T");
        if (part.kind == PdfValue::Kind::String)
            result.name = result.name.isEmpty() ? pdfText(part.bytes) : pdfText(part.bytes) + u'.' + result.name;
        if (result.type.isEmpty())
            result.type = m_reader.get(*node, "FT").bytes;
        if (result.value == nullptr && node->has("V")) {
            result.value = &node->at("V");
            result.valueHolder = holder;
        }
        holder = node->at("Parent").referenced();
        node = &m_reader.get(*node, "Parent");
    }
    return result;
}

} // namespace bidseal
