#include "ui/home/FileList.h"

#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace bidseal {

namespace {

enum Role { PathRole = Qt::UserRole + 1, NoteRole, RightRole, KeyRole };
constexpr int rowHeight = 54;

class FileDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const override
    {
        return {120, Theme::px(rowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || (option.state & QStyle::State_MouseOver))
            painter->fillRect(option.rect, Theme::color(selected ? Token::AccentSoft : Token::Hover));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          Theme::color(Token::LineSoft));
        const int middle = option.rect.center().y();
        themeIcon(QStringLiteral("file-text")).paint(painter, QRect(option.rect.left() + 16, middle - 9, 18, 18));
        paintWords(painter, option.rect.adjusted(48, 6, -16, -6), index);
        painter->restore();
    }

private:
    static void paintWords(QPainter *painter, const QRect &rect, const QModelIndex &index)
    {
        const QString right = index.data(RightRole).toString();
        painter->setFont(Theme::font(12));
        painter->setPen(Theme::color(Token::Text3));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, right);
        const int rightWidth = right.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(right) + 16;
        const QRect words = rect.adjusted(0, 0, -rightWidth, 0);
        const QString note =
            painter->fontMetrics().elidedText(index.data(NoteRole).toString(), Qt::ElideMiddle, words.width());
        painter->drawText(words, Qt::AlignLeft | Qt::AlignBottom, note);
        painter->setFont(Theme::font(14));
        painter->setPen(Theme::color(Token::Text));
        const QString name = QFileInfo(index.data(PathRole).toString()).fileName();
        painter->drawText(words, Qt::AlignLeft | Qt::AlignTop,
                          painter->fontMetrics().elidedText(name, Qt::ElideMiddle, words.width()));
    }
};

} // namespace

FileList::FileList(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new FileDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT openRequested(index.data(PathRole).toString()); });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &FileList::selectedChanged);
    connect(m_model, &QAbstractItemModel::modelReset, this, &FileList::selectedChanged);
}

void FileList::setRows(const std::vector<FileRow> &rows)
{
    const QString selected = selectedPath();
    m_model->clear();
    for (const FileRow &row : rows) {
        auto *item = new QStandardItem(QFileInfo(row.path).fileName());
        item->setData(row.path, PathRole);
        item->setData(row.note, NoteRole);
        item->setData(row.right, RightRole);
        item->setData(row.key, KeyRole);
        item->setToolTip(row.path);
        item->setData(QStringLiteral("%1, %2, %3").arg(item->text(), row.note, row.right), Qt::AccessibleTextRole);
        m_model->appendRow(item);
        if (row.path == selected)
            setCurrentIndex(item->index());
    }
    Q_EMIT selectedChanged();
}

QString FileList::selectedPath() const
{
    return currentIndex().data(PathRole).toString();
}

QByteArray FileList::selectedKey() const
{
    return currentIndex().data(KeyRole).toByteArray();
}

int FileList::contentHeight() const
{
    return m_model->rowCount() * Theme::px(rowHeight) + 2;
}

void FileList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        Q_EMIT removeRequested(selectedPath(), selectedKey());
        return;
    }
    QListView::keyPressEvent(event);
}

void FileList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard
                                  ? currentIndex()
                                  : indexAt(viewport()->mapFrom(this, event->pos()));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    const QString path = selectedPath();
    const QByteArray key = selectedKey();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(m_openText.isEmpty() ? tr("Open") : m_openText), &QAction::triggered, this,
            [this, path] { Q_EMIT openRequested(path); });
    connect(menu->addAction(tr("Verify seals")), &QAction::triggered, this,
            [this, path] { Q_EMIT verifyRequested(path); });
    connect(menu->addAction(tr("Remove from the list")), &QAction::triggered, this,
            [this, path, key] { Q_EMIT removeRequested(path, key); });
    menu->popup(event->globalPos());
}

} // namespace bidseal
