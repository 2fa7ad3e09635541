#include "app/cli/InfoCommand.h"

#include "app/cli/CliOptions.h"
#include "app/cli/CliOutput.h"
#include "app/cli/CliWords.h"
#include "core/messages/Messages.h"
#include "core/pdf/PdfDocument.h"

#include <QJsonArray>
#include <QJsonObject>

namespace bidseal::cli {

namespace {

QJsonArray pagesToJson(const PdfDocument &document)
{
    QJsonArray pages;
    for (int i = 0; i < document.pageCount(); ++i) {
        QJsonObject page{{QStringLiteral("page"), i + 1}};
        if (const auto geometry = document.pageGeometry(i)) {
            const SizeF shown = geometry->shownSize();
            page.insert(QStringLiteral("width_pt"), shown.width);
            page.insert(QStringLiteral("height_pt"), shown.height);
            page.insert(QStringLiteral("width_mm"), pointsToMm(shown.width));
            page.insert(QStringLiteral("height_mm"), pointsToMm(shown.height));
        } else {
            page.insert(QStringLiteral("error"), errorToJson(geometry.error()));
        }
        pages.append(page);
    }
    return pages;
}

QJsonArray fieldsToJson(const std::vector<SignatureFieldFacts> &fields)
{
    QJsonArray array;
    for (const SignatureFieldFacts &field : fields) {
        QJsonArray pages;
        for (const SignatureFieldFacts::Widget &widget : field.widgets) {
            if (widget.page >= 0)
                pages.append(widget.page + 1);
        }
        array.append(QJsonObject{{QStringLiteral("name"), field.name},
                                 {QStringLiteral("signed"), field.isSigned},
                                 {QStringLiteral("pages"), pages}});
    }
    return array;
}

QJsonArray warningsToJson(const std::vector<PreflightWarning> &warnings)
{
    QJsonArray array;
    for (const PreflightWarning &warning : warnings) {
        QJsonArray pages;
        for (const int page : warning.pages)
            pages.append(page + 1);
        array.append(QJsonObject{{QStringLiteral("code"), preflightCodeName(warning.code)},
                                 {QStringLiteral("text"), preflightText(warning)},
                                 {QStringLiteral("pages"), pages}});
    }
    return array;
}

QJsonObject permissionsToJson(const DocumentFacts &facts)
{
    return {{QStringLiteral("print"), facts.mayPrint},
            {QStringLiteral("modify"), facts.mayModify},
            {QStringLiteral("copy"), facts.mayCopy},
            {QStringLiteral("annotate"), facts.mayAnnotate},
            {QStringLiteral("fill_forms"), facts.mayFillForms}};
}

QJsonObject factsToJson(const PdfDocument &document)
{
    const DocumentFacts &facts = document.facts();
    return {
        {QStringLiteral("file"), document.path()},
        {QStringLiteral("file_size"), facts.fileSize},
        {QStringLiteral("page_count"), facts.pageCount},
        {QStringLiteral("title"), facts.title},
        {QStringLiteral("producer"), facts.producer},
        {QStringLiteral("pdf_version"), facts.pdfVersion},
        {QStringLiteral("encryption"), facts.isEncrypted ? QJsonValue(facts.encryption) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("permissions"), permissionsToJson(facts)},
        {QStringLiteral("repaired"), facts.isRepaired},
        {QStringLiteral("linearized"), facts.isLinearized},
        {QStringLiteral("form"), facts.hasForm},
        {QStringLiteral("pages"), pagesToJson(document)}};
}

void printInfo(const PdfDocument &document, const std::vector<SignatureFieldFacts> &fields,
               const std::vector<PreflightWarning> &warnings, const CliOutput &output)
{
    const DocumentFacts &facts = document.facts();
    output.line(words(QT_TRANSLATE_NOOP("Cli", "File: %1")).arg(document.path()));
    output.line(words(QT_TRANSLATE_NOOP("Cli", "Pages: %1")).arg(facts.pageCount));
    if (const auto geometry = document.pageGeometry(0)) {
        const SizeF shown = geometry->shownSize();
        output.line(words(QT_TRANSLATE_NOOP("Cli", "Size of the first page: %1 x %2 mm"))
                        .arg(pointsToMm(shown.width), 0, 'f', 1)
                        .arg(pointsToMm(shown.height), 0, 'f', 1));
    }
    output.line(words(QT_TRANSLATE_NOOP("Cli", "Encryption: %1"))
                    .arg(facts.isEncrypted ? facts.encryption : words(QT_TRANSLATE_NOOP("Cli", "none"))));
    for (const SignatureFieldFacts &field : fields)
        output.line(field.isSigned ? words(QT_TRANSLATE_NOOP("Cli", "Signed field: %1")).arg(field.name)
                                   : words(QT_TRANSLATE_NOOP("Cli", "Empty signature field: %1")).arg(field.name));
    for (const PreflightWarning &warning : warnings)
        output.line(words(QT_TRANSLATE_NOOP("Cli", "Before signing: %1")).arg(preflightText(warning)));
}

} // namespace

QString InfoCommand::summary() const
{
    return words(QT_TRANSLATE_NOOP("Cli", "Show what is known of a PDF file."));
}

void InfoCommand::describe(QCommandLineParser &parser) const
{
    addPasswordOption(parser);
    parser.addPositionalArgument(QStringLiteral("FILE"), words(QT_TRANSLATE_NOOP("Cli", "PDF file.")));
}

ExitCode InfoCommand::run(const QCommandLineParser &parser, CliOutput &output)
{
    if (parser.positionalArguments().size() != 1)
        return output.usage(words(QT_TRANSLATE_NOOP("Cli", "Name one file.")));
    const QString path = parser.positionalArguments().first();
    const auto failed = [&](const Error &error) {
        output.error(error, path);
        if (output.isJson())
            output.json(QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("error"), errorToJson(error)}});
        return exitCodeFor(error.code);
    };
    const auto password = passwordFrom(parser);
    if (!password)
        return failed(password.error());
    const auto document = PdfDocument::open(path, *password ? &**password : nullptr);
    if (!document)
        return failed(document.error());
    const auto fields = (*document)->signatureFields();
    if (!fields)
        return failed(fields.error());
    const auto warnings = (*document)->preflight();
    if (!warnings)
        return failed(warnings.error());
    if (output.isJson()) {
        QJsonObject json = factsToJson(**document);
        json.insert(QStringLiteral("signature_fields"), fieldsToJson(*fields));
        json.insert(QStringLiteral("warnings"), warningsToJson(*warnings));
        output.json(json);
    } else {
        printInfo(**document, *fields, *warnings, output);
    }
    return ExitCode::Done;
}

} // namespace bidseal::cli
