#include "tests/support/CliRun.h"
#include "tests/support/LocalTsa.h"
#include "tests/support/PdfJudges.h"
#include "tests/support/PlainPdf.h"
#include "tests/support/SigningRun.h"
#include "tests/support/SoftHsmToken.h"
#include "tests/support/TestPki.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::test;

namespace {

const QString seal = QStringLiteral(BIDSEAL_SOURCE_DIR "/resources/samples/seal-company.png");
const QString label = QStringLiteral("Test UKey");

} // namespace

/** `bidseal-cli sign`, `ukey` and `jobs` with a real token, a real helper process and a real time stamping service. */
class tst_CliSign : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void signsWithEveryKey_data();
    void signsWithEveryKey();
    void stampsTheTime();
    void sealsLieWhereAsked();
    void wrongPinIsOneTry();
    void pinFromStandardInput();
    void unusableCertificateSaysWhy();
    void usageErrors_data();
    void usageErrors();
    void unreadableInputs();
    void ukeyListAsJson();
    void jobsAreEmptyAfterwards();
    void secretsStayOutOfTheOutput();

private:
    CliAnswer sign(const QStringList &more, const QStringList &environment = {QStringLiteral("PIN=123456")},
                   const QByteArray &input = {});
    [[nodiscard]] QString in(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<SoftHsmToken> m_token;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_CliSign::initTestCase()
{
    if (SoftHsmToken::modulePath().isEmpty())
        QSKIP("SoftHSM is not installed");
    const TestPki &pki = TestPki::instance();
    m_token = std::make_unique<SoftHsmToken>();
    m_token->initialize(label, QStringLiteral("123456"));
    const std::pair<PkiName, QByteArray> keys[] = {
        {PkiName::EnterpriseRsa, "01"}, {PkiName::EnterpriseEc, "02"}, {PkiName::Expired, "03"}};
    for (const auto &[name, id] : keys) {
        m_token->importKey(label, QStringLiteral("123456"), pki.keyPath(name), QByteArray::fromHex(id));
        m_token->importCertificate(label, QStringLiteral("123456"), pki.derPath(name), QByteArray::fromHex(id));
    }
    // As certification authorities deliver UKeys: the issuer's certificate lies beside the key's.
    m_token->importCertificate(label, QStringLiteral("123456"), pki.derPath(PkiName::IssuingCa),
                               QByteArray::fromHex("04"));
}

void tst_CliSign::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    PlainPdf pdf;
    pdf.pages.resize(3);
    pdf.pages[1].rotate = 90;
    writeFile(in(QStringLiteral("in.pdf")), pdf.bytes());
    qputenv("BIDSEAL_DATA_DIR", in(QStringLiteral("data")).toLocal8Bit());
}

CliAnswer tst_CliSign::sign(const QStringList &more, const QStringList &environment, const QByteArray &input)
{
    QStringList arguments{QStringLiteral("sign"),     in(QStringLiteral("in.pdf")),
                          QStringLiteral("-o"),       in(QStringLiteral("out.pdf")),
                          QStringLiteral("--module"), SoftHsmToken::modulePath(),
                          QStringLiteral("--token"),  label};
    return runCli(arguments + more, environment, input);
}

void tst_CliSign::signsWithEveryKey_data()
{
    QTest::addColumn<QStringList>("options");
    const auto options = [](const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); };
    QTest::newRow("RSA") << options("--cert 01");
    QTest::newRow("RSA, plain Cryptoki") << options("--cert 01 --driver cryptoki");
    QTest::newRow("RSA-PSS") << options("--cert 01 --pss");
    QTest::newRow("RSA, SHA-512") << options("--cert 01 --digest sha512");
    QTest::newRow("EC") << options("--cert 02");
}

void tst_CliSign::signsWithEveryKey()
{
    QFETCH(QStringList, options);
    const auto answer =
        sign(options + QStringList{QStringLiteral("--json"), QStringLiteral("--pin-env"), QStringLiteral("PIN"),
                                   QStringLiteral("--seal"), seal + QStringLiteral("@1,3:20,30,42"),
                                   QStringLiteral("--date-stamp"), QStringLiteral("last:100,200")});
    QVERIFY2(answer.exitCode == 0, answer.errors.constData());
    const QJsonObject verification = answer.json().value(QStringLiteral("verification")).toObject();
    QCOMPARE(verification.value(QStringLiteral("verdict")).toString(), QStringLiteral("intact"));
    QCOMPARE(verification.value(QStringLiteral("signatures")).toArray().size(), 1);
    QCOMPARE(judgedByOpenssl(in(QStringLiteral("out.pdf"))), QString());
    QCOMPARE(judgedByPdfsig(in(QStringLiteral("out.pdf")), 3), QString());
    QCOMPARE(judgedByQpdf(in(QStringLiteral("out.pdf"))), QString());
}

