#include "core/crypto/Timestamp.h"

#include "tests/support/TestPki.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using test::PkiName;
using test::TestPki;

namespace {

const QByteArray stamped = "the octets of a signature";

QByteArray imprintOf(const QByteArray &bytes)
{
    return digestOf(DigestAlgorithm::Sha256, bytes);
}

} // namespace

class tst_Timestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensslReadsTheRequest();
    void requestsDiffer();
    void requestNeedsAFittingImprint();
    void acceptsAGoodAnswer_data();
    void acceptsAGoodAnswer();
    void refusesAnotherNonce();
    void refusesAnotherImprint();
    void tellsWhyItWasRejected();
    void refusesEveryChangedByte();
    void refusesGarbage_data();
    void refusesGarbage();
    void refusesASignerNotForTimestamping();
    void tokenWithoutCertificateNeedsHelp();
    void readsAStoredToken();

private:
    QByteArray reply(const QByteArray &request, const QString &config = QStringLiteral("tsa.cnf"),
                     const QStringList &more = {});
    QByteArray goodReply(TimestampRequest &request);

    QTemporaryDir m_directory;
};

QByteArray tst_Timestamp::reply(const QByteArray &request, const QString &config, const QStringList &more)
{
    test::writeFile(m_directory.filePath(QStringLiteral("q.tsq")), request);
    const QString out = m_directory.filePath(QStringLiteral("r.tsr"));
    QFile::remove(out);
    test::runTool(QStringLiteral("openssl"),
                  QStringList{QStringLiteral("ts"), QStringLiteral("-reply"), QStringLiteral("-config"),
                              TestPki::instance().directory() + QLatin1Char('/') + config, QStringLiteral("-queryfile"),
                              QStringLiteral("q.tsq"), QStringLiteral("-out"), out} +
                      more,
                  m_directory.path());
    return test::readFile(out);
}

QByteArray tst_Timestamp::goodReply(TimestampRequest &request)
{
    request = makeTimestampRequest(DigestAlgorithm::Sha256, imprintOf(stamped)).value();
    return reply(request.der);
}

void tst_Timestamp::opensslReadsTheRequest()
{
    const auto request = makeTimestampRequest(DigestAlgorithm::Sha256, imprintOf(stamped));
    QVERIFY(request);
    test::writeFile(m_directory.filePath(QStringLiteral("q.tsq")), request->der);
    const auto printed = test::runTool(QStringLiteral("openssl"),
                                       {QStringLiteral("ts"), QStringLiteral("-query"), QStringLiteral("-in"),
                                        QStringLiteral("q.tsq"), QStringLiteral("-text")},
                                       m_directory.path());
    QCOMPARE(printed.exitCode, 0);
    QVERIFY(printed.output.contains("Version: 1"));
    QVERIFY(printed.output.contains("Hash Algorithm: sha256"));
    QVERIFY(printed.output.contains("Certificate required: yes"));
    QVERIFY(printed.output.contains("Nonce: 0x" + request->nonce.toHex().toUpper()));
}

void tst_Timestamp::requestsDiffer()
{
    const auto first = makeTimestampRequest(DigestAlgorithm::Sha256, imprintOf(stamped));
    const auto second = makeTimestampRequest(DigestAlgorithm::Sha256, imprintOf(stamped));
    QVERIFY(first && second);
    QCOMPARE(first->nonce.size(), qsizetype(8));
    QVERIFY(first->nonce != second->nonce);
}

void tst_Timestamp::requestNeedsAFittingImprint()
{
    QVERIFY(!makeTimestampRequest(DigestAlgorithm::Sha512, imprintOf(stamped)));
    QVERIFY(!makeTimestampRequest(DigestAlgorithm::Sha256, {}));
}

void tst_Timestamp::acceptsAGoodAnswer_data()
{
    QTest::addColumn<DigestAlgorithm>("digest");
    QTest::newRow("sha256") << DigestAlgorithm::Sha256;
    QTest::newRow("sha384") << DigestAlgorithm::Sha384;
    QTest::newRow("sha512") << DigestAlgorithm::Sha512;
}

