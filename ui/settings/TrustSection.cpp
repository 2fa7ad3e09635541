#include "ui/settings/TrustSection.h"

#include "core/signing/Fingerprint.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/MessageBoxes.h"
#include "ui/common/Widgets.h"

#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace bidseal {

namespace {

enum Column { Subject, Print, End, Path, ColumnCount };

} // namespace

TrustSection::TrustSection(Settings *settings, QWidget *parent)
    : SettingsSection(parent)
    , m_settings(settings)
    , m_errorBar(new ErrorBar)
    , m_table(new QTableWidget)
    , m_addFile(makeButton(nullptr, "small"))
    , m_addFolder(makeButton(nullptr, "small"))
    , m_remove(makeButton(nullptr, "small"))
{
    m_table->setProperty("box", true);
    m_table->setColumnCount(ColumnCount);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Subject, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Path, QHeaderView::Stretch);
    m_table->setFixedHeight(170);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_addFile, m_addFolder, m_remove})
        row->addWidget(button);
    row->addStretch();
    body()->addWidget(m_errorBar);
    body()->addWidget(m_table);
    body()->addLayout(row);
    connect(m_addFile, &QPushButton::clicked, this, &TrustSection::addFiles);
    connect(m_addFolder, &QPushButton::clicked, this, &TrustSection::addFolder);
    connect(m_remove, &QPushButton::clicked, this, &TrustSection::removeSelected);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_table->selectedItems().isEmpty()); });
    connect(settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(settingKey::trustFolders))
            reload();
    });
    m_remove->setEnabled(false);
    TrustSection::retranslateUi();
}

int TrustSection::anchorCount() const
{
    return m_anchors;
}

void TrustSection::reload()
{
    const QStringList paths = m_settings->value(QLatin1String(settingKey::trustFolders)).toStringList();
    const quint64 turn = ++m_turn;
    QtConcurrent::run([paths] {
        std::vector<Source> sources;
        for (const QString &path : paths) {
            const auto store = TrustStore::load({path});
            sources.push_back({path, store ? Result<std::vector<Certificate>>(store->anchors()) : fail(store.error())});
        }
        return sources;
    }).then(this, [this, turn](const std::vector<Source> &sources) {
        if (turn == m_turn)
            fill(sources);
    });
}

void TrustSection::fill(const std::vector<Source> &sources)
{
    m_table->setRowCount(0);
    m_anchors = 0;
    m_errorBar->dismiss();
    for (const Source &source : sources) {
        if (!source.anchors) {
            addRow(source.path, tr("Cannot be read"), {}, {});
            m_errorBar->showError(source.anchors.error());
            continue;
        }
        if (source.anchors->empty())
            addRow(source.path, tr("No certificates in it"), {}, {});
        for (const Certificate &anchor : *source.anchors) {
            addRow(source.path, anchor.commonName.isEmpty() ? anchor.subject : anchor.commonName,
                   shortHex(anchor.sha256), anchor.notAfter.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")));
            ++m_anchors;
        }
    }
    m_remove->setEnabled(false);
}

void TrustSection::addRow(const QString &path, const QString &subject, const QString &fingerprint, const QString &end)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QStringList cells{subject, fingerprint, end, QDir::toNativeSeparators(path)};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(cells.at(column));
        item->setToolTip(cells.at(column));
        item->setData(Qt::UserRole, path);
        m_table->setItem(row, column, item);
    }
}

void TrustSection::addFiles()
{
    FileDialogs::ask(this,
                     {FileQuestion::Kind::OpenMany,
                      tr("Add trusted certificates"),
                      tr("Certificates (*.cer *.crt *.pem *.der);;All files (*)"),
                      {}},
                     [this](const QStringList &paths) { addPaths(paths); });
}

void TrustSection::addFolder()
{
    FileDialogs::ask(this, {FileQuestion::Kind::Folder, tr("Add a folder of trusted certificates"), {}, {}},
                     [this](const QStringList &paths) { addPaths(paths); });
}

void TrustSection::addPaths(const QStringList &paths)
{
    // A file that is no certificate is told at once and never becomes an anchor.
    const auto store = TrustStore::load(paths);
    if (!store)
        return m_errorBar->showError(store.error());
    QStringList all = m_settings->value(QLatin1String(settingKey::trustFolders)).toStringList();
    for (const QString &path : paths) {
        if (!all.contains(path))
            all.append(path);
    }
    m_settings->setValue(QLatin1String(settingKey::trustFolders), all);
}

void TrustSection::removeSelected()
{
    const auto selected = m_table->selectedItems();
    if (selected.isEmpty())
        return;
    const QString path = selected.front()->data(Qt::UserRole).toString();
    const Question question{
        tr("Remove trust anchor"),
        tr("Certificates from “%1” are no longer trusted. The file itself stays.").arg(QDir::toNativeSeparators(path)),
        tr("Remove"), tr("Keep"), true};
    MessageBoxes::ask(this, question, [this, path](bool yes) {
        if (!yes)
            return;
        QStringList all = m_settings->value(QLatin1String(settingKey::trustFolders)).toStringList();
        all.removeAll(path);
        m_settings->setValue(QLatin1String(settingKey::trustFolders), all);
    });
}

void TrustSection::retranslateUi()
{
    setTexts(
        tr("Trust anchors"),
        tr("A signer counts as confirmed only when his certificate leads to one of these. Nothing is trusted silently; "
           "add the root certificate of the certification authority you know."));
    m_table->setHorizontalHeaderLabels({tr("Certificate"), tr("Fingerprint"), tr("Ends"), tr("File or folder")});
    m_table->setAccessibleName(tr("Trust anchors"));
    m_addFile->setText(tr("Add file…"));
    m_addFolder->setText(tr("Add folder…"));
    m_remove->setText(tr("Remove"));
    reload();
}

} // namespace bidseal
