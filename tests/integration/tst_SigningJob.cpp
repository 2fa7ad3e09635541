#include "core/api/HttpTimestampAuthority.h"
#include "core/common/ReadyFuture.h"
#include "core/pdf/SignatureScan.h"
#include "core/signing/Validator.h"
#include "tests/support/LocalTsa.h"
#include "tests/support/PdfJudges.h"
#include "tests/support/PlainPdf.h"
#include "tests/support/SigningRun.h"

#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;
using namespace bidseal::test;

namespace {

/** Answers so many times, then is down. */
class FailingTimestamps final : public TimestampAuthority
{
public:
    FailingTimestamps(TimestampAuthority &real, int answers)
        : m_real(real)
        , m_answers(answers)
    {
    }

    QFuture<Result<TimestampFacts>> stamp(DigestAlgorithm digest, const QByteArray &imprint,
                                          std::stop_token stop) override
    {
        if (m_answers-- > 0)
            return m_real.stamp(digest, imprint, stop);
        return readyFuture<TimestampFacts>(fail(ErrorCode::TimestampUnreachable, QStringLiteral("test")));
    }
    [[nodiscard]] bool isConfigured() const override { return true; }

private:
    TimestampAuthority &m_real;
    int m_answers;
};

} // namespace

/** The main job's core against real files, real keys and a real time stamping service; judged by other makers' tools.
 */
class tst_SigningJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void signsForEveryKeyAndDigest_data();
    void signsForEveryKeyAndDigest();
    void tenSealsAreOneSignature();
    void secondSignerKeepsTheFirstValid();
    void sealOnAnEmptyFieldFillsIt();
    void encryptedInputStaysEncrypted();
    void timestampIsProvenTime();
    void deadServiceCostsNoPin();
    void serviceThatDiesAfterSigningIsMadeUpLater();
    void goesOnWithoutTimestampWhenAllowed();

    void wrongPinIsAskedAgainOnce();
    void lockedPinEnds();
    void cancelledPinLeavesNothing();
    void pulledTokenLeavesNothing();
    void tokenWithAnotherKeyIsCaught();

    void outputMayNotBeTheInput();
    void existingOutputIsKept();
    void missingFolderIsAnOutputError();
    void fullDiskLeavesNothing();
    void changedInputIsRefused();
    void brokenEarlierSignatureIsRefused();
    void nothingPlacedIsRefused();
    void journalThatFailsStopsTheJob_data();
    void journalThatFailsStopsTheJob();
    void repeatedStepsComeInOrder();

private:
    QString in(const QString &name) const { return m_folder->filePath(name); }
    QString makeInput(int pages = 3, const QByteArray &catalog = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_inputBytes;
};

void tst_SigningJob::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_SigningJob::cleanup()
{
    // Whatever happened: the input is never written to, and no work file stays.
    if (QFile::exists(in(QStringLiteral("in.pdf"))) && !m_inputBytes.isEmpty())
        QCOMPARE(readFile(in(QStringLiteral("in.pdf"))), m_inputBytes);
    for (const QString &name : filesIn(m_folder->path()))
        QVERIFY2(!name.endsWith(QStringLiteral(".part")), qPrintable(name));
    m_inputBytes.clear();
}

QString tst_SigningJob::makeInput(int pages, const QByteArray &catalog)
{
    PlainPdf pdf;
    pdf.pages.resize(static_cast<std::size_t>(pages));
    pdf.catalogEntries = catalog;
    m_inputBytes = pdf.bytes();
    writeFile(in(QStringLiteral("in.pdf")), m_inputBytes);
    return in(QStringLiteral("in.pdf"));
}

