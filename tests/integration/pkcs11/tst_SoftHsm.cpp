#include "pkcs11/client/TokenMonitor.h"
#include "pkcs11/protocol/Frame.h"
#include "tests/integration/pkcs11/DriverFixture.h"
#include "tests/integration/pkcs11/HostMemory.h"
#include "tests/support/SoftHsmToken.h"

#include <QFileInfo>
#include <QProcess>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace bidseal;
using namespace bidseal::test;

namespace {

const QString label = QStringLiteral("示例科技有限公司 UKey");
const QString goodPin = QStringLiteral("q7-481516-xv");
const QByteArray rsaId = QByteArray::fromHex("01");
const QByteArray ecId = QByteArray::fromHex("02");

SecureBytes pinOf(const QString &pin)
{
    return SecureBytes(pin.toUtf8());
}

} // namespace

/** The whole way: TokenMonitor, helper process, driver, SoftHSM. */
class tst_SoftHsm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsEveryCertificateWithItsReason_data() { drivers(); }
    void showsEveryCertificateWithItsReason();
    void signs_data() { drivers(); }
    void signs();
    void wrongPin_data() { drivers(); }
    void wrongPin();
    void lockedPin_data() { drivers(); }
    void lockedPin();
    void stopBeforeTheCard();
    void pulledAndPutBack_data() { drivers(); }
    void pulledAndPutBack();
    void failingDriver_data();
    void failingDriver();
    void failingLogin_data();
    void failingLogin();
    void noisyDriver_data() { drivers(); }
    void noisyDriver();
    void uselessModules();
    void missingHelper();
    void signerOutlivesTheMonitor();
    void twoModulesOneToken();
    void pinLeavesNoTrace_data() { drivers(); }
    void pinLeavesNoTrace();
    void helperEndsWithItsPipe();
    void installedModules();

private:
    void drivers();
    void startMonitor(const QString &module = SoftHsmToken::modulePath(), int limitMs = 20000);
    [[nodiscard]] bool isThere() const { return !m_monitor->isSearching() && !m_monitor->identities().empty(); }
    [[nodiscard]] SigningIdentity find(PkiName name) const;
    [[nodiscard]] std::unique_ptr<Signer> signer(PkiName name) { return m_monitor->signerFor(find(name).id); }
    static Result<QByteArray> sign(Signer &signer, const CmsToBeSigned &request, SecureBytes pin);
    static CmsToBeSigned bid() { return requestFor("bid", DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1); }

    std::unique_ptr<SoftHsmToken> m_token;
    std::unique_ptr<TokenMonitor> m_monitor;
    QTemporaryDir m_marks;
};

void tst_SoftHsm::initTestCase()
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
    m_token->importKey(label, goodPin, pki.keyPath(PkiName::Expired), "3");
    m_token->importCertificate(label, goodPin, pki.derPath(PkiName::Expired), "3");
    m_token->importCertificate(label, goodPin, pki.derPath(PkiName::Personal), "4");
    m_token->importCertificate(label, goodPin, pki.derPath(PkiName::IssuingCa), "5");
    qputenv("BIDSEAL_BAD_MODULE_REAL", SoftHsmToken::modulePath().toUtf8());
}

void tst_SoftHsm::init()
{
    qunsetenv("BIDSEAL_BAD_MODULE");
    const QString mark = m_marks.filePath(QString::fromLatin1(QTest::currentTestFunction()) +
                                          QString::fromLatin1(QTest::currentDataTag()).remove(u' '));
    qputenv("BIDSEAL_BAD_MODULE_MARK", mark.toUtf8());
}

void tst_SoftHsm::cleanup()
{
    m_monitor.reset();
}

void tst_SoftHsm::drivers()
{
    QTest::addColumn<QString>("driver");
    for (const QString &name : builtInDrivers())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_SoftHsm::startMonitor(const QString &module, int limitMs)
{
    TokenHostOptions options;
    options.hostProgram = QStringLiteral(BIDSEAL_BIN_DIR "/bidseal-tokenhost");
    options.modules = {module};
    if (QTest::currentDataTag())
        options.driver = *static_cast<QString *>(QTest::qData("driver", qMetaTypeId<QString>()));
    options.callTimeLimitMs = limitMs;
    m_monitor = std::make_unique<TokenMonitor>(options);
    m_monitor->start();
}

SigningIdentity tst_SoftHsm::find(PkiName name) const
{
    for (const SigningIdentity &identity : m_monitor->identities()) {
        if (identity.certificate == TestPki::instance().certificate(name))
            return identity;
    }
    return {};
}

Result<QByteArray> tst_SoftHsm::sign(Signer &signer, const CmsToBeSigned &request, SecureBytes pin)
{
    auto future = signer.sign(request, std::move(pin), {});
    constexpr int limitMs = 30000;
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, limitMs))
        return fail(ErrorCode::InternalError, QStringLiteral("the future never finished"));
    return future.takeResult();
}

