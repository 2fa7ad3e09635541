#include "app/cli/CliOutput.h"
#include "app/cli/InfoCommand.h"
#include "app/cli/JobsCommand.h"
#include "app/cli/RenderCommand.h"
#include "app/cli/SignCommand.h"
#include "app/cli/UKeyCommand.h"
#include "app/cli/VerifyCommand.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

namespace {

using namespace bidseal::cli;

std::vector<std::unique_ptr<Command>> makeCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<VerifyCommand>());
    commands.push_back(std::make_unique<InfoCommand>());
    commands.push_back(std::make_unique<RenderCommand>());
    commands.push_back(std::make_unique<SignCommand>());
    commands.push_back(std::make_unique<UKeyCommand>());
    commands.push_back(std::make_unique<JobsCommand>());
    return commands;
}

/** The language has to be known before the first word is said, that is before the options are parsed. */
QString languageFrom(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--lang"))
            return arguments.value(i + 1);
        if (arguments[i].startsWith(QLatin1String("--lang=")))
            return arguments[i].mid(7);
    }
    for (const char *variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const QString value = qEnvironmentVariable(variable); !value.isEmpty())
            return value;
    }
    return QLocale::system().name();
}

void printHelp(const std::vector<std::unique_ptr<Command>> &commands, std::FILE *stream)
{
    QString text = QCoreApplication::translate("Cli", "Usage: bidseal-cli COMMAND [OPTIONS] …") + u'\n';
    for (const auto &command : commands)
        text += QStringLiteral("  %1 %2\n").arg(command->name(), -8).arg(command->summary());
    text += QCoreApplication::translate("Cli", "bidseal-cli COMMAND --help shows the options of a command.") + u'\n';
    std::fputs(text.toUtf8().constData(), stream);
}

void addCommonOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {QStringLiteral("json"), QCoreApplication::translate("Cli", "Print one JSON value on standard output.")});
    parser.addOption({QStringLiteral("lang"), QCoreApplication::translate("Cli", "Language of the words: zh_CN or en."),
                      QStringLiteral("LANG")});
    parser.addOption(
        {{QStringLiteral("h"), QStringLiteral("help")}, QCoreApplication::translate("Cli", "Show this help.")});
}

int runCommand(Command &command, QStringList arguments)
{
    arguments.removeOne(command.name());
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary());
    addCommonOptions(parser);
    command.describe(parser);
    const bool isParsed = parser.parse(arguments);
    CliOutput output(parser.isSet(QStringLiteral("json")));
    if (!isParsed)
        return static_cast<int>(output.usage(parser.errorText()));
    if (parser.isSet(QStringLiteral("help"))) {
        // Qt names the program as it was called; what is typed is the program and the command.
        QString help = parser.helpText();
        help.replace(QCoreApplication::arguments().first(), QStringLiteral("bidseal-cli ") + command.name());
        std::fputs(help.toUtf8().constData(), stdout);
        return static_cast<int>(ExitCode::Done);
    }
    return static_cast<int>(command.run(parser, output));
}

/** The first argument that is no option and no option's value of ours. */
QString commandName(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == QLatin1String("--lang"))
            ++i;
        else if (!arguments[i].startsWith(u'-'))
            return arguments[i];
    }
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bidseal-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BIDSEAL_VERSION));
    const QStringList arguments = QCoreApplication::arguments();
    QTranslator translator;
    if (languageFrom(arguments).startsWith(QLatin1String("zh")) &&
        translator.load(QStringLiteral(":/i18n/bidseal_zh_CN.qm")))
        QCoreApplication::installTranslator(&translator);

    const auto commands = makeCommands();
    const QString name = commandName(arguments);
    const auto command =
        std::ranges::find_if(commands, [&name](const auto &candidate) { return candidate->name() == name; });
    if (command != commands.end())
        return runCommand(**command, arguments);
    if (name.isEmpty() && arguments.contains(QLatin1String("--version"))) {
        std::printf("bidseal-cli %s\n", BIDSEAL_VERSION);
        return static_cast<int>(ExitCode::Done);
    }
    const bool wantsHelp =
        name.isEmpty() && (arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("-h")));
    printHelp(commands, wantsHelp ? stdout : stderr);
    return static_cast<int>(wantsHelp ? ExitCode::Done : ExitCode::WrongUsage);
}