void tst_SigningJob::signsForEveryKeyAndDigest_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("digest");
    QTest::addColumn<bool>("pss");
    QTest::newRow("RSA, SHA-256") << int(PkiName::EnterpriseRsa) << int(DigestAlgorithm::Sha256) << false;
    QTest::newRow("RSA, SHA-384") << int(PkiName::EnterpriseRsa) << int(DigestAlgorithm::Sha384) << false;
    QTest::newRow("RSA, SHA-512") << int(PkiName::EnterpriseRsa) << int(DigestAlgorithm::Sha512) << false;
    QTest::newRow("RSA-PSS, SHA-256") << int(PkiName::EnterpriseRsa) << int(DigestAlgorithm::Sha256) << true;
    QTest::newRow("EC, SHA-256") << int(PkiName::EnterpriseEc) << int(DigestAlgorithm::Sha256) << false;
    QTest::newRow("EC, SHA-384") << int(PkiName::EnterpriseEc) << int(DigestAlgorithm::Sha384) << false;
}

void tst_SigningJob::signsForEveryKeyAndDigest()
{
    QFETCH(int, key);
    QFETCH(int, digest);
    QFETCH(bool, pss);
    SigningRun run;
    run.signer = std::make_unique<FakeSigner>(static_cast<PkiName>(key));
    auto request = run.request(makeInput(), in(QStringLiteral("out.pdf")), 1, true);
    request.digest = static_cast<DigestAlgorithm>(digest);
    if (pss)
        request.scheme = SignatureScheme::RsaPss;
    request.reason = QStringLiteral("投标");
    const auto result = run.run(std::move(request));
    QVERIFY2(result, result ? "" : qPrintable(errorCodeName(result.error().code) + result.error().detail));

    QCOMPARE(result->level, QStringLiteral("B-B"));
    QCOMPARE(result->report.verdict, Verdict::Intact);
    QCOMPARE(result->report.signatures.size(), std::size_t(1));
    const SignatureFacts &signature = result->report.signatures[0];
    QCOMPARE(signature.trust, Trust::Trusted);
    QCOMPARE(signature.reason, QStringLiteral("投标"));
    QCOMPARE(signature.seals.size(), std::size_t(2));
    QCOMPARE(result->outputSha256, digestOf(DigestAlgorithm::Sha256, readFile(in(QStringLiteral("out.pdf")))));
    QCOMPARE(result->inputSha256, digestOf(DigestAlgorithm::Sha256, m_inputBytes));
    QVERIFY(run.journal.unfinished()->empty());

    QCOMPARE(judgedByOpenssl(in(QStringLiteral("out.pdf"))), QString());
    QCOMPARE(judgedByQpdf(in(QStringLiteral("out.pdf"))), QString());
    QCOMPARE(judgedByPdfsig(in(QStringLiteral("out.pdf")), 2), QString());
    if (!pss) // mutool's PKCS7 interface knows no RSA-PSS
        QCOMPARE(judgedByMutool(in(QStringLiteral("out.pdf")), 2), QString());
}

void tst_SigningJob::tenSealsAreOneSignature()
{
    SigningRun run;
    const auto result = run.run(run.request(makeInput(), in(QStringLiteral("out.pdf")), 10));
    QVERIFY(result);
    QCOMPARE(run.signer->signatures(), 1);
    QCOMPARE(run.pins->questions.size(), std::size_t(1));
    QCOMPARE(run.pins->questions[0].sealCount, 10);
    QCOMPARE(result->report.signatures.size(), std::size_t(1));
    QCOMPARE(result->report.signatures[0].otherFields.size(), 9);
    QCOMPARE(result->report.signatures[0].seals.size(), std::size_t(10));
    QCOMPARE(judgedByPdfsig(in(QStringLiteral("out.pdf")), 10), QString());
    QCOMPARE(judgedByMutool(in(QStringLiteral("out.pdf")), 10), QString());
}

