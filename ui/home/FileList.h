#pragma once

#include <QListView>

#include <vector>

class QStandardItemModel;

namespace bidseal {

struct FileRow
{
    QString path;
    QString note;   ///< grey second line
    QString right;  ///< grey words at the right
    QByteArray key; ///< whatever the owner knows the row by
};

/** Files in rows of two lines. Enter and double click open, Del removes, the context menu offers what there is. */
class FileList : public QListView
{
    Q_OBJECT
public:
    explicit FileList(QWidget *parent = nullptr);

    void setRows(const std::vector<FileRow> &rows);
    [[nodiscard]] QString selectedPath() const;
    [[nodiscard]] QByteArray selectedKey() const;
    /** Words of the menu's first entry: "Open", "Continue". */
    void setOpenText(const QString &text) { m_openText = text; }
    /** Height of all rows, for lists inside a scrolling page. */
    [[nodiscard]] int contentHeight() const;

Q_SIGNALS:
    void openRequested(const QString &path);
    void verifyRequested(const QString &path);
    void removeRequested(const QString &path, const QByteArray &key);
    void selectedChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QStandardItemModel *m_model;
    QString m_openText;
};

} // namespace bidseal
