#include "ui/signing/PinDialog.h"

#include "core/signing/Fingerprint.h"
#include "ui/common/FormField.h"
#include "ui/common/InfoBar.h"
#include "ui/common/SecretEdit.h"
#include "ui/common/Widgets.h"
#include "ui/signing/CertificateList.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bidseal {

PinDialog::State pinStateOf(const SigningIdentity &identity)
{
    if (identity.pinLocked)
        return PinDialog::State::Locked;
    if (identity.hasProtectedPath)
        return PinDialog::State::PinPad;
    if (identity.pinFinalTry)
        return PinDialog::State::LastTry;
    return identity.pinLow ? PinDialog::State::Low : PinDialog::State::Normal;
}

PinDialog::PinDialog(const PinQuestion &question, QWidget *parent)
    : DialogFrame(500, parent)
    , m_state(pinStateOf(question.identity))
    , m_bar(new InfoBar)
    , m_pin(new SecretEdit)
    , m_pinField(new FormField(m_pin))
    , m_consent(new QLineEdit)
    , m_consentField(new FormField(m_consent))
    , m_pad(makeLabel("section", nullptr, true))
    , m_unlockHelp(makeLabel("dense", "2", true))
    , m_other(makeButton("link"))
    , m_cancel(makeButton())
    , m_sign(makeButton(m_state == State::LastTry ? "danger" : "primary"))
{
    setObjectName(QStringLiteral("pinDialog"));
    setWindowTitle(tr("Enter UKey PIN"));
    build(question);
    showState(question.previousWasWrong);
    updateButton();
}

void PinDialog::build(const PinQuestion &question)
{
    m_bar->setObjectName(QStringLiteral("pinBar"));
    body()->addWidget(buildHead(question.identity));
    body()->addWidget(m_bar);
    body()->addWidget(m_unlockHelp);
    buildFields();
    body()->addWidget(buildSubject(question));
    buildFoot();
}

QWidget *PinDialog::buildHead(const SigningIdentity &identity)
{
    auto *head = new QWidget;
    auto *icon = new QLabel;
    icon->setFixedSize(40, 40);
    icon->setAlignment(Qt::AlignCenter);
    icon->setPixmap(themePixmap(QStringLiteral("ukey"), 26, Token::Accent, devicePixelRatioF()));
    QLabel *owner = makeLabel("section");
    owner->setText(ownerName(identity.certificate));
    QLabel *key = makeLabel("dense", "3");
    const QString tail = serialTail(identity);
    const QString medium = tail.isEmpty() ? identity.mediumLabel : tr("UKey serial number ending in %1").arg(tail);
    key->setText(QStringLiteral("%1　%2").arg(medium, identity.certificate.issuerCommonName));
    auto *grid = new QGridLayout(head);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(icon, 0, 0, 2, 1);
    grid->addWidget(owner, 0, 1);
    grid->addWidget(key, 1, 1);
    grid->setColumnStretch(1, 1);
    return head;
}

void PinDialog::buildFields()
{
    m_pin->setObjectName(QStringLiteral("pinEdit"));
    m_pin->setMaximumLength(64);
    m_pinField->setLabel(tr("UKey PIN"));
    m_consent->setObjectName(QStringLiteral("pinConsent"));
    m_consentField->setLabel(tr("To go on, please type “%1” below").arg(tr("I confirm")));
    m_pad->setObjectName(QStringLiteral("pinPad"));
    m_pad->setText(tr("Please enter the PIN on the UKey"));
    m_pad->setAlignment(Qt::AlignCenter);
    body()->addWidget(m_pinField);
    body()->addWidget(m_consentField);
    body()->addWidget(m_pad);
    connect(m_pin, &SecretEdit::changed, this, &PinDialog::updateButton);
    connect(m_pin, &SecretEdit::returnPressed, this, [this] {
        if (m_state != State::LastTry) // at the last try only the button counts
            submit();
    });
    connect(m_pin, &SecretEdit::capsLockHint, this,
            [this](bool on) { m_pinField->setHint(on ? tr("Caps lock is on") : QString()); });
    connect(m_consent, &QLineEdit::textChanged, this, &PinDialog::updateButton);
}

