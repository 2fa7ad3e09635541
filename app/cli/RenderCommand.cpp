#include "app/cli/RenderCommand.h"

#include "app/cli/CliOptions.h"
#include "app/cli/CliOutput.h"
#include "app/cli/CliWords.h"
#include "core/pdf/PdfDocument.h"
#include "core/pdf/SealPicture.h"

#include <QJsonObject>
#include <QSaveFile>

namespace bidseal::cli {

namespace {

constexpr int defaultDpi = 150;
constexpr int maxDpi = 2400;

struct Job
{
    QString path;
    QString out;
    int page = 1;
    int dpi = defaultDpi;
};

Result<Job> jobFrom(const QCommandLineParser &parser)
{
    Job job;
    job.path = parser.positionalArguments().first();
    job.out = parser.value(QStringLiteral("out"));
    auto page = numberFrom(parser, QStringLiteral("page"), 1);
    if (!page)
        return fail(std::move(page.error()));
    auto dpi = numberFrom(parser, QStringLiteral("dpi"), 1);
    if (!dpi)
        return fail(std::move(dpi.error()));
    if (*dpi > maxDpi)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--dpi is at most %1").arg(maxDpi));
    job.page = *page;
    job.dpi = *dpi;
    return job;
}

Result<Raster> drawPage(const Job &job, const SecureBytes *password)
{
    const auto document = PdfDocument::open(job.path, password);
    if (!document)
        return fail(document.error());
    if (job.page > (*document)->pageCount())
        return fail(ErrorCode::PageOutOfRange);
    RenderRequest request;
    request.page = job.page - 1;
    request.scale = job.dpi / pointsPerInch;
    return (*document)->render(request);
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::OutputUnwritable, file.errorString());
    return {};
}

} // namespace

QString RenderCommand::summary() const
{
    return words(QT_TRANSLATE_NOOP("Cli", "Draw a page of a PDF file as PNG."));
}

void RenderCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("page"), words(QT_TRANSLATE_NOOP("Cli", "Page, from 1.")), QStringLiteral("N"),
                      QStringLiteral("1")});
    parser.addOption({QStringLiteral("dpi"), words(QT_TRANSLATE_NOOP("Cli", "Dots per inch.")), QStringLiteral("D"),
                      QString::number(defaultDpi)});
    parser.addOption(
        {QStringLiteral("out"), words(QT_TRANSLATE_NOOP("Cli", "The PNG file to write.")), QStringLiteral("OUT.png")});
    addPasswordOption(parser);
    parser.addPositionalArgument(QStringLiteral("FILE"), words(QT_TRANSLATE_NOOP("Cli", "PDF file.")));
}

ExitCode RenderCommand::run(const QCommandLineParser &parser, CliOutput &output)
{
    if (parser.positionalArguments().size() != 1 || !parser.isSet(QStringLiteral("out")))
        return output.usage(words(QT_TRANSLATE_NOOP("Cli", "Name one file and the PNG file with --out.")));
    const auto failed = [&output](const Error &error, const QString &subject) {
        output.error(error, subject);
        if (output.isJson())
            output.json(QJsonObject{{QStringLiteral("file"), subject}, {QStringLiteral("error"), errorToJson(error)}});
        return exitCodeFor(error.code);
    };
    const auto job = jobFrom(parser);
    if (!job)
        return failed(job.error(), parser.positionalArguments().first());
    const auto password = passwordFrom(parser);
    if (!password)
        return failed(password.error(), job->path);
    const auto raster = drawPage(*job, *password ? &**password : nullptr);
    if (!raster)
        return failed(raster.error(), job->path);
    const auto png = encodePng(*raster);
    if (!png)
        return failed(png.error(), job->out);
    if (const auto written = writeFile(job->out, *png); !written)
        return failed(written.error(), job->out);
    if (output.isJson())
        output.json(QJsonObject{{QStringLiteral("file"), job->path},
                                {QStringLiteral("page"), job->page},
                                {QStringLiteral("dpi"), job->dpi},
                                {QStringLiteral("width"), raster->width},
                                {QStringLiteral("height"), raster->height},
                                {QStringLiteral("out"), job->out}});
    return ExitCode::Done;
}

} // namespace bidseal::cli
