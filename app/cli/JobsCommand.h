#pragma once

#include "app/cli/Command.h"

namespace bidseal::cli {

/** `jobs list|resume ID|discard ID`: signatures that a crash or a dead timestamp service left unfinished. */
class JobsCommand final : public Command
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("jobs"); }
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CliOutput &output) override;
};

} // namespace bidseal::cli
