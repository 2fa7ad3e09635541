#include "pkcs11/host/TokenDriver.h"
#include "tests/integration/pkcs11/DriverFixture.h"
#include "tests/support/SoftHsmToken.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::test;

namespace {

const QString label = QStringLiteral("示例科技有限公司 UKey");
const QString otherLabel = QStringLiteral("备用 UKey");
const QString goodPin = QStringLiteral("123456");
const QByteArray rsaId = QByteArray::fromHex("01");
const QByteArray ecId = QByteArray::fromHex("02");
const QByteArray keylessId = QByteArray::fromHex("03");

SecureBytes pinOf(const QString &pin)
{
    return SecureBytes(pin.toUtf8());
}

} // namespace

/** Both drivers, in this process, against SoftHSM as it is and with manners taken from less polite tokens. */
class tst_SoftHsmDrivers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void enumerates_data() { drivers(); }
    void enumerates();
    void noReaderIsNoFailure_data() { drivers(); }
    void noReaderIsNoFailure();
    void signsEveryScheme_data();
    void signsEveryScheme();
    void signsTwiceInARow_data() { drivers(); }
    void signsTwiceInARow();
    void wrongPinIsTriedOnce_data() { drivers(); }
    void wrongPinIsTriedOnce();
    void lockedPin_data() { drivers(); }
    void lockedPin();
    void pinLength_data() { drivers(); }
    void pinLength();
    void missingKey_data() { drivers(); }
    void missingKey();
    void anotherToken_data() { drivers(); }
    void anotherToken();
    void pinPad_data() { drivers(); }
    void pinPad();
    void alwaysAuthenticate_data() { drivers(); }
    void alwaysAuthenticate();
    void tokenThatHashesItself_data() { drivers(); }
    void tokenThatHashesItself();
    void tokenWithoutPss_data() { drivers(); }
    void tokenWithoutPss();

private:
    void drivers();
    std::unique_ptr<TokenDriver> load(const QByteArray &manners = {});
    TokenDescription find(TokenDriver &driver, const QString &wanted = label);
    SignOrder order(TokenDriver &driver, const QByteArray &keyId, const CmsToBeSigned &request, SecureBytes pin);

    std::unique_ptr<SoftHsmToken> m_token;
};

void tst_SoftHsmDrivers::initTestCase()
{
    if (SoftHsmToken::modulePath().isEmpty())
        QSKIP("SoftHSM, softhsm2-util or pkcs11-tool is not installed");
    m_token = std::make_unique<SoftHsmToken>();
    const TestPki &pki = TestPki::instance();
    m_token->initialize(label, goodPin);
    m_token->importKey(label, goodPin, pki.keyPath(PkiName::EnterpriseRsa), rsaId);
    m_token->importCertificate(label, goodPin, pki.derPath(PkiName::EnterpriseRsa), rsaId);
    m_token->importKey(label, goodPin, pki.keyPath(PkiName::EnterpriseEc), ecId);
    m_token->importCertificate(label, goodPin, pki.derPath(PkiName::EnterpriseEc), ecId);
    m_token->importCertificate(label, goodPin, pki.derPath(PkiName::Personal), keylessId);
    m_token->initialize(otherLabel, QStringLiteral("654321"));
    qputenv("BIDSEAL_BAD_MODULE_REAL", SoftHsmToken::modulePath().toUtf8());
}

void tst_SoftHsmDrivers::cleanup()
{
    qunsetenv("BIDSEAL_BAD_MODULE");
}

void tst_SoftHsmDrivers::drivers()
{
    QTest::addColumn<QString>("driver");
    for (const QString &name : builtInDrivers())
        QTest::newRow(qPrintable(name)) << name;
}

std::unique_ptr<TokenDriver> tst_SoftHsmDrivers::load(const QByteArray &manners)
{
    QFETCH(QString, driver);
    qputenv("BIDSEAL_BAD_MODULE", manners);
    auto loaded = makeTokenDriver(driver, manners.isEmpty() ? SoftHsmToken::modulePath() : badModulePath());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().detail));
    return *std::move(loaded);
}

TokenDescription tst_SoftHsmDrivers::find(TokenDriver &driver, const QString &wanted)
{
    const auto tokens = driver.enumerate();
    if (!tokens)
        qFatal("%s", qPrintable(tokens.error().detail));
    for (const TokenDescription &token : *tokens) {
        if (token.label == wanted)
            return token;
    }
    qFatal("no such token");
}

