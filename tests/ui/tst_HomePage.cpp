#include "tests/support/PlainPdf.h"
#include "tests/support/UiFakes.h"
#include "ui/common/InfoBar.h"
#include "ui/common/MessageBoxes.h"
#include "ui/common/PasswordDialog.h"
#include "ui/common/TimestampProbe.h"
#include "ui/home/HomePage.h"
#include "ui/home/HomePresenter.h"
#include "ui/home/ReadinessCard.h"

#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace bidseal {

class TestHomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readinessWithoutUkey();
    void readinessWithUkey();
    void readinessWithExpiredCertificate();
    void brokenDriverBesideAUsableUkeyIsARemark();
    void recentFilesComeAndGo();
    void unfinishedJobIsOffered();
    void encryptedUnfinishedJobAsksForThePassword();

private:
    std::unique_ptr<test::UiFakes> m_fakes;
    std::unique_ptr<TimestampProbe> m_probe;
};

void TestHomePage::init()
{
    m_fakes = std::make_unique<test::UiFakes>();
    m_probe = std::make_unique<TimestampProbe>(&m_fakes->timestamps, &m_fakes->clock);
}

void TestHomePage::cleanup()
{
    MessageBoxes::setAnswerer({});
    PasswordDialog::setAnswerer({});
}

void TestHomePage::readinessWithoutUkey()
{
    const auto findings = readinessFindings(m_fakes->signers, *m_probe, m_fakes->clock.now());
    QCOMPARE(findings.size(), std::size_t(3));
    QCOMPARE(findings[0].tone, Tone::Bad);
    QCOMPARE(findings[0].section, QStringLiteral("ukey"));
    QCOMPARE(findings[1].tone, Tone::Unknown);
    QCOMPARE(findings[2].tone, Tone::Warn); // no timestamp service: a remark, not a hindrance
    QCOMPARE(findings[2].section, QStringLiteral("timestamp"));
}

void TestHomePage::readinessWithUkey()
{
    m_fakes->signers.add(test::PkiName::EnterpriseRsa);
    const QDateTime end = m_fakes->signers.identities().front().certificate.notAfter;
    auto findings = readinessFindings(m_fakes->signers, *m_probe, end.addDays(-200));
    QCOMPARE(findings[0].tone, Tone::Ok);
    QCOMPARE(findings[1].tone, Tone::Ok);
    findings = readinessFindings(m_fakes->signers, *m_probe, end.addDays(-27));
    QCOMPARE(findings[1].tone, Tone::Warn);
    QVERIFY(findings[1].text.contains(QLatin1String("27")));
}

void TestHomePage::readinessWithExpiredCertificate()
{
    m_fakes->signers.add(test::PkiName::EnterpriseRsa, UnusableReason::Expired);
    const auto findings = readinessFindings(m_fakes->signers, *m_probe, m_fakes->clock.now());
    QCOMPARE(findings[1].tone, Tone::Bad);
}

void TestHomePage::brokenDriverBesideAUsableUkeyIsARemark()
{
    m_fakes->signers.add(test::PkiName::EnterpriseRsa);
    m_fakes->signers.setProblems({{ErrorCode::ModuleFailed, {}, {.fileName = QStringLiteral("libother.so")}}});
    const auto findings = readinessFindings(m_fakes->signers, *m_probe, m_fakes->clock.now());
    QCOMPARE(findings[0].tone, Tone::Warn);
    QVERIFY(findings[0].text.contains(QLatin1String("libother.so")));
    QCOMPARE(findings[0].section, QStringLiteral("ukey"));
    ReadinessCard card(&m_fakes->signers, m_probe.get(), &m_fakes->clock);
    QVERIFY2(card.sentence().startsWith(QLatin1String("Ready to seal")), qPrintable(card.sentence()));
}

