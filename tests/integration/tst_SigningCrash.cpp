#include "core/api/HttpTimestampAuthority.h"
#include "core/storage/StorageThread.h"
#include "tests/support/LocalTsa.h"
#include "tests/support/PlainPdf.h"
#include "tests/support/SigningRun.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace bidseal;
using namespace bidseal::test;

namespace {

/** The child: signs in `folder` and dies by kill -9 right after the named step was written down. */
int crashAfter(const QString &folder, const QString &step, const QUrl &service)
{
    const auto storage = StorageThread::start(folder + QStringLiteral("/store.sqlite"));
    if (!storage)
        return 1;
    HttpTimestampAuthority timestamps({service});
    SigningRun run;
    run.usedJournal = storage->get();
    run.timestamps = &timestamps;
    run.onStep = [&step](SigningJob &, SigningStep done) {
        if (signingStepName(done) == step)
            ::kill(::getpid(), SIGKILL);
    };
    SigningRequest request = run.request(folder + QStringLiteral("/in.pdf"), folder + QStringLiteral("/out.pdf"), 3);
    request.level = SignatureLevel::BT;
    const auto result = run.run(std::move(request));
    if (!result)
        qWarning("%s %s", qPrintable(errorCodeName(result.error().code)), qPrintable(result.error().detail));
    return result ? 0 : 1;
}

} // namespace

/** kill -9 at every journalled step: the next start finishes or discards, and the output is whole or not there. */
class tst_SigningCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStep_data();
    void everyStep();
};

void tst_SigningCrash::everyStep_data()
{
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<bool>("isPublished");
    for (int step = 0; step <= int(SigningStep::Published); ++step) {
        const auto which = static_cast<SigningStep>(step);
        QTest::addRow("%s", qPrintable(signingStepName(which)))
            << (which >= SigningStep::Signed) << (which >= SigningStep::Published);
    }
}

void tst_SigningCrash::everyStep()
{
    QFETCH(bool, isSigned);
    QFETCH(bool, isPublished);
    const LocalTsa tsa;
    QVERIFY2(tsa.isRunning(), qPrintable(tsa.errorText()));
    const QTemporaryDir folder;
    PlainPdf pdf;
    pdf.pages.resize(3);
    writeFile(folder.filePath(QStringLiteral("in.pdf")), pdf.bytes());

    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--crash-child"), folder.path(), QString::fromLatin1(QTest::currentDataTag()),
                 tsa.url().toString()});
    QVERIFY(child.waitForFinished(60000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(QFile::exists(folder.filePath(QStringLiteral("out.pdf"))), isPublished);

    const auto storage = *StorageThread::start(folder.filePath(QStringLiteral("store.sqlite")));
    const auto entries = *storage->unfinished();
    QCOMPARE(entries.size(), std::size_t(1));
    HttpTimestampAuthority timestamps({tsa.url()});
    SigningRun run;
    run.usedJournal = storage.get();
    run.timestamps = &timestamps;
    // The child's PKI was another one; what it published is judged by integrity, not by trust.
    if (isSigned) {
        const auto result = run.resume(entries[0]);
        QVERIFY2(result, result ? "" : qPrintable(errorCodeName(result.error().code) + result.error().detail));
        QCOMPARE(result->report.verdict, Verdict::Intact);
        QCOMPARE(result->report.signatures.front().level, QStringLiteral("B-T"));
        QCOMPARE(result->report.signatures.front().seals.size(), std::size_t(3));
        QCOMPARE(run.signer->signatures(), 0);
    } else {
        QCOMPARE(run.resume(entries[0]).error().code, ErrorCode::InvalidArgument);
        QVERIFY(SigningJob::discard(entries[0], *storage));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("out.pdf"))));
    }
    QVERIFY(storage->unfinished()->empty());
    QCOMPARE(readFile(folder.filePath(QStringLiteral("in.pdf"))), pdf.bytes());
    for (const QString &name : filesIn(folder.path()))
        QVERIFY2(!name.endsWith(QStringLiteral(".part")), qPrintable(name));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments[1] == QStringLiteral("--crash-child"))
        return crashAfter(arguments[2], arguments[3], QUrl(arguments[4]));
    tst_SigningCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_SigningCrash.moc"
