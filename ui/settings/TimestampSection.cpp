#include "ui/settings/TimestampSection.h"

#include "ui/common/ErrorBar.h"
#include "ui/common/FormField.h"
#include "ui/common/TimestampProbe.h"
#include "ui/common/Widgets.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bidseal {

namespace {

bool isServiceUrl(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace

TimestampSection::TimestampSection(const SettingsPorts &ports, QWidget *parent)
    : SettingsSection(parent)
    , m_ports(ports)
    , m_bar(new ErrorBar)
    , m_list(new QListWidget)
    , m_edit(new QLineEdit)
    , m_field(new FormField(m_edit))
    , m_add(makeButton())
    , m_remove(makeButton(nullptr, "small"))
    , m_up(makeButton(nullptr, "small"))
    , m_down(makeButton(nullptr, "small"))
    , m_test(makeButton(nullptr, "small"))
{
    m_list->setProperty("box", true);
    m_list->setFixedHeight(112);
    auto *addRow = new QHBoxLayout;
    addRow->addWidget(m_field, 1);
    addRow->addWidget(m_add, 0, Qt::AlignTop);
    m_add->setFixedHeight(34);
    auto *addColumn = new QVBoxLayout;
    addColumn->addLayout(addRow);
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_test, m_up, m_down, m_remove})
        row->addWidget(button);
    row->addStretch();
    body()->addWidget(m_bar);
    body()->addWidget(m_list);
    body()->addLayout(row);
    body()->addLayout(addColumn);
    connect(m_list, &QListWidget::currentRowChanged, this, &TimestampSection::updateButtons);
    connect(m_add, &QPushButton::clicked, this, &TimestampSection::addUrl);
    connect(m_edit, &QLineEdit::returnPressed, this, &TimestampSection::addUrl);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
    connect(m_remove, &QPushButton::clicked, this, &TimestampSection::removeSelected);
    connect(m_up, &QPushButton::clicked, this, [this] { moveSelected(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveSelected(1); });
    connect(m_test, &QPushButton::clicked, this, &TimestampSection::testSelected);
    TimestampSection::retranslateUi();
    fill();
}

QStringList TimestampSection::urls() const
{
    return m_ports.services.settings->value(QLatin1String(settingKey::timestampServices)).toStringList();
}

void TimestampSection::fill()
{
    m_list->clear();
    m_list->addItems(urls());
    updateButtons();
}

void TimestampSection::store(const QStringList &urls, int select)
{
    m_ports.services.settings->setValue(QLatin1String(settingKey::timestampServices), urls);
    m_ports.probe->reset();
    fill();
    m_list->setCurrentRow(select);
}

void TimestampSection::addUrl()
{
    const QString text = m_edit->text().trimmed();
    if (!isServiceUrl(QUrl(text)))
        return m_field->setError(
            tr("This is not the address of a timestamp service. It begins with http:// or https://."));
    QStringList all = urls();
    if (all.contains(text))
        return m_field->setError(tr("This service is in the list already."));
    m_field->setError({});
    m_edit->clear();
    all.append(text);
    store(all, static_cast<int>(all.size()) - 1);
}

void TimestampSection::removeSelected()
{
    QStringList all = urls();
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    all.removeAt(row);
    store(all, std::min(row, static_cast<int>(all.size()) - 1));
}

void TimestampSection::moveSelected(int step)
{
    QStringList all = urls();
    const int row = m_list->currentRow();
    if (row < 0 || row + step < 0 || row + step >= all.size())
        return;
    all.move(row, row + step);
    store(all, row + step);
}

void TimestampSection::testSelected()
{
    if (m_testing || m_list->currentRow() < 0)
        return;
    const QString url = m_list->currentItem()->text();
    m_testing = true;
    updateButtons();
    m_bar->showNotice(Tone::Unknown, tr("Asking the timestamp service…"), url);
    m_ports.testService(QUrl(url)).then(this, [this, url](const Result<TimestampFacts> &result) {
        m_testing = false;
        updateButtons();
        if (!result)
            return m_bar->showError(result.error());
        const QString authority = result->authority ? result->authority->commonName : url;
        m_bar->showNotice(
            Tone::Ok, tr("The timestamp service answered."),
            tr("“%1” stamped %2.")
                .arg(authority, result->time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))));
    });
}

void TimestampSection::updateButtons()
{
    const int row = m_list->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < m_list->count() - 1);
    m_test->setEnabled(row >= 0 && !m_testing);
}

void TimestampSection::retranslateUi()
{
    setTexts(tr("Timestamp services"), tr("They prove the time of signing. The first that answers is used. Only a "
                                          "fingerprint is sent, never the file."));
    m_list->setAccessibleName(tr("Timestamp services"));
    m_field->setLabel(tr("Address of a service"));
    m_edit->setPlaceholderText(QStringLiteral("https://tsa.example.com/tsr"));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Remove"));
    m_up->setText(tr("Move up"));
    m_down->setText(tr("Move down"));
    m_test->setText(tr("Test"));
    m_bar->dismiss();
}

} // namespace bidseal
