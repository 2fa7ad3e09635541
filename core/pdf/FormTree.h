#pragma once

// Private to core/pdf.

#include "core/pdf/MuPdfHandles.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <vector>

namespace bidseal {

/** A node of the interactive form: a field, or a widget that only shows its parent (ISO 32000-2, 12.7.4). */
struct FormNode
{
    pdf_obj *object = nullptr; ///< owned by the tree
    int parent = -1;           ///< index of a node
    QString name;              ///< fully qualified, of the field it belongs to
    bool isField = false;      ///< has a /T of its own; otherwise a bare widget
    bool isWidget = false;
    bool isSignature = false; ///< /FT, own or inherited, is Sig
    int flags = 0;            ///< /Ff, own or inherited
    pdf_obj *value = nullptr; ///< /V, own or inherited, resolved; owned by the tree; null when missing
};

/**
 * The form of a document as a flat list, parents first. Walked with a visited set and a limit, because form trees of
 * hostile files are cyclic or huge. Keeps references: drop it before the document.
 */
class FormTree
{
public:
    explicit FormTree(fz_context *ctx)
        : m_context(ctx)
    {
    }
    ~FormTree();
    FormTree(const FormTree &) = delete;
    FormTree &operator=(const FormTree &) = delete;

    /** Reads the tree of `doc`. PdfDamaged when MuPDF gives up, DocumentTooComplex beyond 200,000 nodes. */
    Result<void> read(pdf_document *doc);

    [[nodiscard]] const std::vector<FormNode> &nodes() const { return m_nodes; }
    /** The index of the field with this fully qualified name, -1 when there is none. */
    [[nodiscard]] int find(const QString &name) const;
    [[nodiscard]] QSet<QString> names() const;
    [[nodiscard]] bool hasSignedField() const;

private:
    struct Pending
    {
        pdf_obj *object;
        int parent;
    };

    struct RawNode;

    static RawNode readRaw(fz_context *ctx, pdf_obj *object);
    void visit(Pending pending);
    int addNode(Pending pending, const RawNode &raw);
    void pushKids(pdf_obj *kids, int parent);
    [[nodiscard]] bool isNew(pdf_obj *object);

    fz_context *m_context;
    std::vector<FormNode> m_nodes;
    std::vector<Pending> m_pending;
    QSet<int> m_visited;
};

} // namespace bidseal
