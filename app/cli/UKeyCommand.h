#pragma once

#include "app/cli/Command.h"

namespace bidseal::cli {

/** `ukey list`: the tokens, certificates and keys of all modules, and why one cannot be used. Never asks for a PIN. */
class UKeyCommand final : public Command
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("ukey"); }
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CliOutput &output) override;
};

} // namespace bidseal::cli
