#pragma once

#include "app/cli/Command.h"
#include "core/signing/SigningJob.h"

namespace bidseal::cli {

/** Runs the job on the program's event loop and prints its result or its error. */
ExitCode runSigningJob(SigningJob &job, CliOutput &output, const QString &subject);

/** --tsa URL, may be repeated. */
void addTimestampOption(QCommandLineParser &parser);
Result<std::vector<QUrl>> timestampServicesFrom(const QCommandLineParser &parser);

} // namespace bidseal::cli
