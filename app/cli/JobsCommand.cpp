#include "app/cli/JobsCommand.h"

#include "app/cli/CliOptions.h"
#include "app/cli/CliOutput.h"
#include "app/cli/CliWords.h"
#include "app/cli/LocalJournal.h"
#include "app/cli/SigningOutput.h"
#include "core/api/HttpTimestampAuthority.h"
#include "core/signing/SigningJob.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace bidseal::cli {

namespace {

QString idOf(const JournalEntry &entry)
{
    return entry.job.toString(QUuid::WithoutBraces);
}

ExitCode failed(const Error &error, const CliOutput &output)
{
    output.error(error);
    return exitCodeFor(error.code);
}

ExitCode list(const std::vector<JournalEntry> &entries, const CliOutput &output)
{
    QJsonArray jobs;
    for (const JournalEntry &entry : entries) {
        output.line(QStringLiteral("%1  %2  %3").arg(idOf(entry), signingStepName(entry.step), entry.inputPath));
        jobs.append(QJsonObject{{QStringLiteral("id"), idOf(entry)},
                                {QStringLiteral("step"), signingStepName(entry.step)},
                                {QStringLiteral("signed"), entry.step >= SigningStep::Signed},
                                {QStringLiteral("input"), entry.inputPath},
                                {QStringLiteral("output"), entry.outputPath},
                                {QStringLiteral("updated"), entry.updatedAt.toString(Qt::ISODate)}});
    }
    if (output.isJson())
        output.json(QJsonObject{{QStringLiteral("jobs"), jobs}});
    else if (entries.empty())
        output.line(words(QT_TRANSLATE_NOOP("Cli", "No signature is unfinished.")));
    return ExitCode::Done;
}

ExitCode resume(const JournalEntry &entry, StorageThread &store, const QCommandLineParser &parser, CliOutput &output)
{
    const auto services = timestampServicesFrom(parser);
    if (!services)
        return failed(services.error(), output);
    const auto password = passwordFrom(parser);
    if (!password)
        return failed(password.error(), output);
    HttpTimestampAuthority timestamps(*services);
    const SystemClock clock;
    const TrustStore noAnchors;
    const auto job = SigningJob::resume(entry, {nullptr, nullptr, &timestamps, &store, &clock, &noAnchors},
                                        *password ? &**password : nullptr);
    return runSigningJob(*job, output, entry.inputPath);
}

} // namespace

QString JobsCommand::summary() const
{
    return words(QT_TRANSLATE_NOOP("Cli", "List, finish or discard signatures that were interrupted."));
}

void JobsCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("list|resume|discard"), words(QT_TRANSLATE_NOOP("Cli", "What to do.")));
    parser.addPositionalArgument(QStringLiteral("ID"), words(QT_TRANSLATE_NOOP("Cli", "The job, from list.")),
                                 QStringLiteral("[ID]"));
    addTimestampOption(parser);
    addPasswordOption(parser);
}

ExitCode JobsCommand::run(const QCommandLineParser &parser, CliOutput &output)
{
    const QStringList arguments = parser.positionalArguments();
    const QString what = arguments.value(0);
    const bool isKnown = what == u"list" || what == u"resume" || what == u"discard";
    if (!isKnown || arguments.size() != (what == u"list" ? 1 : 2))
        return output.usage(words(QT_TRANSLATE_NOOP("Cli", "jobs needs list, resume ID or discard ID.")));
    const auto store = openLocalStore();
    if (!store)
        return failed(store.error(), output);
    const auto entries = (*store)->unfinished();
    if (!entries)
        return failed(entries.error(), output);
    if (what == u"list")
        return list(*entries, output);
    const auto entry = std::ranges::find(*entries, arguments[1], idOf);
    if (entry == entries->end())
        return failed({ErrorCode::InvalidArgument, QStringLiteral("no job ") + arguments[1]}, output);
    if (what == u"resume")
        return resume(*entry, **store, parser, output);
    if (const auto discarded = SigningJob::discard(*entry, **store); !discarded)
        return failed(discarded.error(), output);
    output.line(words(QT_TRANSLATE_NOOP("Cli", "Discarded.")));
    return ExitCode::Done;
}

} // namespace bidseal::cli