void tst_SoftHsm::showsEveryCertificateWithItsReason()
{
    startMonitor();
    QVERIFY(m_monitor->isSearching());
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    QVERIFY(m_monitor->problems().empty());
    QCOMPARE(m_monitor->identities().size(), std::size_t(4));
    QCOMPARE(find(PkiName::EnterpriseRsa).unusable, UnusableReason::None);
    QCOMPARE(find(PkiName::EnterpriseEc).unusable, UnusableReason::None);
    QCOMPARE(find(PkiName::Expired).unusable, UnusableReason::Expired);
    QCOMPARE(find(PkiName::Personal).unusable, UnusableReason::NoPrivateKey);
    const SigningIdentity identity = find(PkiName::EnterpriseRsa);
    QCOMPARE(identity.mediumLabel, label);
    QVERIFY(!identity.mediumSerial.isEmpty());
    QCOMPARE(identity.chain.size(), std::size_t(1)); // the issuing authority lies on the token
    QVERIFY(!m_monitor->signerFor(QStringLiteral("no such id")));
}

void tst_SoftHsm::signs()
{
    startMonitor();
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    for (const SignatureScheme scheme : {SignatureScheme::RsaPkcs1, SignatureScheme::RsaPss, SignatureScheme::Ecdsa}) {
        const PkiName name = scheme == SignatureScheme::Ecdsa ? PkiName::EnterpriseEc : PkiName::EnterpriseRsa;
        const auto request = requestFor("投标文件", DigestAlgorithm::Sha256, scheme);
        const auto signature = sign(*signer(name), request, pinOf(goodPin));
        QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
        QVERIFY(isGoodSignature(name, request, *signature));
    }
}

void tst_SoftHsm::wrongPin()
{
    startMonitor();
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    const auto key = signer(PkiName::EnterpriseRsa);
    const auto refused = sign(*key, bid(), pinOf(QStringLiteral("000000")));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::PinIncorrect);
    QVERIFY(refused.error().context.pinLow); // SoftHSM says so after one wrong PIN
    QTRY_VERIFY(find(PkiName::EnterpriseRsa).pinLow);
    auto fresh = key->refresh();
    QTRY_VERIFY(fresh.isFinished());
    QVERIFY(fresh.result() && fresh.result()->pinLow);
    QVERIFY(sign(*key, bid(), pinOf(goodPin)));
    QTRY_VERIFY(!find(PkiName::EnterpriseRsa).pinLow);
}

void tst_SoftHsm::lockedPin()
{
    qputenv("BIDSEAL_BAD_MODULE", "locks");
    startMonitor(badModulePath());
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    const auto key = signer(PkiName::EnterpriseRsa);
    const auto attempt = [&key](const QString &pin) { return sign(*key, bid(), pinOf(pin)).error(); };
    QVERIFY(attempt(QStringLiteral("000000")).context.pinLow);
    QVERIFY(attempt(QStringLiteral("000000")).context.pinFinalTry);
    QTRY_VERIFY(find(PkiName::EnterpriseRsa).pinFinalTry);
    QCOMPARE(attempt(QStringLiteral("000000")).code, ErrorCode::PinLocked);
    QCOMPARE(attempt(goodPin).code, ErrorCode::PinLocked);
    QTRY_VERIFY(find(PkiName::EnterpriseRsa).pinLocked);
}

void tst_SoftHsm::stopBeforeTheCard()
{
    startMonitor();
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    const auto key = signer(PkiName::EnterpriseRsa);
    QVERIFY(sign(*key, bid(), pinOf(goodPin)));        // clears what earlier tests did to the flags
    QTRY_VERIFY(!find(PkiName::EnterpriseRsa).pinLow); // from here on the helper is idle
    std::stop_source stop;
    m_monitor->refresh(); // the helper is being replaced: the order has to wait
    auto future = key->sign(bid(), pinOf(QStringLiteral("000000")), stop.get_token());
    stop.request_stop();
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    QVERIFY(!find(PkiName::EnterpriseRsa).pinLow); // the wrong PIN never reached the token
}

