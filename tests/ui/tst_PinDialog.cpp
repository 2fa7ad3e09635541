#include "ui/signing/PinDialog.h"

#include "tests/support/SigningFakes.h"
#include "ui/common/InfoBar.h"
#include "ui/common/SecretEdit.h"
#include "ui/signing/PinDialogPrompt.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace bidseal;

class tst_PinDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void normalAsksOnce();
    void saysThatThePinWasWrong();
    void lowWarns();
    void lastTryWantsTheTypedWord();
    void lockedHasNoField();
    void pinPadHasNoField();
    void namesKeyAndFile();
    void promptHandsThePinOver();
    void promptTellsCancellation();
    void promptAnswersThePadAtOnce();
    void promptIsCancelledWithItsWindow();

private:
    template <typename T> T *child(const PinDialog &dialog, const char *name)
    {
        return dialog.findChild<T *>(QLatin1String(name));
    }

    PinQuestion m_question;
};

void tst_PinDialog::init()
{
    test::FakeSigner signer(test::PkiName::EnterpriseRsa);
    m_question = {};
    m_question.identity = signer.identity();
    m_question.identity.mediumSerial = QStringLiteral("0000AB7C21");
    m_question.documentName = QStringLiteral("投标文件.pdf");
    m_question.fingerprint = QString(64, u'A');
    m_question.sealCount = 6;
}

void tst_PinDialog::normalAsksOnce()
{
    PinDialog dialog(m_question);
    QCOMPARE(dialog.state(), PinDialog::State::Normal);
    dialog.show();
    QVERIFY(child<InfoBar>(dialog, "pinBar")->isHidden());
    auto *sign = child<QPushButton>(dialog, "pinSign");
    QVERIFY(!sign->isEnabled());
    QByteArray given;
    int answers = 0;
    connect(&dialog, &PinDialog::pinGiven, this, [&](SecureBytes *pin) {
        given = QByteArray(pin->data(), static_cast<qsizetype>(pin->size()));
        ++answers;
    });
    auto *edit = child<SecretEdit>(dialog, "pinEdit");
    QTest::keyClicks(edit, QStringLiteral("123456"));
    QVERIFY(sign->isEnabled());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(answers, 1);
    QCOMPARE(given, QByteArray("123456"));
    QVERIFY(edit->isEmpty());
    QVERIFY(dialog.isHidden());
}

void tst_PinDialog::saysThatThePinWasWrong()
{
    m_question.previousWasWrong = true;
    PinDialog dialog(m_question);
    const auto *bar = child<InfoBar>(dialog, "pinBar");
    QVERIFY(!bar->isHidden());
    QCOMPARE(bar->tone(), Tone::Bad);
    QVERIFY(bar->text().contains(QStringLiteral("Nothing has been signed")));
}

void tst_PinDialog::lowWarns()
{
    m_question.identity.pinLow = true;
    PinDialog dialog(m_question);
    QCOMPARE(dialog.state(), PinDialog::State::Low);
    QCOMPARE(child<InfoBar>(dialog, "pinBar")->tone(), Tone::Warn);
    QVERIFY(child<QLineEdit>(dialog, "pinConsent")->parentWidget()->isHidden());
}

void tst_PinDialog::lastTryWantsTheTypedWord()
{
    m_question.identity.pinFinalTry = true;
    m_question.previousWasWrong = true;
    PinDialog dialog(m_question);
    dialog.show();
    QCOMPARE(dialog.state(), PinDialog::State::LastTry);
    QCOMPARE(child<InfoBar>(dialog, "pinBar")->tone(), Tone::Bad);
    auto *sign = child<QPushButton>(dialog, "pinSign");
    auto *edit = child<SecretEdit>(dialog, "pinEdit");
    auto *consent = child<QLineEdit>(dialog, "pinConsent");
    int answers = 0;
    connect(&dialog, &PinDialog::pinGiven, this, [&answers] { ++answers; });
    QTest::keyClicks(edit, QStringLiteral("123456"));
    QVERIFY(!sign->isEnabled());
    consent->setText(QStringLiteral("yes"));
    QVERIFY(!sign->isEnabled());
    consent->setText(QStringLiteral("I confirm"));
    QVERIFY(sign->isEnabled());
    QVERIFY(!sign->isDefault());
    QTest::keyClick(edit, Qt::Key_Return); // Enter is no consent
    QTest::keyClick(consent, Qt::Key_Return);
    QCOMPARE(answers, 0);
    QTest::mouseClick(sign, Qt::LeftButton);
    QCOMPARE(answers, 1);
}

