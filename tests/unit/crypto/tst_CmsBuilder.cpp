#include "core/crypto/CmsBuilder.h"

#include "tests/support/TestPki.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <array>

using namespace bidseal;
using test::PkiName;
using test::TestPki;
using test::ToolOutcome;

namespace {

const QByteArray content = "%PDF-1.7 the bytes of two ranges";

Result<CmsBuilder> builderFor(PkiName name, DigestAlgorithm digest, SignatureScheme scheme)
{
    const TestPki &pki = TestPki::instance();
    return CmsBuilder::create(pki.certificate(name), pki.chain(), digest, digestOf(digest, content), scheme);
}

ToolOutcome openssl(const QStringList &arguments, const QString &directory)
{
    return test::runTool(QStringLiteral("openssl"), arguments, directory);
}

} // namespace

class tst_CmsBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensslAccepts_data();
    void opensslAccepts();
    void opensslRefusesOtherContent();
    void attributesAreExactlyThree();
    void acceptsPlainEcdsa();
    void padsShortRsa();
    void refusesAnotherKey_data();
    void refusesAnotherKey();
    void refusesUnfitting_data();
    void refusesUnfitting();
    void timestampStandsBesideTheSignature();
    void timestampNeedsASignature();
    void chainIsNotRepeated();

private:
    QString store(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_directory;
};

QString tst_CmsBuilder::store(const QString &name, const QByteArray &bytes)
{
    test::writeFile(m_directory.filePath(name), bytes);
    return m_directory.filePath(name);
}

void tst_CmsBuilder::opensslAccepts_data()
{
    QTest::addColumn<PkiName>("name");
    QTest::addColumn<DigestAlgorithm>("digest");
    QTest::addColumn<SignatureScheme>("scheme");
    const std::array digests{DigestAlgorithm::Sha256, DigestAlgorithm::Sha384, DigestAlgorithm::Sha512};
    for (const DigestAlgorithm digest : digests) {
        const QByteArray name = digestName(digest).toLatin1();
        QTest::addRow("rsa %s", name.constData()) << PkiName::EnterpriseRsa << digest << SignatureScheme::RsaPkcs1;
        QTest::addRow("pss %s", name.constData()) << PkiName::EnterpriseRsa << digest << SignatureScheme::RsaPss;
        QTest::addRow("ecdsa %s", name.constData()) << PkiName::EnterpriseEc << digest << SignatureScheme::Ecdsa;
    }
}

void tst_CmsBuilder::opensslAccepts()
{
    QFETCH(PkiName, name);
    QFETCH(DigestAlgorithm, digest);
    QFETCH(SignatureScheme, scheme);
    auto builder = builderFor(name, digest, scheme);
    QVERIFY(builder);
    QCOMPARE(builder->toBeSigned().digest, digestOf(digest, builder->toBeSigned().toSign));
    QVERIFY(builder->setSignature(TestPki::instance().sign(name, builder->toBeSigned())));
    const auto der = builder->der();
    QVERIFY(der);
    store(QStringLiteral("cms.der"), *der);
    store(QStringLiteral("content"), content);
    const ToolOutcome verified =
        openssl({QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-cades"), QStringLiteral("-binary"),
                 QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), QStringLiteral("cms.der"),
                 QStringLiteral("-content"), QStringLiteral("content"), QStringLiteral("-purpose"),
                 QStringLiteral("any"), QStringLiteral("-CAfile"), TestPki::instance().pemPath(PkiName::RootCa)},
                m_directory.path());
    QVERIFY2(verified.exitCode == 0, verified.errors.constData());
    QCOMPARE(verified.output, content);
}