void tst_CliSign::stampsTheTime()
{
    const LocalTsa tsa;
    QVERIFY2(tsa.isRunning(), qPrintable(tsa.errorText()));
    const auto answer =
        sign({QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--json"), QStringLiteral("--pin-env"),
              QStringLiteral("PIN"), QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42"),
              QStringLiteral("--tsa"), deadService().toString(), QStringLiteral("--tsa"), tsa.url().toString()});
    QVERIFY2(answer.exitCode == 0, answer.errors.constData());
    QCOMPARE(answer.json().value(QStringLiteral("level")).toString(), QStringLiteral("B-T"));
    const auto verified = runCli({QStringLiteral("verify"), QStringLiteral("--json"), QStringLiteral("--trust"),
                                  TestPki::instance().pemPath(PkiName::RootCa), in(QStringLiteral("out.pdf"))});
    const QJsonObject signature = verified.json().value(QStringLiteral("signatures")).toArray().first().toObject();
    QCOMPARE(signature.value(QStringLiteral("level")).toString(), QStringLiteral("B-T"));
    QCOMPARE(signature.value(QStringLiteral("trust")).toString(), QStringLiteral("trusted"));
    QVERIFY(!signature.value(QStringLiteral("time_proven")).toString().isEmpty());
}

void tst_CliSign::sealsLieWhereAsked()
{
    // Page 2 is turned by 90 degrees: "from the upper left corner as shown" must hold there too.
    const auto answer = sign({QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--pin-env"),
                              QStringLiteral("PIN"), QStringLiteral("--seal"), seal + QStringLiteral("@1-2:20,30,42")});
    QVERIFY2(answer.exitCode == 0, answer.errors.constData());
    const auto document = *PdfDocument::open(in(QStringLiteral("out.pdf")));
    const auto fields = *document->signatureFields();
    QCOMPARE(fields.size(), std::size_t(2));
    for (const SignatureFieldFacts &field : fields) {
        const auto &widget = field.widgets.front();
        const RectF shown = document->pageGeometry(widget.page)->toShown(widget.rect);
        QVERIFY(std::abs(shown.x0 - mmToPoints(20)) < 0.1);
        QVERIFY(std::abs(shown.y0 - mmToPoints(30)) < 0.1);
        QVERIFY(std::abs(shown.width() - mmToPoints(42)) < 0.1);
    }
}

