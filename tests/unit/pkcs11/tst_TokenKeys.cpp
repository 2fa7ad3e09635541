#include "pkcs11/host/TokenKeys.h"

#include <QTest>

using namespace bidseal;

class tst_TokenKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privateKeysShow();
    void publicKeysStandForPrivateOnes();
    void nothingShowsBeforeTheLogin();
    void noLoginAndNoKey();
};

namespace {

std::vector<TokenCertificate> twoCertificates()
{
    return {{.keyId = "1"}, {.keyId = "2"}};
}

} // namespace

void tst_TokenKeys::privateKeysShow()
{
    auto certificates = twoCertificates();
    markKeys(certificates, {.privateKeys = {{"1", true}}, .publicKeys = {}}, true);
    QCOMPARE(certificates[0].key, KeyPresence::Present);
    QVERIFY(certificates[0].alwaysAuthenticate);
    QCOMPARE(certificates[1].key, KeyPresence::Absent);
}

void tst_TokenKeys::publicKeysStandForPrivateOnes()
{
    auto certificates = twoCertificates();
    markKeys(certificates, {.privateKeys = {}, .publicKeys = {"2"}}, true);
    QCOMPARE(certificates[0].key, KeyPresence::Absent);
    QCOMPARE(certificates[1].key, KeyPresence::Present);
    // Without a login private keys would show, so a public key alone proves nothing.
    markKeys(certificates, {.privateKeys = {}, .publicKeys = {"2"}}, false);
    QCOMPARE(certificates[1].key, KeyPresence::Absent);
}

void tst_TokenKeys::nothingShowsBeforeTheLogin()
{
    auto certificates = twoCertificates();
    markKeys(certificates, {}, true);
    QCOMPARE(certificates[0].key, KeyPresence::Unknown);
}

void tst_TokenKeys::noLoginAndNoKey()
{
    auto certificates = twoCertificates();
    markKeys(certificates, {}, false);
    QCOMPARE(certificates[0].key, KeyPresence::Absent);
}

QTEST_GUILESS_MAIN(tst_TokenKeys)
#include "tst_TokenKeys.moc"
