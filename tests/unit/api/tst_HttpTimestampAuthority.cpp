#include "core/api/HttpTimestampAuthority.h"

#include "tests/support/LocalTsa.h"
#include "tests/support/TestPki.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QtTest>

using namespace bidseal;
using test::deadService;
using test::LocalTsa;

namespace {

constexpr int patience = 20'000;
const QByteArray stamped = "the octets of a signature";

QByteArray imprint()
{
    return digestOf(DigestAlgorithm::Sha256, stamped);
}

} // namespace

class tst_HttpTimestampAuthority : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void getsAStamp();
    void secondServiceHelps_data();
    void secondServiceHelps();
    void faultsAreTold_data();
    void faultsAreTold();
    void allDeadIsUnreachable();
    void everyServiceIsListed();
    void nothingConfigured();
    void secretsInAddressesAreNotTold();
    void redirectionKeepsThePost();
    void silentServiceTimesOut();
    void stopEndsAtOnce();
    void stopBeforeStart();
    void stopFromAnotherThread();
    void workerThreadMayWait();
    void destructionKeepsThePromise();
    void httpsWithUnknownCertificateIsRefused();

private:
    Result<TimestampFacts> stampWith(HttpTimestampAuthority &authority);

    std::unique_ptr<LocalTsa> m_tsa;
};

void tst_HttpTimestampAuthority::initTestCase()
{
    m_tsa = std::make_unique<LocalTsa>();
    QVERIFY2(m_tsa->isRunning(), qUtf8Printable(m_tsa->errorText()));
}

Result<TimestampFacts> tst_HttpTimestampAuthority::stampWith(HttpTimestampAuthority &authority)
{
    auto future = authority.stamp(DigestAlgorithm::Sha256, imprint(), {});
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patience))
        return fail(ErrorCode::InternalError, QStringLiteral("the future was never kept"));
    return future.result();
}

void tst_HttpTimestampAuthority::getsAStamp()
{
    HttpTimestampAuthority authority({m_tsa->url()});
    QVERIFY(authority.isConfigured());
    const auto facts = stampWith(authority);
    QVERIFY2(facts, facts ? "" : qUtf8Printable(facts.error().detail));
    QVERIFY(timestampMatches(*facts, stamped));
    QCOMPARE(facts->authority->commonName, QStringLiteral("BidSeal Test TSA"));
}

void tst_HttpTimestampAuthority::secondServiceHelps_data()
{
    QTest::addColumn<QUrl>("first");
    QTest::newRow("dead") << deadService();
    QTest::newRow("no such scheme") << QUrl(QStringLiteral("ftp://127.0.0.1/"));
    QTest::newRow("invalid") << QUrl();
    QTest::newRow("500") << m_tsa->url(QStringLiteral("500"));
    QTest::newRow("reject") << m_tsa->url(QStringLiteral("reject"));
    QTest::newRow("nonce") << m_tsa->url(QStringLiteral("nonce"));
    QTest::newRow("huge") << m_tsa->url(QStringLiteral("huge"));
}

void tst_HttpTimestampAuthority::secondServiceHelps()
{
    QFETCH(QUrl, first);
    HttpTimestampAuthority authority({first, m_tsa->url()});
    const auto facts = stampWith(authority);
    QVERIFY2(facts, facts ? "" : qUtf8Printable(facts.error().detail));
    QVERIFY(timestampMatches(*facts, stamped));
}

void tst_HttpTimestampAuthority::faultsAreTold_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *fault, ErrorCode code, const char *word) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << code << QString::fromLatin1(word);
    };
    row("nonce", ErrorCode::TimestampInvalid, "nonce");
    row("imprint", ErrorCode::TimestampInvalid, "other data");
    row("tamper", ErrorCode::TimestampInvalid, "does not fit");
    row("garbage", ErrorCode::TimestampInvalid, "TimeStampResp");
    row("empty", ErrorCode::TimestampInvalid, "TimeStampResp");
    row("huge", ErrorCode::TimestampInvalid, "1 MiB");
    row("reject", ErrorCode::TimestampRejected, "not supported");
    row("500", ErrorCode::TimestampUnreachable, "HTTP 500");
    row("redirect-loop", ErrorCode::TimestampUnreachable, "too many redirections");
    row("downgrade", ErrorCode::TimestampUnreachable, "unsafe redirection");
}

void tst_HttpTimestampAuthority::faultsAreTold()
{
    QFETCH(QString, fault);
    QFETCH(ErrorCode, code);
    QFETCH(QString, word);
    HttpTimestampAuthority authority({m_tsa->url(fault)});
    const auto facts = stampWith(authority);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, code);
    QVERIFY2(facts.error().detail.contains(word), qUtf8Printable(facts.error().detail));
}

void tst_HttpTimestampAuthority::allDeadIsUnreachable()
{
    const QUrl first = deadService();
    HttpTimestampAuthority authority({first, deadService()});
    const auto facts = stampWith(authority);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampUnreachable);
    const QStringList lines = facts.error().detail.split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), qsizetype(2));
    QVERIFY(lines[0].startsWith(first.toString()));
    QVERIFY(lines[0].contains(QStringLiteral("refused")));
}

