#include "ui/validation/CertificateDialog.h"

#include "core/signing/Fingerprint.h"
#include "ui/common/Scrim.h"
#include "ui/common/Widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace bidseal {

namespace {

QString dateText(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString titleOf(const Certificate &certificate)
{
    return certificate.commonName.isEmpty() ? certificate.subject : certificate.commonName;
}

} // namespace

void CertificateDialog::show(QWidget *parent, const std::vector<Certificate> &chain)
{
    auto *dialog = new CertificateDialog(chain, parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Scrim::coverFor(dialog);
    dialog->open();
}

CertificateDialog::CertificateDialog(std::vector<Certificate> chain, QWidget *parent)
    : QDialog(parent)
    , m_chain(std::move(chain))
    , m_path(new QListWidget)
    , m_facts(new QFormLayout)
{
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Certificate"));
    resize(720, 470);
    QLabel *pathTitle = makeLabel("section");
    pathTitle->setText(tr("Certificate path, from the signer upwards"));
    m_path->setProperty("box", true);
    m_path->setAccessibleName(pathTitle->text());
    m_path->setMaximumHeight(120);
    for (const Certificate &certificate : m_chain)
        m_path->addItem(titleOf(certificate));
    m_facts->setLabelAlignment(Qt::AlignLeft);
    m_facts->setHorizontalSpacing(20);
    m_facts->setVerticalSpacing(6);
    QPushButton *copy = makeButton();
    copy->setText(tr("Copy fingerprint"));
    QPushButton *close = makeButton("primary");
    close->setText(tr("Close"));
    close->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(copy);
    row->addStretch();
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    column->addWidget(pathTitle);
    column->addWidget(m_path);
    column->addLayout(m_facts);
    column->addStretch();
    column->addLayout(row);
    connect(m_path, &QListWidget::currentRowChanged, this, &CertificateDialog::showCertificate);
    connect(copy, &QPushButton::clicked, this, [this] {
        const auto &certificate = m_chain.at(static_cast<std::size_t>(m_path->currentRow()));
        QApplication::clipboard()->setText(groupedHex(certificate.sha256));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_path->setCurrentRow(0);
}

void CertificateDialog::addRow(const QString &name, const QString &value, bool isMono)
{
    QLabel *left = makeLabel("dense", "2");
    left->setText(name);
    QLabel *right = makeLabel(isMono ? "mono" : "dense", nullptr, true);
    right->setText(value);
    right->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->addRow(left, right);
}

void CertificateDialog::showCertificate(int index)
{
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    if (index < 0)
        return;
    const Certificate &certificate = m_chain.at(static_cast<std::size_t>(index));
    addRow(tr("Owner"), certificate.subject);
    addRow(tr("Issuer"), certificate.issuer);
    addRow(tr("Valid"), tr("%1 to %2").arg(dateText(certificate.notBefore), dateText(certificate.notAfter)));
    addRow(tr("Key"),
           certificate.curve.isEmpty() ? QStringLiteral("RSA %1").arg(certificate.keyBits) : certificate.curve);
    addRow(tr("Serial number"), certificate.serial, true);
    addRow(tr("SHA-256 fingerprint"), groupedHex(certificate.sha256), true);
}

} // namespace bidseal
