// Each broken or hostile file of the corpus is opened, drawn and looked through by a child process of its own.

#include "tests/support/Corpus.h"
#include "tests/support/PdfMaker.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal::test;

namespace {

constexpr int timeLimitMs = 30000;
constexpr int memoryLimitMegabytes = 1600; // MuPDF's budget, a raster and the program itself

} // namespace

class tst_MalformedFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probeReportsACrash();
    void corpus_data();
    void corpus();
    void fuzzSeeds();

private:
    struct Outcome
    {
        bool finished = false;
        bool crashed = false;
        int exitCode = -1;
        QString report;
    };
    static Outcome probe(const QString &path)
    {
        QProcess process;
        process.start(QStringLiteral(BIDSEAL_BIN_DIR "/pdf_probe"), {path});
        Outcome outcome;
        outcome.finished = process.waitForFinished(timeLimitMs);
        if (!outcome.finished)
            process.kill();
        process.waitForFinished();
        outcome.crashed = process.exitStatus() != QProcess::NormalExit;
        outcome.exitCode = process.exitCode();
        outcome.report = QString::fromUtf8(process.readAll()).trimmed();
        return outcome;
    }
    static void check(const QString &path)
    {
        const Outcome outcome = probe(path);
        QVERIFY2(outcome.finished, qPrintable(QStringLiteral("hangs after: ") + outcome.report));
        QVERIFY2(!outcome.crashed && outcome.exitCode == 0,
                 qPrintable(QStringLiteral("crashes after: ") + outcome.report));
        static const QRegularExpression peak(QStringLiteral("peak=(\\d+)MB"));
        const auto memory = peak.match(outcome.report);
        QVERIFY2(memory.hasMatch() && memory.captured(1).toInt() < memoryLimitMegabytes, qPrintable(outcome.report));
        QVERIFY2(!outcome.report.contains(QLatin1String("internal-error")), qPrintable(outcome.report));
    }
};

void tst_MalformedFiles::probeReportsACrash()
{
    // Without a file the probe says so by its exit code: the check above is able to fail.
    QProcess process;
    process.start(QStringLiteral(BIDSEAL_BIN_DIR "/pdf_probe"), QStringList());
    QVERIFY(process.waitForFinished(timeLimitMs));
    QCOMPARE(process.exitCode(), 2);
}

void tst_MalformedFiles::corpus_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &group : {QStringLiteral("malformed"), QStringLiteral("attacks")}) {
        for (const QString &path : corpusFiles(group))
            QTest::newRow(qPrintable(path.section(u'/', -1))) << path;
    }
}

void tst_MalformedFiles::corpus()
{
    if (corpusFolder().isEmpty())
        QSKIP("no corpus: set BIDSEAL_CORPUS");
    QFETCH(const QString, path);
    check(path);
}

/** Damages a made file at every place once: needs no corpus. */
void tst_MalformedFiles::fuzzSeeds()
{
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    PdfMaker maker;
    const int field = maker.addObject("<</FT/Sig/T(Seal)/Subtype/Widget/Rect[10 10 90 60]>>");
    maker.addPage({.content = PdfMaker::textAt(50, 700, 12, "Damaged"),
                   .entries = "/Annots[" + QByteArray::number(field) + " 0 R]"});
    maker.addCatalogEntries("/AcroForm<</Fields[" + QByteArray::number(field) + " 0 R]>>");
    const QByteArray whole = maker.bytes();
    for (qsizetype at = 7; at < whole.size(); at += 23) {
        QByteArray damaged = whole;
        damaged.replace(at, 3, "\xff<<");
        QFile file(folder.filePath(QStringLiteral("damaged.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(damaged) == damaged.size());
        file.close();
        check(file.fileName());
    }
    QFile cut(folder.filePath(QStringLiteral("cut.pdf")));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(whole.first(whole.size() / 2)) > 0);
    cut.close();
    check(cut.fileName());
}

QTEST_GUILESS_MAIN(tst_MalformedFiles)
#include "tst_MalformedFiles.moc"
