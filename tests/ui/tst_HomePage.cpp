#include "tests/support/UiFakes.h"
#include "ui/common/InfoBar.h"
#include "ui/common/MessageBoxes.h"
#include "ui/common/TimestampProbe.h"
#include "ui/home/HomePage.h"
#include "ui/home/HomePresenter.h"
#include "ui/home/ReadinessCard.h"

#include <QPushButton>
#include <QSignalSpy>
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
    void recentFilesComeAndGo();
    void unfinishedJobIsOffered();

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

} // namespace bidseal

QTEST_MAIN(bidseal::TestHomePage)
#include "tst_HomePage.moc"
