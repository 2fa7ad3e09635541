#include "tests/support/SigningRun.h"

#include "core/pdf/SignatureScan.h"
#include "core/signing/PlacementRules.h"
#include "tests/support/PdfJudges.h"
#include "tests/support/SampleSeals.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

namespace bidseal::test {

namespace {

constexpr int timeLimitMs = 60000;

Placement placedAt(const PdfDocument &document, int page, PointF shown, Stamp stamp, SizeF sizeMm)
{
    const PageGeometry geometry = *document.pageGeometry(page);
    const RectF rect = clampedToPage(rectForStamp(sizeMm, shown, geometry), geometry);
    return {QUuid::createUuid(), page, rect, std::move(stamp)};
}

} // namespace

SigningRun::SigningRun()
    : signer(std::make_unique<FakeSigner>(PkiName::EnterpriseRsa))
    , pins(std::make_unique<FakePinPrompt>(std::deque<QByteArray>{"123456"}))
{
    trust.add(TestPki::instance().certificate(PkiName::RootCa));
}

SigningRequest SigningRun::request(const QString &input, const QString &output, int seals, bool withDate) const
{
    SigningRequest request;
    const auto document = PdfDocument::open(input);
    if (!document)
        qFatal("%s: %s", qPrintable(input), qPrintable(document.error().detail));
    request.document = *document;
    const Seal seal = sampleCompanySeal();
    for (int i = 0; i < seals; ++i) {
        const PointF place{150.0 + 40 * (i % 5), 200.0 + 60.0 * (i / 5)};
        request.placements.push_back(placedAt(**document, i % (*document)->pageCount(), place, seal, seal.sizeMm));
    }
    if (withDate)
        request.placements.push_back(placedAt(**document, 0, {300, 600}, DateStamp{QDate(2026, 11, 23)}, {40, 6}));
    request.outputPath = output;
    request.level = SignatureLevel::BB;
    return request;
}

SigningServices SigningRun::services()
{
    return {signer.get(), pins.get(), timestamps, usedJournal, &clock, &trust};
}

Result<SigningResult> SigningRun::finish(SigningJob &job)
{
    QEventLoop loop;
    QObject::connect(&job, &SigningJob::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QObject::connect(&job, &SigningJob::stepDone, &job, [this, &job](SigningStep step) {
        if (onStep)
            onStep(job, step);
    });
    QTimer::singleShot(timeLimitMs, &loop, [] { qFatal("a signing job did not end"); });
    job.start();
    loop.exec();
    return job.result();
}

Result<SigningResult> SigningRun::run(SigningRequest request)
{
    SigningJob job(std::move(request), services());
    return finish(job);
}

Result<SigningResult> SigningRun::resume(const JournalEntry &entry)
{
    const auto job = SigningJob::resume(entry, services());
    return finish(*job);
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

QString judgedByOpenssl(const QString &file)
{
    const auto document = PdfDocument::open(file);
    if (!document)
        return QStringLiteral("cannot be opened");
    const auto scan = scanSignatures(**document);
    if (!scan || scan->signatures.empty())
        return QStringLiteral("no signature found");
    const QByteArray bytes = readFile(file);
    const QTemporaryDir folder;
    for (const ScannedSignature &signature : scan->signatures) {
        const auto &range = signature.byteRange;
        writeFile(folder.filePath(QStringLiteral("data")),
                  bytes.mid(range[0], range[1]) + bytes.mid(range[2], range[3]));
        writeFile(folder.filePath(QStringLiteral("cms")), signature.cms);
        const Spoken said =
            test::run(QStringLiteral("openssl"),
                      {QStringLiteral("cms"), QStringLiteral("-verify"), QStringLiteral("-binary"),
                       QStringLiteral("-cades"), QStringLiteral("-inform"), QStringLiteral("DER"),
                       QStringLiteral("-in"), folder.filePath(QStringLiteral("cms")), QStringLiteral("-content"),
                       folder.filePath(QStringLiteral("data")), QStringLiteral("-CAfile"),
                       TestPki::instance().pemPath(PkiName::RootCa), QStringLiteral("-purpose"), QStringLiteral("any"),
                       QStringLiteral("-out"), folder.filePath(QStringLiteral("out"))});
        if (said.exitCode != 0)
            return signature.fields.join(u',') + QStringLiteral(": ") + said.text;
    }
    return {};
}

} // namespace bidseal::test