void tst_CmsBuilder::opensslRefusesOtherContent()
{
    auto builder = builderFor(PkiName::EnterpriseRsa, DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    QVERIFY(builder);
    QVERIFY(builder->setSignature(TestPki::instance().sign(PkiName::EnterpriseRsa, builder->toBeSigned())));
    store(QStringLiteral("cms.der"), builder->der().value());
    store(QStringLiteral("content"), content + ' ');
    const ToolOutcome verified =
        openssl({QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-binary"), QStringLiteral("-inform"),
                 QStringLiteral("DER"), QStringLiteral("-in"), QStringLiteral("cms.der"), QStringLiteral("-content"),
                 QStringLiteral("content"), QStringLiteral("-noverify")},
                m_directory.path());
    QVERIFY(verified.exitCode != 0);
}

void tst_CmsBuilder::attributesAreExactlyThree()
{
    const auto builder = builderFor(PkiName::EnterpriseRsa, DigestAlgorithm::Sha384, SignatureScheme::RsaPkcs1);
    QVERIFY(builder);
    store(QStringLiteral("attributes.der"), builder->toBeSigned().toSign);
    const ToolOutcome parsed = openssl({QStringLiteral("asn1parse"), QStringLiteral("-inform"), QStringLiteral("DER"),
                                        QStringLiteral("-in"), QStringLiteral("attributes.der")},
                                       m_directory.path());
    QCOMPARE(parsed.exitCode, 0);
    const QList<QByteArray> lines = parsed.output.split('\n');
    QVERIFY(lines.first().contains("cons: SET"));
    QByteArrayList identifiers;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].contains("d=1 ") && lines[i].contains("SEQUENCE"))
            identifiers.append(lines[i + 1].mid(lines[i + 1].lastIndexOf(':') + 1).trimmed());
    }
    std::sort(identifiers.begin(), identifiers.end());
    QCOMPARE(identifiers, QByteArrayList({"contentType", "id-smime-aa-signingCertificateV2", "messageDigest"}));
    QVERIFY2(parsed.output.contains(":sha384"), "the certificate's hash follows the chosen digest");
}

void tst_CmsBuilder::acceptsPlainEcdsa()
{
    auto builder = builderFor(PkiName::EnterpriseEc, DigestAlgorithm::Sha256, SignatureScheme::Ecdsa);
    QVERIFY(builder);
    // Take r and s out of the DER form: 30 len 02 len r 02 len s.
    const QByteArray der = TestPki::instance().sign(PkiName::EnterpriseEc, builder->toBeSigned());
    const qsizetype rLength = der[3];
    const auto fixed = [](QByteArray number) {
        while (number.startsWith('\0'))
            number.remove(0, 1);
        return number.rightJustified(32, '\0');
    };
    const QByteArray plain = fixed(der.mid(4, rLength)) + fixed(der.mid(6 + rLength));
    QCOMPARE(plain.size(), qsizetype(64));
    QVERIFY(builder->setSignature(plain));
    QCOMPARE(builder->signatureValue(), der);
}

void tst_CmsBuilder::padsShortRsa()
{
    // A block that begins with a zero octet comes once in 256 signatures: try other contents until one does.
    const TestPki &pki = TestPki::instance();
    const Certificate signer = pki.certificate(PkiName::EnterpriseRsa);
    for (int i = 0; i < 5000; ++i) {
        auto builder =
            CmsBuilder::create(signer, {}, DigestAlgorithm::Sha256,
                               digestOf(DigestAlgorithm::Sha256, QByteArray::number(i)), SignatureScheme::RsaPkcs1);
        QVERIFY(builder);
        const QByteArray block = pki.sign(PkiName::EnterpriseRsa, builder->toBeSigned());
        if (!block.startsWith('\0'))
            continue;
        QVERIFY(builder->setSignature(block.mid(1)));
        QCOMPARE(builder->signatureValue(), block);
        return;
    }
    QFAIL("no block with a leading zero was met");
}

void tst_CmsBuilder::refusesAnotherKey_data()
{
    QTest::addColumn<PkiName>("name");
    QTest::addColumn<PkiName>("other");
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("rsa") << PkiName::EnterpriseRsa << PkiName::Company2Rsa << SignatureScheme::RsaPkcs1;
    QTest::newRow("pss") << PkiName::EnterpriseRsa << PkiName::Company2Rsa << SignatureScheme::RsaPss;
    QTest::newRow("ecdsa") << PkiName::EnterpriseEc << PkiName::OtherLeaf << SignatureScheme::Ecdsa;
}

