#include "core/crypto/CertificateReader.h"

#include "core/crypto/Digest.h"
#include "tests/support/TestPki.h"

#include <QtTest>

using namespace bidseal;
using test::PkiName;
using test::TestPki;

class tst_CertificateReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnEnterpriseCertificate();
    void readsKeys_data();
    void readsKeys();
    void readsUsage();
    void readsPemWithKeyBeside();
    void readsDerFile();
    void refusesDamage_data();
    void refusesDamage();
};

void tst_CertificateReader::readsAnEnterpriseCertificate()
{
    const Certificate certificate = TestPki::instance().certificate(PkiName::EnterpriseRsa);
    QCOMPARE(certificate.commonName, QStringLiteral("示例科技有限公司"));
    QCOMPARE(certificate.organization, QStringLiteral("示例科技有限公司"));
    QCOMPARE(certificate.subject, QStringLiteral("CN=示例科技有限公司,O=示例科技有限公司,C=CN"));
    QCOMPARE(certificate.issuerCommonName, QStringLiteral("BidSeal Test Issuing CA"));
    QCOMPARE(certificate.issuer, QStringLiteral("CN=BidSeal Test Issuing CA,O=BidSeal Test,C=CN"));
    QCOMPARE(certificate.notBefore, QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC));
    QCOMPARE(certificate.notAfter, QDateTime(QDate(2048, 1, 1), QTime(0, 0), Qt::UTC));
    QCOMPARE(certificate.notAfter.timeSpec(), Qt::UTC);
    QCOMPARE(certificate.sha256, digestOf(DigestAlgorithm::Sha256, certificate.der));
    const auto serial = test::runTool(QStringLiteral("openssl"),
                                      {QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-serial"),
                                       QStringLiteral("-in"), TestPki::instance().pemPath(PkiName::EnterpriseRsa)});
    QCOMPARE("serial=" + certificate.serial.toLatin1(), serial.output.trimmed());
}

void tst_CertificateReader::readsKeys_data()
{
    QTest::addColumn<PkiName>("name");
    QTest::addColumn<KeyAlgorithm>("algorithm");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("curve");
    QTest::newRow("rsa") << PkiName::EnterpriseRsa << KeyAlgorithm::Rsa << 2048 << QString();
    QTest::newRow("ec") << PkiName::EnterpriseEc << KeyAlgorithm::Ec << 256 << QStringLiteral("P-256");
    QTest::newRow("sm2") << PkiName::EnterpriseSm2 << KeyAlgorithm::Sm2 << 256 << QStringLiteral("SM2");
}

void tst_CertificateReader::readsKeys()
{
    QFETCH(PkiName, name);
    const Certificate certificate = TestPki::instance().certificate(name);
    QTEST(certificate.keyAlgorithm, "algorithm");
    QTEST(certificate.keyBits, "bits");
    QTEST(certificate.curve, "curve");
}

void tst_CertificateReader::readsUsage()
{
    const TestPki &pki = TestPki::instance();
    const Certificate signer = pki.certificate(PkiName::EnterpriseRsa);
    QVERIFY(signer.mayDigitalSign && signer.mayNonRepudiate && !signer.isCa && !signer.isTimestamping);
    const Certificate encryption = pki.certificate(PkiName::EncryptionOnly);
    QVERIFY(!encryption.mayDigitalSign && !encryption.mayNonRepudiate && !encryption.isCa);
    const Certificate authority = pki.certificate(PkiName::IssuingCa);
    QVERIFY(authority.isCa && !authority.mayDigitalSign);
    const Certificate timestamping = pki.certificate(PkiName::Tsa);
    QVERIFY(timestamping.isTimestamping && timestamping.mayDigitalSign && !timestamping.mayNonRepudiate);
}

void tst_CertificateReader::readsPemWithKeyBeside()
{
    const TestPki &pki = TestPki::instance();
    const QByteArray pem = "Subject: 注释\n" + test::readFile(pki.keyPath(PkiName::EnterpriseRsa)) +
                           test::readFile(pki.pemPath(PkiName::EnterpriseRsa)) + test::readFile(pki.chainPath());
    const auto certificates = readCertificates(pem);
    QVERIFY2(certificates, certificates ? "" : qUtf8Printable(certificates.error().detail));
    QCOMPARE(certificates->size(), std::size_t(3));
    QVERIFY(certificates->at(0) == pki.certificate(PkiName::EnterpriseRsa));
    QVERIFY(certificates->at(2) == pki.certificate(PkiName::RootCa));
}

void tst_CertificateReader::readsDerFile()
{
    const auto certificates = readCertificates(TestPki::instance().der(PkiName::Tsa));
    QVERIFY(certificates);
    QCOMPARE(certificates->size(), std::size_t(1));
}

void tst_CertificateReader::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray der = TestPki::instance().der(PkiName::EnterpriseRsa);
    const QByteArray pem = test::readFile(TestPki::instance().pemPath(PkiName::EnterpriseRsa));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("not a certificate");
    QTest::newRow("truncated") << der.chopped(1);
    QTest::newRow("trailing bytes") << der + 'x';
    QTest::newRow("only a key") << test::readFile(TestPki::instance().keyPath(PkiName::EnterpriseRsa));
    QTest::newRow("PEM cut off") << pem.first(pem.size() / 2);
    QTest::newRow("second block damaged") << pem + QByteArray(pem).replace("MI", "!!");
    QTest::newRow("PEM around other bytes")
        << QByteArray("-----BEGIN CERTIFICATE-----\nAAECAwQF\n-----END CERTIFICATE-----\n");
}

void tst_CertificateReader::refusesDamage()
{
    QFETCH(QByteArray, bytes);
    const auto certificates = readCertificates(bytes);
    QVERIFY(!certificates);
    QCOMPARE(certificates.error().code, ErrorCode::CertificateUnreadable);
    QVERIFY(!certificates.error().detail.isEmpty());
}

QTEST_GUILESS_MAIN(tst_CertificateReader)
#include "tst_CertificateReader.moc"
