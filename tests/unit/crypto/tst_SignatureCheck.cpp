#include "core/crypto/SignatureCheck.h"

#include "core/common/UniqueHandle.h"
#include "core/crypto/CertificateReader.h"
#include "core/crypto/DerWriter.h"
#include "tests/support/TestPki.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

using namespace bidseal;
using test::PkiName;
using test::TestPki;

namespace {

using UniqueKey = UniqueHandle<EVP_PKEY, EVP_PKEY_free>;
using UniqueX509 = UniqueHandle<X509, X509_free>;

QString corpus()
{
    const QString fromEnvironment = qEnvironmentVariable("BIDSEAL_CORPUS");
    return fromEnvironment.isEmpty() ? QStringLiteral(BIDSEAL_SOURCE_DIR "/../shared/corpus") : fromEnvironment;
}

/** A certificate around any public key; its own signature, by a throw-away key, is not what is tested. */
std::optional<Certificate> certificateAround(const QByteArray &subjectPublicKeyInfo)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(subjectPublicKeyInfo.constData());
    const UniqueKey key(d2i_PUBKEY(nullptr, &cursor, subjectPublicKeyInfo.size()));
    static const UniqueKey issuer(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const UniqueX509 x509(X509_new());
    if (!key || X509_set_version(x509.get(), X509_VERSION_3) != 1 || X509_set_pubkey(x509.get(), key.get()) != 1)
        return std::nullopt;
    ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
    if (X509_sign(x509.get(), issuer.get(), nullptr) <= 0)
        return std::nullopt;
    unsigned char *der = nullptr;
    const int length = i2d_X509(x509.get(), &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    auto certificate = readCertificate(bytes);
    return certificate ? std::optional(std::move(*certificate)) : std::nullopt;
}

SignatureAlgorithm algorithmOf(const QJsonObject &group)
{
    SignatureAlgorithm algorithm;
    const QString type = group[QStringLiteral("type")].toString();
    if (type == QLatin1String("RsassaPkcs1Verify"))
        algorithm.family = SignatureFamily::RsaPkcs1;
    else if (type == QLatin1String("EcdsaVerify"))
        algorithm.family = SignatureFamily::Ecdsa;
    else if (type == QLatin1String("EddsaVerify"))
        algorithm.family = SignatureFamily::EdDsa;
    else if (type.startsWith(QLatin1String("RsassaPss")))
        algorithm.family = SignatureFamily::RsaPss;
    algorithm.pssMaskDigestNid =
        group[QStringLiteral("mgfSha")].toString() == QLatin1String("SHA-1") ? NID_sha1 : NID_sha256;
    algorithm.pssSaltLength = group[QStringLiteral("sLen")].toInt();
    return algorithm;
}

QByteArray hex(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

} // namespace

class tst_SignatureCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wycheproof_data();
    void wycheproof();
    void readsIdentifiers_data();
    void readsIdentifiers();
    void readsPssParameters();
    void plainEcdsa();
    void keyOfAnotherKindIsNoFit();
    void unknownAlgorithmCannotBeChecked();
};

void tst_SignatureCheck::wycheproof_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(corpus() + QStringLiteral("/pki/wycheproof"));
    const QStringList files = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
    if (files.isEmpty())
        QSKIP("the test corpus is not here (BIDSEAL_CORPUS)");
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << folder.filePath(file);
}

void tst_SignatureCheck::wycheproof()
{
    QFETCH(QString, path);
    const QJsonObject document = QJsonDocument::fromJson(test::readFile(path)).object();
    int valid = 0;
    int invalid = 0;
    const QJsonArray groups = document[QStringLiteral("testGroups")].toArray();
    for (const auto &groupValue : groups) {
        const QJsonObject group = groupValue.toObject();
        const auto signer = certificateAround(hex(group[QStringLiteral("publicKeyDer")]));
        QVERIFY(signer);
        const SignatureAlgorithm algorithm = algorithmOf(group);
        const auto digest = digestFromName(group[QStringLiteral("sha")].toString()).value_or(DigestAlgorithm::Shake256);
        const QJsonArray tests = group[QStringLiteral("tests")].toArray();
        for (const auto &testValue : tests) {
            const QJsonObject vector = testValue.toObject();
            const QByteArray message = hex(vector[QStringLiteral("msg")]);
            const auto isGood = checkSignature(*signer, algorithm, {digest, digestOf(digest, message), message},
                                               hex(vector[QStringLiteral("sig")]));
            const QString expected = vector[QStringLiteral("result")].toString();
            const QByteArray which = QByteArray::number(vector[QStringLiteral("tcId")].toInt()) + ' ' +
                                     vector[QStringLiteral("comment")].toString().toUtf8();
            QVERIFY2(isGood, which.constData());
            if (expected == QLatin1String("acceptable"))
                continue;
            QVERIFY2(*isGood == (expected == QLatin1String("valid")), which.constData());
            ++(*isGood ? valid : invalid);
        }
    }
    QVERIFY(valid > 0 && invalid > 0);
}

