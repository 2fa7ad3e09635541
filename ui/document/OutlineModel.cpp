#include "ui/document/OutlineModel.h"

#include <QPointF>

#include <utility>

namespace bidseal {

namespace {

constexpr std::size_t maximumNodes = 50'000; ///< beyond that an outline is of no use to a reader

struct Pending
{
    const std::vector<OutlineItem> *items;
    int parent;
};

} // namespace

OutlineModel::Tree OutlineModel::flatten(const std::vector<OutlineItem> &items)
{
    Tree tree;
    // Breadth first and without recursion: the depth comes from the file.
    std::vector<Pending> pending{{&items, -1}};
    for (std::size_t i = 0; i < pending.size(); ++i) {
        const Pending level = pending[i];
        int row = 0;
        for (const OutlineItem &item : *level.items) {
            if (tree.nodes.size() == maximumNodes) {
                return tree;
            }
            const int index = int(tree.nodes.size());
            tree.nodes.push_back({item.title.simplified(), item.page, item.shownPoint, level.parent, row++, {}});
            (level.parent < 0 ? tree.top : tree.nodes[std::size_t(level.parent)].children).push_back(index);
            if (!item.children.empty()) {
                pending.push_back({&item.children, index});
            }
        }
    }
    return tree;
}

void OutlineModel::setTree(Tree tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

const std::vector<int> &OutlineModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? m_tree.nodes[std::size_t(parent.internalId())].children : m_tree.top;
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto &children = childrenOf(parent);
    if (row < 0 || std::size_t(row) >= children.size() || column != 0) {
        return {};
    }
    return createIndex(row, column, quintptr(children[std::size_t(row)]));
}

QModelIndex OutlineModel::parent(const QModelIndex &child) const
{
    if (!child.isValid()) {
        return {};
    }
    const int parent = m_tree.nodes[std::size_t(child.internalId())].parent;
    return parent < 0 ? QModelIndex() : createIndex(m_tree.nodes[std::size_t(parent)].row, 0, quintptr(parent));
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return int(childrenOf(parent).size());
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Node &node = m_tree.nodes[std::size_t(index.internalId())];
    switch (role) {
    case Qt::DisplayRole:
        return node.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return node.page < 0 ? node.title : tr("%1, page %2").arg(node.title).arg(node.page + 1);
    case PageRole:
        return node.page;
    case ShownPointRole:
        return node.shownPoint ? QVariant(QPointF(node.shownPoint->x, node.shownPoint->y)) : QVariant();
    default:
        return {};
    }
}

} // namespace bidseal
