#include "ui/settings/UkeySection.h"

#include "core/messages/Messages.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/UkeySummary.h"
#include "ui/common/Widgets.h"
#include "ui/theme/ThemeIcon.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace bidseal {

UkeySection::UkeySection(const SettingsPorts &ports, QWidget *parent)
    : SettingsSection(parent)
    , m_ports(ports)
    , m_bar(new ErrorBar)
    , m_keys(makeLabel("dense", nullptr, true))
    , m_list(new QListWidget)
    , m_add(makeButton(nullptr, "small"))
    , m_remove(makeButton(nullptr, "small"))
    , m_refresh(makeButton(nullptr, "small"))
{
    m_list->setProperty("box", true);
    m_list->setFixedHeight(112);
    m_refresh->setIcon(themeIcon(QStringLiteral("refresh-cw")));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_add, m_remove, m_refresh})
        row->addWidget(button);
    row->addStretch();
    body()->addWidget(m_bar);
    body()->addWidget(m_keys);
    body()->addWidget(m_list);
    body()->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &UkeySection::addModule);
    connect(m_remove, &QPushButton::clicked, this, &UkeySection::removeSelected);
    connect(m_refresh, &QPushButton::clicked, this, [this] {
        m_ports.services.signers->refresh();
        fill();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        const QListWidgetItem *item = m_list->currentItem();
        m_remove->setEnabled(item && item->data(Qt::UserRole).isValid());
    });
    connect(m_ports.services.signers, &SignerProvider::changed, this, &UkeySection::showKeys);
    UkeySection::retranslateUi();
}

QStringList UkeySection::added() const
{
    return m_ports.services.settings->value(QLatin1String(settingKey::pkcs11Modules)).toStringList();
}

void UkeySection::fill()
{
    m_list->clear();
    const QStringList mine = added();
    for (const QString &path : mine) {
        auto *item = new QListWidgetItem(tr("%1 (added by you)").arg(QDir::toNativeSeparators(path)), m_list);
        item->setData(Qt::UserRole, path);
    }
    const QStringList found = m_ports.installedModules();
    for (const QString &path : found) {
        if (!mine.contains(path))
            m_list->addItem(tr("%1 (found on this PC)").arg(QDir::toNativeSeparators(path)));
    }
    m_remove->setEnabled(false);
    showKeys();
}

void UkeySection::showKeys()
{
    const SignerProvider *signers = m_ports.services.signers;
    QStringList lines{ukeySummary(*signers).text};
    for (const SigningIdentity &identity : signers->identities()) {
        const QString state =
            identity.unusable == UnusableReason::None
                ? tr("can sign, until %1")
                      .arg(identity.certificate.notAfter.toLocalTime().toString(QStringLiteral("yyyy-MM-dd")))
                : unusableReasonText(identity.unusable, identity.certificate);
        lines.append(QStringLiteral("· %1 · %2").arg(ukeyName(identity), state));
    }
    m_keys->setText(lines.join(QLatin1Char('\n')));
    const auto problems = signers->problems();
    if (problems.empty())
        m_bar->dismiss();
    else
        m_bar->showError(problems.front());
}

void UkeySection::addModule()
{
    FileDialogs::ask(this,
                     {FileQuestion::Kind::OpenOne,
                      tr("Choose the driver file of the UKey"),
                      tr("PKCS#11 drivers (*.so *.dll *.dylib);;All files (*)"),
                      {}},
                     [this](const QStringList &paths) {
                         QStringList all = added();
                         if (!all.contains(paths.front()))
                             all.append(paths.front());
                         m_ports.services.settings->setValue(QLatin1String(settingKey::pkcs11Modules), all);
                         fill();
                     });
}

void UkeySection::removeSelected()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    QStringList all = added();
    all.removeAll(item->data(Qt::UserRole).toString());
    m_ports.services.settings->setValue(QLatin1String(settingKey::pkcs11Modules), all);
    fill();
}

void UkeySection::retranslateUi()
{
    setTexts(tr("UKey drivers"),
             tr("Each driver runs in a helper of its own; one that hangs or crashes does not take the "
                "program with it. Vendors call the file “PKCS#11”."));
    m_list->setAccessibleName(tr("UKey drivers"));
    m_add->setText(tr("Add file…"));
    m_remove->setText(tr("Remove"));
    m_refresh->setText(tr("Look again"));
    fill();
}

} // namespace bidseal
