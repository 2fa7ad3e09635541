#include "core/crypto/TrustStore.h"

#include "core/crypto/CertificateReader.h"
#include "tests/support/TestPki.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using test::PkiName;
using test::TestPki;

namespace {

QString corpus()
{
    const QString fromEnvironment = qEnvironmentVariable("BIDSEAL_CORPUS");
    return fromEnvironment.isEmpty() ? QStringLiteral(BIDSEAL_SOURCE_DIR "/../shared/corpus") : fromEnvironment;
}

QDateTime utc(int year, int month, int day)
{
    return {QDate(year, month, day), QTime(12, 0), Qt::UTC};
}

const TestPki &pki()
{
    return TestPki::instance();
}

TrustStore storeWith(PkiName anchor)
{
    TrustStore store;
    store.add(pki().certificate(anchor));
    return store;
}

CertificatePath pathOf(PkiName leaf, const TrustStore &store, const QDateTime &time,
                       PathPurpose purpose = PathPurpose::DocumentSigning)
{
    return buildPath(pki().certificate(leaf), pki().chain(), store, time, purpose);
}

} // namespace

class tst_TrustStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trustsAPathToTheRoot();
    void anchorMayStandAnywhere_data();
    void anchorMayStandAnywhere();
    void nothingIsTrustedByItself();
    void strangersAreUntrusted();
    void missingIntermediateIsTold();
    void datesAreToldApart_data();
    void datesAreToldApart();
    void keyUsageIsAsked();
    void timestampingNeedsItsOwnUsage();
    void orderDoesNotMatter();
    void sm2PathWithTheStandardId();
    void loadsFilesAndFolders();
    void unreadableAnchorsAreNamed_data();
    void unreadableAnchorsAreNamed();
    void pkits_data();
    void pkits();
};

void tst_TrustStore::trustsAPathToTheRoot()
{
    const auto path = pathOf(PkiName::EnterpriseRsa, storeWith(PkiName::RootCa), utc(2026, 6, 1));
    QCOMPARE(path.trust, Trust::Trusted);
    QCOMPARE(path.chain.size(), std::size_t(3));
    QVERIFY(path.chain[0] == pki().certificate(PkiName::EnterpriseRsa));
    QVERIFY(path.chain[1] == pki().certificate(PkiName::IssuingCa));
    QVERIFY(path.chain[2] == pki().certificate(PkiName::RootCa));
    QVERIFY(path.reason.isEmpty());
}

void tst_TrustStore::anchorMayStandAnywhere_data()
{
    QTest::addColumn<PkiName>("anchor");
    QTest::newRow("intermediate") << PkiName::IssuingCa;
    QTest::newRow("leaf") << PkiName::EnterpriseRsa;
}

void tst_TrustStore::anchorMayStandAnywhere()
{
    QFETCH(PkiName, anchor);
    const auto path = buildPath(pki().certificate(PkiName::EnterpriseRsa), {}, storeWith(anchor), utc(2026, 6, 1),
                                PathPurpose::DocumentSigning);
    QCOMPARE(path.trust, Trust::Trusted);
}

void tst_TrustStore::nothingIsTrustedByItself()
{
    const auto path = pathOf(PkiName::EnterpriseRsa, {}, utc(2026, 6, 1));
    QCOMPARE(path.trust, Trust::NoAnchors);
    QCOMPARE(path.chain.size(), std::size_t(3));
    QVERIFY(!path.reason.isEmpty());
}

void tst_TrustStore::strangersAreUntrusted()
{
    const auto path = pathOf(PkiName::OtherLeaf, storeWith(PkiName::RootCa), utc(2026, 6, 1));
    QCOMPARE(path.trust, Trust::Untrusted);
    QVERIFY(!path.isTimeTheOnlyFault);
    // A root that came along with the signature is no anchor.
    const auto smuggled = buildPath(pki().certificate(PkiName::OtherLeaf), {pki().certificate(PkiName::OtherRoot)},
                                    storeWith(PkiName::RootCa), utc(2026, 6, 1), PathPurpose::DocumentSigning);
    QCOMPARE(smuggled.trust, Trust::Untrusted);
    QCOMPARE(smuggled.chain.size(), std::size_t(2));
}