SignOrder tst_SoftHsmDrivers::order(TokenDriver &driver, const QByteArray &keyId, const CmsToBeSigned &request,
                                    SecureBytes pin)
{
    const TokenDescription token = find(driver);
    SignOrder order;
    order.token = {token.slot, token.label, token.serial};
    order.keyId = keyId;
    order.scheme = request.scheme == SignatureScheme::Ecdsa    ? QStringLiteral("ecdsa")
                   : request.scheme == SignatureScheme::RsaPss ? QStringLiteral("rsa-pss")
                                                               : QStringLiteral("rsa-pkcs1");
    order.digestName = digestName(request.digestAlgorithm);
    order.toSign = request.toSign;
    order.digest = request.digest;
    order.pin = std::move(pin);
    return order;
}

void tst_SoftHsmDrivers::enumerates()
{
    const auto driver = load();
    const TokenDescription token = find(*driver);
    QVERIFY(!token.serial.isEmpty());
    QVERIFY(!token.problem);
    QVERIFY(token.flags.loginRequired && token.flags.pinInitialized);
    QVERIFY(!token.flags.protectedPath && !token.flags.pinLocked);
    QCOMPARE(token.certificates.size(), std::size_t(3));
    for (const TokenCertificate &certificate : token.certificates) {
        const bool keyless = certificate.keyId == keylessId;
        QCOMPARE(certificate.key, keyless ? KeyPresence::Absent : KeyPresence::Present);
        const PkiName name = keyless                      ? PkiName::Personal
                             : certificate.keyId == rsaId ? PkiName::EnterpriseRsa
                                                          : PkiName::EnterpriseEc;
        QCOMPARE(certificate.der, TestPki::instance().der(name));
    }
    QVERIFY(find(*driver, otherLabel).certificates.empty());
}

void tst_SoftHsmDrivers::noReaderIsNoFailure()
{
    const auto driver = load("no-slots");
    const auto tokens = driver->enumerate();
    QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().detail));
    QVERIFY(tokens->empty());
}

void tst_SoftHsmDrivers::signsEveryScheme_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<int>("scheme");
    QTest::addColumn<int>("digest");
    for (const QString &name : builtInDrivers()) {
        for (const SignatureScheme scheme :
             {SignatureScheme::RsaPkcs1, SignatureScheme::RsaPss, SignatureScheme::Ecdsa}) {
            for (const DigestAlgorithm digest :
                 {DigestAlgorithm::Sha256, DigestAlgorithm::Sha384, DigestAlgorithm::Sha512}) {
                QTest::addRow("%s, scheme %d, %s", qPrintable(name), int(scheme), qPrintable(digestName(digest)))
                    << name << int(scheme) << int(digest);
            }
        }
    }
}

void tst_SoftHsmDrivers::signsEveryScheme()
{
    QFETCH(int, scheme);
    QFETCH(int, digest);
    const auto driver = load();
    const auto request = requestFor("投标文件", DigestAlgorithm(digest), SignatureScheme(scheme));
    const bool isEc = request.scheme == SignatureScheme::Ecdsa;
    const auto signature = driver->sign(order(*driver, isEc ? ecId : rsaId, request, pinOf(goodPin)));
    QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
    QVERIFY(isGoodSignature(isEc ? PkiName::EnterpriseEc : PkiName::EnterpriseRsa, request, *signature));
    if (isEc)
        QCOMPARE(signature->size(), 64); // r||s of P-256
}

