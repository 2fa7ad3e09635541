#include "ui/shell/NavPanel.h"

#include "ui/shell/NavDelegate.h"

#include <QEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace bidseal {

namespace {

constexpr int wideWidth = 208;
constexpr int railWidth = 52;

} // namespace

NavPanel::NavPanel(QWidget *parent)
    : QFrame(parent)
    , m_mainModel(new QStandardItemModel(this))
    , m_footModel(new QStandardItemModel(this))
    , m_delegate(new NavDelegate(this))
    , m_main(makeList(m_mainModel))
    , m_foot(makeList(m_footModel))
{
    setProperty("nav", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 1, 8);
    column->setSpacing(0);
    column->addWidget(m_main, 1);
    column->addWidget(m_foot);
    setFocusProxy(m_main);
    addEntries();
    retranslateUi();
    setRail(false);
    markCurrent();
}

QListView *NavPanel::makeList(QStandardItemModel *model)
{
    auto *list = new QListView;
    list->setProperty("nav", true);
    list->setModel(model);
    list->setItemDelegate(m_delegate);
    list->setMouseTracking(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setSelectionMode(QAbstractItemView::NoSelection);
    // A click and Enter lead somewhere; walking with the arrows does not.
    const auto go = [this](const QModelIndex &index) {
        if (index.data(NavDelegate::PageRole).isValid())
            Q_EMIT activated(static_cast<NavEntry>(index.data(NavDelegate::PageRole).toInt()));
    };
    connect(list, &QListView::clicked, this, go);
    connect(list, &QListView::activated, this, [list, go](const QModelIndex &index) {
        if (list->hasFocus() && !list->underMouse())
            go(index);
    });
    return list;
}

QStandardItem *NavPanel::addEntry(QStandardItemModel *model, NavEntry entry, const QString &icon)
{
    auto *item = new QStandardItem;
    item->setData(icon, NavDelegate::IconRole);
    item->setData(static_cast<int>(entry), NavDelegate::PageRole);
    model->appendRow(item);
    return item;
}

void NavPanel::addEntries()
{
    addEntry(m_mainModel, NavEntry::Home, QStringLiteral("house"));
    auto *section = new QStandardItem;
    section->setData(true, NavDelegate::SectionRole);
    section->setFlags(Qt::NoItemFlags);
    m_mainModel->appendRow(section);
    addEntry(m_mainModel, NavEntry::Open, QStringLiteral("folder-open"));
    addEntry(m_mainModel, NavEntry::Verify, QStringLiteral("shield-check"));
    addEntry(m_footModel, NavEntry::Settings, QStringLiteral("settings"));
    addEntry(m_footModel, NavEntry::Help, QStringLiteral("circle-question-mark"));
}

void NavPanel::retranslateUi()
{
    m_main->setAccessibleName(tr("Navigation"));
    m_foot->setAccessibleName(tr("Settings and help"));
    const auto name = [](NavEntry entry) {
        switch (entry) {
        case NavEntry::Home:
            return tr("Home");
        case NavEntry::Open:
            return tr("Open bid file");
        case NavEntry::Verify:
            return tr("Verify seals");
        case NavEntry::Settings:
            return tr("Settings");
        case NavEntry::Help:
            return tr("Help");
        }
        return QString();
    };
    for (auto *model : {m_mainModel, m_footModel}) {
        for (int row = 0; row < model->rowCount(); ++row) {
            QStandardItem *item = model->item(row);
            const bool isSection = item->data(NavDelegate::SectionRole).toBool();
            const QString text = isSection ? tr("Local tools (also offline)")
                                           : name(static_cast<NavEntry>(item->data(NavDelegate::PageRole).toInt()));
            item->setText(text);
            item->setToolTip(m_rail && !isSection ? text : QString());
            item->setData(text, Qt::AccessibleTextRole);
        }
    }
}

void NavPanel::setRail(bool rail)
{
    m_rail = rail;
    m_delegate->setRail(rail);
    setFixedWidth(rail ? railWidth : wideWidth);
    retranslateUi();
    for (QListView *list : {m_main, m_foot})
        list->doItemsLayout();
    fitFootHeight();
}

void NavPanel::fitFootHeight()
{
    int height = 0;
    for (int row = 0; row < m_footModel->rowCount(); ++row)
        height += m_foot->sizeHintForRow(row);
    m_foot->setFixedHeight(height + 4);
}

void NavPanel::setCurrent(NavEntry entry)
{
    m_current = entry;
    markCurrent();
}

void NavPanel::markCurrent()
{
    for (QListView *list : {m_main, m_foot}) {
        list->setSelectionMode(QAbstractItemView::SingleSelection);
        list->selectionModel()->clearSelection();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            const QVariant page = index.data(NavDelegate::PageRole);
            if (page.isValid() && static_cast<NavEntry>(page.toInt()) == m_current)
                list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        }
        list->setSelectionMode(QAbstractItemView::NoSelection); // the arrows move the focus, not the mark
        list->viewport()->update();
    }
}

void NavPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

} // namespace bidseal
