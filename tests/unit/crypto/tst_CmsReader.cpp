#include "core/crypto/CmsReader.h"

#include "core/crypto/CertificateReader.h"
#include "core/crypto/CmsBuilder.h"
#include "core/crypto/DerWriter.h"
#include "tests/support/TestPki.h"

#include <QTemporaryDir>
#include <QtTest>

#include <openssl/objects.h>

using namespace bidseal;
using test::PkiName;
using test::TestPki;

namespace {

const QByteArray content = "%PDF-1.7 the bytes of two ranges";

const TestPki &pki()
{
    return TestPki::instance();
}

QByteArray built(PkiName name, DigestAlgorithm digest, SignatureScheme scheme)
{
    auto builder =
        CmsBuilder::create(pki().certificate(name), pki().chain(), digest, digestOf(digest, content), scheme).value();
    if (!builder.setSignature(pki().sign(name, builder.toBeSigned())))
        qFatal("the builder refused its own signature");
    return builder.der().value();
}

QByteArray standard()
{
    return built(PkiName::EnterpriseRsa, DigestAlgorithm::Sha256, SignatureScheme::RsaPkcs1);
}

QByteArray attribute(int nid, const QByteArray &value)
{
    return der::sequence({der::oid(nid), der::setOf({value})});
}

QByteArray essV2(const QByteArray &certificate)
{
    const QByteArray id = der::sequence({der::octetString(digestOf(DigestAlgorithm::Sha256, certificate))});
    return attribute(NID_id_smime_aa_signingCertificateV2, der::sequence({der::sequence({id})}));
}

QByteArray essV1(const QByteArray &certificate)
{
    const QByteArray id = der::sequence({der::octetString(digestOf(DigestAlgorithm::Sha1, certificate))});
    return attribute(NID_id_smime_aa_signingCertificate, der::sequence({der::sequence({id})}));
}

QByteArray concatenated(const std::vector<QByteArray> &parts)
{
    QByteArray all;
    for (const QByteArray &part : parts)
        all += part;
    return all;
}

/** A CMS made part by part, so that each part can be wrong. */
struct Recipe
{
    PkiName key = PkiName::EnterpriseRsa;
    PkiName named = PkiName::EnterpriseRsa; ///< whose subject key identifier is given
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
    QByteArray digestAlgorithm = der::algorithm(NID_sha256);
    QByteArray signatureAlgorithm = der::algorithm(NID_rsaEncryption, der::null());
    std::vector<QByteArray> certificates = {pki().der(PkiName::EnterpriseRsa)};
    std::vector<QByteArray> attributes = goodAttributes();
    bool sortsWhatIsSigned = true;
    bool sortsWhatIsStored = true;
    int contentType = NID_pkcs7_data;

    static std::vector<QByteArray> goodAttributes()
    {
        return {attribute(NID_pkcs9_contentType, der::oid(NID_pkcs7_data)), messageDigest(DigestAlgorithm::Sha256),
                essV2(pki().der(PkiName::EnterpriseRsa))};
    }

    static QByteArray messageDigest(DigestAlgorithm digest)
    {
        return attribute(NID_pkcs9_messageDigest, der::octetString(digestOf(digest, content)));
    }

    [[nodiscard]] QByteArray make() const
    {
        const QByteArray toSign =
            sortsWhatIsSigned ? der::setOf(attributes) : der::wrap(0x31, concatenated(attributes));
        const QByteArray stored =
            sortsWhatIsStored ? der::setOf(attributes, 0xA0) : der::wrap(0xA0, concatenated(attributes));
        const QByteArray signature =
            pki().signBytes(key, attributes.empty() ? content : toSign, digest, SignatureScheme::RsaPkcs1);
        // The identifier as X.509 writes it: 2.5.29.14, an OCTET STRING of 20 octets within the extension's.
        const QByteArray certificate = pki().der(named);
        const QByteArray keyId =
            certificate.mid(certificate.indexOf(QByteArray::fromHex("0603551d0e04160414")) + 9, 20);
        const QByteArray signerInfo = der::sequence({der::integer(3), der::wrap(0x80, keyId), digestAlgorithm,
                                                     attributes.empty() ? QByteArray() : stored, signatureAlgorithm,
                                                     der::octetString(signature)});
        const QByteArray signedData = der::sequence(
            {der::integer(3), der::setOf({digestAlgorithm}), der::sequence({der::oid(contentType)}),
             certificates.empty() ? QByteArray() : der::setOf(certificates, 0xA0), der::setOf({signerInfo})});
        return der::sequence({der::oid(NID_pkcs7_signed), der::wrap(0xA0, signedData)});
    }
};

Result<bool> verified(const QByteArray &cms)
{
    const auto facts = readCms(cms);
    if (!facts)
        return fail(facts.error());
    return verifyCms(*facts, digestOf(facts->digest, content));
}

bool isTrue(const Result<bool> &outcome)
{
    return outcome && *outcome;
}

bool isFalse(const Result<bool> &outcome)
{
    return outcome && !*outcome;
}

} // namespace