void tst_TrustStore::missingIntermediateIsTold()
{
    const auto path = buildPath(pki().certificate(PkiName::EnterpriseRsa), {}, storeWith(PkiName::RootCa),
                                utc(2026, 6, 1), PathPurpose::DocumentSigning);
    QCOMPARE(path.trust, Trust::Untrusted);
    QVERIFY2(path.reason.contains(QStringLiteral("issuer")), qUtf8Printable(path.reason));
    QCOMPARE(path.chain.size(), std::size_t(1));
}

void tst_TrustStore::datesAreToldApart_data()
{
    QTest::addColumn<PkiName>("leaf");
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<bool>("isExpired");
    QTest::addColumn<bool>("isEarly");
    QTest::newRow("expired") << PkiName::Expired << utc(2026, 1, 1) << true << false;
    QTest::newRow("expired, but then it was good") << PkiName::Expired << utc(2020, 1, 1) << false << false;
    QTest::newRow("not yet") << PkiName::NotYetValid << utc(2026, 1, 1) << false << true;
    QTest::newRow("not yet, but then it is") << PkiName::NotYetValid << utc(2047, 6, 1) << false << false;
    QTest::newRow("before the whole PKI") << PkiName::EnterpriseRsa << utc(2010, 1, 1) << false << true;
    QTest::newRow("after the whole PKI") << PkiName::EnterpriseRsa << utc(2060, 1, 1) << true << false;
}

void tst_TrustStore::datesAreToldApart()
{
    QFETCH(PkiName, leaf);
    QFETCH(QDateTime, time);
    QFETCH(bool, isExpired);
    QFETCH(bool, isEarly);
    const auto path = pathOf(leaf, storeWith(PkiName::RootCa), time);
    QCOMPARE(path.expiredAtTime, isExpired);
    QCOMPARE(path.notYetValidAtTime, isEarly);
    QCOMPARE(path.trust, isExpired || isEarly ? Trust::Untrusted : Trust::Trusted);
    QCOMPARE(path.isTimeTheOnlyFault, isExpired || isEarly);
    QCOMPARE(path.reason.isEmpty(), path.trust == Trust::Trusted);
    // The date is told also where the issuer is unknown.
    const auto stranger = pathOf(leaf, storeWith(PkiName::OtherRoot), time);
    QCOMPARE(stranger.expiredAtTime, isExpired);
    QVERIFY(!stranger.isTimeTheOnlyFault);
}

void tst_TrustStore::keyUsageIsAsked()
{
    const auto path = pathOf(PkiName::EncryptionOnly, storeWith(PkiName::RootCa), utc(2026, 6, 1));
    QCOMPARE(path.trust, Trust::Untrusted);
    QVERIFY(path.reason.contains(QStringLiteral("key usage")));
}

void tst_TrustStore::timestampingNeedsItsOwnUsage()
{
    const TrustStore store = storeWith(PkiName::RootCa);
    QCOMPARE(pathOf(PkiName::Tsa, store, utc(2026, 6, 1), PathPurpose::Timestamping).trust, Trust::Trusted);
    QCOMPARE(pathOf(PkiName::EnterpriseRsa, store, utc(2026, 6, 1), PathPurpose::Timestamping).trust, Trust::Untrusted);
}

void tst_TrustStore::orderDoesNotMatter()
{
    const auto path = buildPath(pki().certificate(PkiName::EnterpriseRsa),
                                {pki().certificate(PkiName::OtherRoot), pki().certificate(PkiName::RootCa),
                                 pki().certificate(PkiName::EnterpriseRsa), pki().certificate(PkiName::IssuingCa)},
                                storeWith(PkiName::RootCa), utc(2026, 6, 1), PathPurpose::DocumentSigning);
    QCOMPARE(path.trust, Trust::Trusted);
}

void tst_TrustStore::sm2PathWithTheStandardId()
{
    const QString folder = corpus() + QStringLiteral("/pki/sm2/");
    if (!QDir(folder).exists())
        QSKIP("the test corpus is not here (BIDSEAL_CORPUS)");
    const auto root = readCertificates(test::readFile(folder + QStringLiteral("ROOTCA.pem")));
    const auto authority = readCertificates(test::readFile(folder + QStringLiteral("Taier_CA.pem")));
    QVERIFY(root && authority);
    QCOMPARE(authority->front().keyAlgorithm, KeyAlgorithm::Sm2);
    TrustStore store;
    store.add(root->front());
    const QDateTime time = authority->front().notBefore.addYears(1);
    const auto path = buildPath(authority->front(), {}, store, time, PathPurpose::DocumentSigning);
    QCOMPARE(path.chain.size(), std::size_t(2));
    // A certification authority may not sign documents, so only the way to the root is judged here.
    QVERIFY2(path.trust == Trust::Trusted || path.reason.contains(QStringLiteral("key usage")),
             qUtf8Printable(path.reason));
}

