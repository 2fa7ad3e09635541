#include "tests/support/CliRun.h"
#include "tests/support/PlainPdf.h"
#include "tests/support/SignedPdf.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace bidseal::test;

namespace {

QString verdictOf(const CliAnswer &answer)
{
    return answer.json().value(QLatin1String("verdict")).toString();
}

} // namespace

class tst_CliVerify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void exitCodes();
    void trust();
    void severalFiles();
    void report();
    void language();
    void usage();
    void infoAndRender();
};

void tst_CliVerify::exitCodes()
{
    SignedPdf pdf;
    const CliAnswer none = runCli({QStringLiteral("verify"), QStringLiteral("--json"), pdf.save()});
    QCOMPARE(none.exitCode, 3);
    QCOMPARE(verdictOf(none), QStringLiteral("no-signature"));
    pdf.sign();
    const CliAnswer good = runCli({QStringLiteral("verify"), QStringLiteral("--json"), pdf.save()});
    QCOMPARE(good.exitCode, 0);
    QCOMPARE(verdictOf(good), QStringLiteral("intact"));
    const QByteArray signedBytes = pdf.bytes();
    pdf.setBytes(QByteArray(signedBytes).replace("ETSI.CAdES.detached", "GM.SealES.detached1"));
    QCOMPARE(runCli({QStringLiteral("verify"), pdf.save()}).exitCode, 4);
    pdf.setBytes(QByteArray(signedBytes).replace("of a tender", "of A tender"));
    const CliAnswer bad = runCli({QStringLiteral("verify"), QStringLiteral("--json"), pdf.save()});
    QCOMPARE(bad.exitCode, 1);
    QCOMPARE(verdictOf(bad), QStringLiteral("modified"));
    const CliAnswer missing = runCli({QStringLiteral("verify"), QStringLiteral("/nonexistent/none.pdf")});
    QCOMPARE(missing.exitCode, 5);
    QVERIFY(missing.errors.contains("file-not-found"));
    QVERIFY(missing.out.isEmpty());
}

void tst_CliVerify::trust()
{
    SignedPdf pdf;
    pdf.sign();
    const QString file = pdf.save();
    const TestPki &pki = TestPki::instance();
    const QStringList required{QStringLiteral("verify"), QStringLiteral("--json"), QStringLiteral("--require-trust")};
    QCOMPARE(runCli(required + QStringList{file}).exitCode, 1);
    const CliAnswer trusted =
        runCli(required + QStringList{QStringLiteral("--trust"), pki.pemPath(PkiName::RootCa), file});
    QCOMPARE(trusted.exitCode, 0);
    const QJsonObject signature = trusted.json().value(QLatin1String("signatures")).toArray().first().toObject();
    QCOMPARE(signature.value(QLatin1String("trust")).toString(), QStringLiteral("trusted"));
    QCOMPARE(runCli(required + QStringList{QStringLiteral("--trust"), pki.pemPath(PkiName::OtherRoot), file}).exitCode,
             1);
    QCOMPARE(runCli(required + QStringList{QStringLiteral("--trust"), pki.pemPath(PkiName::RootCa),
                                           QStringLiteral("--at=2001-01-01T00:00:00Z"), file})
                 .exitCode,
             1);
}

void tst_CliVerify::severalFiles()
{
    SignedPdf pdf;
    const QString plain = pdf.save();
    pdf.sign();
    const CliAnswer answer = runCli({QStringLiteral("verify"), QStringLiteral("--json"), pdf.save(), plain});
    QCOMPARE(answer.exitCode, 3);
    QCOMPARE(QJsonDocument::fromJson(answer.out).array().size(), 2);
}

