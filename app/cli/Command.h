#pragma once

#include <QCommandLineParser>
#include <QString>

namespace bidseal::cli {

class CliOutput;

/** The exit codes of the command line contract. */
enum class ExitCode {
    Done = 0,
    CheckFailed = 1,
    WrongUsage = 2,
    NoSignature = 3,
    CannotBeChecked = 4,
    InputOrOutput = 5,
    TokenTrouble = 6,
    BackendTrouble = 7,
};

/** One word after the program's name. A new command is a class in a file of its own and a line in main.cpp. */
class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString summary() const = 0;
    /** Adds options and positional arguments; --json, --lang and --help are there for all. */
    virtual void describe(QCommandLineParser &parser) const = 0;
    /** A Qt event loop does not run; a command that needs one makes its own. */
    virtual ExitCode run(const QCommandLineParser &parser, CliOutput &output) = 0;
};

} // namespace bidseal::cli