void tst_SoftHsm::pulledAndPutBack()
{
    startMonitor();
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    const auto key = signer(PkiName::EnterpriseRsa);
    QSignalSpy changed(m_monitor.get(), &TokenMonitor::changed);

    m_token->remove(label);
    const auto refused = sign(*key, bid(), pinOf(goodPin));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::TokenRemoved);
    QTRY_VERIFY_WITH_TIMEOUT(m_monitor->identities().empty(), 10000);
    QVERIFY(!changed.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->isSearching(), 10000);
    QVERIFY(m_monitor->problems().empty()); // a pulled token is no trouble of the driver's
    auto flags = key->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(flags.isFinished(), 10000);
    QCOMPARE(flags.result().error().code, ErrorCode::TokenRemoved);

    m_token->putBack();
    m_monitor->refresh(); // SoftHSM has no events and looks for new tokens only when it starts
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    const auto signature = sign(*key, bid(), pinOf(goodPin)); // the same signer goes on
    QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
    QVERIFY(isGoodSignature(PkiName::EnterpriseRsa, bid(), *signature));
}

void tst_SoftHsm::failingDriver_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QByteArray>("manners");
    QTest::addColumn<int>("code");
    for (const QString &name : builtInDrivers()) {
        QTest::addRow("%s crashes", qPrintable(name))
            << name << QByteArray("crash-slots,once") << int(ErrorCode::TokenHostCrashed);
        QTest::addRow("%s hangs", qPrintable(name))
            << name << QByteArray("hang-slots,once") << int(ErrorCode::TokenHostTimedOut);
    }
}

void tst_SoftHsm::failingDriver()
{
    QFETCH(QByteArray, manners);
    QFETCH(int, code);
    qputenv("BIDSEAL_BAD_MODULE", manners);
    startMonitor(badModulePath(), 2000);
    QTRY_VERIFY_WITH_TIMEOUT(!m_monitor->problems().empty(), 10000);
    QCOMPARE(int(m_monitor->problems().front().code), code);
    QVERIFY(!m_monitor->problems().front().detail.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000); // started anew
    QVERIFY(sign(*signer(PkiName::EnterpriseRsa), bid(), pinOf(goodPin)));
}

void tst_SoftHsm::failingLogin_data()
{
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QByteArray>("manners");
    QTest::addColumn<int>("code");
    for (const QString &name : builtInDrivers()) {
        QTest::addRow("%s crashes", qPrintable(name))
            << name << QByteArray("crash-login,once") << int(ErrorCode::TokenHostCrashed);
        QTest::addRow("%s hangs", qPrintable(name))
            << name << QByteArray("hang-login,once") << int(ErrorCode::TokenHostTimedOut);
    }
}

void tst_SoftHsm::failingLogin()
{
    QFETCH(QByteArray, manners);
    QFETCH(int, code);
    qputenv("BIDSEAL_BAD_MODULE", manners);
    startMonitor(badModulePath(), 2000);
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    const auto key = signer(PkiName::EnterpriseRsa);
    const auto failed = sign(*key, bid(), pinOf(goodPin));
    QVERIFY(!failed);
    QCOMPARE(int(failed.error().code), code);
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    QVERIFY(m_monitor->problems().empty()); // the signature told it; the fresh helper has none
    const auto signature = sign(*key, bid(), pinOf(goodPin));
    QVERIFY2(signature, signature ? "" : qPrintable(signature.error().detail));
}

void tst_SoftHsm::noisyDriver()
{
    qputenv("BIDSEAL_BAD_MODULE", "noise");
    startMonitor(badModulePath());
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    QVERIFY(m_monitor->problems().empty());
    QVERIFY(sign(*signer(PkiName::EnterpriseRsa), bid(), pinOf(goodPin)));
}

void tst_SoftHsm::uselessModules()
{
    startMonitor(QStringLiteral("/nowhere/driver.so"));
    QCOMPARE(m_monitor->problems().size(), std::size_t(1));
    QCOMPARE(m_monitor->problems().front().code, ErrorCode::ModuleNotFound);
    QVERIFY(!m_monitor->isSearching());

    // A library, but no PKCS#11 module.
    const QString noDriver = QFileInfo(QStringLiteral("/usr/lib/x86_64-linux-gnu/libz.so.1")).canonicalFilePath();
    if (noDriver.isEmpty())
        QSKIP("zlib lies elsewhere here");
    m_monitor->setModules({noDriver});
    QTRY_COMPARE(m_monitor->problems().size(), std::size_t(1));
    QCOMPARE(m_monitor->problems().front().code, ErrorCode::ModuleFailed);

    m_monitor->setModules({SoftHsmToken::modulePath()});
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    QVERIFY(m_monitor->problems().empty());
    m_monitor->setModules({});
    QVERIFY(m_monitor->identities().empty());
}