class tst_CmsReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheBuilderMade();
    void verifiesSchemes_data();
    void verifiesSchemes();
    void paddingIsNoGarbage();
    void verifiesOpensslsMessages_data();
    void verifiesOpensslsMessages();
    void verifiesEncapsulatedSha1();
    void verifiesRawRsaSha1();
    void verifiesSm2();
    void verifiesEd25519();
    void recipeItselfIsGood();
    void indefiniteLengthIsRead();
    void attributeOrderMayBeEither_data();
    void attributeOrderMayBeEither();
    void contradictionsDoNotStand_data();
    void contradictionsDoNotStand();
    void olderSigningCertificateIsRead();
    void signerIsChosenByTheSignedHash();
    void missingCertificateCannotBeChecked();
    void unknownAlgorithmsCannotBeChecked_data();
    void unknownAlgorithmsCannotBeChecked();
    void refusesMalformed_data();
    void refusesMalformed();
    void everyTruncationIsRefused();
    void noChangedByteForges();
    void timestampIsFound();

private:
    test::ToolOutcome openssl(const QStringList &arguments) const;

    QTemporaryDir m_directory;
};

test::ToolOutcome tst_CmsReader::openssl(const QStringList &arguments) const
{
    return test::runTool(QStringLiteral("openssl"), arguments, m_directory.path());
}

void tst_CmsReader::readsWhatTheBuilderMade()
{
    const auto facts = readCms(standard());
    QVERIFY(facts);
    QCOMPARE(facts->digest, DigestAlgorithm::Sha256);
    QCOMPARE(facts->digestName, QStringLiteral("sha256"));
    QCOMPARE(facts->signatureAlgorithm, QStringLiteral("sha256_rsa"));
    QVERIFY(facts->isSupported && facts->isDetached && facts->hasSignedAttributes);
    QVERIFY(facts->hasSigningCertificate && facts->signingCertificateMatches);
    QVERIFY(facts->signer == pki().certificate(PkiName::EnterpriseRsa));
    QCOMPARE(facts->certificates.size(), std::size_t(3));
    QCOMPARE(facts->signerCount, 1);
    QCOMPARE(facts->messageDigest, digestOf(DigestAlgorithm::Sha256, content));
    QVERIFY(!facts->signingTime && facts->timeStampToken.isEmpty() && !facts->hasRevocationInfo);
    QVERIFY2(facts->defects.isEmpty(), qPrintable(facts->defects.join(QLatin1Char(' '))));
}

void tst_CmsReader::verifiesSchemes_data()
{
    QTest::addColumn<PkiName>("name");
    QTest::addColumn<DigestAlgorithm>("digest");
    QTest::addColumn<SignatureScheme>("scheme");
    QTest::addColumn<QString>("algorithm");
    for (const auto digest : {DigestAlgorithm::Sha256, DigestAlgorithm::Sha384, DigestAlgorithm::Sha512}) {
        const QString name = digestName(digest);
        QTest::addRow("rsa %s", qPrintable(name))
            << PkiName::EnterpriseRsa << digest << SignatureScheme::RsaPkcs1 << name + QStringLiteral("_rsa");
        QTest::addRow("pss %s", qPrintable(name))
            << PkiName::EnterpriseRsa << digest << SignatureScheme::RsaPss << QStringLiteral("rsassa_pss");
        QTest::addRow("ecdsa %s", qPrintable(name))
            << PkiName::EnterpriseEc << digest << SignatureScheme::Ecdsa << name + QStringLiteral("_ecdsa");
    }
}

