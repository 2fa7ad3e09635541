#include "ui/signing/ConfirmDialog.h"

#include "core/model/PageSet.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/InfoBar.h"
#include "ui/common/Widgets.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/placing/PlacementText.h"
#include "ui/signing/CertificateList.h"
#include "ui/signing/OutputPath.h"
#include "ui/signing/StampPicture.h"
#include "ui/theme/ThemeIcon.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace bidseal {

namespace {

QLabel *captioned(QGridLayout &grid, int row, const QString &caption, const QString &text, const char *role = "dense")
{
    QLabel *name = makeLabel("dense", "3");
    name->setText(caption);
    QLabel *value = makeLabel(role, nullptr, true);
    value->setText(text);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid.addWidget(name, row, 0, Qt::AlignTop);
    grid.addWidget(value, row, 1);
    grid.setColumnStretch(1, 1);
    return value;
}

QGridLayout *cardGrid(QFrame *card, const QString &title)
{
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    QLabel *head = makeLabel("section");
    head->setText(title);
    grid->addWidget(head, 0, 0, 1, 2);
    return grid;
}

/** Four groups of eight on each line. */
QString foldedHex(const QByteArray &hash)
{
    const QString grouped = groupedHex(hash);
    const qsizetype half = grouped.size() / 2;
    return grouped.left(half).trimmed() + u'\n' + grouped.mid(half).trimmed();
}

} // namespace

ConfirmDialog::ConfirmDialog(const ConfirmQuestion &question, AppearanceCache &appearances, QWidget *parent)
    : DialogFrame(820, parent)
    , m_question(question)
    , m_appearances(appearances)
    , m_outputPath(question.outputPath)
    , m_mismatch(new InfoBar)
    , m_timestamp(new QCheckBox)
    , m_level(makeLabel("caption", "3", true))
    , m_output(makeLabel("dense", nullptr, true))
    , m_outputBar(new InfoBar)
    , m_overwrite(new QCheckBox)
    , m_back(makeButton())
    , m_confirm(makeButton("primary"))
{
    setObjectName(QStringLiteral("confirmDialog"));
    setWindowTitle(tr("Confirm signing"));
    build();
    updateState();
}

void ConfirmDialog::build()
{
    body()->addWidget(buildIdentity());
    body()->addWidget(m_mismatch);
    QLabel *head = makeLabel("section");
    head->setText(tr("Seals used"));
    body()->addWidget(head);
    body()->addWidget(buildSeals());
    auto *cards = new QHBoxLayout;
    cards->setSpacing(14);
    cards->addWidget(buildFile(), 1);
    cards->addWidget(buildCertificate(), 1);
    body()->addLayout(cards);
    body()->addWidget(buildOptions());
    buildFoot();
}

QWidget *ConfirmDialog::buildIdentity()
{
    auto *strip = new QFrame;
    strip->setProperty("bar", QStringLiteral("info"));
    const bool isPerson = m_question.identity.certificate.organization.isEmpty();
    auto *icon = new QLabel;
    icon->setPixmap(themePixmap(isPerson ? QStringLiteral("user-round") : QStringLiteral("building-2"), 20, Token::Info,
                                devicePixelRatioF()));
    QLabel *text = makeLabel("section", "info", true);
    text->setObjectName(QStringLiteral("confirmIdentity"));
    text->setText(tr("Signing in the name of “%1”").arg(ownerName(m_question.identity.certificate)));
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(12);
    row->addWidget(icon);
    row->addWidget(text, 1);
    return strip;
}

QWidget *ConfirmDialog::buildSeals()
{
    QFrame *card = makeCard();
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    for (const StampCount &count : countStamps(m_question.placements)) {
        if (column->count() > 0)
            column->addWidget(makeSeparator());
        column->addWidget(buildSealRow(count));
    }
    return card;
}

