#include "core/pdf/FormTree.h"

#include <algorithm>

namespace bidseal {

namespace {

constexpr std::size_t maxNodes = 200'000;

QString qualified(const QString &parent, const char *partial)
{
    const QString own = QString::fromUtf8(partial);
    return parent.isEmpty() ? own : parent + u'.' + own;
}

} // namespace

// What one node says of itself, in plain data: it is read while MuPDF may longjmp.
struct FormTree::RawNode
{
    const char *partialName = nullptr; // owned by the string object
    pdf_obj *value = nullptr;
    pdf_obj *kids = nullptr;
    int flags = 0;
    bool hasFlags = false;
    bool hasType = false;
    bool isSignature = false;
    bool isWidget = false;
};

FormTree::RawNode FormTree::readRaw(fz_context *ctx, pdf_obj *object)
{
    RawNode raw;
    pdf_obj *name = pdf_dict_get(ctx, object, PDF_NAME(T));
    if (pdf_is_string(ctx, name))
        raw.partialName = pdf_to_text_string(ctx, name);
    pdf_obj *type = pdf_dict_get(ctx, object, PDF_NAME(FT));
    raw.hasType = pdf_is_name(ctx, type) != 0;
    raw.isSignature = pdf_name_eq(ctx, type, PDF_NAME(Sig)) != 0;
    pdf_obj *flags = pdf_dict_get(ctx, object, PDF_NAME(Ff));
    raw.hasFlags = pdf_is_int(ctx, flags) != 0;
    raw.flags = pdf_to_int(ctx, flags);
    raw.value = pdf_dict_get(ctx, object, PDF_NAME(V));
    if (pdf_is_null(ctx, raw.value))
        raw.value = nullptr;
    raw.kids = pdf_dict_get(ctx, object, PDF_NAME(Kids));
    raw.isWidget = pdf_name_eq(ctx, pdf_dict_get(ctx, object, PDF_NAME(Subtype)), PDF_NAME(Widget)) != 0;
    return raw;
}

FormTree::~FormTree()
{
    for (const FormNode &node : m_nodes) {
        pdf_drop_obj(m_context, node.object);
        pdf_drop_obj(m_context, node.value);
    }
}

Result<void> FormTree::read(pdf_document *doc)
{
    bool tooLarge = false;
    const Result<void> done = muPdfTry(m_context, ErrorCode::PdfDamaged, [&] {
        pdf_obj *root = pdf_dict_get(m_context, pdf_trailer(m_context, doc), PDF_NAME(Root));
        pushKids(pdf_dict_getl(m_context, root, PDF_NAME(AcroForm), PDF_NAME(Fields), nullptr), -1);
        while (!m_pending.empty() && !tooLarge) {
            const Pending next = m_pending.back();
            m_pending.pop_back();
            visit(next);
            tooLarge = m_nodes.size() > maxNodes || m_pending.size() > maxNodes;
        }
    });
    m_pending.clear();
    if (!done)
        return done;
    if (tooLarge)
        return fail(ErrorCode::DocumentTooComplex, QStringLiteral("form with too many fields"));
    return {};
}

bool FormTree::isNew(pdf_obj *object)
{
    const int number = pdf_to_num(m_context, object);
    if (number == 0)
        return true; // direct objects cannot form a cycle by themselves
    const auto before = m_visited.size();
    m_visited.insert(number);
    return m_visited.size() > before;
}

void FormTree::visit(Pending pending)
{
    if (!pdf_is_dict(m_context, pending.object) || !isNew(pending.object))
        return;
    RawNode raw = readRaw(m_context, pending.object);
    const int index = addNode(pending, raw);
    pushKids(raw.kids, index);
}

int FormTree::addNode(Pending pending, const RawNode &raw)
{
    FormNode node;
    node.parent = pending.parent;
    node.isField = raw.partialName != nullptr;
    node.isWidget = raw.isWidget;
    node.isSignature = raw.isSignature;
    node.flags = raw.flags;
    pdf_obj *value = raw.value;
    if (pending.parent >= 0) {
        const FormNode &parent = m_nodes[static_cast<std::size_t>(pending.parent)];
        node.name = parent.name;
        node.isSignature = raw.hasType ? raw.isSignature : parent.isSignature;
        node.flags = raw.hasFlags ? raw.flags : parent.flags;
        value = value != nullptr ? value : parent.value;
    }
    if (node.isField)
        node.name = qualified(node.name, raw.partialName);
    node.object = pdf_keep_obj(m_context, pending.object);
    node.value = pdf_keep_obj(m_context, value);
    m_nodes.push_back(std::move(node));
    return static_cast<int>(m_nodes.size()) - 1;
}

void FormTree::pushKids(pdf_obj *kids, int parent)
{
    const int count = pdf_array_len(m_context, kids);
    for (int i = count - 1; i >= 0 && m_pending.size() <= maxNodes; --i)
        m_pending.push_back({pdf_array_get(m_context, kids, i), parent});
}

int FormTree::find(const QString &name) const
{
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].isField && m_nodes[i].name == name)
            return static_cast<int>(i);
    }
    return -1;
}

QSet<QString> FormTree::names() const
{
    QSet<QString> names;
    for (const FormNode &node : m_nodes)
        names.insert(node.name);
    return names;
}

bool FormTree::hasSignedField() const
{
    return std::any_of(m_nodes.begin(), m_nodes.end(),
                       [](const FormNode &node) { return node.isSignature && node.value != nullptr; });
}

} // namespace bidseal