void tst_CliVerify::report()
{
    SignedPdf pdf;
    pdf.sign();
    const QString file = pdf.save();
    for (const QString &suffix : {QStringLiteral(".html"), QStringLiteral(".pdf")}) {
        const QString out = file + suffix;
        QCOMPARE(runCli({QStringLiteral("verify"), QStringLiteral("--report"), out, file}).exitCode, 0);
        const QByteArray bytes = readFile(out);
        QVERIFY(suffix == QLatin1String(".pdf") ? bytes.startsWith("%PDF") : bytes.contains("SHA-256"));
    }
    QCOMPARE(
        runCli({QStringLiteral("verify"), QStringLiteral("--report"), file + QStringLiteral(".doc"), file}).exitCode,
        2);
    QCOMPARE(runCli({QStringLiteral("verify"), QStringLiteral("--report"), QStringLiteral("/nonexistent/r.html"), file})
                 .exitCode,
             5);
}

void tst_CliVerify::language()
{
    SignedPdf pdf;
    const QString file = pdf.save();
    const QByteArray chinese = QStringLiteral("没有数字签名").toUtf8();
    QVERIFY(runCli({QStringLiteral("verify"), file}, {QStringLiteral("LC_ALL=zh_CN.UTF-8")}).out.contains(chinese));
    QVERIFY(runCli({QStringLiteral("verify"), QStringLiteral("--lang"), QStringLiteral("zh_CN"), file})
                .out.contains(chinese));
    QVERIFY(
        runCli({QStringLiteral("verify"), QStringLiteral("--lang=en"), file}, {QStringLiteral("LC_ALL=zh_CN.UTF-8")})
            .out.contains("no digital signature"));
}

void tst_CliVerify::usage()
{
    QCOMPARE(runCli({}).exitCode, 2);
    QCOMPARE(runCli({QStringLiteral("no-such-command")}).exitCode, 2);
    QCOMPARE(runCli({QStringLiteral("verify")}).exitCode, 2);
    QCOMPARE(runCli({QStringLiteral("verify"), QStringLiteral("--no-such-option"), QStringLiteral("x")}).exitCode, 2);
    QCOMPARE(runCli({QStringLiteral("verify"), QStringLiteral("--at=noon"), QStringLiteral("x")}).exitCode, 2);
    QCOMPARE(runCli({QStringLiteral("verify"), QStringLiteral("--password-env=NO_SUCH_VARIABLE"), QStringLiteral("x")})
                 .exitCode,
             2);
    QCOMPARE(runCli({QStringLiteral("--help")}).exitCode, 0);
    QCOMPARE(runCli({QStringLiteral("verify"), QStringLiteral("--help")}).exitCode, 0);
    QVERIFY(runCli({QStringLiteral("--version")}).out.startsWith("bidseal-cli "));
}

void tst_CliVerify::infoAndRender()
{
    SignedPdf pdf(3);
    pdf.sign();
    const QString file = pdf.save();
    const CliAnswer info = runCli({QStringLiteral("info"), QStringLiteral("--json"), file});
    QCOMPARE(info.exitCode, 0);
    QCOMPARE(info.json().value(QLatin1String("page_count")).toInt(), 3);
    QCOMPARE(info.json().value(QLatin1String("pages")).toArray().size(), 3);
    QCOMPARE(info.json().value(QLatin1String("signature_fields")).toArray().size(), 2);
    const QString png = file + QStringLiteral(".png");
    QCOMPARE(runCli({QStringLiteral("render"), file, QStringLiteral("--page=2"), QStringLiteral("--dpi=36"),
                     QStringLiteral("--out"), png})
                 .exitCode,
             0);
    QVERIFY(readFile(png).startsWith("\x89PNG"));
    QCOMPARE(
        runCli({QStringLiteral("render"), file, QStringLiteral("--page=4"), QStringLiteral("--out"), png}).exitCode, 2);
    QCOMPARE(runCli({QStringLiteral("render"), file, QStringLiteral("--out"), QStringLiteral("/nonexistent/p.png")})
                 .exitCode,
             5);
}

QTEST_GUILESS_MAIN(tst_CliVerify)
#include "tst_CliVerify.moc"