void tst_CmsReader::verifiesSchemes()
{
    QFETCH(PkiName, name);
    QFETCH(DigestAlgorithm, digest);
    QFETCH(SignatureScheme, scheme);
    QFETCH(QString, algorithm);
    const auto facts = readCms(built(name, digest, scheme));
    QVERIFY(facts);
    QCOMPARE(facts->signatureAlgorithm, algorithm);
    QVERIFY(isTrue(verifyCms(*facts, digestOf(digest, content))));
    QVERIFY(isFalse(verifyCms(*facts, digestOf(digest, content + ' '))));
    QVERIFY(isFalse(verifyCms(*facts, {})));
    CmsFacts changed = *facts;
    changed.signatureValue[20] = static_cast<char>(changed.signatureValue[20] ^ 1);
    QVERIFY(isFalse(verifyCms(changed, digestOf(digest, content))));
}

void tst_CmsReader::paddingIsNoGarbage()
{
    const QByteArray cms = standard();
    const auto padded = readCms(cms + QByteArray(4000, '\0'));
    QVERIFY(padded);
    QVERIFY(!padded->hasTrailingGarbage);
    QCOMPARE(padded->der, cms);
    const auto garbage = readCms(cms + QByteArray(400, '\0') + 'x');
    QVERIFY(garbage);
    QVERIFY(garbage->hasTrailingGarbage);
}

void tst_CmsReader::verifiesOpensslsMessages_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("hasAttributes");
    const auto row = [](const char *name, const char *options, bool hasAttributes) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                            << hasAttributes;
    };
    row("plain", "cms", true);
    row("pkcs7", "smime", true);
    row("no attributes", "cms -noattr", false);
    row("key identifier", "cms -keyid", true);
    row("sha1", "cms -md sha1", true);
    row("sha512", "cms -md sha512", true);
    row("sha3-256", "cms -md sha3-256", true);
    row("cades", "cms -cades", true);
    row("pss", "cms -keyopt rsa_padding_mode:pss -keyopt rsa_pss_saltlen:32", true);
}

void tst_CmsReader::verifiesOpensslsMessages()
{
    QFETCH(QStringList, options);
    QFETCH(bool, hasAttributes);
    test::writeFile(m_directory.filePath(QStringLiteral("content")), content);
    QStringList arguments{options.takeFirst(),
                          QStringLiteral("-sign"),
                          QStringLiteral("-binary"),
                          QStringLiteral("-in"),
                          QStringLiteral("content"),
                          QStringLiteral("-signer"),
                          pki().pemPath(PkiName::EnterpriseRsa),
                          QStringLiteral("-inkey"),
                          pki().keyPath(PkiName::EnterpriseRsa),
                          QStringLiteral("-outform"),
                          QStringLiteral("DER"),
                          QStringLiteral("-out"),
                          QStringLiteral("cms.der")};
    const auto made = openssl(arguments + options);
    QVERIFY2(made.exitCode == 0, made.errors.constData());
    const QByteArray cms = test::readFile(m_directory.filePath(QStringLiteral("cms.der")));
    const auto facts = readCms(cms + QByteArray(100, '\0'));
    QVERIFY2(facts, facts ? "" : qUtf8Printable(facts.error().detail));
    QCOMPARE(facts->der, cms);
    QCOMPARE(facts->hasSignedAttributes, hasAttributes);
    QCOMPARE(facts->signingTime.has_value(), hasAttributes);
    QVERIFY(isTrue(verifyCms(*facts, digestOf(facts->digest, content))));
    QVERIFY(isFalse(verifyCms(*facts, digestOf(facts->digest, content + ' '))));
}

void tst_CmsReader::verifiesEncapsulatedSha1()
{
    const QByteArray sha1 = digestOf(DigestAlgorithm::Sha1, content);
    test::writeFile(m_directory.filePath(QStringLiteral("sha1")), sha1);
    for (const QStringList &more :
         {QStringList(), QStringList{QStringLiteral("-noattr")}, QStringList{QStringLiteral("-stream")}}) {
        const auto made = openssl(
            QStringList{QStringLiteral("cms"), QStringLiteral("-sign"), QStringLiteral("-binary"),
                        QStringLiteral("-nodetach"), QStringLiteral("-in"), QStringLiteral("sha1"),
                        QStringLiteral("-signer"), pki().pemPath(PkiName::EnterpriseRsa), QStringLiteral("-inkey"),
                        pki().keyPath(PkiName::EnterpriseRsa), QStringLiteral("-outform"), QStringLiteral("DER"),
                        QStringLiteral("-out"), QStringLiteral("cms.der")} +
            more);
        QVERIFY2(made.exitCode == 0, made.errors.constData());
        const auto facts = readCms(test::readFile(m_directory.filePath(QStringLiteral("cms.der"))));
        QVERIFY(facts);
        QVERIFY(!facts->isDetached);
        QCOMPARE(facts->encapsulated, sha1);
        QVERIFY(isTrue(verifyCms(*facts, sha1)));
        QVERIFY(isFalse(verifyCms(*facts, digestOf(DigestAlgorithm::Sha1, content + ' '))));
        QVERIFY(isFalse(verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content))));
    }
}