void tst_TrustStore::loadsFilesAndFolders()
{
    QTemporaryDir folder;
    test::writeFile(folder.filePath(QStringLiteral("根证书.pem")), test::readFile(pki().pemPath(PkiName::RootCa)));
    test::writeFile(folder.filePath(QStringLiteral("other.DER")), pki().der(PkiName::OtherRoot));
    test::writeFile(folder.filePath(QStringLiteral("README.txt")), "not a certificate");
    const auto store = TrustStore::load({folder.path(), pki().chainPath(), pki().pemPath(PkiName::RootCa)});
    QVERIFY2(store, store ? "" : qUtf8Printable(store.error().detail));
    QCOMPARE(store->anchors().size(), std::size_t(3));
    const auto empty = TrustStore::load({});
    QVERIFY(empty);
    QVERIFY(empty->anchors().empty());
}

void tst_TrustStore::unreadableAnchorsAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("words") << QStringLiteral("坏.pem") << QByteArray("words");
    QTest::newRow("empty") << QStringLiteral("empty.crt") << QByteArray();
}

void tst_TrustStore::unreadableAnchorsAreNamed()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    test::writeFile(folder.filePath(name), content);
    const auto store = TrustStore::load({folder.path()});
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::TrustAnchorUnreadable);
    QCOMPARE(store.error().context.fileName, folder.filePath(name));
    const auto absent = TrustStore::load({folder.filePath(QStringLiteral("absent.pem"))});
    QVERIFY(!absent);
    QCOMPARE(absent.error().code, ErrorCode::TrustAnchorUnreadable);
}

void tst_TrustStore::pkits_data()
{
    QTest::addColumn<QString>("leaf");
    QTest::addColumn<QStringList>("others");
    QTest::addColumn<bool>("isGood");
    const QString folder = corpus() + QStringLiteral("/pki/pkits/");
    if (!QDir(folder).exists())
        QSKIP("the test corpus is not here (BIDSEAL_CORPUS)");
    const QJsonArray tests = QJsonDocument::fromJson(test::readFile(folder + QStringLiteral("tests.json"))).array();
    for (const auto &value : tests) {
        const QJsonObject test = value.toObject();
        const QString id = test[QStringLiteral("id")].toString();
        // Revocation (404.., 414.., 415..) and certificate policies (408.. to 412..) are beyond this interface.
        const int section = id.left(3).toInt();
        const QJsonObject error = test[QStringLiteral("error")].toObject();
        const bool isPath =
            error.isEmpty() || error[QStringLiteral("class")].toString() == QLatin1String("PathValidationError");
        if (test.contains(QStringLiteral("params")) || !isPath || (section >= 408 && section <= 412))
            continue;
        QStringList others;
        const QJsonArray certificates = test[QStringLiteral("other_certs")].toArray();
        for (const auto &certificate : certificates)
            others.append(certificate.toString());
        QTest::newRow(qPrintable(test[QStringLiteral("name")].toString()))
            << test[QStringLiteral("cert")].toString() << others << error.isEmpty();
    }
}

void tst_TrustStore::pkits()
{
    QFETCH(QString, leaf);
    QFETCH(QStringList, others);
    QFETCH(bool, isGood);
    const QString folder = corpus() + QStringLiteral("/pki/pkits/certs/");
    const auto read = [&folder](const QString &name) { return readCertificate(test::readFile(folder + name)); };
    TrustStore store;
    store.add(read(QStringLiteral("TrustAnchorRootCertificate.crt")).value());
    std::vector<Certificate> intermediates;
    for (const QString &other : others)
        intermediates.push_back(read(other).value());
    const auto path =
        buildPath(read(leaf).value(), intermediates, store, utc(2020, 1, 1), PathPurpose::DocumentSigning);
    QVERIFY2((path.trust == Trust::Trusted) == isGood, qUtf8Printable(path.reason));
}

QTEST_GUILESS_MAIN(tst_TrustStore)
#include "tst_TrustStore.moc"
