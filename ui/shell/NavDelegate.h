#pragma once

#include <QStyledItemDelegate>

namespace bidseal {

/** Paints an entry of the navigation: icon and words, or the icon alone in the rail; the current one has a bar at its
 * left. */
class NavDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { IconRole = Qt::UserRole + 1, PageRole, SectionRole };
    using QStyledItemDelegate::QStyledItemDelegate;

    void setRail(bool rail) { m_rail = rail; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSection(QPainter *painter, const QRect &rect, const QString &text) const;
    void paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_rail = false;
};

} // namespace bidseal
