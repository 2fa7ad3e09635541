#include "ui/common/PasswordDialog.h"
#include "ui/common/SecretEdit.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace bidseal {

class TestSecretEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesAndErases();
    void takeEmpties();
    void doesNotPaste();
    void refusesOtherScripts();
    void keepsToItsLength();
    void showsOnlyWhileHeld();
    void hintsAtCapsLock();
    void dialogNeedsAPassword();
};

void TestSecretEdit::typesAndErases()
{
    SecretEdit edit;
    edit.show();
    QSignalSpy changes(&edit, &SecretEdit::changed);
    QTest::keyClicks(&edit, QStringLiteral("12ab"));
    QCOMPARE(edit.length(), 4);
    QCOMPARE(changes.count(), 4);
    QTest::keyClick(&edit, Qt::Key_Backspace);
    QCOMPARE(edit.take().view(), QByteArrayView("12a"));
}

void TestSecretEdit::takeEmpties()
{
    SecretEdit edit;
    QTest::keyClicks(&edit, QStringLiteral("secret"));
    const SecureBytes secret = edit.take();
    QCOMPARE(secret.size(), std::size_t(6));
    QVERIFY(edit.isEmpty());
    QTest::keyClicks(&edit, QStringLiteral("x"));
    QTest::keyClick(&edit, Qt::Key_Delete);
    QVERIFY(edit.isEmpty());
}

void TestSecretEdit::doesNotPaste()
{
    QApplication::clipboard()->setText(QStringLiteral("999999"));
    SecretEdit edit;
    edit.show();
    QTest::keyClick(&edit, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(&edit, Qt::Key_Insert, Qt::ShiftModifier);
    QVERIFY(edit.isEmpty());
    QVERIFY(!edit.testAttribute(Qt::WA_InputMethodEnabled));
    QVERIFY(edit.findChildren<QLineEdit *>().isEmpty());
}

void TestSecretEdit::refusesOtherScripts()
{
    SecretEdit edit;
    QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QStringLiteral("密"));
    QApplication::sendEvent(&edit, &event);
    QVERIFY(edit.isEmpty());
}

void TestSecretEdit::keepsToItsLength()
{
    SecretEdit edit;
    edit.setMaximumLength(3);
    QTest::keyClicks(&edit, QStringLiteral("12345"));
    QCOMPARE(edit.length(), 3);
}

void TestSecretEdit::showsOnlyWhileHeld()
{
    SecretEdit edit;
    edit.resize(240, 38);
    edit.show();
    auto *eye = edit.findChild<QToolButton *>();
    QTest::mousePress(eye, Qt::LeftButton);
    QVERIFY(edit.isRevealed());
    QTest::mouseRelease(eye, Qt::LeftButton);
    QVERIFY(!edit.isRevealed());
}

void TestSecretEdit::hintsAtCapsLock()
{
    SecretEdit edit;
    QSignalSpy hints(&edit, &SecretEdit::capsLockHint);
    QTest::keyClick(&edit, 'a');
    QCOMPARE(hints.count(), 0);
    QKeyEvent event(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("A")); // upper case without Shift
    QApplication::sendEvent(&edit, &event);
    QCOMPARE(hints.count(), 1);
    QCOMPARE(hints.front().front().toBool(), true);
}

void TestSecretEdit::dialogNeedsAPassword()
{
    PasswordDialog dialog(QStringLiteral("bid.pdf"), false);
    dialog.show();
    auto *edit = dialog.findChild<SecretEdit *>();
    QSignalSpy finished(&dialog, &QDialog::finished);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(finished.count(), 0);
    QTest::keyClicks(edit, QStringLiteral("pw"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(dialog.takePassword().view(), QByteArrayView("pw"));
}

} // namespace bidseal

QTEST_MAIN(bidseal::TestSecretEdit)
#include "tst_SecretEdit.moc"
