#pragma once

#include "app/cli/Command.h"

namespace bidseal::cli {

/** `render`: one page as PNG. */
class RenderCommand final : public Command
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("render"); }
    [[nodiscard]] QString summary() const override;
    void describe(QCommandLineParser &parser) const override;
    ExitCode run(const QCommandLineParser &parser, CliOutput &output) override;
};

} // namespace bidseal::cli
