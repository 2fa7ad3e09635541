#include "tests/support/PlainPdf.h"
#include "tests/support/SignedPdf.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace bidseal::test;

namespace {

const QString program = QStringLiteral(BIDSEAL_BIN_DIR "/bidseal-cli");

struct Answer
{
    int exitCode = -1;
    QByteArray out;
    QByteArray errors;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Answer run(const QStringList &arguments, const QStringList &environment = {})
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (const QString &pair : environment)
        variables.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    process.setProcessEnvironment(variables);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString verdictOf(const Answer &answer)
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
    const Answer none = run({QStringLiteral("verify"), QStringLiteral("--json"), pdf.save()});
    QCOMPARE(none.exitCode, 3);
    QCOMPARE(verdictOf(none), QStringLiteral("no-signature"));
    pdf.sign();
    const Answer good = run({QStringLiteral("verify"), QStringLiteral("--json"), pdf.save()});
    QCOMPARE(good.exitCode, 0);
    QCOMPARE(verdictOf(good), QStringLiteral("intact"));
    const QByteArray signedBytes = pdf.bytes();
    pdf.setBytes(QByteArray(signedBytes).replace("ETSI.CAdES.detached", "GM.SealES.detached1"));
    QCOMPARE(run({QStringLiteral("verify"), pdf.save()}).exitCode, 4);
    pdf.setBytes(QByteArray(signedBytes).replace("of a tender", "of A tender"));
    const Answer bad = run({QStringLiteral("verify"), QStringLiteral("--json"), pdf.save()});
    QCOMPARE(bad.exitCode, 1);
    QCOMPARE(verdictOf(bad), QStringLiteral("modified"));
    const Answer missing = run({QStringLiteral("verify"), QStringLiteral("/nonexistent/none.pdf")});
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
    QCOMPARE(run(required + QStringList{file}).exitCode, 1);
    const Answer trusted = run(required + QStringList{QStringLiteral("--trust"), pki.pemPath(PkiName::RootCa), file});
    QCOMPARE(trusted.exitCode, 0);
    const QJsonObject signature = trusted.json().value(QLatin1String("signatures")).toArray().first().toObject();
    QCOMPARE(signature.value(QLatin1String("trust")).toString(), QStringLiteral("trusted"));
    QCOMPARE(run(required + QStringList{QStringLiteral("--trust"), pki.pemPath(PkiName::OtherRoot), file}).exitCode, 1);
    QCOMPARE(run(required + QStringList{QStringLiteral("--trust"), pki.pemPath(PkiName::RootCa),
                                        QStringLiteral("--at=2001-01-01T00:00:00Z"), file})
                 .exitCode,
             1);
}

void tst_CliVerify::severalFiles()
{
    SignedPdf pdf;
    const QString plain = pdf.save();
    pdf.sign();
    const Answer answer = run({QStringLiteral("verify"), QStringLiteral("--json"), pdf.save(), plain});
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
        QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--report"), out, file}).exitCode, 0);
        const QByteArray bytes = readFile(out);
        QVERIFY(suffix == QLatin1String(".pdf") ? bytes.startsWith("%PDF") : bytes.contains("SHA-256"));
    }
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--report"), file + QStringLiteral(".doc"), file}).exitCode,
             2);
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--report"), QStringLiteral("/nonexistent/r.html"), file})
                 .exitCode,
             5);
}

void tst_CliVerify::language()
{
    SignedPdf pdf;
    const QString file = pdf.save();
    const QByteArray chinese = QStringLiteral("没有数字签名").toUtf8();
    QVERIFY(run({QStringLiteral("verify"), file}, {QStringLiteral("LC_ALL=zh_CN.UTF-8")}).out.contains(chinese));
    QVERIFY(
        run({QStringLiteral("verify"), QStringLiteral("--lang"), QStringLiteral("zh_CN"), file}).out.contains(chinese));
    QVERIFY(run({QStringLiteral("verify"), QStringLiteral("--lang=en"), file}, {QStringLiteral("LC_ALL=zh_CN.UTF-8")})
                .out.contains("no digital signature"));
}

void tst_CliVerify::usage()
{
    QCOMPARE(run({}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("no-such-command")}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("verify")}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--no-such-option"), QStringLiteral("x")}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--at=noon"), QStringLiteral("x")}).exitCode, 2);
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--password-env=NO_SUCH_VARIABLE"), QStringLiteral("x")})
                 .exitCode,
             2);
    QCOMPARE(run({QStringLiteral("--help")}).exitCode, 0);
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--help")}).exitCode, 0);
    QVERIFY(run({QStringLiteral("--version")}).out.startsWith("bidseal-cli "));
}

void tst_CliVerify::infoAndRender()
{
    SignedPdf pdf(3);
    pdf.sign();
    const QString file = pdf.save();
    const Answer info = run({QStringLiteral("info"), QStringLiteral("--json"), file});
    QCOMPARE(info.exitCode, 0);
    QCOMPARE(info.json().value(QLatin1String("page_count")).toInt(), 3);
    QCOMPARE(info.json().value(QLatin1String("pages")).toArray().size(), 3);
    QCOMPARE(info.json().value(QLatin1String("signature_fields")).toArray().size(), 2);
    const QString png = file + QStringLiteral(".png");
    QCOMPARE(run({QStringLiteral("render"), file, QStringLiteral("--page=2"), QStringLiteral("--dpi=36"),
                  QStringLiteral("--out"), png})
                 .exitCode,
             0);
    QVERIFY(readFile(png).startsWith("\x89PNG"));
    QCOMPARE(run({QStringLiteral("render"), file, QStringLiteral("--page=4"), QStringLiteral("--out"), png}).exitCode,
             2);
    QCOMPARE(
        run({QStringLiteral("render"), file, QStringLiteral("--out"), QStringLiteral("/nonexistent/p.png")}).exitCode,
        5);
}

QTEST_GUILESS_MAIN(tst_CliVerify)
#include "tst_CliVerify.moc"
