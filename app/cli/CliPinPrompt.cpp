#include "app/cli/CliPinPrompt.h"

#include "app/cli/CliOptions.h"
#include "app/cli/CliWords.h"
#include "core/common/ReadyFuture.h"

#include <cstdio>

#if defined(Q_OS_WIN)
#include <conio.h>
#include <io.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace bidseal::cli {

namespace {

void say(const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
}

/** One line of standard input, byte by byte into secure memory. */
SecureBytes lineFromStandardInput()
{
    SecureBytes line;
    for (int c = std::getchar(); c != EOF && c != '\n'; c = std::getchar()) {
        if (c != '\r')
            line.append(static_cast<char>(c));
    }
    return line;
}

#if defined(Q_OS_WIN)
bool isTerminal()
{
    return _isatty(_fileno(stdin)) != 0;
}

SecureBytes lineWithoutEcho()
{
    SecureBytes line;
    for (int c = _getch(); c != '\r' && c != '\n' && c != 3; c = _getch())
        c == '\b' ? line.chop(1) : line.append(static_cast<char>(c));
    return line;
}
#else
bool isTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

SecureBytes lineWithoutEcho()
{
    termios before{};
    tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    SecureBytes line = lineFromStandardInput();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    return line;
}
#endif

} // namespace

void addPinOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("pin-env"),
                      words(QT_TRANSLATE_NOOP("Cli", "Environment variable with the UKey's PIN.")),
                      QStringLiteral("VAR")});
    parser.addOption({QStringLiteral("pin-stdin"),
                      words(QT_TRANSLATE_NOOP("Cli", "Read the PIN from the first line of standard input."))});
    parser.addOption({QStringLiteral("last-try"),
                      words(QT_TRANSLATE_NOOP("Cli", "Agree to use the last try before the UKey locks itself."))});
}

CliPinPrompt::CliPinPrompt(const QCommandLineParser &parser)
    : m_variable(parser.value(QStringLiteral("pin-env")))
    , m_fromStandardInput(parser.isSet(QStringLiteral("pin-stdin")))
    , m_mayUseLastTry(parser.isSet(QStringLiteral("last-try")))
{
}

QFuture<Result<SecureBytes>> CliPinPrompt::ask(const PinQuestion &question)
{
    return readyFuture(answer(question));
}

void CliPinPrompt::finished(const Result<void> &) {}

Result<SecureBytes> CliPinPrompt::answer(const PinQuestion &question) const
{
    const ErrorContext flags{.pinLow = question.identity.pinLow, .pinFinalTry = question.identity.pinFinalTry};
    const bool isGivenOnce = !m_variable.isEmpty() || m_fromStandardInput;
    if (question.previousWasWrong && (isGivenOnce || !isTerminal()))
        return fail(ErrorCode::PinIncorrect, {}, flags);
    if (question.identity.pinFinalTry && !m_mayUseLastTry)
        return fail(ErrorCode::Cancelled, QStringLiteral("one try is left; --last-try agrees to use it"), flags);
    if (question.identity.hasProtectedPath) {
        say(words(QT_TRANSLATE_NOOP("Cli", "Type the PIN on the UKey.")) + u'\n');
        return SecureBytes();
    }
    if (!m_variable.isEmpty())
        return secretFromEnvironment(m_variable);
    if (m_fromStandardInput)
        return lineFromStandardInput();
    if (!isTerminal())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("no PIN: --pin-env, --pin-stdin, or a terminal"));
    if (question.previousWasWrong)
        say(words(QT_TRANSLATE_NOOP("Cli", "The PIN is not correct.")) + u'\n');
    say(words(QT_TRANSLATE_NOOP("Cli", "PIN of %1 for signing %2: "))
            .arg(question.identity.mediumLabel, question.documentName));
    SecureBytes pin = lineWithoutEcho();
    say(QStringLiteral("\n"));
    if (pin.isEmpty())
        return fail(ErrorCode::Cancelled);
    return pin;
}

} // namespace bidseal::cli
