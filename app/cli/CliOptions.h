#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"

#include <QCommandLineParser>

#include <optional>

namespace bidseal::cli {

/** Options that several commands share. Secrets are never arguments: those are seen by every user of the machine. */
void addPasswordOption(QCommandLineParser &parser);
/** Nothing when the option was not given; InvalidArgument when the variable does not exist. */
Result<std::optional<SecureBytes>> passwordFrom(const QCommandLineParser &parser);

/** Reads a secret from an environment variable and wipes the copy that Qt made. InvalidArgument when it does not exist.
 */
Result<SecureBytes> secretFromEnvironment(const QString &variable);

/** A whole number of at least `least`, or InvalidArgument. */
Result<int> numberFrom(const QCommandLineParser &parser, const QString &option, int least);

} // namespace bidseal::cli
