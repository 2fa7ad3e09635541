#include "app/cli/VerifyCommand.h"

#include "app/cli/CliOptions.h"
#include "app/cli/CliOutput.h"
#include "app/cli/CliWords.h"
#include "core/messages/Messages.h"
#include "core/messages/ReportHtml.h"
#include "core/pdf/HtmlToPdf.h"
#include "core/signing/Fingerprint.h"
#include "core/signing/ReportJson.h"

#include <QFile>
#include <QJsonArray>
#include <QSaveFile>

#include <algorithm>
#include <array>

namespace bidseal::cli {

namespace {

/** Which of several files' results the program ends with: a broken one outweighs one that could not be read, and so on.
 */
ExitCode graverExit(ExitCode a, ExitCode b)
{
    constexpr std::array order{ExitCode::CheckFailed, ExitCode::InputOrOutput, ExitCode::CannotBeChecked,
                               ExitCode::NoSignature, ExitCode::Done};
    const auto rank = [&order](ExitCode code) { return std::ranges::find(order, code) - order.begin(); };
    return rank(a) <= rank(b) ? a : b;
}

void printSignature(const SignatureFacts &facts, const CliOutput &output)
{
    const QString signer = facts.signer ? facts.signer->subject : words(QT_TRANSLATE_NOOP("Cli", "unknown signer"));
    output.line(QStringLiteral("  %1: %2").arg(facts.field, verdictText(facts).sentence));
    output.line(QStringLiteral("    %1").arg(signer));
    for (const Finding &finding : facts.findings)
        output.line(QStringLiteral("    - %1 [%2]").arg(findingText(finding), finding.code));
}

void printReport(const SignatureReport &report, const CliOutput &output)
{
    output.line(QStringLiteral("%1: %2").arg(report.file, verdictText(report).sentence));
    for (const SignatureFacts &facts : report.signatures)
        printSignature(facts, output);
    for (const Finding &finding : report.findings)
        output.line(QStringLiteral("  - %1 [%2]").arg(findingText(finding), finding.code));
}

} // namespace

QString VerifyCommand::summary() const
{
    return words(QT_TRANSLATE_NOOP("Cli", "Check the signatures of PDF files."));
}

void VerifyCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({QStringLiteral("trust"),
                      words(QT_TRANSLATE_NOOP("Cli", "Trusted certificates: a file or a folder. May be repeated.")),
                      QStringLiteral("FILE|DIR")});
    parser.addOption(
        {QStringLiteral("require-trust"), words(QT_TRANSLATE_NOOP("Cli", "Fail when a signer is not trusted."))});
    parser.addOption({QStringLiteral("at"),
                      words(QT_TRANSLATE_NOOP("Cli", "Judge certificates at this time (ISO 8601).")),
                      QStringLiteral("TIME")});
    addPasswordOption(parser);
    parser.addOption({QStringLiteral("report"),
                      words(QT_TRANSLATE_NOOP("Cli", "Write the validation report to this file (.pdf or .html).")),
                      QStringLiteral("OUT")});
    parser.addPositionalArgument(QStringLiteral("FILE..."), words(QT_TRANSLATE_NOOP("Cli", "PDF files.")));
}

std::optional<ExitCode> VerifyCommand::readOptions(const QCommandLineParser &parser, const CliOutput &output)
{
    auto password = passwordFrom(parser);
    if (!password) {
        output.error(password.error());
        return ExitCode::WrongUsage;
    }
    m_password = std::move(*password);
    if (parser.isSet(QStringLiteral("at"))) {
        QDateTime at = QDateTime::fromString(parser.value(QStringLiteral("at")), Qt::ISODate);
        if (!at.isValid())
            return output.usage(words(QT_TRANSLATE_NOOP("Cli", "--at needs a time like 2026-11-23T08:00:00Z.")));
        m_options.at = at.toUTC();
    }
    auto trust = TrustStore::load(parser.values(QStringLiteral("trust")));
    if (!trust) {
        output.error(trust.error());
        return ExitCode::InputOrOutput;
    }
    m_trust = std::move(*trust);
    m_options.trust = &m_trust;
    m_requireTrust = parser.isSet(QStringLiteral("require-trust"));
    m_reportPath = parser.value(QStringLiteral("report"));
    const bool isKnownKind = m_reportPath.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ||
                             m_reportPath.endsWith(QLatin1String(".html"), Qt::CaseInsensitive);
    if (parser.isSet(QStringLiteral("report")) && !isKnownKind)
        return output.usage(words(QT_TRANSLATE_NOOP("Cli", "The name of the report has to end in .pdf or .html.")));
    return std::nullopt;
}

ExitCode VerifyCommand::run(const QCommandLineParser &parser, CliOutput &output)
{
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty())
        return output.usage(words(QT_TRANSLATE_NOOP("Cli", "Name at least one file.")));
    if (const std::optional<ExitCode> wrong = readOptions(parser, output))
        return *wrong;
    if (!m_reportPath.isEmpty() && files.size() > 1)
        return output.usage(words(QT_TRANSLATE_NOOP("Cli", "A report can be written for one file only.")));
    ExitCode result = ExitCode::Done;
    QJsonArray all;
    for (const QString &file : files) {
        QJsonObject json;
        result = graverExit(result, verifyFile(file, output, json));
        all.append(json);
    }
    if (output.isJson())
        output.json(files.size() == 1 ? all.first() : QJsonValue(all));
    return result;
}

ExitCode VerifyCommand::verifyFile(const QString &path, const CliOutput &output, QJsonObject &json) const
{
    const auto failed = [&](const Error &error) {
        output.error(error, path);
        json.insert(QStringLiteral("file"), path);
        json.insert(QStringLiteral("error"), errorToJson(error));
        return exitCodeFor(error.code);
    };
    const auto report = validateFile(path, m_password ? &*m_password : nullptr, m_options, SystemClock());
    if (!report)
        return failed(report.error());
    json = reportToJson(*report, findingText);
    printReport(*report, output);
    if (!m_reportPath.isEmpty()) {
        if (const auto written = writeReport(*report); !written) {
            output.error(written.error(), m_reportPath);
            return exitCodeFor(written.error().code);
        }
    }
    return judge(*report);
}

ExitCode VerifyCommand::judge(const SignatureReport &report) const
{
    switch (report.verdict) {
    case Verdict::Modified:
    case Verdict::ForgedOrMalformed:
        return ExitCode::CheckFailed;
    case Verdict::CannotBeChecked:
        return ExitCode::CannotBeChecked;
    case Verdict::NoSignature:
        return ExitCode::NoSignature;
    case Verdict::Intact:
    case Verdict::ModifiedAfterSigningAllowed:
        break;
    }
    const bool areAllTrusted = std::ranges::all_of(
        report.signatures, [](const SignatureFacts &facts) { return facts.trust == Trust::Trusted; });
    return m_requireTrust && !areAllTrusted ? ExitCode::CheckFailed : ExitCode::Done;
}

Result<void> VerifyCommand::writeReport(const SignatureReport &report) const
{
    auto fingerprint = fingerprintFile(report.file);
    if (!fingerprint)
        return fail(std::move(fingerprint.error()));
    const QString html = reportHtml(report, fingerprint->sha256);
    QByteArray bytes = html.toUtf8();
    if (m_reportPath.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        auto pdf = htmlToPdf(html);
        if (!pdf)
            return fail(std::move(pdf.error()));
        bytes = std::move(*pdf);
    }
    QSaveFile file(m_reportPath);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::OutputUnwritable, file.errorString());
    return {};
}

} // namespace bidseal::cli
