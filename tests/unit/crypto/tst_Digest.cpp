#include "core/crypto/Digest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;

class tst_Digest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers_data();
    void knownAnswers();
    void namesRoundTrip();
    void copyContinuesOnItsOwn();
    void valueDoesNotEndTheDigest();
    void fileRangeEqualsMemory_data();
    void fileRangeEqualsMemory();
    void fileRangeSplitsAnywhere();
    void rangeBehindEndIsUnreadable();
    void missingFileIsUnreadable();
    void stopIsHonoured();
    void progressReachesTheEnd();

private:
    QString makeFile(const QByteArray &content);

    QTemporaryDir m_directory;
};

QString tst_Digest::makeFile(const QByteArray &content)
{
    const QString path = m_directory.filePath(QStringLiteral("数据.bin"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the test file");
    return path;
}

// FIPS 180-4, FIPS 202, RFC 1321, GB/T 32905 and the RIPEMD-160 paper, each for "abc".
void tst_Digest::knownAnswers_data()
{
    QTest::addColumn<DigestAlgorithm>("algorithm");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("sha1") << DigestAlgorithm::Sha1 << QByteArray("a9993e364706816aba3e25717850c26c9cd0d89d");
    QTest::newRow("sha224") << DigestAlgorithm::Sha224
                            << QByteArray("23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7");
    QTest::newRow("sha256") << DigestAlgorithm::Sha256
                            << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("sha384") << DigestAlgorithm::Sha384
                            << QByteArray("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                                          "8086072ba1e7cc2358baeca134c825a7");
    QTest::newRow("sha512") << DigestAlgorithm::Sha512
                            << QByteArray("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                                          "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    QTest::newRow("sha3_256") << DigestAlgorithm::Sha3_256
                              << QByteArray("3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532");
    QTest::newRow("sm3") << DigestAlgorithm::Sm3
                         << QByteArray("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    QTest::newRow("md5") << DigestAlgorithm::Md5 << QByteArray("900150983cd24fb0d6963f7d28e17f72");
    QTest::newRow("ripemd160") << DigestAlgorithm::Ripemd160 << QByteArray("8eb208f7e05d987a9b044a8e98c6b087f15a0bfc");
    QTest::newRow("shake256") << DigestAlgorithm::Shake256
                              << QByteArray("483366601360a8771c6863080cc4114d8db44530f8f1e1ee4f94ea37e78b5739"
                                            "d5a15bef186a5386c75744c0527e1faa9f8726e462a12a4feb06bd8801e751e4");
}

void tst_Digest::knownAnswers()
{
    QFETCH(DigestAlgorithm, algorithm);
    QFETCH(QByteArray, hex);
    QCOMPARE(digestOf(algorithm, "abc").toHex(), hex);
}

void tst_Digest::namesRoundTrip()
{
    for (const auto algorithm : {DigestAlgorithm::Sha1, DigestAlgorithm::Sha256, DigestAlgorithm::Sha3_512,
                                 DigestAlgorithm::Sm3, DigestAlgorithm::Shake256})
        QCOMPARE(digestFromName(digestName(algorithm)), std::optional(algorithm));
    QCOMPARE(digestName(DigestAlgorithm::Sha256), QStringLiteral("sha256"));
    QCOMPARE(digestFromName(QStringLiteral("SHA-512")), std::optional(DigestAlgorithm::Sha512));
    QVERIFY(!digestFromName(QStringLiteral("whirlpool")));
}

void tst_Digest::copyContinuesOnItsOwn()
{
    Digest prefix(DigestAlgorithm::Sha256);
    prefix.add("ab");
    Digest first(prefix);
    Digest second(DigestAlgorithm::Sha512);
    second = prefix;
    first.add("c");
    second.add("d");
    QCOMPARE(first.value(), digestOf(DigestAlgorithm::Sha256, "abc"));
    QCOMPARE(second.value(), digestOf(DigestAlgorithm::Sha256, "abd"));
    QCOMPARE(prefix.value(), digestOf(DigestAlgorithm::Sha256, "ab"));
    QCOMPARE(second.algorithm(), DigestAlgorithm::Sha256);
}

void tst_Digest::valueDoesNotEndTheDigest()
{
    Digest digest(DigestAlgorithm::Sha256);
    digest.add("a");
    QCOMPARE(digest.value(), digestOf(DigestAlgorithm::Sha256, "a"));
    digest.add("bc");
    QCOMPARE(digest.value(), digestOf(DigestAlgorithm::Sha256, "abc"));
}

void tst_Digest::fileRangeEqualsMemory_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<qint64>("length");
    constexpr qint64 size = 3'000'001;
    QTest::newRow("all") << qint64(0) << size;
    QTest::newRow("nothing") << qint64(17) << qint64(0);
    QTest::newRow("nothing at the end") << size << qint64(0);
    QTest::newRow("middle") << qint64(262'143) << qint64(1'500'000);
    QTest::newRow("last byte") << size - 1 << qint64(1);
}

void tst_Digest::fileRangeEqualsMemory()
{
    QFETCH(qint64, offset);
    QFETCH(qint64, length);
    QByteArray content(3'000'001, '\0');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = static_cast<char>(i * 31 >> 3);
    const QString path = makeFile(content);
    Digest digest(DigestAlgorithm::Sha256);
    QVERIFY(addFileRange(digest, path, offset, length));
    QCOMPARE(digest.value(), digestOf(DigestAlgorithm::Sha256, QByteArrayView(content).sliced(offset, length)));
}

void tst_Digest::fileRangeSplitsAnywhere()
{
    const QString path = makeFile("0123456789");
    Digest digest(DigestAlgorithm::Sha256);
    QVERIFY(addFileRange(digest, path, 0, 3));
    QVERIFY(addFileRange(digest, path, 7, 3));
    QCOMPARE(digest.value(), digestOf(DigestAlgorithm::Sha256, "012789"));
}

void tst_Digest::rangeBehindEndIsUnreadable()
{
    const QString path = makeFile("0123456789");
    Digest digest(DigestAlgorithm::Sha256);
    const auto outcome = addFileRange(digest, path, 5, 6);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::FileUnreadable);
    QCOMPARE(outcome.error().context.fileName, path);
    QCOMPARE(addFileRange(digest, path, std::numeric_limits<qint64>::max(), 1).error().code, ErrorCode::FileUnreadable);
    QCOMPARE(addFileRange(digest, path, -1, 1).error().code, ErrorCode::InvalidArgument);
}

void tst_Digest::missingFileIsUnreadable()
{
    Digest digest(DigestAlgorithm::Sha256);
    const auto outcome = addFileRange(digest, m_directory.filePath(QStringLiteral("absent")), 0, 1);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::FileUnreadable);
}

void tst_Digest::stopIsHonoured()
{
    const QString path = makeFile(QByteArray(1'000'000, 'x'));
    std::stop_source stop;
    stop.request_stop();
    Digest digest(DigestAlgorithm::Sha256);
    const auto outcome = addFileRange(digest, path, 0, 1'000'000, stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QCOMPARE(digest.value(), digestOf(DigestAlgorithm::Sha256, {}));
}

void tst_Digest::progressReachesTheEnd()
{
    const QString path = makeFile(QByteArray(1'000'000, 'x'));
    Digest digest(DigestAlgorithm::Sha256);
    qint64 last = 0;
    QVERIFY(addFileRange(digest, path, 100, 900'000, {}, [&last](qint64 done, qint64 total) {
        QVERIFY(done > last);
        QCOMPARE(total, qint64(900'000));
        last = done;
    }));
    QCOMPARE(last, qint64(900'000));
}

QTEST_GUILESS_MAIN(tst_Digest)
#include "tst_Digest.moc"