void tst_CmsReader::verifiesRawRsaSha1()
{
    const QByteArray signature =
        pki().signBytes(PkiName::EnterpriseRsa, content, DigestAlgorithm::Sha1, SignatureScheme::RsaPkcs1);
    const QByteArray contents = der::octetString(signature) + QByteArray(50, '\0');
    const Certificate signer = pki().certificate(PkiName::EnterpriseRsa);
    const QByteArray sha1 = digestOf(DigestAlgorithm::Sha1, content);
    QVERIFY(isTrue(verifyRawRsaSha1(contents, signer, sha1)));
    QVERIFY(isFalse(verifyRawRsaSha1(contents, signer, digestOf(DigestAlgorithm::Sha1, "other"))));
    QVERIFY(isFalse(verifyRawRsaSha1(contents, pki().certificate(PkiName::Personal), sha1)));
    QVERIFY(isFalse(verifyRawRsaSha1(contents, pki().certificate(PkiName::EnterpriseEc), sha1)));
    QCOMPARE(verifyRawRsaSha1("garbage", signer, sha1).error().code, ErrorCode::CmsMalformed);
}

void tst_CmsReader::verifiesSm2()
{
    Recipe recipe;
    recipe.key = recipe.named = PkiName::EnterpriseSm2;
    recipe.digest = DigestAlgorithm::Sm3;
    recipe.digestAlgorithm = der::algorithm(NID_sm3);
    recipe.signatureAlgorithm = der::algorithm(NID_SM2_with_SM3);
    recipe.certificates = {pki().der(PkiName::EnterpriseSm2)};
    recipe.attributes = {attribute(NID_pkcs9_contentType, der::oid(NID_pkcs7_data)),
                         Recipe::messageDigest(DigestAlgorithm::Sm3)};
    const auto facts = readCms(recipe.make());
    QVERIFY(facts);
    QCOMPARE(facts->signatureAlgorithm, QStringLiteral("sm3_sm2"));
    QVERIFY(facts->isSupported);
    QVERIFY(isTrue(verifyCms(*facts, digestOf(DigestAlgorithm::Sm3, content))));
    QVERIFY(isFalse(verifyCms(*facts, digestOf(DigestAlgorithm::Sm3, "other"))));
}

void tst_CmsReader::verifiesEd25519()
{
    QCOMPARE(
        openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("ed25519"),
                 QStringLiteral("-nodes"), QStringLiteral("-keyout"), QStringLiteral("ed.key"), QStringLiteral("-out"),
                 QStringLiteral("ed.pem"), QStringLiteral("-subj"), QStringLiteral("/CN=Ed25519 Test")})
            .exitCode,
        0);
    const Certificate signer =
        readCertificates(test::readFile(m_directory.filePath(QStringLiteral("ed.pem")))).value().front();
    const std::vector<QByteArray> attributes{attribute(NID_pkcs9_contentType, der::oid(NID_pkcs7_data)),
                                             Recipe::messageDigest(DigestAlgorithm::Sha512)};
    test::writeFile(m_directory.filePath(QStringLiteral("toSign")), der::setOf(attributes));
    QCOMPARE(openssl({QStringLiteral("pkeyutl"), QStringLiteral("-sign"), QStringLiteral("-rawin"),
                      QStringLiteral("-inkey"), QStringLiteral("ed.key"), QStringLiteral("-in"),
                      QStringLiteral("toSign"), QStringLiteral("-out"), QStringLiteral("signature")})
                 .exitCode,
             0);
    const QByteArray keyId = signer.der.mid(signer.der.indexOf(QByteArray::fromHex("0603551d0e04160414")) + 9, 20);
    const QByteArray digestAlgorithm = der::algorithm(NID_sha512);
    const QByteArray signerInfo =
        der::sequence({der::integer(3), der::wrap(0x80, keyId), digestAlgorithm, der::setOf(attributes, 0xA0),
                       der::algorithm(NID_ED25519),
                       der::octetString(test::readFile(m_directory.filePath(QStringLiteral("signature"))))});
    const QByteArray signedData =
        der::sequence({der::integer(3), der::setOf({digestAlgorithm}), der::sequence({der::oid(NID_pkcs7_data)}),
                       der::setOf({signer.der}, 0xA0), der::setOf({signerInfo})});
    const auto facts = readCms(der::sequence({der::oid(NID_pkcs7_signed), der::wrap(0xA0, signedData)}));
    QVERIFY(facts);
    QCOMPARE(facts->signatureAlgorithm, QStringLiteral("ed25519"));
    QVERIFY(isTrue(verifyCms(*facts, digestOf(DigestAlgorithm::Sha512, content))));
    QVERIFY(isFalse(verifyCms(*facts, digestOf(DigestAlgorithm::Sha512, "other"))));
}

