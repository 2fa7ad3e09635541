#pragma once

#include <QAbstractListModel>

#include <functional>

namespace bidseal {

/** One row a page: its number and its mark. The picture is looked up by the delegate while painting. */
class ThumbnailModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { MarkRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setPageCount(int count);
    void setPageMark(std::function<QString(int)> mark);
    void updateMarks();
    void updatePicture(int page);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    int m_count = 0;
    std::function<QString(int)> m_mark;
};

} // namespace bidseal
