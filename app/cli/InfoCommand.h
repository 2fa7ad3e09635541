#pragma once

#include "app/cli/Command.h"

namespace bidseal::cli {

/** `info`: pages, sizes, encryption, permissions, signature fields and the warnings before signing. */
class InfoCommand final : public Command
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("info"); }
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CliOutput &output) override;
};

} // namespace bidseal::cli
