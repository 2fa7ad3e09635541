#include "pkcs11/host/PssEncoding.h"

#include "pkcs11/host/FunctionListSigner.h"
#include "tests/support/TestPki.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::test;

class tst_PssEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digestInfoIsDer();
    void onlyTheSha2Family();
    void opensslAccepts_data();
    void opensslAccepts();
    void shortKeys();
    void saltsDiffer();
    void digestsFitTheirCurve();
};

namespace {

QByteArray modulusOf(const QString &pemPath)
{
    const auto outcome = runTool(QStringLiteral("openssl"), {QStringLiteral("x509"), QStringLiteral("-in"), pemPath,
                                                             QStringLiteral("-noout"), QStringLiteral("-modulus")});
    return QByteArray::fromHex(outcome.output.trimmed().mid(qsizetype(sizeof "Modulus=" - 1)));
}

} // namespace

void tst_PssEncoding::digestInfoIsDer()
{
    const auto facts = digestFacts(QStringLiteral("sha256"));
    QVERIFY(facts);
    // RFC 8017, 9.2, note 1
    QCOMPARE(digestInfo(*facts, QByteArray(32, 'd')),
             QByteArray::fromHex("3031300d060960864801650304020105000420") + QByteArray(32, 'd'));
    QCOMPARE(digestInfo(*digestFacts(QStringLiteral("sha512")), QByteArray(64, 'd')).first(19),
             QByteArray::fromHex("3051300d060960864801650304020305000440"));
}

void tst_PssEncoding::onlyTheSha2Family()
{
    for (const QString &name : {QStringLiteral("md5"), QStringLiteral("sha1"), QStringLiteral("sm3"), QString()})
        QCOMPARE(digestFacts(name).error().code, ErrorCode::AlgorithmUnsupported);
}

void tst_PssEncoding::opensslAccepts_data()
{
    QTest::addColumn<QString>("digest");
    for (const QString &name : {QStringLiteral("sha256"), QStringLiteral("sha384"), QStringLiteral("sha512")})
        QTest::newRow(qPrintable(name)) << name;
}

void tst_PssEncoding::opensslAccepts()
{
    QFETCH(QString, digest);
    const TestPki &pki = TestPki::instance();
    const auto facts = digestFacts(digest);
    QVERIFY(facts);
    const QByteArray value = QCryptographicHash::hash("bid", facts->hash);
    const auto encoded =
        encodePss(*facts, value, randomSalt(facts->size), modulusOf(pki.pemPath(PkiName::EnterpriseRsa)));
    QVERIFY(encoded);

    const QTemporaryDir directory;
    const auto file = [&directory](const char *name) { return directory.filePath(QString::fromLatin1(name)); };
    writeFile(file("encoded"), *encoded);
    writeFile(file("digest"), value);
    const auto rawSigned =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("pkeyutl"), QStringLiteral("-decrypt"), QStringLiteral("-inkey"),
                 pki.keyPath(PkiName::EnterpriseRsa), QStringLiteral("-in"), file("encoded"), QStringLiteral("-out"),
                 file("signature"), QStringLiteral("-pkeyopt"), QStringLiteral("rsa_padding_mode:none")});
    QVERIFY2(rawSigned.exitCode == 0, rawSigned.output + rawSigned.errors);
    const auto verified =
        runTool(QStringLiteral("openssl"),
                {QStringLiteral("pkeyutl"), QStringLiteral("-verify"), QStringLiteral("-certin"),
                 QStringLiteral("-inkey"), pki.pemPath(PkiName::EnterpriseRsa), QStringLiteral("-in"), file("digest"),
                 QStringLiteral("-sigfile"), file("signature"), QStringLiteral("-pkeyopt"),
                 QStringLiteral("rsa_padding_mode:pss"), QStringLiteral("-pkeyopt"), u"digest:"_qs + digest,
                 QStringLiteral("-pkeyopt"), QStringLiteral("rsa_pss_saltlen:digest")});
    QVERIFY2(verified.exitCode == 0, verified.output + verified.errors);
}

void tst_PssEncoding::shortKeys()
{
    const auto facts = digestFacts(QStringLiteral("sha512"));
    QVERIFY(facts);
    const QByteArray value(64, 'd');
    QCOMPARE(encodePss(*facts, value, value, QByteArray(128, '\xff')).error().code,
             ErrorCode::KeyMechanismUnsupported); // RSA-1024 has no room for SHA-512 and its salt
    QCOMPARE(encodePss(*facts, value, value, QByteArray()).error().code, ErrorCode::KeyMechanismUnsupported);
    QCOMPARE(encodePss(*facts, QByteArray(32, 'd'), value, QByteArray(256, '\xff')).error().code,
             ErrorCode::KeyMechanismUnsupported);
}

void tst_PssEncoding::saltsDiffer()
{
    QCOMPARE(randomSalt(32).size(), 32);
    QVERIFY(randomSalt(32) != randomSalt(32));
}

void tst_PssEncoding::digestsFitTheirCurve()
{
    const QByteArray digest = QByteArray(32, 'a') + QByteArray(16, 'b') + QByteArray(16, 'c');
    QCOMPARE(truncatedForCurve(digest, QByteArray::fromHex("06082a8648ce3d030107")), digest.first(32));
    QCOMPARE(truncatedForCurve(digest, QByteArray::fromHex("06052b81040022")), digest.first(48));
    QCOMPARE(truncatedForCurve(digest, QByteArray::fromHex("06052b81040023")), digest);
    QCOMPARE(truncatedForCurve(digest.first(20), QByteArray::fromHex("06082a8648ce3d030107")), digest.first(20));
}

QTEST_GUILESS_MAIN(tst_PssEncoding)
#include "tst_PssEncoding.moc"