void tst_SigningJob::secondSignerKeepsTheFirstValid()
{
    SigningRun first;
    QVERIFY(first.run(first.request(makeInput(), in(QStringLiteral("one.pdf")), 2)));
    SigningRun second;
    second.signer = std::make_unique<FakeSigner>(PkiName::Company2Rsa);
    const auto result = second.run(second.request(in(QStringLiteral("one.pdf")), in(QStringLiteral("two.pdf")), 1));
    QVERIFY2(result, result ? "" : qPrintable(errorCodeName(result.error().code) + result.error().detail));
    QCOMPARE(result->report.signatures.size(), std::size_t(2));
    QCOMPARE(result->report.verdict, Verdict::Intact);
    QCOMPARE(result->report.signatures[0].coverage, Coverage::EarlierRevision);
    QCOMPARE(result->report.signatures[1].coverage, Coverage::WholeFile);
    QCOMPARE(judgedByOpenssl(in(QStringLiteral("two.pdf"))), QString());
    QVERIFY(readFile(in(QStringLiteral("two.pdf"))).startsWith(readFile(in(QStringLiteral("one.pdf")))));
}

void tst_SigningJob::sealOnAnEmptyFieldFillsIt()
{
    PlainPdf pdf;
    const QByteArray field = QByteArray::number(pdf.firstObject());
    pdf.catalogEntries = "/AcroForm<</Fields[" + field + " 0 R]/SigFlags 1>>";
    pdf.pages[0].entries = "/Annots[" + field + " 0 R]";
    pdf.objects = {"<</Type/Annot/Subtype/Widget/FT/Sig/T(Bidder)/F 4/P " +
                   QByteArray::number(PlainPdf::pageObject(0)) + " 0 R/Rect[90 580 210 700]>>"};
    m_inputBytes = pdf.bytes();
    writeFile(in(QStringLiteral("in.pdf")), m_inputBytes);
    SigningRun run;
    // The run's first seal lies at 150, 200 from the upper left corner: on the field.
    const auto result = run.run(run.request(in(QStringLiteral("in.pdf")), in(QStringLiteral("out.pdf")), 1));
    QVERIFY2(result, result ? "" : qPrintable(errorCodeName(result.error().code) + result.error().detail));
    QCOMPARE(result->report.signatures.size(), std::size_t(1));
    QCOMPARE(result->report.signatures[0].field, QStringLiteral("Bidder"));
    QVERIFY(result->report.signatures[0].otherFields.isEmpty());
    QCOMPARE(judgedByPdfsig(in(QStringLiteral("out.pdf")), 1), QString());
    QCOMPARE(judgedByOpenssl(in(QStringLiteral("out.pdf"))), QString());
}

void tst_SigningJob::encryptedInputStaysEncrypted()
{
    if (!isInstalled(QStringLiteral("qpdf")))
        QSKIP("qpdf is not installed");
    const QString plain = makeInput();
    const Spoken made = test::run(
        QStringLiteral("qpdf"), {QStringLiteral("--encrypt"), QStringLiteral("open"), QStringLiteral("own"),
                                 QStringLiteral("256"), QStringLiteral("--"), plain, in(QStringLiteral("locked.pdf"))});
    QCOMPARE(made.exitCode, 0);
    const SecureBytes password("open");
    SigningRun run;
    SigningRequest request = run.request(plain, in(QStringLiteral("out.pdf")));
    request.document = *PdfDocument::open(in(QStringLiteral("locked.pdf")), &password);
    const auto result = run.run(std::move(request));
    QVERIFY2(result, result ? "" : qPrintable(errorCodeName(result.error().code) + result.error().detail));
    QCOMPARE(PdfDocument::open(in(QStringLiteral("out.pdf"))).error().code, ErrorCode::PasswordRequired);
    QCOMPARE(judgedByPdfsig(in(QStringLiteral("out.pdf")), 1, QStringLiteral("open")), QString());
    QCOMPARE(judgedByQpdf(in(QStringLiteral("out.pdf")), QStringLiteral("open")), QString());
}

