#include "pkcs11/client/TokenIdentities.h"

#include "tests/support/TestPki.h"

#include <QTest>

using namespace bidseal;
using namespace bidseal::test;

class tst_TokenIdentities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reasons_data();
    void reasons();
    void unreadableCertificate();
    void chainFromTheToken();
    void idsAreStableAndDistinct();
    void flags();
};

namespace {

const QString module = QStringLiteral("/usr/lib/driver.so");

TokenDescription tokenWith(const std::vector<std::pair<PkiName, KeyPresence>> &contents)
{
    TokenDescription token;
    token.slot = 3;
    token.label = QStringLiteral("UKey");
    token.serial = QStringLiteral("7C21");
    for (const auto &[name, key] : contents)
        token.certificates.push_back({.keyId = "1", .der = TestPki::instance().der(name), .key = key});
    return token;
}

std::vector<SigningIdentity> identitiesNow(const TokenDescription &token)
{
    return identitiesOf(token, module, QDateTime::currentDateTimeUtc());
}

} // namespace

void tst_TokenIdentities::reasons_data()
{
    QTest::addColumn<int>("name");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("reason");
    const auto row = [](const char *title, PkiName name, KeyPresence key, UnusableReason reason) {
        QTest::newRow(title) << int(name) << int(key) << int(reason);
    };
    row("good RSA", PkiName::EnterpriseRsa, KeyPresence::Present, UnusableReason::None);
    row("good EC", PkiName::EnterpriseEc, KeyPresence::Present, UnusableReason::None);
    row("key may be hidden", PkiName::EnterpriseRsa, KeyPresence::Unknown, UnusableReason::None);
    row("no key", PkiName::EnterpriseRsa, KeyPresence::Absent, UnusableReason::NoPrivateKey);
    row("expired", PkiName::Expired, KeyPresence::Present, UnusableReason::Expired);
    row("no key is told before expired", PkiName::Expired, KeyPresence::Absent, UnusableReason::NoPrivateKey);
    row("not yet valid", PkiName::NotYetValid, KeyPresence::Present, UnusableReason::NotYetValid);
    row("encryption only", PkiName::EncryptionOnly, KeyPresence::Present, UnusableReason::NotForSigning);
    row("timestamps only", PkiName::Tsa, KeyPresence::Present, UnusableReason::NotForSigning);
    row("an authority", PkiName::IssuingCa, KeyPresence::Present, UnusableReason::NotForSigning);
    row("SM2", PkiName::EnterpriseSm2, KeyPresence::Present, UnusableReason::AlgorithmUnsupported);
}

void tst_TokenIdentities::reasons()
{
    QFETCH(int, name);
    QFETCH(int, key);
    QFETCH(int, reason);
    const auto identities = identitiesNow(tokenWith({{PkiName(name), KeyPresence(key)}}));
    QCOMPARE(identities.size(), std::size_t(1));
    QCOMPARE(int(identities[0].unusable), reason);
}

void tst_TokenIdentities::unreadableCertificate()
{
    TokenDescription token = tokenWith({});
    token.certificates.push_back({.keyId = "1", .der = "not a certificate", .key = KeyPresence::Absent});
    const auto identities = identitiesNow(token);
    QCOMPARE(identities.size(), std::size_t(1));
    QCOMPARE(identities[0].unusable, UnusableReason::Unreadable);
}

void tst_TokenIdentities::chainFromTheToken()
{
    const auto identities = identitiesNow(tokenWith({{PkiName::RootCa, KeyPresence::Absent},
                                                     {PkiName::EnterpriseRsa, KeyPresence::Present},
                                                     {PkiName::OtherRoot, KeyPresence::Absent},
                                                     {PkiName::IssuingCa, KeyPresence::Absent}}));
    QCOMPARE(identities.size(), std::size_t(1)); // authorities without a key are no choice
    const auto &chain = identities[0].chain;
    QCOMPARE(chain.size(), std::size_t(2));
    QVERIFY(chain[0] == TestPki::instance().certificate(PkiName::IssuingCa));
    QVERIFY(chain[1] == TestPki::instance().certificate(PkiName::RootCa));
}

void tst_TokenIdentities::idsAreStableAndDistinct()
{
    const TokenDescription token =
        tokenWith({{PkiName::EnterpriseRsa, KeyPresence::Present}, {PkiName::EnterpriseEc, KeyPresence::Present}});
    const auto first = identitiesNow(token);
    TokenDescription elsewhere = token;
    elsewhere.slot = 9; // another USB port
    const auto second = identitiesNow(elsewhere);
    QCOMPARE(first[0].id, second[0].id);
    QVERIFY(first[0].id != first[1].id);
    TokenDescription spare = token;
    spare.serial = QStringLiteral("0001");
    QVERIFY(identitiesNow(spare)[0].id != first[0].id);
}

void tst_TokenIdentities::flags()
{
    TokenDescription token = tokenWith({{PkiName::EnterpriseRsa, KeyPresence::Present}});
    token.flags = {.protectedPath = true, .pinFinalTry = true};
    token.certificates[0].alwaysAuthenticate = true;
    const SigningIdentity identity = identitiesNow(token)[0];
    QVERIFY(identity.hasProtectedPath && identity.pinFinalTry && identity.needsPinForEachUse);
    QVERIFY(!identity.pinLow && !identity.pinLocked);
    QCOMPARE(identity.mediumSerial, QStringLiteral("7C21"));
    QCOMPARE(identity.modulePath, module);
    QCOMPARE(identity.slot, 3);
}

QTEST_GUILESS_MAIN(tst_TokenIdentities)
#include "tst_TokenIdentities.moc"