void tst_CmsReader::recipeItselfIsGood()
{
    QVERIFY(isTrue(verified(Recipe{}.make())));
}

void tst_CmsReader::indefiniteLengthIsRead()
{
    const QByteArray definite = Recipe{}.make();
    QCOMPARE(definite.first(2).toHex(), QByteArray("3082"));
    QCOMPARE(definite.mid(15, 2).toHex(), QByteArray("a082"));
    const QByteArray indefinite = QByteArray::fromHex("3080") + definite.mid(4, 11) + QByteArray::fromHex("a080") +
                                  definite.mid(19) + QByteArray(4, '\0');
    const auto facts = readCms(indefinite + QByteArray(30, '\0'));
    QVERIFY(facts);
    QCOMPARE(facts->der, indefinite);
    QVERIFY(!facts->hasTrailingGarbage);
    QVERIFY(isTrue(verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content))));
    QVERIFY(!readCms(indefinite.chopped(1)));
}

void tst_CmsReader::attributeOrderMayBeEither_data()
{
    QTest::addColumn<bool>("sortsWhatIsSigned");
    QTest::addColumn<bool>("sortsWhatIsStored");
    QTest::newRow("signed as DER, stored otherwise") << true << false;
    QTest::newRow("signed as stored, not DER") << false << false;
}

void tst_CmsReader::attributeOrderMayBeEither()
{
    QFETCH(bool, sortsWhatIsSigned);
    QFETCH(bool, sortsWhatIsStored);
    Recipe recipe;
    std::swap(recipe.attributes.front(), recipe.attributes.back());
    QVERIFY(der::setOf(recipe.attributes) != der::wrap(0x31, concatenated(recipe.attributes)));
    recipe.sortsWhatIsSigned = sortsWhatIsSigned;
    recipe.sortsWhatIsStored = sortsWhatIsStored;
    QVERIFY(isTrue(verified(recipe.make())));
}

void tst_CmsReader::contradictionsDoNotStand_data()
{
    QTest::addColumn<QByteArray>("cms");
    QTest::addColumn<QString>("defect");
    const auto row = [](const char *name, const Recipe &recipe, const char *defect) {
        QTest::newRow(name) << recipe.make() << QString::fromLatin1(defect);
    };
    Recipe recipe;
    recipe.signatureAlgorithm = der::algorithm(NID_RSA_SHA3_224, der::null());
    row("signature algorithm names another hash", recipe, "algorithm-mismatch");
    recipe = {};
    recipe.signatureAlgorithm = der::algorithm(NID_rsassaPss, der::sequence({}));
    row("pss parameters name another hash", recipe, "algorithm-mismatch");
    recipe = {};
    recipe.signatureAlgorithm = der::algorithm(NID_ecdsa_with_SHA256);
    row("signature algorithm of another key", recipe, "key-mismatch");
    recipe = {};
    recipe.attributes.push_back(Recipe::messageDigest(DigestAlgorithm::Sha256));
    row("message digest twice", recipe, "attribute-repeated");
    recipe = {};
    const QByteArray hash = der::octetString(digestOf(DigestAlgorithm::Sha256, content));
    recipe.attributes[1] =
        der::sequence({der::oid(NID_pkcs9_messageDigest), der::setOf({hash, der::octetString("x")})});
    row("message digest with two values", recipe, "attribute-repeated");
    recipe = {};
    recipe.attributes.erase(recipe.attributes.begin() + 1);
    row("no message digest", recipe, "attribute-missing");
    recipe = {};
    recipe.attributes.erase(recipe.attributes.begin());
    row("no content type", recipe, "attribute-missing");
    recipe = {};
    recipe.attributes[0] = attribute(NID_pkcs9_contentType, der::oid(NID_id_smime_ct_TSTInfo));
    row("content type of something else", recipe, "content-type-mismatch");
    recipe = {};
    recipe.attributes = {};
    recipe.contentType = NID_id_smime_ct_TSTInfo;
    row("no attributes around typed content", recipe, "content-type-mismatch");
    recipe = {};
    recipe.attributes[2] = essV2(pki().der(PkiName::Personal));
    row("signing certificate of another", recipe, "signing-certificate-mismatch");
    recipe = {};
    recipe.attributes[2] = essV1(pki().der(PkiName::Personal));
    row("older signing certificate of another", recipe, "signing-certificate-mismatch");
    recipe = {};
    recipe.certificates = {der::sequence({der::integer(1)})};
    row("unreadable certificate", recipe, "certificate-unreadable");
}