void tst_SigningJob::timestampIsProvenTime()
{
    const LocalTsa tsa;
    QVERIFY2(tsa.isRunning(), qPrintable(tsa.errorText()));
    HttpTimestampAuthority timestamps({tsa.url()});
    SigningRun run;
    run.timestamps = &timestamps;
    SigningRequest request = run.request(makeInput(), in(QStringLiteral("out.pdf")));
    request.level = SignatureLevel::BT;
    const auto result = run.run(std::move(request));
    QVERIFY2(result, result ? "" : qPrintable(errorCodeName(result.error().code) + result.error().detail));
    QCOMPARE(result->level, QStringLiteral("B-T"));
    const SignatureFacts &signature = result->report.signatures.front();
    QCOMPARE(signature.level, QStringLiteral("B-T"));
    QVERIFY(signature.timeProven);
    QVERIFY(std::abs(signature.timeProven->secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QCOMPARE(judgedByOpenssl(in(QStringLiteral("out.pdf"))), QString());
    QCOMPARE(judgedByPdfsig(in(QStringLiteral("out.pdf")), 1), QString());
}

void tst_SigningJob::deadServiceCostsNoPin()
{
    HttpTimestampAuthority timestamps({deadService()});
    SigningRun run;
    run.timestamps = &timestamps;
    SigningRequest request = run.request(makeInput(), in(QStringLiteral("out.pdf")));
    request.level = SignatureLevel::BT;
    const auto result = run.run(std::move(request));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::TimestampUnreachable);
    QVERIFY(!result.error().context.signatureMade);
    QVERIFY(run.pins->questions.empty());
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
    QVERIFY(run.journal.unfinished()->empty());
}

void tst_SigningJob::serviceThatDiesAfterSigningIsMadeUpLater()
{
    const LocalTsa tsa;
    QVERIFY2(tsa.isRunning(), qPrintable(tsa.errorText()));
    HttpTimestampAuthority real({tsa.url()});
    FailingTimestamps once(real, 1); // the probe before the PIN
    SigningRun run;
    run.timestamps = &once;
    SigningRequest request = run.request(makeInput(), in(QStringLiteral("out.pdf")));
    request.level = SignatureLevel::BT;
    const auto stopped = run.run(std::move(request));
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::TimestampUnreachable);
    QVERIFY(stopped.error().context.signatureMade);
    QVERIFY(!QFile::exists(in(QStringLiteral("out.pdf"))));

    const auto waiting = *run.journal.unfinished();
    QCOMPARE(waiting.size(), std::size_t(1));
    QCOMPARE(waiting[0].step, SigningStep::Signed);
    run.timestamps = &real;
    const auto result = run.resume(waiting[0]);
    QVERIFY2(result, result ? "" : qPrintable(errorCodeName(result.error().code) + result.error().detail));
    QCOMPARE(result->report.signatures.front().level, QStringLiteral("B-T"));
    QCOMPARE(run.signer->signatures(), 1);
    QCOMPARE(judgedByOpenssl(in(QStringLiteral("out.pdf"))), QString());
    QVERIFY(run.journal.unfinished()->empty());
}

void tst_SigningJob::goesOnWithoutTimestampWhenAllowed()
{
    HttpTimestampAuthority timestamps({deadService()});
    SigningRun run;
    run.timestamps = &timestamps;
    SigningRequest request = run.request(makeInput(), in(QStringLiteral("out.pdf")));
    request.level = SignatureLevel::BT;
    request.allowWithoutTimestamp = true;
    const auto result = run.run(std::move(request));
    QVERIFY(result);
    QVERIFY(result->timestampMissing);
    QCOMPARE(result->level, QStringLiteral("B-B"));
    QCOMPARE(result->report.verdict, Verdict::Intact);
}

void tst_SigningJob::wrongPinIsAskedAgainOnce()
{
    SigningRun run;
    run.pins = std::make_unique<FakePinPrompt>(std::deque<QByteArray>{"000000", "123456"});
    QVERIFY(run.run(run.request(makeInput(), in(QStringLiteral("out.pdf")))));
    QCOMPARE(run.signer->loginTries(), 2);
    QCOMPARE(run.pins->questions.size(), std::size_t(2));
    QVERIFY(!run.pins->questions[0].previousWasWrong);
    QVERIFY(run.pins->questions[1].previousWasWrong);
    QVERIFY(run.pins->questions[1].identity.pinLow);
}

