#include "core/signing/Validator.h"

#include "core/signing/PdfDate.h"
#include "core/signing/RangeDigests.h"
#include "core/signing/ReportJson.h"
#include "tests/support/PlainPdf.h"
#include "tests/support/SignedPdf.h"
#include "tests/support/SigningFakes.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace bidseal;
using test::PkiName;
using test::SignedPdf;
using test::TestPki;

namespace {

SignatureReport validated(SignedPdf &pdf, const TrustStore *trust = nullptr)
{
    ValidationOptions options;
    options.trust = trust;
    auto report = validateDocument(*pdf.open(), options, SystemClock());
    if (!report)
        qFatal("%s", qPrintable(report.error().detail));
    return *report;
}

bool hasFinding(const SignatureFacts &facts, const QString &code)
{
    return std::ranges::any_of(facts.findings, [&](const Finding &finding) { return finding.code == code; });
}

} // namespace

class tst_Validator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unsignedFile();
    void intactAndTrusted();
    void strangersRootIsNotTrusted();
    void changedByteIsModified();
    void changedSignatureIsForged();
    void twoSignatures();
    void hiddenUnderLaterSignature();
    void unknownKindCannotBeChecked();
    void expiredAtTheGivenTime();
    void cancelled();
    void brokenSignedFile();
    void rangesShareOnePass();
    void knownPrefixGivesTheSame();
    void dates_data();
    void dates();
    void jsonHasTheContractsKeys();
};

void tst_Validator::unsignedFile()
{
    SignedPdf pdf;
    const SignatureReport report = validated(pdf);
    QCOMPARE(report.verdict, Verdict::NoSignature);
    QVERIFY(report.signatures.empty());
    QCOMPARE(report.revisions, 1);
}

void tst_Validator::intactAndTrusted()
{
    SignedPdf pdf;
    pdf.sign();
    TrustStore trust;
    trust.add(TestPki::instance().certificate(PkiName::RootCa));
    const SignatureReport report = validated(pdf, &trust);
    QCOMPARE(report.verdict, Verdict::Intact);
    QCOMPARE(report.signatures.size(), std::size_t(1));
    const SignatureFacts &facts = report.signatures.front();
    QCOMPARE(facts.trust, Trust::Trusted);
    QCOMPARE(facts.coverage, Coverage::WholeFile);
    QCOMPARE(facts.changesAfter, ChangesAfter::None);
    QCOMPARE(facts.level, QStringLiteral("B-B"));
    QCOMPARE(facts.digest, QStringLiteral("sha256"));
    QCOMPARE(facts.algorithm, QStringLiteral("rsa2048"));
    QCOMPARE(facts.otherFields.size(), 1);
    QCOMPARE(facts.seals.size(), std::size_t(2));
    QCOMPARE(report.signedBytes, report.fileSize);
    QVERIFY(facts.timeClaimed.has_value());
    QVERIFY(hasFinding(facts, QStringLiteral("no-proven-time")));
    QVERIFY(!hasFinding(facts, QStringLiteral("no-signing-certificate")));
}

void tst_Validator::strangersRootIsNotTrusted()
{
    SignedPdf pdf;
    pdf.sign();
    TrustStore trust;
    trust.add(TestPki::instance().certificate(PkiName::OtherRoot));
    const SignatureReport report = validated(pdf, &trust);
    QCOMPARE(report.verdict, Verdict::Intact);
    QCOMPARE(report.signatures.front().trust, Trust::Untrusted);
    QCOMPARE(validated(pdf).signatures.front().trust, Trust::NoAnchors);
}

void tst_Validator::changedByteIsModified()
{
    SignedPdf pdf;
    pdf.sign();
    QByteArray bytes = pdf.bytes();
    bytes.replace(bytes.indexOf("of a tender"), 4, "of A");
    pdf.setBytes(bytes);
    const SignatureReport report = validated(pdf);
    QCOMPARE(report.verdict, Verdict::Modified);
    QVERIFY(hasFinding(report.signatures.front(), QStringLiteral("digest-mismatch")));
}