QWidget *ConfirmDialog::buildSealRow(const StampCount &count)
{
    auto *row = new QWidget;
    row->setFixedHeight(56);
    const Seal *seal = std::get_if<Seal>(&count.stamp);
    QLabel *name = makeLabel("strong");
    name->setText(count.name);
    QLabel *detail = makeLabel("caption", "3");
    detail->setText(seal ? (seal->owner.isEmpty() ? stampSizeText(count.stamp) : seal->owner)
                         : dateStampText(std::get<DateStamp>(count.stamp)));
    QLabel *number = makeLabel(nullptr);
    number->setText(tr("%n seal(s)", "how many of one kind", count.count));
    QLabel *pages = makeLabel(nullptr, "2", true);
    pages->setText(tr("Page %1").arg(compactPageList(count.pages, tr(", ", "between page numbers"))));
    QPushButton *show = makeButton("link");
    show->setObjectName(QStringLiteral("confirmShow"));
    show->setText(tr("Show position"));
    show->setAccessibleName(tr("Show position of %1").arg(count.name));
    auto *layout = new QGridLayout(row);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(0);
    layout->addWidget(new StampPicture(m_appearances, count.stamp), 0, 0, 2, 1);
    layout->addWidget(name, 0, 1, Qt::AlignBottom);
    layout->addWidget(detail, 1, 1, Qt::AlignTop);
    layout->addWidget(number, 0, 2, 2, 1);
    layout->addWidget(pages, 0, 3, 2, 1);
    layout->addWidget(show, 0, 4, 2, 1);
    layout->setColumnStretch(1, 5);
    layout->setColumnStretch(2, 1);
    layout->setColumnStretch(3, 6);
    connect(show, &QPushButton::clicked, this, [this, wanted = count.name] {
        std::vector<QUuid> ids;
        for (const Placement &placement : m_question.placements) {
            if (stampName(placement.stamp) == wanted)
                ids.push_back(placement.id);
        }
        Q_EMIT showRequested(ids);
        reject();
    });
    return row;
}

QWidget *ConfirmDialog::buildFile()
{
    QFrame *card = makeCard();
    QGridLayout *grid = cardGrid(card, tr("File"));
    const QString size = QLocale().formattedDataSize(m_question.facts.fileSize, 1, QLocale::DataSizeTraditionalFormat);
    captioned(*grid, 1, tr("Name"), QFileInfo(m_question.inputPath).fileName());
    captioned(*grid, 2, tr("Pages"), tr("%n page(s), %1", nullptr, m_question.facts.pageCount).arg(size));
    QLabel *hash = captioned(*grid, 3, tr("Fingerprint"), foldedHex(m_question.fingerprint.sha256), "mono");
    hash->setObjectName(QStringLiteral("confirmFingerprint"));
    grid->setRowStretch(4, 1);
    return card;
}