void TestHomePage::recentFilesComeAndGo()
{
    m_fakes->recentFiles.files = {{QStringLiteral("/bids/a.pdf"), m_fakes->clock.now()},
                                  {QStringLiteral("/bids/b.pdf"), m_fakes->clock.now()}};
    HomePage page(m_fakes->services(), m_probe.get());
    page.show();
    page.activated();
    QTRY_COMPARE(page.presenter()->recentFiles().size(), std::size_t(2));
    page.presenter()->removeRecent(QStringLiteral("/bids/a.pdf"));
    QTRY_COMPARE(m_fakes->recentFiles.files.size(), std::size_t(1));
    QCOMPARE(m_fakes->recentFiles.files.front().path, QStringLiteral("/bids/b.pdf"));
    page.presenter()->clearRecent();
    QTRY_VERIFY(m_fakes->recentFiles.files.empty());
}

void TestHomePage::unfinishedJobIsOffered()
{
    JournalEntry entry;
    entry.job = QUuid::createUuid();
    entry.step = SigningStep::Prepared;
    entry.inputPath = QStringLiteral("/bids/a.pdf");
    QVERIFY(m_fakes->journal.record(entry));
    HomePage page(m_fakes->services(), m_probe.get());
    page.show();
    page.activated();
    QTRY_COMPARE(page.presenter()->unfinished().size(), std::size_t(1));
    QVERIFY(!page.presenter()->canComplete()); // the UKey has not signed: only giving up makes sense
    auto *bar = page.findChild<InfoBar *>();
    QTRY_VERIFY(bar->isVisible());
    int questions = 0;
    MessageBoxes::setAnswerer([&](const Question &question) {
        ++questions;
        return question.isDangerous;
    });
    QPushButton *discard = nullptr;
    const auto buttons = bar->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (!button->isHidden())
            discard = button;
    }
    QVERIFY(discard);
    discard->click();
    QCOMPARE(questions, 1);
    QTRY_VERIFY(m_fakes->journal.unfinished()->empty());
    QTRY_VERIFY(!bar->isVisible());
}

void TestHomePage::encryptedUnfinishedJobAsksForThePassword()
{
    if (QStandardPaths::findExecutable(QStringLiteral("qpdf")).isEmpty())
        QSKIP("qpdf is not installed");
    QTemporaryDir folder;
    const QString plain = folder.filePath(QStringLiteral("plain.pdf"));
    const QString locked = folder.filePath(QStringLiteral("locked.pdf"));
    test::PlainPdf pdf;
    pdf.pages.resize(1);
    test::writeFile(plain, pdf.bytes());
    QCOMPARE(QProcess::execute(QStringLiteral("qpdf"),
                               {QStringLiteral("--encrypt"), QStringLiteral("open"), QStringLiteral("own"),
                                QStringLiteral("256"), QStringLiteral("--"), plain, locked}),
             0);
    JournalEntry entry;
    entry.job = QUuid::createUuid();
    entry.step = SigningStep::Signed;
    entry.inputPath = locked;
    entry.outputPath = folder.filePath(QStringLiteral("out.pdf"));
    QVERIFY(m_fakes->journal.record(entry));
    HomePage page(m_fakes->services(), m_probe.get());
    page.show();
    page.activated();
    QPushButton *complete = nullptr;
    QTRY_VERIFY((complete = page.findChild<QPushButton *>(QStringLiteral("unfinishedComplete"))));
    QStringList asked;
    PasswordDialog::setAnswerer([&asked](const QString &fileName) {
        asked.append(fileName);
        return SecureBytes(asked.size() == 1 ? QByteArray("wrong") : QByteArray("open"));
    });
    QSignalSpy ended(page.presenter(), &HomePresenter::failed);
    complete->click();
    // The entry holds no signature, so the job itself ends with an error; but not for want of the password.
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 10000);
    QCOMPARE(asked, QStringList({QStringLiteral("locked.pdf"), QStringLiteral("locked.pdf")}));
    const auto error = ended.front().front().value<Error>();
    QVERIFY(error.code != ErrorCode::PasswordRequired && error.code != ErrorCode::PasswordIncorrect);
}

} // namespace bidseal

QTEST_MAIN(bidseal::TestHomePage)
#include "tst_HomePage.moc"