void tst_Validator::changedSignatureIsForged()
{
    SignedPdf pdf;
    pdf.sign();
    // The signature value is the last thing in the CMS, before the padding.
    QByteArray bytes = pdf.bytes();
    const qsizetype begin = bytes.lastIndexOf("/Contents") + 9;
    qsizetype at = bytes.indexOf('>', begin) - 1;
    while (bytes[at] == '0')
        --at;
    bytes[at - 4] = bytes[at - 4] == '1' ? '2' : '1';
    pdf.setBytes(bytes);
    QCOMPARE(validated(pdf).verdict, Verdict::ForgedOrMalformed);
}

void tst_Validator::twoSignatures()
{
    SignedPdf pdf;
    pdf.sign();
    pdf.sign(PkiName::EnterpriseEc);
    const SignatureReport report = validated(pdf);
    QCOMPARE(report.verdict, Verdict::Intact);
    QCOMPARE(report.signatures.size(), std::size_t(2));
    QCOMPARE(report.signatures[0].coverage, Coverage::EarlierRevision);
    QVERIFY(hasFinding(report.signatures[0], QStringLiteral("later-signature-added")));
    QCOMPARE(report.signatures[1].coverage, Coverage::WholeFile);
    QCOMPARE(report.revisions, 3);
}

void tst_Validator::hiddenUnderLaterSignature()
{
    SignedPdf pdf;
    pdf.sign();
    pdf.append({{test::PlainPdf::pageObject(1) + 1, "<< /Length 3 >>\nstream\nq Q\nendstream"}});
    pdf.sign(PkiName::EnterpriseEc);
    const SignatureReport report = validated(pdf);
    QCOMPARE(report.signatures.size(), std::size_t(2));
    QCOMPARE(report.signatures[0].verdict, Verdict::Modified);
    QCOMPARE(report.signatures[0].integrity, Verdict::Intact);
    QCOMPARE(report.signatures[0].changesAfter, ChangesAfter::NotAllowed);
    QCOMPARE(report.signatures[1].verdict, Verdict::Intact);
    QCOMPARE(report.verdict, Verdict::Modified);
}

void tst_Validator::unknownKindCannotBeChecked()
{
    SignedPdf pdf;
    pdf.sign();
    pdf.setBytes(QByteArray(pdf.bytes()).replace("ETSI.CAdES.detached", "GM.SealES.detached1"));
    const SignatureReport report = validated(pdf);
    QCOMPARE(report.verdict, Verdict::CannotBeChecked);
    QVERIFY(hasFinding(report.signatures.front(), QStringLiteral("unknown-subfilter")));
}

void tst_Validator::expiredAtTheGivenTime()
{
    SignedPdf pdf;
    pdf.sign();
    TrustStore trust;
    trust.add(TestPki::instance().certificate(PkiName::RootCa));
    ValidationOptions options;
    options.trust = &trust;
    options.at = TestPki::instance().certificate(PkiName::EnterpriseRsa).notAfter.addDays(1);
    const auto report = validateDocument(*pdf.open(), options, SystemClock());
    QVERIFY(report);
    QCOMPARE(report->verdict, Verdict::Intact);
    QVERIFY(report->signatures.front().trust != Trust::Trusted);
    QVERIFY(hasFinding(report->signatures.front(), QStringLiteral("certificate-expired-when-signed")));
}

void tst_Validator::cancelled()
{
    SignedPdf pdf;
    pdf.sign();
    std::stop_source source;
    source.request_stop();
    const auto report = validateDocument(*pdf.open(), {}, SystemClock(), source.get_token());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
}

void tst_Validator::brokenSignedFile()
{
    SignedPdf pdf;
    pdf.sign();
    pdf.append({{2, "<< /Type /Pages /Count 0 /Kids [] >>"}});
    const auto report = validateFile(pdf.save(), nullptr, {}, SystemClock());
    QVERIFY(report);
    QVERIFY(report->verdict == Verdict::ForgedOrMalformed || report->verdict == Verdict::Modified);
    QVERIFY(!validateFile(QStringLiteral("/nonexistent/none.pdf"), nullptr, {}, SystemClock()));
}

