#include "ui/signing/SigningFoot.h"

#include "core/signing/Fingerprint.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/Widgets.h"
#include "ui/placing/PlacementModel.h"
#include "ui/placing/PlacementText.h"
#include "ui/signing/CertificatePicker.h"
#include "ui/theme/ThemeIcon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace bidseal {

namespace {

constexpr int narrowestPicker = 200;
constexpr int widestPicker = 340;

} // namespace

SigningFoot::SigningFoot(PlacementModel &model, CertificateList &certificates, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_certificates(certificates)
    , m_counts(new ElidedLabel("strong"))
    , m_unchanged(new ElidedLabel("caption", "2"))
    , m_hash(makeLabel("mono", "2"))
    , m_caption(makeLabel("dense", "3"))
    , m_picker(new CertificatePicker(certificates))
    , m_save(makeButton())
    , m_sign(makeButton("primary", "large"))
{
    setProperty("foot", true);
    setObjectName(QStringLiteral("signingFoot"));
    build();
    connect(&model, &PlacementModel::changed, this, &SigningFoot::refresh);
    connect(&certificates, &CertificateList::changed, this, &SigningFoot::refresh);
    connect(m_save, &QPushButton::clicked, this, &SigningFoot::saveRequested);
    connect(m_sign, &QPushButton::clicked, this, &SigningFoot::signRequested);
    retranslate();
}

void SigningFoot::build()
{
    m_counts->setObjectName(QStringLiteral("footCounts"));
    m_hash->setObjectName(QStringLiteral("footFingerprint"));
    m_save->setObjectName(QStringLiteral("footSave"));
    m_save->setIcon(themeIcon(QStringLiteral("save")));
    m_save->setMinimumHeight(38);
    m_sign->setObjectName(QStringLiteral("footSign"));
    m_sign->setIcon(themeIcon(QStringLiteral("stamp"), Token::OnAccent));
    m_picker->setMinimumHeight(34);
    m_picker->setMinimumWidth(narrowestPicker);
    m_picker->setMaximumWidth(widestPicker);
    m_picker->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_caption->setBuddy(m_picker);
    auto *second = new QHBoxLayout;
    second->setSpacing(10);
    second->addWidget(m_unchanged);
    second->addWidget(m_hash);
    second->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_counts);
    words->addLayout(second);
    words->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addLayout(words, 2);
    row->addWidget(m_caption);
    row->addWidget(m_picker, 3);
    row->addWidget(m_save);
    row->addWidget(m_sign);
    setMinimumHeight(60);
}

void SigningFoot::setFingerprint(const QByteArray &sha256)
{
    m_sha256 = sha256;
    refresh();
}

void SigningFoot::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    refresh();
}

bool SigningFoot::canSign() const
{
    return whyNot().isEmpty();
}

void SigningFoot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SigningFoot::retranslate()
{
    m_caption->setText(tr("Signing certificate"));
    m_save->setText(tr("Save draft"));
    m_sign->setText(tr("Confirm and sign"));
    m_sign->setAccessibleDescription(tr("Ctrl+Enter; nothing is signed before you have confirmed once more"));
    refresh();
}

QString SigningFoot::whyNot() const
{
    if (!m_obstacle.isEmpty())
        return m_obstacle;
    if (m_model.placements().empty())
        return tr("Please place a seal first");
    if (!m_certificates.current())
        return tr("Please choose a certificate first");
    return m_sha256.isEmpty() ? tr("The file's fingerprint is being taken") : QString();
}

void SigningFoot::refresh()
{
    const auto count = static_cast<int>(m_model.placements().size());
    m_counts->setText(count == 0 ? tr("No seals placed yet")
                                 : tr("%n placed: %1", nullptr, count).arg(stampCountsText(m_model.placements())));
    m_unchanged->setText(m_sha256.isEmpty() ? tr("The original is not changed   Taking the file's fingerprint…")
                                            : tr("The original is not changed   File fingerprint"));
    m_hash->setText(m_sha256.isEmpty() ? QString() : shortHex(m_sha256));
    const QString reason = whyNot();
    m_sign->setEnabled(reason.isEmpty());
    m_sign->setToolTip(reason.isEmpty() ? QStringLiteral("Ctrl+Enter") : reason);
    m_save->setEnabled(count > 0);
}

} // namespace bidseal