void tst_Timestamp::acceptsAGoodAnswer()
{
    QFETCH(DigestAlgorithm, digest);
    const auto request = makeTimestampRequest(digest, digestOf(digest, stamped));
    QVERIFY(request);
    const auto facts = readTimestampResponse(reply(request->der), *request);
    QVERIFY2(facts, facts ? "" : qUtf8Printable(facts.error().detail));
    QVERIFY(timestampMatches(*facts, stamped));
    QVERIFY(!timestampMatches(*facts, stamped + ' '));
    QCOMPARE(facts->digest, digest);
    QCOMPARE(facts->policy, QStringLiteral("1.3.6.1.4.1.99999.1"));
    QCOMPARE(facts->authority->commonName, QStringLiteral("BidSeal Test TSA"));
    QCOMPARE(facts->certificates.size(), std::size_t(3));
    QVERIFY(!facts->serial.isEmpty());
    QVERIFY(qAbs(facts->time.secsTo(QDateTime::currentDateTimeUtc())) < 300);
    QCOMPARE(facts->time.timeSpec(), Qt::UTC);
}

void tst_Timestamp::refusesAnotherNonce()
{
    TimestampRequest request;
    const QByteArray answer = goodReply(request);
    request.nonce[7] = static_cast<char>(request.nonce[7] ^ 1);
    const auto facts = readTimestampResponse(answer, request);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampInvalid);
    QVERIFY(facts.error().detail.contains(QStringLiteral("nonce")));
}

void tst_Timestamp::refusesAnotherImprint()
{
    TimestampRequest request;
    const QByteArray answer = goodReply(request);
    request.imprint = imprintOf("other");
    const auto facts = readTimestampResponse(answer, request);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampInvalid);
    QVERIFY(facts.error().detail.contains(QStringLiteral("other data")));
}

void tst_Timestamp::tellsWhyItWasRejected()
{
    const auto request = makeTimestampRequest(DigestAlgorithm::Sha256, imprintOf(stamped));
    const auto facts = readTimestampResponse(reply(request->der, QStringLiteral("tsa-reject.cnf")), *request);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampRejected);
    QVERIFY(facts.error().detail.contains(QStringLiteral("not supported")));
    QVERIFY(facts.error().detail.contains(QStringLiteral("badAlg")));
}

void tst_Timestamp::refusesEveryChangedByte()
{
    TimestampRequest request;
    const QByteArray answer = goodReply(request);
    const auto token = readTimestampResponse(answer, request);
    QVERIFY(token);
    // What is signed and what signs: TSTInfo and the signature value. (Certificates beside the signer's are not
    // signed.)
    const qsizetype info = answer.indexOf(request.imprint);
    QVERIFY(info > 0);
    for (qsizetype at : {info - 10, info, info + 33, info + 50, answer.size() - 1, answer.size() - 200}) {
        QByteArray changed = answer;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        const auto facts = readTimestampResponse(changed, request);
        QVERIFY2(!facts, qPrintable(QString::number(at)));
    }
}

void tst_Timestamp::refusesGarbage_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("<html>");
    QTest::newRow("empty sequence") << QByteArray::fromHex("3000");
    QTest::newRow("granted, no token") << QByteArray::fromHex("30053003020100");
    QTest::newRow("granted, empty token") << QByteArray::fromHex("300730030201003000");
    QTest::newRow("endless length") << QByteArray::fromHex("3084ffffffff");
    QTest::newRow("nested indefinite") << QByteArray::fromHex("3080").repeated(5000);
}

void tst_Timestamp::refusesGarbage()
{
    QFETCH(QByteArray, answer);
    const auto request = makeTimestampRequest(DigestAlgorithm::Sha256, imprintOf(stamped));
    const auto facts = readTimestampResponse(answer, *request);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampInvalid);
    QVERIFY(!readTimestampToken(answer));
}