void tst_CmsReader::contradictionsDoNotStand()
{
    QFETCH(QByteArray, cms);
    QFETCH(QString, defect);
    const auto facts = readCms(cms);
    QVERIFY(facts);
    QCOMPARE(facts->defects, QStringList(defect));
    QVERIFY(isFalse(verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content))));
}

void tst_CmsReader::olderSigningCertificateIsRead()
{
    Recipe recipe;
    recipe.attributes[2] = essV1(pki().der(PkiName::EnterpriseRsa));
    const auto facts = readCms(recipe.make());
    QVERIFY(facts);
    QVERIFY(facts->hasSigningCertificate && facts->signingCertificateMatches);
    QCOMPARE(facts->essDigestName, QStringLiteral("sha1"));
}

void tst_CmsReader::signerIsChosenByTheSignedHash()
{
    Recipe recipe;
    recipe.certificates = {pki().der(PkiName::Personal), pki().der(PkiName::EnterpriseRsa),
                           pki().der(PkiName::IssuingCa)};
    const auto facts = readCms(recipe.make());
    QVERIFY(facts);
    QVERIFY(facts->signer == pki().certificate(PkiName::EnterpriseRsa));
    QVERIFY(isTrue(verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content))));
}

void tst_CmsReader::missingCertificateCannotBeChecked()
{
    Recipe recipe;
    recipe.certificates = {};
    auto facts = readCms(recipe.make());
    QVERIFY(facts);
    QVERIFY(!facts->signer);
    QCOMPARE(verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content)).error().code,
             ErrorCode::CertificateNotFound);
    // The document may hold it elsewhere.
    const auto signer =
        findSigner(*facts, {pki().certificate(PkiName::Personal), pki().certificate(PkiName::EnterpriseRsa)});
    QVERIFY(signer);
    adoptSigner(*facts, *signer);
    QVERIFY(facts->signingCertificateMatches);
    QVERIFY(isTrue(verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content))));

    recipe.named = PkiName::Personal;
    recipe.certificates = {pki().der(PkiName::EnterpriseRsa)};
    const auto wrong = readCms(recipe.make());
    QVERIFY(wrong);
    QVERIFY(!wrong->signer);
    QVERIFY(!isTrue(verifyCms(*wrong, digestOf(DigestAlgorithm::Sha256, content))));
}

void tst_CmsReader::unknownAlgorithmsCannotBeChecked_data()
{
    QTest::addColumn<QByteArray>("digestAlgorithm");
    QTest::addColumn<QByteArray>("signatureAlgorithm");
    const QByteArray rsa = der::algorithm(NID_rsaEncryption, der::null());
    QTest::newRow("digest") << der::algorithm(NID_whirlpool) << rsa;
    QTest::newRow("signature") << der::algorithm(NID_sha256) << der::algorithm(NID_id_GostR3410_2012_256);
    QTest::newRow("pss without parameters") << der::algorithm(NID_sha256) << der::algorithm(NID_rsassaPss);
}

