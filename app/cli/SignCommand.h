#pragma once

#include "app/cli/Command.h"

namespace bidseal::cli {

/** `sign`: seals and date stamps onto a bid and signs it with a UKey. */
class SignCommand final : public Command
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("sign"); }
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CliOutput &output) override;
};

} // namespace bidseal::cli
