#include "app/cli/CliOutput.h"

#include "core/messages/Messages.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace bidseal::cli {

namespace {

void write(std::FILE *stream, QByteArray bytes)
{
    bytes += '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

void CliOutput::line(const QString &text) const
{
    if (!m_isJson)
        write(stdout, text.toUtf8());
}

void CliOutput::json(const QJsonValue &value) const
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    write(stdout, document.toJson(QJsonDocument::Indented).trimmed());
}

void CliOutput::error(const Error &error, const QString &subject) const
{
    const ErrorText text = errorText(error);
    QStringList lines;
    lines.append(subject.isEmpty() ? text.whatHappened : subject + QStringLiteral(": ") + text.whatHappened);
    if (!text.wasSigned.isEmpty())
        lines.append(text.wasSigned);
    if (!text.whatNext.isEmpty())
        lines.append(text.whatNext);
    QString code = text.code;
    if (!text.detail.isEmpty())
        code += QStringLiteral(" (") + text.detail + u')';
    lines.append(code);
    write(stderr, lines.join(u'\n').toUtf8());
}

ExitCode CliOutput::usage(const QString &sentence) const
{
    write(stderr, sentence.toUtf8());
    write(stderr, QCoreApplication::translate("Cli", "Run bidseal-cli --help to see how it is used.").toUtf8());
    return ExitCode::WrongUsage;
}

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::PageOutOfRange:
    case ErrorCode::NothingPlaced:
        return ExitCode::WrongUsage;
    case ErrorCode::ModuleNotFound:
    case ErrorCode::ModuleWrongArchitecture:
    case ErrorCode::ModuleFailed:
    case ErrorCode::TokenHostCrashed:
    case ErrorCode::TokenHostTimedOut:
    case ErrorCode::TokenNotFound:
    case ErrorCode::TokenRemoved:
    case ErrorCode::TokenFailed:
    case ErrorCode::WrongToken:
    case ErrorCode::CertificateNotFound:
    case ErrorCode::CertificateUnreadable:
    case ErrorCode::CertificateExpired:
    case ErrorCode::CertificateNotYetValid:
    case ErrorCode::CertificateNotForSigning:
    case ErrorCode::PrivateKeyMissing:
    case ErrorCode::PinIncorrect:
    case ErrorCode::PinLocked:
    case ErrorCode::PinLengthInvalid:
    case ErrorCode::KeyMechanismUnsupported:
        return ExitCode::TokenTrouble;
    case ErrorCode::TimestampUnreachable:
    case ErrorCode::TimestampRejected:
    case ErrorCode::TimestampInvalid:
        return ExitCode::BackendTrouble;
    case ErrorCode::SelfCheckFailed:
    case ErrorCode::EarlierSignatureBroken:
        return ExitCode::CheckFailed;
    default:
        return ExitCode::InputOrOutput;
    }
}

QJsonObject errorToJson(const Error &error)
{
    const ErrorText text = errorText(error);
    return {{QStringLiteral("code"), text.code},
            {QStringLiteral("text"), text.whatHappened},
            {QStringLiteral("signed"), error.context.signatureMade},
            {QStringLiteral("next"), text.whatNext}};
}

} // namespace bidseal::cli