void tst_SoftHsmDrivers::signsTwiceInARow()
{
    const auto driver = load();
    for (const QByteArray text : {"first", "second", "third"}) {
        const auto request = requestFor(text, DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
        const auto signature = driver->sign(order(*driver, rsaId, request, pinOf(goodPin)));
        QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
        QVERIFY(isGoodSignature(PkiName::EnterpriseRsa, request, *signature));
        // The login ends with the signature: the next one needs its own PIN.
        const auto withoutPin = driver->sign(order(*driver, rsaId, request, {}));
        QVERIFY(!withoutPin);
        QCOMPARE(withoutPin.error().code, ErrorCode::PinLengthInvalid);
    }
}

void tst_SoftHsmDrivers::wrongPinIsTriedOnce()
{
    const auto driver = load("locks");
    const auto request = requestFor("x", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    const auto refused = driver->sign(order(*driver, rsaId, request, pinOf(QStringLiteral("000000"))));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::PinIncorrect);
    // One wrong try: low. A second try hidden inside would have made it the last one.
    QVERIFY(refused.error().context.pinLow);
    QVERIFY(!refused.error().context.pinFinalTry);
    QVERIFY(find(*driver).flags.pinLow);
    QVERIFY(!refused.error().detail.contains(QLatin1String("000000")));
}

void tst_SoftHsmDrivers::lockedPin()
{
    const auto driver = load("locks");
    const auto request = requestFor("x", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    const auto attempt = [&](const QString &pin) {
        return driver->sign(order(*driver, rsaId, request, pinOf(pin))).error();
    };
    QCOMPARE(attempt(QStringLiteral("000000")).code, ErrorCode::PinIncorrect);
    const Error second = attempt(QStringLiteral("000000"));
    QCOMPARE(second.code, ErrorCode::PinIncorrect);
    QVERIFY(second.context.pinFinalTry);
    QCOMPARE(attempt(QStringLiteral("000000")).code, ErrorCode::PinLocked);
    QVERIFY(find(*driver).flags.pinLocked);
    QCOMPARE(attempt(goodPin).code, ErrorCode::PinLocked);
}

void tst_SoftHsmDrivers::pinLength()
{
    const auto driver = load("locks");
    const auto request = requestFor("x", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    // SoftHSM takes 4 to 255 characters; outside of that the token is not even asked.
    for (const QString &pin : {QStringLiteral("1"), QString(300, u'7')}) {
        const auto refused = driver->sign(order(*driver, rsaId, request, pinOf(pin)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PinLengthInvalid);
    }
    QVERIFY(!find(*driver).flags.pinLow);
}

void tst_SoftHsmDrivers::missingKey()
{
    const auto driver = load();
    const auto request = requestFor("x", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    const auto refused = driver->sign(order(*driver, keylessId, request, pinOf(goodPin)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::PrivateKeyMissing);
}

void tst_SoftHsmDrivers::anotherToken()
{
    const auto driver = load();
    const auto request = requestFor("x", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    auto wrong = order(*driver, rsaId, request, pinOf(goodPin));
    wrong.token.serial = QStringLiteral("0000");
    const auto refused = driver->sign(wrong);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WrongToken);
    wrong.token.slot = 4711; // and nothing in its slot
    QCOMPARE(driver->sign(wrong).error().code, ErrorCode::TokenRemoved);
}

void tst_SoftHsmDrivers::pinPad()
{
    qputenv("BIDSEAL_BAD_MODULE_PAD", goodPin.toUtf8());
    const auto driver = load("pad");
    QVERIFY(find(*driver).flags.protectedPath);
    const auto request = requestFor("x", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    const auto signature = driver->sign(order(*driver, rsaId, request, {}));
    QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
    QVERIFY(isGoodSignature(PkiName::EnterpriseRsa, request, *signature));
    qputenv("BIDSEAL_BAD_MODULE_PAD", "000000");
    QCOMPARE(driver->sign(order(*driver, rsaId, request, {})).error().code, ErrorCode::PinIncorrect);
}

void tst_SoftHsmDrivers::alwaysAuthenticate()
{
    const auto driver = load("always");
    const auto request = requestFor("x", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    const auto signature = driver->sign(order(*driver, rsaId, request, pinOf(goodPin)));
    QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
    QVERIFY(isGoodSignature(PkiName::EnterpriseRsa, request, *signature));
}

void tst_SoftHsmDrivers::tokenThatHashesItself()
{
    const auto driver = load("no-rsa-pkcs");
    const auto request = requestFor("x", DigestAlgorithm::Sha384, SignatureScheme::RsaPkcs1);
    const auto signature = driver->sign(order(*driver, rsaId, request, pinOf(goodPin)));
    QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
    QVERIFY(isGoodSignature(PkiName::EnterpriseRsa, request, *signature));
}

void tst_SoftHsmDrivers::tokenWithoutPss()
{
    const auto driver = load("no-pss");
    const auto request = requestFor("x", DigestAlgorithm::Sha256, SignatureScheme::RsaPss);
    const auto signature = driver->sign(order(*driver, rsaId, request, pinOf(goodPin)));
    QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
    QVERIFY(isGoodSignature(PkiName::EnterpriseRsa, request, *signature));
}

QTEST_GUILESS_MAIN(tst_SoftHsmDrivers)
#include "tst_SoftHsmDrivers.moc"