void tst_CmsReader::unknownAlgorithmsCannotBeChecked()
{
    QFETCH(QByteArray, digestAlgorithm);
    QFETCH(QByteArray, signatureAlgorithm);
    Recipe recipe;
    recipe.digestAlgorithm = digestAlgorithm;
    recipe.signatureAlgorithm = signatureAlgorithm;
    const auto facts = readCms(recipe.make());
    QVERIFY(facts);
    QVERIFY(!facts->isSupported);
    QVERIFY(!facts->digestName.isEmpty() && !facts->signatureAlgorithm.isEmpty());
    const auto outcome = verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::AlgorithmUnsupported);
}

void tst_CmsReader::refusesMalformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray signedDataOid = der::oid(NID_pkcs7_signed);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("words") << QByteArray("words");
    QTest::newRow("certificate") << pki().der(PkiName::EnterpriseRsa);
    QTest::newRow("only an OID") << der::sequence({signedDataOid});
    QTest::newRow("empty SignedData") << der::sequence({signedDataOid, der::wrap(0xA0, der::sequence({}))});
    QTest::newRow("deep") << QByteArray::fromHex("3080").repeated(20'000);
    QTest::newRow("deep, definite") << [] {
        QByteArray nested;
        for (int i = 0; i < 500; ++i)
            nested = der::wrap(0x30, nested);
        return nested;
    }();
    QTest::newRow("length over all") << QByteArray::fromHex("3084ffffffff06");
    QTest::newRow("length of nine octets") << QByteArray::fromHex("3089010000000000000000");
    QTest::newRow("high tag") << QByteArray::fromHex("3f810130");
    const QByteArray noSigners =
        der::sequence({der::integer(1), der::setOf({}), der::sequence({der::oid(NID_pkcs7_data)}),
                       der::setOf({pki().der(PkiName::RootCa)}, 0xA0), der::setOf({})});
    QTest::newRow("certificates only") << der::sequence({signedDataOid, der::wrap(0xA0, noSigners)});
}

void tst_CmsReader::refusesMalformed()
{
    QFETCH(QByteArray, bytes);
    const auto facts = readCms(bytes);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::CmsMalformed);
}

void tst_CmsReader::everyTruncationIsRefused()
{
    const QByteArray cms = Recipe{}.make();
    for (qsizetype length = 0; length < cms.size(); ++length) {
        QVERIFY2(!readCms(cms.first(length)), qPrintable(QString::number(length)));
        QVERIFY2(!readCms(cms.first(length) + QByteArray(64, '\0')) || length >= cms.size() - 64,
                 qPrintable(QString::number(length)));
    }
}

void tst_CmsReader::noChangedByteForges()
{
    const QByteArray cms = built(PkiName::EnterpriseEc, DigestAlgorithm::Sha256, SignatureScheme::Ecdsa);
    const auto good = readCms(cms);
    QVERIFY(good);
    int refused = 0;
    for (qsizetype at = 0; at < cms.size(); ++at) {
        QByteArray changed = cms;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        const auto facts = readCms(changed);
        if (!facts || !isTrue(verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content)))) {
            ++refused;
            continue;
        }
        // What may change without notice is what the signer did not sign: versions, the CAs' certificates.
        QVERIFY2(facts->signer == good->signer && facts->signedAttributes == good->signedAttributes,
                 qPrintable(QString::number(at)));
    }
    QVERIFY(refused > good->signer->der.size() + good->signedAttributes.size());
}

void tst_CmsReader::timestampIsFound()
{
    auto builder = CmsBuilder::create(pki().certificate(PkiName::EnterpriseRsa), {}, DigestAlgorithm::Sha256,
                                      digestOf(DigestAlgorithm::Sha256, content), SignatureScheme::RsaPkcs1)
                       .value();
    QVERIFY(builder.setSignature(pki().sign(PkiName::EnterpriseRsa, builder.toBeSigned())));
    const QByteArray token = der::sequence({der::oid(NID_pkcs7_signed)});
    QVERIFY(builder.setTimestamp(token));
    const auto facts = readCms(builder.der().value());
    QVERIFY(facts);
    QCOMPARE(facts->timeStampToken, token);
    QCOMPARE(facts->signatureValue, builder.signatureValue());
    QVERIFY(isTrue(verifyCms(*facts, digestOf(DigestAlgorithm::Sha256, content))));
}

QTEST_GUILESS_MAIN(tst_CmsReader)
#include "tst_CmsReader.moc"