void tst_CmsBuilder::refusesAnotherKey()
{
    QFETCH(PkiName, name);
    QFETCH(PkiName, other);
    QFETCH(SignatureScheme, scheme);
    auto builder = builderFor(name, DigestAlgorithm::Sha256, scheme);
    QVERIFY(builder);
    for (const QByteArray &wrong :
         {TestPki::instance().sign(other, builder->toBeSigned()), QByteArray(), QByteArray("x"), QByteArray(64, '\1'),
          QByteArray(256, '\1'), QByteArray(10'000, '\x30')}) {
        const auto outcome = builder->setSignature(wrong);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::TokenFailed);
    }
    QVERIFY(builder->signatureValue().isEmpty());
    QVERIFY(!builder->der());
}

void tst_CmsBuilder::refusesUnfitting_data()
{
    QTest::addColumn<PkiName>("name");
    QTest::addColumn<DigestAlgorithm>("digest");
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::newRow("ec key, rsa") << PkiName::EnterpriseEc << DigestAlgorithm::Sha256 << SignatureScheme::RsaPkcs1;
    QTest::newRow("rsa key, ecdsa") << PkiName::EnterpriseRsa << DigestAlgorithm::Sha256 << SignatureScheme::Ecdsa;
    QTest::newRow("sm2 key, ecdsa") << PkiName::EnterpriseSm2 << DigestAlgorithm::Sha256 << SignatureScheme::Ecdsa;
    QTest::newRow("weak hash") << PkiName::EnterpriseRsa << DigestAlgorithm::Sha1 << SignatureScheme::RsaPkcs1;
}

void tst_CmsBuilder::refusesUnfitting()
{
    QFETCH(PkiName, name);
    QFETCH(DigestAlgorithm, digest);
    QFETCH(SignatureScheme, scheme);
    const auto builder = builderFor(name, digest, scheme);
    QVERIFY(!builder);
    QCOMPARE(builder.error().code, ErrorCode::AlgorithmUnsupported);
}

void tst_CmsBuilder::timestampStandsBesideTheSignature()
{
    const TestPki &pki = TestPki::instance();
    auto builder = builderFor(PkiName::EnterpriseRsa, DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    QVERIFY(builder);
    QVERIFY(builder->setSignature(pki.sign(PkiName::EnterpriseRsa, builder->toBeSigned())));
    QVERIFY(!builder->setTimestamp("no token"));
    store(QStringLiteral("value"), builder->signatureValue());
    QCOMPARE(openssl({QStringLiteral("ts"), QStringLiteral("-query"), QStringLiteral("-data"), QStringLiteral("value"),
                      QStringLiteral("-sha256"), QStringLiteral("-cert"), QStringLiteral("-out"), QStringLiteral("q")},
                     m_directory.path())
                 .exitCode,
             0);
    QCOMPARE(openssl({QStringLiteral("ts"), QStringLiteral("-reply"), QStringLiteral("-config"),
                      pki.directory() + QStringLiteral("/tsa.cnf"), QStringLiteral("-queryfile"), QStringLiteral("q"),
                      QStringLiteral("-token_out"), QStringLiteral("-out"), QStringLiteral("token")},
                     m_directory.path())
                 .exitCode,
             0);
    const QByteArray token = test::readFile(m_directory.filePath(QStringLiteral("token")));
    QVERIFY(builder->setTimestamp(token));
    store(QStringLiteral("cms.der"), builder->der().value());
    const ToolOutcome printed =
        openssl({QStringLiteral("cms"), QStringLiteral("-cmsout"), QStringLiteral("-print"), QStringLiteral("-noout"),
                 QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), QStringLiteral("cms.der")},
                m_directory.path());
    QCOMPARE(printed.exitCode, 0);
    const qsizetype unsignedAttributes = printed.output.indexOf("unsignedAttrs");
    QVERIFY(unsignedAttributes > 0);
    QVERIFY(printed.output.indexOf("id-smime-aa-timeStampToken", unsignedAttributes) > 0);
    QVERIFY(builder->der()->contains(token));
}

void tst_CmsBuilder::timestampNeedsASignature()
{
    auto builder = builderFor(PkiName::EnterpriseRsa, DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
    QVERIFY(builder);
    const auto outcome = builder->setTimestamp(QByteArray::fromHex("3000"));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
}

void tst_CmsBuilder::chainIsNotRepeated()
{
    const TestPki &pki = TestPki::instance();
    const Certificate signer = pki.certificate(PkiName::EnterpriseRsa);
    auto builder =
        CmsBuilder::create(signer, {signer, pki.certificate(PkiName::IssuingCa), signer}, DigestAlgorithm::Sha256,
                           digestOf(DigestAlgorithm::Sha256, content), SignatureScheme::RsaPkcs1);
    QVERIFY(builder);
    QVERIFY(builder->setSignature(pki.sign(PkiName::EnterpriseRsa, builder->toBeSigned())));
    const QByteArray der = builder->der().value();
    QCOMPARE(der.count(signer.der), qsizetype(1));
    QCOMPARE(der.count(pki.der(PkiName::IssuingCa)), qsizetype(1));
}

QTEST_GUILESS_MAIN(tst_CmsBuilder)
#include "tst_CmsBuilder.moc"