void tst_CliSign::wrongPinIsOneTry()
{
    const auto answer = sign({QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--pin-env"),
                              QStringLiteral("PIN"), QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42")},
                             {QStringLiteral("PIN=999999")});
    QCOMPARE(answer.exitCode, 6);
    QVERIFY2(answer.errors.contains("pin-incorrect"), answer.errors.constData());
    QVERIFY(!QFile::exists(in(QStringLiteral("out.pdf"))));
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
    // A right PIN afterwards resets the counter, so that later tests meet a fresh token.
    QCOMPARE(sign({QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--pin-env"), QStringLiteral("PIN"),
                   QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42")})
                 .exitCode,
             0);
}

void tst_CliSign::pinFromStandardInput()
{
    const auto answer = sign({QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--pin-stdin"),
                              QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42")},
                             {}, "123456\n");
    QVERIFY2(answer.exitCode == 0, answer.errors.constData());
    const auto without = sign({QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--overwrite"),
                               QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42")});
    QCOMPARE(without.exitCode, 2);
}

void tst_CliSign::unusableCertificateSaysWhy()
{
    const auto expired = sign({QStringLiteral("--cert"), QStringLiteral("03"), QStringLiteral("--pin-env"),
                               QStringLiteral("PIN"), QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42")});
    QCOMPARE(expired.exitCode, 6);
    QVERIFY2(expired.errors.contains("certificate-expired"), expired.errors.constData());
    const auto missing = sign({QStringLiteral("--cert"), QStringLiteral("nobody"), QStringLiteral("--pin-env"),
                               QStringLiteral("PIN"), QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42")});
    QCOMPARE(missing.exitCode, 6);
    QVERIFY2(missing.errors.contains("certificate-not-found"), missing.errors.constData());
}

void tst_CliSign::usageErrors_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("no stamp") << QStringList{};
    QTest::newRow("seal without place") << QStringList{QStringLiteral("--seal"), seal};
    QTest::newRow("seal with a bad page") << QStringList{QStringLiteral("--seal"), seal + QStringLiteral("@x:1,2,3")};
    QTest::newRow("seal on a page that is not there")
        << QStringList{QStringLiteral("--seal"), seal + QStringLiteral("@4:1,2,42")};
    QTest::newRow("seal without width") << QStringList{QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30")};
    QTest::newRow("seal of no size") << QStringList{QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,0")};
    QTest::newRow("bad date") << QStringList{QStringLiteral("--date-stamp"), QStringLiteral("1:20,30"),
                                             QStringLiteral("--date"), QStringLiteral("2026-02-30")};
    QTest::newRow("bad level") << QStringList{QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42"),
                                              QStringLiteral("--level"), QStringLiteral("B-X")};
    QTest::newRow("B-T without service") << QStringList{QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42"),
                                                        QStringLiteral("--level"), QStringLiteral("B-T")};
    QTest::newRow("service that is no URL")
        << QStringList{QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42"), QStringLiteral("--tsa"),
                       QStringLiteral("file:///etc/passwd")};
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--pin"), QStringLiteral("123456")};
}

void tst_CliSign::usageErrors()
{
    QFETCH(QStringList, options);
    const auto answer = sign(QStringList{QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--pin-env"),
                                         QStringLiteral("PIN")} +
                             options);
    QVERIFY2(answer.exitCode == 2, answer.errors.constData());
    QVERIFY(!answer.errors.isEmpty());
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
}

void tst_CliSign::unreadableInputs()
{
    writeFile(in(QStringLiteral("in.pdf")), "this is no PDF");
    const QStringList options{QStringLiteral("--pin-env"), QStringLiteral("PIN"), QStringLiteral("--seal"),
                              seal + QStringLiteral("@1:20,30,42")};
    const auto noPdf = sign(options);
    QCOMPARE(noPdf.exitCode, 5);
    QVERIFY(noPdf.errors.contains("not-a-pdf"));
    QFile::remove(in(QStringLiteral("in.pdf")));
    const auto noFile = sign(options);
    QCOMPARE(noFile.exitCode, 5);
    QVERIFY(noFile.errors.contains("file-not-found"));
}

void tst_CliSign::ukeyListAsJson()
{
    const auto answer = runCli({QStringLiteral("ukey"), QStringLiteral("list"), QStringLiteral("--json"),
                                QStringLiteral("--module"), SoftHsmToken::modulePath()});
    QVERIFY2(answer.exitCode == 0, answer.errors.constData());
    const QJsonArray keys = answer.json().value(QStringLiteral("keys")).toArray();
    QCOMPARE(keys.size(), 3);
    int usable = 0;
    for (const QJsonValue &key : keys) {
        if (key[QStringLiteral("usable")].toBool())
            ++usable;
        else
            QCOMPARE(key[QStringLiteral("unusable_reason")].toString(), QStringLiteral("expired"));
    }
    QCOMPARE(usable, 2);
    const auto missing = runCli(
        {QStringLiteral("ukey"), QStringLiteral("list"), QStringLiteral("--module"), QStringLiteral("/none.so")});
    QCOMPARE(missing.exitCode, 6);
    QVERIFY2(missing.errors.contains("module-not-found"), missing.errors.constData());
}

void tst_CliSign::jobsAreEmptyAfterwards()
{
    QCOMPARE(sign({QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--pin-env"), QStringLiteral("PIN"),
                   QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42")})
                 .exitCode,
             0);
    const auto jobs = runCli({QStringLiteral("jobs"), QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(jobs.exitCode, 0);
    QVERIFY(jobs.json().value(QStringLiteral("jobs")).toArray().isEmpty());
    QCOMPARE(runCli({QStringLiteral("jobs"), QStringLiteral("resume"), QStringLiteral("none")}).exitCode, 2);
}

void tst_CliSign::secretsStayOutOfTheOutput()
{
    const auto answer = sign({QStringLiteral("--cert"), QStringLiteral("01"), QStringLiteral("--pin-env"),
                              QStringLiteral("PIN"), QStringLiteral("--seal"), seal + QStringLiteral("@1:20,30,42")},
                             {QStringLiteral("PIN=123456"), QStringLiteral("QT_LOGGING_RULES=*=true")});
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(!answer.out.contains("123456") && !answer.errors.contains("123456"));
}

QTEST_GUILESS_MAIN(tst_CliSign)
#include "tst_CliSign.moc"
