#include "ui/document/ThumbnailModel.h"

#include <utility>

namespace bidseal {

void ThumbnailModel::setPageCount(int count)
{
    beginResetModel();
    m_count = count;
    endResetModel();
}

void ThumbnailModel::setPageMark(std::function<QString(int)> mark)
{
    m_mark = std::move(mark);
    updateMarks();
}

void ThumbnailModel::updateMarks()
{
    if (m_count > 0) {
        Q_EMIT dataChanged(index(0), index(m_count - 1), {MarkRole, Qt::AccessibleTextRole});
    }
}

void ThumbnailModel::updatePicture(int page)
{
    if (page >= 0 && page < m_count) {
        Q_EMIT dataChanged(index(page), index(page), {Qt::DecorationRole});
    }
}

int ThumbnailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant ThumbnailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(index.row() + 1);
    case MarkRole:
        return m_mark ? m_mark(index.row()) : QString();
    case Qt::AccessibleTextRole: {
        const QString page = tr("Page %1").arg(index.row() + 1);
        const QString mark = m_mark ? m_mark(index.row()) : QString();
        return mark.isEmpty() ? page : tr("%1, %2", "page, mark").arg(page, mark);
    }
    default:
        return {};
    }
}

} // namespace bidseal
