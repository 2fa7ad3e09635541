#include "ui/signing/CertificatePicker.h"

#include "ui/theme/ThemeIcon.h"

#include <QEvent>
#include <QSignalBlocker>
#include <QStandardItemModel>

namespace bidseal {

namespace {

constexpr int idRole = Qt::UserRole + 1;

QIcon iconOf(const CertificateEntry &entry)
{
    switch (entry.kind) {
    case CertificateEntry::Kind::Identity:
        return themeIcon(QStringLiteral("ukey"), entry.usable ? Token::Ok : Token::Text3);
    case CertificateEntry::Kind::Problem:
        return themeIcon(QStringLiteral("triangle-alert"), Token::Warn);
    case CertificateEntry::Kind::Note:
        break;
    }
    return themeIcon(QStringLiteral("ukey"), Token::Text3);
}

QStandardItem *itemOf(const CertificateEntry &entry)
{
    const QString reason = entry.detail;
    const bool inLine = entry.kind == CertificateEntry::Kind::Identity && !reason.isEmpty();
    auto *item =
        new QStandardItem(iconOf(entry), inLine ? QStringLiteral("%1 · %2").arg(entry.text, reason) : entry.text);
    item->setData(entry.identityId, idRole);
    item->setToolTip(reason.isEmpty() ? entry.text : QStringLiteral("%1\n%2").arg(entry.text, reason));
    item->setData(item->toolTip(), Qt::AccessibleTextRole);
    item->setEnabled(entry.usable);
    item->setSelectable(entry.usable);
    return item;
}

} // namespace

CertificatePicker::CertificatePicker(CertificateList &list, QWidget *parent)
    : QComboBox(parent)
    , m_list(list)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("certificatePicker"));
    setModel(m_model);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(22);
    connect(&list, &CertificateList::changed, this, &CertificatePicker::refill);
    connect(this, &QComboBox::activated, this,
            [this](int index) { m_list.choose(itemData(index, idRole).toString()); });
    refill();
}

void CertificatePicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refill();
    QComboBox::changeEvent(event);
}

void CertificatePicker::refill()
{
    const QSignalBlocker quiet(this);
    m_model->clear();
    int chosen = -1;
    for (const CertificateEntry &entry : m_list.entries()) {
        if (entry.kind == CertificateEntry::Kind::Identity && entry.identityId == m_list.currentId())
            chosen = m_model->rowCount();
        m_model->appendRow(itemOf(entry));
    }
    setCurrentIndex(chosen >= 0 ? chosen : 0); // a note or reason stands there while nothing can be chosen
    setAccessibleName(tr("Certificate to sign with"));
    setToolTip(itemData(currentIndex(), Qt::ToolTipRole).toString());
}

} // namespace bidseal
