#include "app/cli/UKeyCommand.h"

#include "app/cli/CliOutput.h"
#include "app/cli/CliWords.h"
#include "app/cli/TokenOptions.h"
#include "core/messages/Messages.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bidseal::cli {

namespace {

QString reasonName(UnusableReason reason)
{
    switch (reason) {
    case UnusableReason::None:
        return {};
    case UnusableReason::Unreadable:
        return QStringLiteral("unreadable");
    case UnusableReason::NoPrivateKey:
        return QStringLiteral("no-private-key");
    case UnusableReason::NotYetValid:
        return QStringLiteral("not-yet-valid");
    case UnusableReason::Expired:
        return QStringLiteral("expired");
    case UnusableReason::NotForSigning:
        return QStringLiteral("not-for-signing");
    case UnusableReason::AlgorithmUnsupported:
        return QStringLiteral("algorithm-unsupported");
    }
    return {};
}

QJsonObject toJson(const SigningIdentity &identity)
{
    const Certificate &certificate = identity.certificate;
    return {{QStringLiteral("token"), identity.mediumLabel},
            {QStringLiteral("token_serial"), identity.mediumSerial},
            {QStringLiteral("module"), identity.modulePath},
            {QStringLiteral("slot"), identity.slot},
            {QStringLiteral("id"), QString::fromLatin1(identity.keyId.toHex())},
            {QStringLiteral("subject"), certificate.subject},
            {QStringLiteral("issuer"), certificate.issuer},
            {QStringLiteral("serial"), certificate.serial},
            {QStringLiteral("not_before"), certificate.notBefore.toString(Qt::ISODate)},
            {QStringLiteral("not_after"), certificate.notAfter.toString(Qt::ISODate)},
            {QStringLiteral("usable"), identity.unusable == UnusableReason::None},
            {QStringLiteral("unusable_reason"), identity.unusable == UnusableReason::None
                                                    ? QJsonValue(QJsonValue::Null)
                                                    : QJsonValue(reasonName(identity.unusable))},
            {QStringLiteral("pin"), QJsonObject{{QStringLiteral("low"), identity.pinLow},
                                                {QStringLiteral("final_try"), identity.pinFinalTry},
                                                {QStringLiteral("locked"), identity.pinLocked},
                                                {QStringLiteral("on_reader"), identity.hasProtectedPath},
                                                {QStringLiteral("each_signature"), identity.needsPinForEachUse}}}};
}

void print(const SigningIdentity &identity, const CliOutput &output)
{
    output.line(QStringLiteral("%1  %2").arg(identity.mediumLabel, identity.mediumSerial.right(4)));
    output.line(QStringLiteral("  %1").arg(identity.certificate.subject));
    output.line(QStringLiteral("  id %1, slot %2, %3 – %4")
                    .arg(QString::fromLatin1(identity.keyId.toHex()))
                    .arg(identity.slot)
                    .arg(identity.certificate.notBefore.date().toString(Qt::ISODate),
                         identity.certificate.notAfter.date().toString(Qt::ISODate)));
    if (identity.unusable != UnusableReason::None)
        output.line(QStringLiteral("  ") + unusableReasonText(identity.unusable, identity.certificate));
    if (identity.pinLocked)
        output.line(QStringLiteral("  ") + words(QT_TRANSLATE_NOOP("Cli", "The PIN is locked.")));
    else if (identity.pinFinalTry)
        output.line(QStringLiteral("  ") + words(QT_TRANSLATE_NOOP("Cli", "Only one try of the PIN is left.")));
}

} // namespace

QString UKeyCommand::summary() const
{
    return words(QT_TRANSLATE_NOOP("Cli", "List the UKeys that are plugged in and their certificates."));
}

void UKeyCommand::describe(QCommandLineParser &parser) const
{
    addModuleOptions(parser);
    parser.addPositionalArgument(QStringLiteral("list"), words(QT_TRANSLATE_NOOP("Cli", "What to do.")));
}

ExitCode UKeyCommand::run(const QCommandLineParser &parser, CliOutput &output)
{
    if (parser.positionalArguments() != QStringList{QStringLiteral("list")})
        return output.usage(words(QT_TRANSLATE_NOOP("Cli", "ukey needs the word list.")));
    TokenSearch search(parser);
    const auto searched = search.run();
    if (!searched) {
        output.error(searched.error());
        return exitCodeFor(searched.error().code);
    }
    QJsonArray keys;
    QJsonArray problems;
    for (const SigningIdentity &identity : search.provider().identities()) {
        keys.append(toJson(identity));
        print(identity, output);
    }
    for (const Error &problem : search.provider().problems()) {
        problems.append(errorToJson(problem));
        output.error(problem);
    }
    if (output.isJson())
        output.json(QJsonObject{{QStringLiteral("keys"), keys}, {QStringLiteral("problems"), problems}});
    else if (keys.isEmpty())
        output.line(words(QT_TRANSLATE_NOOP("Cli", "No UKey is plugged in.")));
    return problems.isEmpty() ? ExitCode::Done : ExitCode::TokenTrouble;
}

} // namespace bidseal::cli