void tst_PinDialog::lockedHasNoField()
{
    m_question.identity.pinLocked = true;
    PinDialog dialog(m_question);
    dialog.show();
    QCOMPARE(dialog.state(), PinDialog::State::Locked);
    QVERIFY(!child<SecretEdit>(dialog, "pinEdit")->isVisible());
    QVERIFY(!child<QPushButton>(dialog, "pinSign")->isVisible());
    QVERIFY(child<QPushButton>(dialog, "pinUnlockHelp")->isVisible());
}

void tst_PinDialog::pinPadHasNoField()
{
    m_question.identity.hasProtectedPath = true;
    PinDialog dialog(m_question);
    dialog.show();
    QVERIFY(!child<SecretEdit>(dialog, "pinEdit")->isVisible());
    QVERIFY(child<QLabel>(dialog, "pinPad")->isVisible());
}

void tst_PinDialog::namesKeyAndFile()
{
    PinDialog dialog(m_question);
    QStringList texts;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        texts << label->text();
    const QString all = texts.join(u'\n');
    QVERIFY(all.contains(m_question.identity.certificate.commonName));
    QVERIFY(all.contains(QStringLiteral("7C21")));
    QVERIFY(all.contains(m_question.documentName));
    QVERIFY(all.contains(QStringLiteral("AAAA AAAA … AAAA")));
}

void tst_PinDialog::promptHandsThePinOver()
{
    QWidget window;
    PinDialogPrompt prompt(&window);
    QFuture<Result<SecureBytes>> answer = prompt.ask(m_question);
    auto *dialog = window.findChild<PinDialog *>();
    QVERIFY(dialog);
    QVERIFY(!answer.isFinished());
    QTest::keyClicks(child<SecretEdit>(*dialog, "pinEdit"), QStringLiteral("9876"));
    QTest::mouseClick(child<QPushButton>(*dialog, "pinSign"), Qt::LeftButton);
    QVERIFY(answer.isFinished());
    const Result<SecureBytes> pin = answer.takeResult();
    QVERIFY(pin);
    QVERIFY(pin->view() == QByteArrayView("9876"));
}

void tst_PinDialog::promptTellsCancellation()
{
    QWidget window;
    PinDialogPrompt prompt(&window);
    QFuture<Result<SecureBytes>> answer = prompt.ask(m_question);
    QTest::mouseClick(child<QPushButton>(*window.findChild<PinDialog *>(), "pinCancel"), Qt::LeftButton);
    QVERIFY(answer.isFinished());
    const Result<SecureBytes> pin = answer.takeResult();
    QVERIFY(!pin);
    QCOMPARE(pin.error().code, ErrorCode::Cancelled);
}

void tst_PinDialog::promptAnswersThePadAtOnce()
{
    m_question.identity.hasProtectedPath = true;
    QWidget window;
    PinDialogPrompt prompt(&window);
    QSignalSpy cancelled(&prompt, &PinDialogPrompt::cancelRequested);
    QFuture<Result<SecureBytes>> answer = prompt.ask(m_question);
    QVERIFY(answer.isFinished());
    QVERIFY(answer.takeResult()->isEmpty());
    QVERIFY(window.findChild<PinDialog *>()->isVisible());
    prompt.finished({});
    QTRY_VERIFY(!window.findChild<PinDialog *>());
    QCOMPARE(cancelled.count(), 0);
}

void tst_PinDialog::promptIsCancelledWithItsWindow()
{
    auto window = std::make_unique<QWidget>();
    auto *prompt = new PinDialogPrompt(window.get());
    QFuture<Result<SecureBytes>> answer = prompt->ask(m_question);
    window.reset();
    QVERIFY(answer.isFinished());
    QVERIFY(!answer.takeResult());
}

QTEST_MAIN(tst_PinDialog)
#include "tst_PinDialog.moc"