void tst_SignatureCheck::readsIdentifiers_data()
{
    QTest::addColumn<QByteArray>("der");
    QTest::addColumn<SignatureFamily>("family");
    QTest::addColumn<QString>("digest");
    QTest::newRow("rsaEncryption") << der::algorithm(NID_rsaEncryption, der::null()) << SignatureFamily::RsaPkcs1
                                   << QString();
    QTest::newRow("sha512WithRSA") << der::algorithm(NID_sha512WithRSAEncryption, der::null())
                                   << SignatureFamily::RsaPkcs1 << QStringLiteral("sha512");
    QTest::newRow("sha3-224 RSA") << der::algorithm(NID_RSA_SHA3_224, der::null()) << SignatureFamily::RsaPkcs1
                                  << QStringLiteral("sha3_224");
    QTest::newRow("ecdsa sha384") << der::algorithm(NID_ecdsa_with_SHA384) << SignatureFamily::Ecdsa
                                  << QStringLiteral("sha384");
    QTest::newRow("ed25519") << der::algorithm(NID_ED25519) << SignatureFamily::EdDsa << QString();
    QTest::newRow("plain ecdsa sha256") << QByteArray::fromHex("300c060a04007f00070101040103")
                                        << SignatureFamily::EcdsaPlain << QStringLiteral("sha256");
    QTest::newRow("sm2 with sm3") << der::algorithm(NID_SM2_with_SM3) << SignatureFamily::Sm2 << QStringLiteral("sm3");
    QTest::newRow("md2 rsa") << der::algorithm(NID_md2WithRSAEncryption, der::null()) << SignatureFamily::Unknown
                             << QString();
    QTest::newRow("no signature") << der::algorithm(NID_sha256) << SignatureFamily::Unknown << QString();
    QTest::newRow("garbage") << QByteArray("garbage") << SignatureFamily::Unknown << QString();
    QTest::newRow("empty") << QByteArray() << SignatureFamily::Unknown << QString();
}

void tst_SignatureCheck::readsIdentifiers()
{
    QFETCH(QByteArray, der);
    QFETCH(SignatureFamily, family);
    QFETCH(QString, digest);
    const SignatureAlgorithm algorithm = readSignatureAlgorithm(der);
    QCOMPARE(algorithm.family, family);
    QCOMPARE(algorithm.digest ? digestName(*algorithm.digest) : QString(), digest);
}

void tst_SignatureCheck::readsPssParameters()
{
    const SignatureAlgorithm defaults = readSignatureAlgorithm(der::algorithm(NID_rsassaPss, der::sequence({})));
    QVERIFY(defaults.areParametersKnown);
    QCOMPARE(defaults.digest, std::optional(DigestAlgorithm::Sha1));
    QCOMPARE(defaults.pssMaskDigestNid, NID_sha1);
    QCOMPARE(defaults.pssSaltLength, 20);
    QVERIFY(!readSignatureAlgorithm(der::algorithm(NID_rsassaPss)).areParametersKnown);
    QVERIFY(!readSignatureAlgorithm(der::algorithm(NID_rsassaPss, der::null())).areParametersKnown);
    // Another mask function than MGF1, and a trailer other than 0xBC.
    const QByteArray oddMask = der::wrap(0xA1, der::algorithm(NID_sha256));
    QVERIFY(!readSignatureAlgorithm(der::algorithm(NID_rsassaPss, der::sequence({oddMask}))).areParametersKnown);
    const QByteArray oddTrailer = der::wrap(0xA3, der::integer(2));
    QVERIFY(!readSignatureAlgorithm(der::algorithm(NID_rsassaPss, der::sequence({oddTrailer}))).areParametersKnown);
}

void tst_SignatureCheck::plainEcdsa()
{
    const TestPki &pki = TestPki::instance();
    const QByteArray message = "signed";
    const QByteArray der =
        pki.signBytes(PkiName::EnterpriseEc, message, DigestAlgorithm::Sha256, SignatureScheme::Ecdsa);
    const qsizetype rLength = der[3];
    const auto fixed = [](QByteArray number) {
        while (number.startsWith('\0'))
            number.remove(0, 1);
        return number.rightJustified(32, '\0');
    };
    const QByteArray plain = fixed(der.mid(4, rLength)) + fixed(der.mid(6 + rLength));
    QCOMPARE(ecdsaDerFromPlain(plain), der);
    QVERIFY(ecdsaDerFromPlain(plain.chopped(1)).isEmpty());
    SignatureAlgorithm algorithm;
    algorithm.family = SignatureFamily::EcdsaPlain;
    const SignedContent content{DigestAlgorithm::Sha256, digestOf(DigestAlgorithm::Sha256, message), std::nullopt};
    const Certificate signer = pki.certificate(PkiName::EnterpriseEc);
    QVERIFY(checkSignature(signer, algorithm, content, plain).value());
    QVERIFY(!checkSignature(signer, algorithm, content, der).value());
}

void tst_SignatureCheck::keyOfAnotherKindIsNoFit()
{
    SignatureAlgorithm algorithm;
    algorithm.family = SignatureFamily::RsaPkcs1;
    const SignedContent content{DigestAlgorithm::Sha256, digestOf(DigestAlgorithm::Sha256, "x"), QByteArray("x")};
    const auto isGood =
        checkSignature(TestPki::instance().certificate(PkiName::EnterpriseEc), algorithm, content, "sig");
    QVERIFY(isGood);
    QVERIFY(!*isGood);
}

void tst_SignatureCheck::unknownAlgorithmCannotBeChecked()
{
    const SignedContent content{DigestAlgorithm::Sha256, digestOf(DigestAlgorithm::Sha256, "x"), QByteArray("x")};
    const auto isGood =
        checkSignature(TestPki::instance().certificate(PkiName::EnterpriseEc), SignatureAlgorithm{}, content, "sig");
    QVERIFY(!isGood);
    QCOMPARE(isGood.error().code, ErrorCode::AlgorithmUnsupported);
}

QTEST_GUILESS_MAIN(tst_SignatureCheck)
#include "tst_SignatureCheck.moc"
