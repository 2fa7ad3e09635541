#pragma once

#include <QFrame>

class QListView;
class QStandardItem;
class QStandardItemModel;

namespace bidseal {

class NavDelegate;

/** The entries that exist. Open and Verify are actions that lead to pages of documents. */
enum class NavEntry { Home, Open, Verify, Settings, Help };

/** Navigation at the left: 208 wide, or a rail of 52 with icons and tooltips. */
class NavPanel : public QFrame
{
    Q_OBJECT
public:
    explicit NavPanel(QWidget *parent = nullptr);

    void setRail(bool rail);
    [[nodiscard]] bool isRail() const { return m_rail; }
    /** Marks where the person is. */
    void setCurrent(bidseal::NavEntry entry);
    [[nodiscard]] NavEntry current() const { return m_current; }

Q_SIGNALS:
    void activated(bidseal::NavEntry entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    QListView *makeList(QStandardItemModel *model);
    QStandardItem *addEntry(QStandardItemModel *model, NavEntry entry, const QString &icon);
    void addEntries();
    void retranslateUi();
    void markCurrent();
    void fitFootHeight();

    QStandardItemModel *m_mainModel = nullptr;
    QStandardItemModel *m_footModel = nullptr;
    NavDelegate *m_delegate = nullptr;
    QListView *m_main = nullptr;
    QListView *m_foot = nullptr;
    NavEntry m_current = NavEntry::Home;
    bool m_rail = false;
};

} // namespace bidseal