void tst_SoftHsm::missingHelper()
{
    TokenHostOptions options;
    options.hostProgram = QStringLiteral("/nowhere/bidseal-tokenhost");
    options.modules = {SoftHsmToken::modulePath()};
    m_monitor = std::make_unique<TokenMonitor>(options);
    m_monitor->start();
    QTRY_VERIFY(!m_monitor->problems().empty());
    QCOMPARE(m_monitor->problems().front().code, ErrorCode::TokenHostCrashed);
}

void tst_SoftHsm::signerOutlivesTheMonitor()
{
    startMonitor();
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    const auto key = signer(PkiName::EnterpriseRsa);
    auto running = key->sign(bid(), pinOf(goodPin), {});
    m_monitor.reset();
    QVERIFY(running.isFinished()); // nobody waits for ever
    QVERIFY(!running.result());
    auto later = key->sign(bid(), pinOf(goodPin), {});
    QVERIFY(later.isFinished());
    QCOMPARE(later.result().error().code, ErrorCode::TokenRemoved);
}

void tst_SoftHsm::twoModulesOneToken()
{
    startMonitor();
    m_monitor->setModules({SoftHsmToken::modulePath(), badModulePath()});
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    QCOMPARE(m_monitor->identities().size(), std::size_t(4));
}

void tst_SoftHsm::pinLeavesNoTrace()
{
    startMonitor();
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10000);
    QVERIFY(sign(*signer(PkiName::EnterpriseRsa), bid(), pinOf(goodPin)));
    const qint64 pid = tokenHostPid();
    QVERIFY(pid > 0);
    // The module's path does stand in its memory: the search works.
    const auto control = countInMemory(pid, SoftHsmToken::modulePath().toUtf8());
    if (!control)
        QSKIP("the helper's memory is closed to this user, as it should be");
    QVERIFY(*control > 0);
    QCOMPARE(*countInMemory(pid, goodPin.toUtf8()), 0);
    // On this side only copies of the block that went through the pipe are told from the test's own strings.
    const QByteArray block = char(goodPin.size()) + goodPin.toUtf8() + QByteArray(64, '\0');
    QVERIFY(encodeSecretBlock(pinOf(goodPin))->view().startsWith(block));
    const auto own = countInMemory(QCoreApplication::applicationPid(), block);
    QVERIFY(own);
    QCOMPARE(*own, 1); // `block` itself
}

void tst_SoftHsm::helperEndsWithItsPipe()
{
    QProcess host;
    host.start(QStringLiteral(BIDSEAL_BIN_DIR "/bidseal-tokenhost"),
               {QStringLiteral("--module"), SoftHsmToken::modulePath()});
    QVERIFY(host.waitForReadyRead());
    host.closeWriteChannel();
    QVERIFY(host.waitForFinished(5000));
    QCOMPARE(host.exitStatus(), QProcess::NormalExit);

    // Even while its driver hangs.
    qputenv("BIDSEAL_BAD_MODULE", "hang-slots");
    host.start(QStringLiteral(BIDSEAL_BIN_DIR "/bidseal-tokenhost"), {QStringLiteral("--module"), badModulePath()});
    QVERIFY(host.waitForReadyRead());
    host.write(encodeFrame(toCbor(HostRequest())));
    QTest::qWait(300);
    host.closeWriteChannel();
    QVERIFY(host.waitForFinished(5000));
}

void tst_SoftHsm::installedModules()
{
    const QStringList modules = findInstalledModules();
    QVERIFY(modules.contains(SoftHsmToken::modulePath())); // SOFTHSM2_CONF is set here
    QCOMPARE(QSet<QString>(modules.begin(), modules.end()).size(), modules.size());
    for (const QString &module : modules)
        QVERIFY2(QFileInfo(module).isAbsolute() && QFileInfo(module).isFile(), qPrintable(module));
    const QByteArray configuration = qgetenv("SOFTHSM2_CONF");
    qunsetenv("SOFTHSM2_CONF");
    const QStringList without = findInstalledModules();
    qputenv("SOFTHSM2_CONF", configuration);
    QVERIFY(!without.contains(SoftHsmToken::modulePath()));
}

QTEST_GUILESS_MAIN(tst_SoftHsm)
#include "tst_SoftHsm.moc"
