#include "core/signing/HashedCopy.h"
#include "core/signing/StagedFile.h"
#include "tests/support/TestPki.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using test::readFile;
using test::writeFile;

class tst_StagedFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void publishesWhatWasWritten();
    void vanishesWhenNotPublished();
    void keepsWhatIsThere();
    void replacesWhenAgreed();
    void doesNotTakeAnExistingWorkFile();
    void stopsWhenAsked();
    void tellsProgress();
    void longNamesStillFit();
    void copyIsHashedAsItGrows_data();
    void copyIsHashedAsItGrows();

private:
    [[nodiscard]] QString in(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_StagedFile::publishesWhatWasWritten()
{
    writeFile(in("input"), QByteArray(3'000'000, 'a'));
    auto staged = StagedFile::create(in(".work"));
    QVERIFY(staged);
    QCOMPARE(*staged->copyFrom(in("input")), qint64(3'000'000));
    QVERIFY(staged->append("tail"));
    QVERIFY(staged->truncate(3'000'002));
    QVERIFY(staged->append("!"));
    QVERIFY(staged->sync());
    QVERIFY(staged->publish(in("投标文件_已签.pdf"), false));
    QCOMPARE(readFile(in("投标文件_已签.pdf")), QByteArray(3'000'000, 'a') + "ta!");
    QVERIFY(!QFile::exists(in(".work")));
}

void tst_StagedFile::vanishesWhenNotPublished()
{
    {
        auto staged = StagedFile::create(in(".work"));
        QVERIFY(staged && staged->append("x"));
        QCOMPARE(names(), QStringList{QStringLiteral(".work")});
    }
    QVERIFY(names().isEmpty());
    auto discarded = StagedFile::create(in(".work"));
    discarded->discard();
    QVERIFY(names().isEmpty());
}

void tst_StagedFile::keepsWhatIsThere()
{
    writeFile(in("out"), "precious");
    auto staged = StagedFile::create(in(".work"));
    QVERIFY(staged->append("new"));
    QCOMPARE(staged->publish(in("out"), false).error().code, ErrorCode::OutputExists);
    QCOMPARE(readFile(in("out")), QByteArray("precious"));
}

void tst_StagedFile::replacesWhenAgreed()
{
    writeFile(in("out"), "old");
    auto staged = StagedFile::create(in(".work"));
    QVERIFY(staged->append("new"));
    QVERIFY(staged->publish(in("out"), true));
    QCOMPARE(readFile(in("out")), QByteArray("new"));
    QCOMPARE(names(), QStringList{QStringLiteral("out")});
}

void tst_StagedFile::doesNotTakeAnExistingWorkFile()
{
    writeFile(in(".work"), "somebody's");
    QCOMPARE(StagedFile::create(in(".work")).error().code, ErrorCode::OutputUnwritable);
    QCOMPARE(readFile(in(".work")), QByteArray("somebody's"));
}

void tst_StagedFile::stopsWhenAsked()
{
    writeFile(in("input"), QByteArray(100, 'a'));
    auto staged = StagedFile::create(in(".work"));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(staged->copyFrom(in("input"), stop.get_token()).error().code, ErrorCode::Cancelled);
}

void tst_StagedFile::tellsProgress()
{
    writeFile(in("input"), QByteArray(40'000'000, 'a'));
    auto staged = StagedFile::create(in(".work"));
    qint64 last = 0;
    const auto progress = [&last](qint64 done, qint64 total) {
        QVERIFY(done > last && done <= total);
        last = done;
    };
    QVERIFY(staged->copyFrom(in("input"), {}, progress));
    QCOMPARE(last, qint64(40'000'000));
}

void tst_StagedFile::longNamesStillFit()
{
    const QString output = m_folder->filePath(QString(240, u'x') + QStringLiteral(".pdf"));
    auto staged =
        StagedFile::create(StagedFile::workPathFor(output, QStringLiteral("0123456789abcdef0123456789abcdef0123")));
    QVERIFY(staged);
    QVERIFY(staged->publish(output, false));
}

void tst_StagedFile::copyIsHashedAsItGrows_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 1'000'000, 16 << 20, 50'000'001})
        QTest::addRow("%d bytes", size) << size;
}

void tst_StagedFile::copyIsHashedAsItGrows()
{
    QFETCH(int, size);
    QByteArray bytes(size, 'a');
    for (qsizetype i = 0; i < bytes.size(); i += 4096)
        bytes[i] = static_cast<char>(i >> 12);
    writeFile(in("input"), bytes);
    auto staged = StagedFile::create(in(".work"));
    const auto digest = copyAndHash(*staged, in("input"));
    QVERIFY(digest);
    QCOMPARE(digest->value(), digestOf(DigestAlgorithm::Sha256, bytes));
    QCOMPARE(readFile(in(".work")), bytes);
    QCOMPARE(copyAndHash(*staged, in("none")).error().code, ErrorCode::FileUnreadable);
}

QTEST_GUILESS_MAIN(tst_StagedFile)
#include "tst_StagedFile.moc"
