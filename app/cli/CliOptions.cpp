#include "app/cli/CliOptions.h"

#include <QCoreApplication>

namespace bidseal::cli {

void addPasswordOption(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("password-env"),
                      QCoreApplication::translate("Cli", "Environment variable with the password that opens the file."),
                      QStringLiteral("VAR")});
}

Result<std::optional<SecureBytes>> passwordFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(QStringLiteral("password-env")))
        return std::optional<SecureBytes>();
    auto secret = secretFromEnvironment(parser.value(QStringLiteral("password-env")));
    if (!secret)
        return fail(std::move(secret.error()));
    return std::optional<SecureBytes>(std::move(*secret));
}

Result<SecureBytes> secretFromEnvironment(const QString &variable)
{
    const QByteArray name = variable.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(name.constData()))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("no environment variable ") + variable);
    QByteArray value = qgetenv(name.constData());
    SecureBytes secret{QByteArrayView(value)};
    wipe({value.data(), static_cast<std::size_t>(value.size())});
    return secret;
}

Result<int> numberFrom(const QCommandLineParser &parser, const QString &option, int least)
{
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < least)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--%1 %2").arg(option, parser.value(option)));
    return number;
}

} // namespace bidseal::cli