QWidget *PinDialog::buildSubject(const PinQuestion &question)
{
    QFrame *card = makeCard();
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(14, 10, 14, 10);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    QLabel *what = makeLabel("dense", "3");
    what->setText(tr("To be signed"));
    QLabel *file = makeLabel("dense", nullptr, true);
    file->setText(tr("%1, %n seal(s), 1 signature", nullptr, question.sealCount).arg(question.documentName));
    QLabel *which = makeLabel("dense", "3");
    which->setText(tr("File fingerprint"));
    QLabel *hash = makeLabel("mono");
    hash->setText(shortHex(QByteArray::fromHex(question.fingerprint.toLatin1())));
    grid->addWidget(what, 0, 0, Qt::AlignTop);
    grid->addWidget(file, 0, 1);
    grid->addWidget(which, 1, 0);
    grid->addWidget(hash, 1, 1);
    grid->setColumnStretch(1, 1);
    return card;
}

void PinDialog::buildFoot()
{
    m_other->setObjectName(QStringLiteral("pinOtherToken"));
    m_other->setText(tr("Use another UKey"));
    m_cancel->setObjectName(QStringLiteral("pinCancel"));
    m_cancel->setText(m_state == State::LastTry ? tr("Cancel, don't sign") : tr("Cancel"));
    m_sign->setObjectName(QStringLiteral("pinSign"));
    m_sign->setText(m_state == State::LastTry ? tr("Sign with the last try") : tr("Sign"));
    foot()->addWidget(m_other);
    foot()->addStretch();
    foot()->addWidget(m_cancel);
    foot()->addWidget(m_sign);
    connect(m_other, &QPushButton::clicked, this, [this] {
        Q_EMIT otherTokenRequested();
        reject();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &PinDialog::submit);
}

void PinDialog::showState(bool previousWasWrong)
{
    const QString nothingLost = tr("Nothing has been signed, the seals stay where they are.");
    m_consentField->setVisible(m_state == State::LastTry);
    m_pad->setVisible(m_state == State::PinPad);
    m_unlockHelp->hide();
    if (m_state == State::Locked)
        return showLocked();
    m_pinField->setVisible(m_state != State::PinPad);
    m_sign->setVisible(m_state != State::PinPad);
    if (m_state == State::LastTry) {
        const QString wrong =
            previousWasWrong ? tr("The PIN is not correct. This is the last try.") : tr("This is the last try.");
        m_bar->showMessage(Tone::Bad, wrong,
                           nothingLost +
                               tr("If it is wrong once more, the UKey is locked and only its issuer can unlock it."));
    } else if (m_state == State::Low && previousWasWrong) {
        m_bar->showMessage(Tone::Warn, tr("The PIN is not correct, few tries are left."),
                           tr("Please check the PIN before you go on. Nothing has been signed."));
    } else if (m_state == State::Low) {
        m_bar->showMessage(Tone::Warn, tr("Few tries are left."), tr("Please check the PIN before you go on."));
    } else if (previousWasWrong) {
        m_bar->showMessage(Tone::Bad, tr("The PIN is not correct."), nothingLost);
    }
    if (m_state != State::PinPad)
        m_pin->setFocus();
}

void PinDialog::showLocked()
{
    m_pinField->hide();
    m_sign->hide();
    m_bar->showMessage(Tone::Bad, tr("The UKey is locked."),
                       tr("Nothing has been signed. Please ask its issuer to unlock it, or use another UKey."));
    QPushButton *help = m_bar->addButton(tr("How to unlock"));
    help->setObjectName(QStringLiteral("pinUnlockHelp"));
    m_unlockHelp->setText(
        tr("Take the UKey and your company's papers to the issuer named above, or open the administration "
           "tool that came with the UKey and choose unlocking there. BidSeal itself can't unlock it."));
    connect(help, &QPushButton::clicked, this, [this] {
        m_unlockHelp->setVisible(m_unlockHelp->isHidden());
        fit();
    });
    m_cancel->setFocus();
}

void PinDialog::updateButton()
{
    const bool agreed = m_state != State::LastTry || m_consent->text().trimmed() == tr("I confirm");
    m_sign->setEnabled(!m_pin->isEmpty() && agreed);
}

void PinDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter) // no default button here: Enter counts in the PIN field alone
        return;
    DialogFrame::keyPressEvent(event);
}

void PinDialog::submit()
{
    if (!m_sign->isEnabled() || m_sign->isHidden())
        return;
    SecureBytes pin = m_pin->take();
    m_sign->setEnabled(false);
    Q_EMIT pinGiven(&pin);
    accept();
}

} // namespace bidseal
