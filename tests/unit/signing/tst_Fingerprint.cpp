#include "core/signing/Fingerprint.h"
#include "core/signing/PreparedRevisionCodec.h"
#include "tests/support/TestPki.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using test::writeFile;

class tst_Fingerprint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hashesAndCanGoOn();
    void noticesAChange();
    void missingFile();
    void writesHexForPeople();
    void preparedRevisionComesBack();
    void cutRevisionIsRefused();
};

void tst_Fingerprint::hashesAndCanGoOn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f"));
    writeFile(path, "abc");
    auto fingerprint = fingerprintFile(path);
    QVERIFY(fingerprint);
    QCOMPARE(fingerprint->sha256.toHex(),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    fingerprint->state->add("d");
    QCOMPARE(fingerprint->state->value(), digestOf(DigestAlgorithm::Sha256, "abcd"));
}

void tst_Fingerprint::noticesAChange()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f"));
    writeFile(path, "abc");
    const auto fingerprint = fingerprintFile(path);
    QVERIFY(stillMatches(*fingerprint, path));
    writeFile(path, "abcd");
    QVERIFY(!stillMatches(*fingerprint, path));
    QFile::remove(path);
    QVERIFY(!stillMatches(*fingerprint, path));
}

void tst_Fingerprint::missingFile()
{
    QCOMPARE(fingerprintFile(QStringLiteral("/none/file")).error().code, ErrorCode::FileNotFound);
}

void tst_Fingerprint::writesHexForPeople()
{
    const QByteArray bytes = QByteArray::fromHex("7f3a09c451e2b86d0a97f3d1c21e");
    QCOMPARE(groupedHex(bytes), QStringLiteral("7F3A09C4 51E2B86D 0A97F3D1 C21E"));
    QCOMPARE(shortHex(bytes), QStringLiteral("7F3A 09C4 … C21E"));
    QCOMPARE(shortHex("ab"), QStringLiteral("6162"));
}

void tst_Fingerprint::preparedRevisionComesBack()
{
    PreparedRevision revision;
    revision.originalSize = 5'000'000'000;
    revision.appended = "appended";
    revision.byteRange = {0, 10, 20, 30};
    revision.contentsOffset = 10;
    revision.contentsCapacity = 5;
    revision.wasRepaired = true;
    revision.fieldNames = QStringList{QStringLiteral("Seal1"), QStringLiteral("印章")};
    const auto back = decodePreparedRevision(encodePreparedRevision(revision));
    QVERIFY(back);
    QCOMPARE(back->originalSize, revision.originalSize);
    QCOMPARE(back->appended, revision.appended);
    QVERIFY(back->byteRange == revision.byteRange);
    QCOMPARE(back->fieldNames, revision.fieldNames);
    QVERIFY(back->wasRepaired);
}

void tst_Fingerprint::cutRevisionIsRefused()
{
    PreparedRevision revision;
    revision.appended = QByteArray(100, 'x');
    const QByteArray whole = encodePreparedRevision(revision);
    for (qsizetype length = 0; length < whole.size(); length += 11)
        QCOMPARE(decodePreparedRevision(whole.first(length)).error().code, ErrorCode::StoreCorrupt);
}

QTEST_GUILESS_MAIN(tst_Fingerprint)
#include "tst_Fingerprint.moc"