void tst_Validator::rangesShareOnePass()
{
    QTemporaryDir folder;
    QByteArray content;
    for (int i = 0; i < 700'000; ++i)
        content += static_cast<char>(i * 7 + i / 251);
    const QString path = folder.filePath(QStringLiteral("f"));
    test::writeFile(path, content);
    const std::vector<std::pair<DigestAlgorithm, std::array<qint64, 4>>> ranges{
        {DigestAlgorithm::Sha256, {0, 1000, 2000, 3000}},
        {DigestAlgorithm::Sha256, {0, 300'000, 300'010, 100'000}},
        {DigestAlgorithm::Sha512, {0, 262'144, 262'145, 437'855}},
        {DigestAlgorithm::Sha256, {0, 1000, 2000, 698'000}}};
    RangeDigests digests;
    for (const auto &[algorithm, range] : ranges)
        digests.add(algorithm, range);
    const auto values = digests.run(path, {}, {}, {});
    QVERIFY(values);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        const auto &[algorithm, range] = ranges[i];
        const QByteArray covered = content.first(range[1]) + content.sliced(range[2], range[3]);
        QCOMPARE((*values)[i], digestOf(algorithm, covered));
    }
}

void tst_Validator::knownPrefixGivesTheSame()
{
    SignedPdf pdf;
    pdf.sign();
    constexpr qint64 length = 500;
    KnownPrefix known{Digest(DigestAlgorithm::Sha256), length};
    known.state.add(pdf.bytes().first(length));
    ValidationOptions options;
    options.knownPrefix = known;
    const auto report = validateDocument(*pdf.open(), options, SystemClock());
    QVERIFY(report);
    QCOMPARE(report->verdict, Verdict::Intact);
    options.knownPrefix->state.add("x");
    const auto wrong = validateDocument(*pdf.open(), options, SystemClock());
    QVERIFY(wrong);
    QCOMPARE(wrong->verdict, Verdict::Modified);
}

void tst_Validator::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("zone") << QByteArray("D:20261123160000+08'00'") << QStringLiteral("2026-11-23T08:00:00Z");
    QTest::newRow("west") << QByteArray("D:20261123160000-03'30") << QStringLiteral("2026-11-23T19:30:00Z");
    QTest::newRow("utc") << QByteArray("D:20261123160000Z") << QStringLiteral("2026-11-23T16:00:00Z");
    QTest::newRow("short") << QByteArray("2026") << QStringLiteral("2026-01-01T00:00:00Z");
    QTest::newRow("month 13") << QByteArray("D:20261323") << QString();
    QTest::newRow("words") << QByteArray("yesterday") << QString();
}

void tst_Validator::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, utc);
    const auto time = fromPdfDate(text);
    QCOMPARE(time ? time->toString(Qt::ISODate) : QString(), utc);
}

void tst_Validator::jsonHasTheContractsKeys()
{
    SignedPdf pdf;
    pdf.sign();
    const QJsonObject json = reportToJson(validated(pdf), [](const Finding &finding) { return finding.code; });
    for (const char *key : {"file", "verdict", "signed_bytes", "revisions", "signatures", "findings"})
        QVERIFY2(json.contains(QLatin1String(key)), key);
    const QJsonObject signature = json.value(QLatin1String("signatures")).toArray().first().toObject();
    for (const char *key : {"field", "other_fields", "verdict", "sub_filter", "level", "signer", "digest", "algorithm",
                            "time_claimed", "time_proven", "integrity", "coverage", "changes_after", "trust",
                            "revocation", "certification", "seals", "findings"})
        QVERIFY2(signature.contains(QLatin1String(key)), key);
    QCOMPARE(json.value(QLatin1String("verdict")).toString(), QStringLiteral("intact"));
    QCOMPARE(signature.value(QLatin1String("seals")).toArray().first().toObject().value(QLatin1String("page")).toInt(),
             1);
    QVERIFY(signature.value(QLatin1String("time_proven")).isNull());
}

QTEST_GUILESS_MAIN(tst_Validator)
#include "tst_Validator.moc"