void tst_SigningJob::lockedPinEnds()
{
    SigningRun run;
    run.pins = std::make_unique<FakePinPrompt>(std::deque<QByteArray>{"1", "2", "3", "123456"});
    const auto result = run.run(run.request(makeInput(), in(QStringLiteral("out.pdf"))));
    QCOMPARE(result.error().code, ErrorCode::PinLocked);
    QCOMPARE(run.signer->loginTries(), 3);
    QVERIFY(run.pins->questions[2].identity.pinFinalTry);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
}

void tst_SigningJob::cancelledPinLeavesNothing()
{
    SigningRun run;
    run.pins = std::make_unique<FakePinPrompt>(std::deque<QByteArray>{});
    const auto result = run.run(run.request(makeInput(), in(QStringLiteral("out.pdf"))));
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QVERIFY(!result.error().context.signatureMade);
    QCOMPARE(run.signer->loginTries(), 0);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
    QVERIFY(run.journal.unfinished()->empty());
}

void tst_SigningJob::pulledTokenLeavesNothing()
{
    SigningRun run;
    run.signer->beforeSigning = [&run] { run.signer->pullOut(); };
    const auto result = run.run(run.request(makeInput(), in(QStringLiteral("out.pdf"))));
    QCOMPARE(result.error().code, ErrorCode::TokenRemoved);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
}

void tst_SigningJob::tokenWithAnotherKeyIsCaught()
{
    // The certificate of one company, the key of another: a token that lies must not make a file.
    class LyingSigner final : public Signer
    {
    public:
        [[nodiscard]] const SigningIdentity &identity() const override { return m_honest.identity(); }
        QFuture<Result<SigningIdentity>> refresh() override { return m_honest.refresh(); }
        QFuture<Result<QByteArray>> sign(const CmsToBeSigned &what, SecureBytes pin, std::stop_token stop) override
        {
            return m_other.sign(what, std::move(pin), stop);
        }

    private:
        FakeSigner m_honest{PkiName::EnterpriseRsa};
        FakeSigner m_other{PkiName::Company2Rsa};
    } lying;
    SigningRun run;
    SigningServices services = run.services();
    services.signer = &lying;
    SigningJob job(run.request(makeInput(), in(QStringLiteral("out.pdf"))), services);
    job.start();
    QTRY_VERIFY_WITH_TIMEOUT(!job.canCancel(), 20000);
    QCOMPARE(job.result().error().code, ErrorCode::TokenFailed);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
}

void tst_SigningJob::outputMayNotBeTheInput()
{
    SigningRun run;
    const QString input = makeInput();
    QCOMPARE(run.run(run.request(input, input)).error().code, ErrorCode::OutputIsInput);
    QFile::link(input, in(QStringLiteral("link.pdf")));
    SigningRequest throughLink = run.request(input, in(QStringLiteral("link.pdf")));
    throughLink.overwriteOutput = true;
    QCOMPARE(run.run(std::move(throughLink)).error().code, ErrorCode::OutputIsInput);
}

void tst_SigningJob::existingOutputIsKept()
{
    SigningRun run;
    writeFile(in(QStringLiteral("out.pdf")), "precious");
    QCOMPARE(run.run(run.request(makeInput(), in(QStringLiteral("out.pdf")))).error().code, ErrorCode::OutputExists);
    QCOMPARE(readFile(in(QStringLiteral("out.pdf"))), QByteArray("precious"));
    QVERIFY(run.pins->questions.empty());

    SigningRequest agreed = run.request(in(QStringLiteral("in.pdf")), in(QStringLiteral("out.pdf")));
    agreed.overwriteOutput = true;
    QVERIFY(run.run(std::move(agreed)));
    QCOMPARE(judgedByOpenssl(in(QStringLiteral("out.pdf"))), QString());
}

void tst_SigningJob::missingFolderIsAnOutputError()
{
    SigningRun run;
    const auto result = run.run(run.request(makeInput(), in(QStringLiteral("none/out.pdf"))));
    QCOMPARE(result.error().code, ErrorCode::OutputUnwritable);
    QVERIFY(run.pins->questions.empty());
    const auto readOnly = run.run(run.request(in(QStringLiteral("in.pdf")), QStringLiteral("/proc/out.pdf")));
    QCOMPARE(readOnly.error().code, ErrorCode::OutputUnwritable);
}

