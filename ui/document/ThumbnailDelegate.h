#pragma once

#include <QStyledItemDelegate>

#include <functional>

namespace bidseal {

/** Paints a page's picture on white paper, its number and its mark. */
class ThumbnailDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int pictureWidth = 114;  ///< logical pixels
    static constexpr int pictureHeight = 162; ///< logical pixels

    /** `picture` gives the small picture of a page or a null image; called while painting. */
    ThumbnailDelegate(std::function<QImage(int page)> picture, std::function<QSizeF(int page)> size, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLabel(QPainter *painter, const QRect &area, const QModelIndex &index, bool selected) const;

    std::function<QImage(int)> m_picture;
    std::function<QSizeF(int)> m_size;
};

} // namespace bidseal