QWidget *ConfirmDialog::buildCertificate()
{
    const SigningIdentity &identity = m_question.identity;
    QFrame *card = makeCard();
    QGridLayout *grid = cardGrid(card, tr("Signing certificate"));
    const QString tail = serialTail(identity);
    captioned(*grid, 1, tr("Owner"), ownerName(identity.certificate));
    captioned(*grid, 2, tr("Medium"), tail.isEmpty() ? tr("UKey") : tr("UKey, serial number ending in %1").arg(tail));
    captioned(*grid, 3, tr("Issuer"),
              identity.certificate.issuerCommonName.isEmpty() ? identity.certificate.issuer
                                                              : identity.certificate.issuerCommonName);
    captioned(*grid, 4, tr("Valid"),
              tr("until %1").arg(identity.certificate.notAfter.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"))));
    grid->setRowStretch(5, 1);
    return card;
}

QWidget *ConfirmDialog::buildOptions()
{
    QFrame *card = makeCard();
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    m_timestamp->setObjectName(QStringLiteral("confirmTimestamp"));
    m_timestamp->setText(tr("Add a trusted timestamp"));
    m_timestamp->setChecked(m_question.timestampConfigured);
    m_timestamp->setEnabled(m_question.timestampConfigured);
    QLabel *where = makeLabel("dense", "3");
    where->setText(tr("Saved as"));
    m_output->setObjectName(QStringLiteral("confirmOutput"));
    QPushButton *change = makeButton("link");
    change->setObjectName(QStringLiteral("confirmChangeOutput"));
    change->setText(tr("Change…"));
    m_overwrite->setObjectName(QStringLiteral("confirmOverwrite"));
    m_overwrite->setText(tr("Replace the file that is there"));
    grid->addWidget(where, 0, 0, Qt::AlignTop);
    grid->addWidget(m_output, 0, 1);
    grid->addWidget(change, 0, 2, Qt::AlignTop);
    grid->addWidget(m_outputBar, 1, 0, 1, 3);
    grid->addWidget(m_overwrite, 2, 1);
    grid->addWidget(m_timestamp, 3, 0, 1, 2);
    grid->addWidget(m_level, 4, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_timestamp, &QCheckBox::toggled, this, &ConfirmDialog::updateState);
    connect(m_overwrite, &QCheckBox::toggled, this, &ConfirmDialog::updateState);
    connect(change, &QPushButton::clicked, this, &ConfirmDialog::chooseOutput);
    return card;
}

void ConfirmDialog::buildFoot()
{
    auto *icon = new QLabel;
    icon->setPixmap(themePixmap(QStringLiteral("info"), 16, Token::Text3, devicePixelRatioF()));
    QLabel *next = makeLabel("dense", "3");
    next->setText(m_question.identity.hasProtectedPath ? tr("Next: the PIN, once, on the UKey itself")
                                                       : tr("Next: the UKey PIN, once"));
    m_back->setObjectName(QStringLiteral("confirmBack"));
    m_back->setText(tr("Back to change"));
    m_confirm->setObjectName(QStringLiteral("confirmSign"));
    m_confirm->setText(tr("Confirm and sign"));
    m_confirm->setIcon(themeIcon(QStringLiteral("stamp"), Token::OnAccent));
    foot()->addWidget(icon);
    foot()->addWidget(next, 1);
    foot()->addWidget(m_back);
    foot()->addWidget(m_confirm);
    connect(m_back, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &ConfirmDialog::submit);
    m_back->setFocus(); // signing wants a deliberate step
}

void ConfirmDialog::chooseOutput()
{
    const FileQuestion question{.kind = FileQuestion::Kind::SaveAs,
                                .title = tr("Save the signed file as"),
                                .filter = tr("PDF files (*.pdf)"),
                                .start = m_outputPath};
    FileDialogs::ask(this, question, [this](const QStringList &paths) {
        if (!paths.isEmpty())
            setOutputPath(paths.front());
    });
}

void ConfirmDialog::setOutputPath(const QString &path)
{
    m_outputPath = path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ? path : path + QStringLiteral(".pdf");
    m_overwrite->setChecked(false);
    updateState();
    fit();
}

/** The owner of an enterprise's seal who is not the certificate's. Seals of persons stand beside them; some have no
 * owner. */
QString ConfirmDialog::foreignOwner() const
{
    const Certificate &certificate = m_question.identity.certificate;
    for (const Placement &placement : m_question.placements) {
        const Seal *seal = sealOf(placement);
        const bool isEnterprises =
            seal && seal->kind != SealKind::LegalRepresentative && seal->kind != SealKind::Personal;
        if (isEnterprises && !seal->owner.isEmpty() && seal->owner != certificate.organization &&
            seal->owner != certificate.commonName)
            return seal->owner;
    }
    return {};
}

void ConfirmDialog::updateState()
{
    const QString foreign = foreignOwner();
    if (!foreign.isEmpty()) {
        m_mismatch->showMessage(Tone::Bad, tr("Signing is not possible."),
                                tr("The seal belongs to “%1”, the certificate to “%2”.")
                                    .arg(foreign, ownerName(m_question.identity.certificate)));
    }
    m_output->setText(QDir::toNativeSeparators(m_outputPath));
    const bool isInput = isSameFile(m_outputPath, m_question.inputPath);
    const bool exists = !isInput && QFileInfo::exists(m_outputPath);
    m_overwrite->setVisible(exists);
    if (isInput)
        m_outputBar->showMessage(Tone::Bad, tr("This is the original file."),
                                 tr("It is never changed. Please choose another name."));
    else if (exists)
        m_outputBar->showMessage(Tone::Warn, tr("There is a file of this name already."), {});
    else
        m_outputBar->dismiss();
    const bool stamped = m_timestamp->isChecked();
    m_level->setText(!m_question.timestampConfigured ? tr("No timestamp service is set up: the time of signing will "
                                                          "have no trusted proof. Signature level PAdES B-B.")
                     : stamped ? tr("The time of signing is proven by a timestamp service. Signature level PAdES B-T.")
                               : tr("The time of signing will have no trusted proof. Signature level PAdES B-B."));
    m_confirm->setEnabled(foreign.isEmpty() && !isInput && (!exists || m_overwrite->isChecked()));
}

void ConfirmDialog::submit()
{
    const bool exists = QFileInfo::exists(m_outputPath);
    if (exists && !m_overwrite->isChecked()) // it appeared while the dialog was open
        return updateState();
    const auto level = m_timestamp->isChecked() ? SignatureLevel::BT : SignatureLevel::BB;
    Q_EMIT confirmed({m_outputPath, exists, level});
    accept();
}

} // namespace bidseal
