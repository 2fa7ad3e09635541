#pragma once

#include "core/model/DocumentFacts.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace bidseal {

/** The document's outline for a tree view; made flat in a worker thread so that huge outlines cost the window nothing.
 */
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { PageRole = Qt::UserRole, ShownPointRole };

    struct Node
    {
        QString title;
        int page = -1;
        std::optional<PointF> shownPoint;
        int parent = -1; ///< index, -1 at the top
        int row = 0;
        std::vector<int> children;
    };
    struct Tree
    {
        std::vector<Node> nodes;
        std::vector<int> top;
    };

    /** Any thread. */
    static Tree flatten(const std::vector<OutlineItem> &items);

    using QAbstractItemModel::QAbstractItemModel;

    void setTree(Tree tree);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const std::vector<int> &childrenOf(const QModelIndex &parent) const;

    Tree m_tree;
};

} // namespace bidseal
