#include "pkcs11/client/TokenMonitor.h"
#include "tests/integration/pkcs11/DriverFixture.h"
#include "tests/support/VirtualReader.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::test;

namespace {

const QString goodPin = QStringLiteral("481516");
const QString wrongPin = QStringLiteral("000000");
constexpr int cardLimitMs = 30000; // OpenSC takes seconds to look at a card

} // namespace

/** A card of another kind than SoftHSM: real slot events, real PIN counter, pulled out of its reader. */
class tst_OpenScCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void lifeOfACard_data();
    void lifeOfACard();

private:
    void insert();
    static Result<QByteArray> sign(Signer &signer, const QString &pin);
    static CmsToBeSigned bid() { return requestFor("bid", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1); }

    std::unique_ptr<VirtualReader> m_reader;
};

void tst_OpenScCard::initTestCase()
{
    m_reader = std::make_unique<VirtualReader>();
    const QString reason = m_reader->start();
    if (!reason.isEmpty())
        QSKIP(qPrintable(reason));
}

void tst_OpenScCard::cleanup()
{
    if (m_reader)
        m_reader->remove();
}

void tst_OpenScCard::insert()
{
    const TestPki &pki = TestPki::instance();
    m_reader->insert(pki.derPath(PkiName::EnterpriseRsa), pki.keyPath(PkiName::EnterpriseRsa), goodPin);
}

Result<QByteArray> tst_OpenScCard::sign(Signer &signer, const QString &pin)
{
    auto future = signer.sign(bid(), SecureBytes(pin.toUtf8()), {});
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, cardLimitMs))
        return fail(ErrorCode::InternalError, QStringLiteral("the future never finished"));
    return future.takeResult();
}

void tst_OpenScCard::lifeOfACard_data()
{
    QTest::addColumn<QString>("driver");
    for (const QString &name : builtInDrivers())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_OpenScCard::lifeOfACard()
{
    QFETCH(QString, driver);
    TokenHostOptions options;
    options.hostProgram = QStringLiteral(BIDSEAL_BIN_DIR "/bidseal-tokenhost");
    options.modules = {VirtualReader::openScPath()};
    options.driver = driver;
    options.callTimeLimitMs = cardLimitMs;
    TokenMonitor monitor(options);
    const auto settled = [&monitor](std::size_t count) {
        return !monitor.isSearching() && monitor.identities().size() == count;
    };
    monitor.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled(0), cardLimitMs);

    insert();
    QTRY_VERIFY_WITH_TIMEOUT(settled(1), cardLimitMs); // nobody asked: the slot event did it
    const SigningIdentity identity = monitor.identities().front();
    QCOMPARE(identity.unusable, UnusableReason::None);
    QVERIFY(identity.certificate == TestPki::instance().certificate(PkiName::EnterpriseRsa));
    const auto key = monitor.signerFor(identity.id);
    QVERIFY(key);
    const auto signature = sign(*key, goodPin);
    QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
    QVERIFY(isGoodSignature(PkiName::EnterpriseRsa, bid(), *signature));

    const Error first = sign(*key, wrongPin).error();
    QCOMPARE(first.code, ErrorCode::PinIncorrect);
    QVERIFY(!first.context.pinFinalTry);
    const Error second = sign(*key, wrongPin).error();
    QCOMPARE(second.code, ErrorCode::PinIncorrect);
    QVERIFY(second.context.pinFinalTry);
    QTRY_VERIFY(monitor.identities().front().pinFinalTry);
    QCOMPARE(sign(*key, wrongPin).error().code, ErrorCode::PinLocked);
    QTRY_VERIFY(monitor.identities().front().pinLocked);
    QCOMPARE(sign(*key, goodPin).error().code, ErrorCode::PinLocked);

    m_reader->remove();
    QTRY_VERIFY_WITH_TIMEOUT(monitor.identities().empty(), cardLimitMs);
    QCOMPARE(sign(*key, goodPin).error().code, ErrorCode::TokenRemoved);

    insert(); // the same serial number, its counter reset
    QTRY_VERIFY_WITH_TIMEOUT(settled(1), cardLimitMs);
    const auto again = sign(*key, goodPin);
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QVERIFY(isGoodSignature(PkiName::EnterpriseRsa, bid(), *again));
    QVERIFY(monitor.problems().empty());
}

QTEST_GUILESS_MAIN(tst_OpenScCard)
#include "tst_OpenScCard.moc"
