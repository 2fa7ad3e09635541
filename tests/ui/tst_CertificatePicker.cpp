#include "ui/signing/CertificatePicker.h"

#include "tests/support/UiFakes.h"

#include <QTest>

using namespace bidseal;
using test::PkiName;

class tst_CertificatePicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNone();
    void showsUnusableOnesWithTheirReason();
    void prefersTheOneUsedLast();
    void followsTheTokens();
    void showsDriverProblems();
    void remembersTheChoice();

private:
    static bool isEnabled(const CertificatePicker &picker, int row)
    {
        return picker.model()->flags(picker.model()->index(row, 0)) & Qt::ItemIsEnabled;
    }
};

void tst_CertificatePicker::saysThatThereIsNone()
{
    test::UiFakes fakes;
    CertificateList list(fakes.signers, fakes.settings);
    CertificatePicker picker(list);
    QVERIFY(picker.currentText().contains(QStringLiteral("No certificate found")));
    fakes.signers.setSearching(true);
    QTRY_VERIFY(picker.currentText().contains(QStringLiteral("Looking for certificates")));
    QVERIFY(!list.current());
}

void tst_CertificatePicker::showsUnusableOnesWithTheirReason()
{
    test::UiFakes fakes;
    fakes.signers.add(PkiName::Expired, UnusableReason::Expired);
    fakes.signers.add(PkiName::EnterpriseRsa);
    CertificateList list(fakes.signers, fakes.settings);
    CertificatePicker picker(list);
    QCOMPARE(picker.count(), 2);
    QVERIFY(isEnabled(picker, 0)); // usable ones first
    QVERIFY(!isEnabled(picker, 1));
    QVERIFY(!list.entries()[1].detail.isEmpty());
    QVERIFY(picker.itemText(1).contains(list.entries()[1].detail));
    QCOMPARE(picker.currentIndex(), 0);
    QVERIFY(list.current());
    list.choose(list.entries()[1].identityId);
    QCOMPARE(list.currentId(), list.entries()[0].identityId);
}

void tst_CertificatePicker::prefersTheOneUsedLast()
{
    test::UiFakes fakes;
    fakes.signers.add(PkiName::EnterpriseRsa);
    fakes.signers.add(PkiName::EnterpriseEc);
    const SigningIdentity last = fakes.signers.identities()[1];
    fakes.settings.setValue(QLatin1String(settingKey::lastCertificate),
                            QString::fromLatin1(last.certificate.sha256.toHex()));
    CertificateList list(fakes.signers, fakes.settings);
    QCOMPARE(list.currentId(), last.id);
}

void tst_CertificatePicker::followsTheTokens()
{
    test::UiFakes fakes;
    CertificateList list(fakes.signers, fakes.settings);
    CertificatePicker picker(list);
    fakes.signers.add(PkiName::EnterpriseRsa);
    fakes.signers.refresh();
    QTRY_VERIFY(list.current());
    QVERIFY(picker.currentText().contains(list.current()->certificate.commonName));
    fakes.signers.clear();
    fakes.signers.refresh();
    QTRY_VERIFY(!list.current());
    QVERIFY(picker.currentText().contains(QStringLiteral("No certificate found")));
}

void tst_CertificatePicker::showsDriverProblems()
{
    test::UiFakes fakes;
    fakes.signers.add(PkiName::EnterpriseRsa);
    fakes.signers.setProblems({Error{ErrorCode::TokenHostCrashed, QStringLiteral("signal 11"), {}}});
    CertificateList list(fakes.signers, fakes.settings);
    CertificatePicker picker(list);
    QCOMPARE(picker.count(), 2);
    QVERIFY(!isEnabled(picker, 1));
    QVERIFY(!picker.itemText(1).isEmpty());
}

void tst_CertificatePicker::remembersTheChoice()
{
    test::UiFakes fakes;
    fakes.signers.add(PkiName::EnterpriseRsa);
    fakes.signers.add(PkiName::EnterpriseEc);
    CertificateList list(fakes.signers, fakes.settings);
    CertificatePicker picker(list);
    picker.show();
    picker.setFocus();
    QTest::keyClick(&picker, Qt::Key_Down);
    QCOMPARE(list.currentId(), fakes.signers.identities()[1].id);
    QCOMPARE(fakes.settings.value(QLatin1String(settingKey::lastCertificate)).toString(),
             QString::fromLatin1(fakes.signers.identities()[1].certificate.sha256.toHex()));
}

QTEST_MAIN(tst_CertificatePicker)
#include "tst_CertificatePicker.moc"