void tst_Timestamp::refusesASignerNotForTimestamping()
{
    // OpenSSL's own responder refuses such a signer, so a CMS over a TSTInfo is made without it.
    TimestampRequest request;
    const auto good = readTimestampResponse(goodReply(request), request);
    QVERIFY(good);
    test::writeFile(m_directory.filePath(QStringLiteral("token.der")), good->token);
    const TestPki &pki = TestPki::instance();
    const auto openssl = [this](const QStringList &arguments) {
        return test::runTool(QStringLiteral("openssl"), arguments, m_directory.path());
    };
    QCOMPARE(openssl({QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-noverify"),
                      QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"),
                      QStringLiteral("token.der"), QStringLiteral("-out"), QStringLiteral("tstinfo.der")})
                 .exitCode,
             0);
    QCOMPARE(openssl({QStringLiteral("cms"), QStringLiteral("-sign"), QStringLiteral("-cades"),
                      QStringLiteral("-binary"), QStringLiteral("-nodetach"), QStringLiteral("-econtent_type"),
                      QStringLiteral("id-smime-ct-TSTInfo"), QStringLiteral("-in"), QStringLiteral("tstinfo.der"),
                      QStringLiteral("-signer"), pki.pemPath(PkiName::Personal), QStringLiteral("-inkey"),
                      pki.keyPath(PkiName::Personal), QStringLiteral("-outform"), QStringLiteral("DER"),
                      QStringLiteral("-out"), QStringLiteral("forged.der")})
                 .exitCode,
             0);
    const QByteArray forged = test::readFile(m_directory.filePath(QStringLiteral("forged.der")));
    const auto asToken = readTimestampToken(forged);
    QVERIFY2(asToken, asToken ? "" : qUtf8Printable(asToken.error().detail));
    QVERIFY(!asToken->authority->isTimestamping);
    const QByteArray inner = QByteArray::fromHex("3003020100") + forged;
    const QByteArray answer = QByteArray::fromHex("3082") + static_cast<char>(inner.size() >> 8) +
                              static_cast<char>(inner.size() & 0xFF) + inner;
    const auto facts = readTimestampResponse(answer, request);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::TimestampInvalid);
    QVERIFY2(facts.error().detail.contains(QStringLiteral("time stamping")), qUtf8Printable(facts.error().detail));
}

void tst_Timestamp::tokenWithoutCertificateNeedsHelp()
{
    test::writeFile(m_directory.filePath(QStringLiteral("data")), stamped);
    const auto query = test::runTool(QStringLiteral("openssl"),
                                     {QStringLiteral("ts"), QStringLiteral("-query"), QStringLiteral("-data"),
                                      QStringLiteral("data"), QStringLiteral("-sha256")},
                                     m_directory.path());
    QCOMPARE(query.exitCode, 0);
    const QByteArray token = reply(query.output, QStringLiteral("tsa.cnf"), {QStringLiteral("-token_out")});
    const auto alone = readTimestampToken(token);
    QVERIFY(!alone);
    QCOMPARE(alone.error().code, ErrorCode::TimestampInvalid);
    const auto helped = readTimestampToken(
        token, {TestPki::instance().certificate(PkiName::Personal), TestPki::instance().certificate(PkiName::Tsa)});
    QVERIFY2(helped, helped ? "" : qUtf8Printable(helped.error().detail));
    QVERIFY(timestampMatches(*helped, stamped));
}

void tst_Timestamp::readsAStoredToken()
{
    TimestampRequest request;
    const auto answer = readTimestampResponse(goodReply(request), request);
    QVERIFY(answer);
    const auto stored = readTimestampToken(answer->token);
    QVERIFY(stored);
    QCOMPARE(stored->time, answer->time);
    QCOMPARE(stored->imprint, request.imprint);
}

QTEST_GUILESS_MAIN(tst_Timestamp)
#include "tst_Timestamp.moc"
