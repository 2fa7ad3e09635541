#include "app/cli/SigningOutput.h"

#include "app/cli/CliOutput.h"
#include "app/cli/CliWords.h"
#include "app/cli/EventLoop.h"
#include "core/messages/Messages.h"
#include "core/signing/ReportJson.h"

#include <QJsonObject>
#include <QUrl>

namespace bidseal::cli {

namespace {

// A person may take long over a PIN pad; the token's own limits end what hangs.
constexpr std::chrono::hours jobLimit{1};

void printResult(const SigningResult &result, const CliOutput &output)
{
    if (output.isJson()) {
        output.json(QJsonObject{{QStringLiteral("output"), result.outputPath},
                                {QStringLiteral("level"), result.level},
                                {QStringLiteral("timestamp_missing"), result.timestampMissing},
                                {QStringLiteral("input_sha256"), QString::fromLatin1(result.inputSha256.toHex())},
                                {QStringLiteral("output_sha256"), QString::fromLatin1(result.outputSha256.toHex())},
                                {QStringLiteral("verification"), reportToJson(result.report, findingText)}});
        return;
    }
    output.line(words(QT_TRANSLATE_NOOP("Cli", "Signed and verified: %1")).arg(result.outputPath));
    output.line(verdictText(result.report).sentence);
    output.line(QStringLiteral("%1  SHA-256 %2").arg(result.level, QString::fromLatin1(result.outputSha256.toHex())));
}

} // namespace

ExitCode runSigningJob(SigningJob &job, CliOutput &output, const QString &subject)
{
    bool isFinished = false;
    QObject::connect(&job, &SigningJob::finished, &job, [&isFinished] { isFinished = true; });
    job.start();
    if (!runUntil([&isFinished] { return isFinished; }, &job, &SigningJob::finished, jobLimit)) {
        output.error({ErrorCode::Cancelled}, subject);
        return exitCodeFor(ErrorCode::Cancelled);
    }
    const auto &result = job.result();
    if (!result) {
        if (output.isJson())
            output.json(QJsonObject{{QStringLiteral("error"), errorToJson(result.error())}});
        output.error(result.error(), subject);
        return exitCodeFor(result.error().code);
    }
    printResult(*result, output);
    return ExitCode::Done;
}

void addTimestampOption(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("tsa"),
         words(QT_TRANSLATE_NOOP("Cli", "RFC 3161 timestamp service; may be repeated, the next one is tried when "
                                        "one does not answer.")),
         QStringLiteral("URL")});
}

Result<std::vector<QUrl>> timestampServicesFrom(const QCommandLineParser &parser)
{
    std::vector<QUrl> services;
    for (const QString &text : parser.values(QStringLiteral("tsa"))) {
        const QUrl url(text, QUrl::StrictMode);
        if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https") || url.host().isEmpty())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("--tsa ") + text);
        services.push_back(url);
    }
    return services;
}

} // namespace bidseal::cli