void tst_HttpTimestampAuthority::everyServiceIsListed()
{
    HttpTimestampAuthority authority({m_tsa->url(QStringLiteral("reject")), deadService()});
    const auto facts = stampWith(authority);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampRejected);
    QCOMPARE(facts.error().detail.count(QStringLiteral("http://127.0.0.1")), qsizetype(2));
}

void tst_HttpTimestampAuthority::nothingConfigured()
{
    HttpTimestampAuthority authority({});
    QVERIFY(!authority.isConfigured());
    const auto facts = stampWith(authority);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampUnreachable);
    authority.setServices({m_tsa->url()});
    QVERIFY(authority.isConfigured());
    QCOMPARE(authority.services().size(), std::size_t(1));
    QVERIFY(stampWith(authority));
}

void tst_HttpTimestampAuthority::secretsInAddressesAreNotTold()
{
    QUrl url = deadService();
    url.setUserName(QStringLiteral("somebody"));
    url.setPassword(QStringLiteral("hush"));
    url.setQuery(QStringLiteral("token=hush"));
    HttpTimestampAuthority authority({url});
    const auto facts = stampWith(authority);
    QVERIFY(!facts);
    QVERIFY2(!facts.error().detail.contains(QStringLiteral("hush")), qUtf8Printable(facts.error().detail));
}

void tst_HttpTimestampAuthority::redirectionKeepsThePost()
{
    HttpTimestampAuthority authority({m_tsa->url(QStringLiteral("redirect"))});
    const auto facts = stampWith(authority);
    QVERIFY2(facts, facts ? "" : qUtf8Printable(facts.error().detail));
}

void tst_HttpTimestampAuthority::silentServiceTimesOut()
{
    HttpTimestampAuthority authority({m_tsa->url(QStringLiteral("slow"))});
    authority.setTimeLimit(std::chrono::milliseconds(300));
    const auto facts = stampWith(authority);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampUnreachable);
    QVERIFY2(facts.error().detail.contains(QStringLiteral("no answer within 0.3 s")),
             qUtf8Printable(facts.error().detail));
}

void tst_HttpTimestampAuthority::stopEndsAtOnce()
{
    HttpTimestampAuthority authority({m_tsa->url(QStringLiteral("slow")), m_tsa->url()});
    std::stop_source stop;
    auto future = authority.stamp(DigestAlgorithm::Sha256, imprint(), stop.get_token());
    QTest::qWait(100);
    QVERIFY(!future.isFinished());
    stop.request_stop();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
}

void tst_HttpTimestampAuthority::stopBeforeStart()
{
    HttpTimestampAuthority authority({m_tsa->url()});
    std::stop_source stop;
    stop.request_stop();
    auto future = authority.stamp(DigestAlgorithm::Sha256, imprint(), stop.get_token());
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
}

void tst_HttpTimestampAuthority::stopFromAnotherThread()
{
    HttpTimestampAuthority authority({m_tsa->url(QStringLiteral("slow"))});
    std::stop_source stop;
    auto future = authority.stamp(DigestAlgorithm::Sha256, imprint(), stop.get_token());
    const std::unique_ptr<QThread> thread(QThread::create([&stop] { stop.request_stop(); }));
    thread->start();
    QVERIFY(thread->wait());
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
}

void tst_HttpTimestampAuthority::workerThreadMayWait()
{
    HttpTimestampAuthority authority({m_tsa->url()});
    std::optional<Result<TimestampFacts>> facts;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        auto future = authority.stamp(DigestAlgorithm::Sha256, imprint(), {});
        future.waitForFinished();
        facts = future.result();
    }));
    thread->start();
    QTRY_VERIFY_WITH_TIMEOUT(thread->isFinished(), patience);
    QVERIFY(facts && *facts);
}

void tst_HttpTimestampAuthority::destructionKeepsThePromise()
{
    auto authority = std::make_unique<HttpTimestampAuthority>(std::vector<QUrl>{m_tsa->url(QStringLiteral("slow"))});
    std::stop_source stop;
    auto future = authority->stamp(DigestAlgorithm::Sha256, imprint(), stop.get_token());
    QTest::qWait(50);
    authority.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    stop.request_stop(); // reaches nobody
}

void tst_HttpTimestampAuthority::httpsWithUnknownCertificateIsRefused()
{
    const LocalTsa secure(LocalTsa::Scheme::Https);
    QVERIFY2(secure.isRunning(), qUtf8Printable(secure.errorText()));
    HttpTimestampAuthority authority({secure.url()});
    const auto facts = stampWith(authority);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampUnreachable);
    QVERIFY2(facts.error().detail.contains(QStringLiteral("certificate"), Qt::CaseInsensitive),
             qUtf8Printable(facts.error().detail));
}

QTEST_GUILESS_MAIN(tst_HttpTimestampAuthority)
#include "tst_HttpTimestampAuthority.moc"