void tst_SigningJob::fullDiskLeavesNothing()
{
    const QString small = in(QStringLiteral("small"));
    QVERIFY(QDir().mkpath(small));
    const Spoken mounted =
        test::run(QStringLiteral("mount"), {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                                            QStringLiteral("size=8k"), QStringLiteral("tmpfs"), small});
    if (mounted.exitCode != 0)
        QSKIP("a small file system cannot be mounted here (needs root)");
    SigningRun run;
    const auto result = run.run(run.request(makeInput(40), small + QStringLiteral("/out.pdf")));
    const QStringList left = filesIn(small);
    test::run(QStringLiteral("umount"), {small});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::DiskFull);
    QVERIFY(!result.error().context.signatureMade);
    QVERIFY(left.isEmpty());
    QVERIFY(run.pins->questions.empty());
}

void tst_SigningJob::changedInputIsRefused()
{
    SigningRun run;
    const QString input = makeInput();
    SigningRequest request = run.request(input, in(QStringLiteral("out.pdf")));
    request.fingerprint = *fingerprintFile(input);
    m_inputBytes.replace("842", "841");
    writeFile(input, m_inputBytes);
    const auto result = run.run(std::move(request));
    QCOMPARE(result.error().code, ErrorCode::DocumentChanged);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
}

void tst_SigningJob::brokenEarlierSignatureIsRefused()
{
    SigningRun first;
    QVERIFY(first.run(first.request(makeInput(), in(QStringLiteral("one.pdf")))));
    QByteArray broken = readFile(in(QStringLiteral("one.pdf")));
    const qsizetype text = broken.indexOf("Tj");
    QVERIFY(text > 0);
    broken[text - 3] = broken[text - 3] == 'x' ? 'y' : 'x';
    writeFile(in(QStringLiteral("broken.pdf")), broken);
    SigningRun second;
    const auto result = second.run(second.request(in(QStringLiteral("broken.pdf")), in(QStringLiteral("two.pdf"))));
    QCOMPARE(result.error().code, ErrorCode::EarlierSignatureBroken);
    QVERIFY(second.pins->questions.empty());
}

void tst_SigningJob::nothingPlacedIsRefused()
{
    SigningRun run;
    QCOMPARE(run.run(run.request(makeInput(), in(QStringLiteral("out.pdf")), 0)).error().code,
             ErrorCode::NothingPlaced);
}

void tst_SigningJob::journalThatFailsStopsTheJob_data()
{
    QTest::addColumn<int>("step");
    for (int step = 0; step <= int(SigningStep::Verified); ++step)
        QTest::addRow("%s", qPrintable(signingStepName(static_cast<SigningStep>(step)))) << step;
}

void tst_SigningJob::journalThatFailsStopsTheJob()
{
    QFETCH(int, step);
    SigningRun run;
    run.journal.failAt = static_cast<SigningStep>(step);
    SigningRequest request = run.request(makeInput(), in(QStringLiteral("out.pdf")));
    const auto result = run.run(std::move(request));
    // B-B has no step Stamped; the next one is the one that fails.
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::StoreUnavailable);
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("in.pdf")});
    QCOMPARE(result.error().context.signatureMade, step >= int(SigningStep::Signed));
}

void tst_SigningJob::repeatedStepsComeInOrder()
{
    SigningRun run;
    QVERIFY(run.run(run.request(makeInput(), in(QStringLiteral("out.pdf")))));
    const std::vector<SigningStep> expected{SigningStep::Prepared, SigningStep::Authorised, SigningStep::Signed,
                                            SigningStep::Embedded, SigningStep::Verified};
    QVERIFY(run.journal.steps() == expected);
}

QTEST_GUILESS_MAIN(tst_SigningJob)
#include "tst_SigningJob.moc"
