#include "app/cli/SignCommand.h"

#include "app/cli/CliOptions.h"
#include "app/cli/CliOutput.h"
#include "app/cli/CliPinPrompt.h"
#include "app/cli/CliWords.h"
#include "app/cli/LocalJournal.h"
#include "app/cli/SigningOutput.h"
#include "app/cli/StampOptions.h"
#include "app/cli/TokenOptions.h"
#include "core/api/HttpTimestampAuthority.h"
#include "core/signing/SigningJob.h"

namespace bidseal::cli {

namespace {

ExitCode failed(const Error &error, const CliOutput &output, const QString &subject)
{
    output.error(error, subject);
    return exitCodeFor(error.code);
}

Result<SignatureLevel> levelFrom(const QCommandLineParser &parser, bool hasService)
{
    const QString level = parser.isSet(QStringLiteral("level")) ? parser.value(QStringLiteral("level"))
                          : hasService                          ? QStringLiteral("B-T")
                                                                : QStringLiteral("B-B");
    if (level == u"B-B")
        return SignatureLevel::BB;
    if (level == u"B-T" && !hasService)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("--level B-T needs --tsa"));
    if (level == u"B-T")
        return SignatureLevel::BT;
    return fail(ErrorCode::InvalidArgument, QStringLiteral("--level ") + level);
}

Result<DigestAlgorithm> digestFrom(const QCommandLineParser &parser)
{
    const auto digest = digestFromName(parser.value(QStringLiteral("digest")));
    if (digest == DigestAlgorithm::Sha256 || digest == DigestAlgorithm::Sha384 || digest == DigestAlgorithm::Sha512)
        return *digest;
    return fail(ErrorCode::InvalidArgument, QStringLiteral("--digest ") + parser.value(QStringLiteral("digest")));
}

Result<SigningRequest> requestFrom(const QCommandLineParser &parser, bool hasService)
{
    const auto level = levelFrom(parser, hasService);
    if (!level)
        return std::unexpected(level.error());
    const auto digest = digestFrom(parser);
    if (!digest)
        return std::unexpected(digest.error());
    const auto password = passwordFrom(parser);
    if (!password)
        return std::unexpected(password.error());
    auto document = PdfDocument::open(parser.positionalArguments().first(), *password ? &**password : nullptr);
    if (!document)
        return std::unexpected(document.error());
    auto placements = placementsFrom(parser, **document);
    if (!placements)
        return std::unexpected(placements.error());

    SigningRequest request;
    request.document = std::move(*document);
    request.placements = std::move(*placements);
    request.existingField = parser.value(QStringLiteral("field"));
    request.outputPath = parser.value(QStringLiteral("output"));
    request.overwriteOutput = parser.isSet(QStringLiteral("overwrite"));
    request.level = *level;
    request.digest = *digest;
    if (parser.isSet(QStringLiteral("pss")))
        request.scheme = SignatureScheme::RsaPss;
    request.reason = parser.value(QStringLiteral("reason"));
    request.location = parser.value(QStringLiteral("location"));
    request.allowWithoutTimestamp = parser.isSet(QStringLiteral("allow-without-timestamp"));
    return request;
}

} // namespace

QString SignCommand::summary() const
{
    return words(QT_TRANSLATE_NOOP("Cli", "Put seals and date stamps onto a bid and sign it with a UKey."));
}

void SignCommand::describe(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(QStringLiteral("IN.pdf"),
                                 words(QT_TRANSLATE_NOOP("Cli", "The bid. It is never changed.")));
    parser.addOption({{QStringLiteral("o"), QStringLiteral("output")},
                      words(QT_TRANSLATE_NOOP("Cli", "The signed file to write.")),
                      QStringLiteral("OUT.pdf")});
    parser.addOption(
        {QStringLiteral("overwrite"), words(QT_TRANSLATE_NOOP("Cli", "Replace OUT.pdf when it is there."))});
    addModuleOptions(parser);
    addTokenOptions(parser);
    addPinOptions(parser);
    addStampOptions(parser);
    addTimestampOption(parser);
    parser.addOption({QStringLiteral("allow-without-timestamp"),
                      words(QT_TRANSLATE_NOOP("Cli", "Go on as B-B when no timestamp service answers."))});
    parser.addOption({QStringLiteral("level"), words(QT_TRANSLATE_NOOP("Cli", "B-B or B-T; B-T when --tsa is given.")),
                      QStringLiteral("LEVEL")});
    parser.addOption({QStringLiteral("digest"), words(QT_TRANSLATE_NOOP("Cli", "sha256, sha384 or sha512.")),
                      QStringLiteral("NAME"), QStringLiteral("sha256")});
    parser.addOption({QStringLiteral("pss"), words(QT_TRANSLATE_NOOP("Cli", "RSA-PSS instead of PKCS#1 v1.5."))});
    parser.addOption({QStringLiteral("field"), words(QT_TRANSLATE_NOOP("Cli", "Sign this empty signature field.")),
                      QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("reason"), words(QT_TRANSLATE_NOOP("Cli", "Reason written into the signature.")),
                      QStringLiteral("TEXT")});
    parser.addOption({QStringLiteral("location"), words(QT_TRANSLATE_NOOP("Cli", "Place written into the signature.")),
                      QStringLiteral("TEXT")});
    addPasswordOption(parser);
}

ExitCode SignCommand::run(const QCommandLineParser &parser, CliOutput &output)
{
    if (parser.positionalArguments().size() != 1 || parser.value(QStringLiteral("output")).isEmpty())
        return output.usage(words(QT_TRANSLATE_NOOP("Cli", "sign needs one bid and -o OUT.pdf.")));
    const QString subject = parser.positionalArguments().first();
    const auto services = timestampServicesFrom(parser);
    if (!services)
        return failed(services.error(), output, subject);
    auto request = requestFrom(parser, !services->empty());
    if (!request)
        return failed(request.error(), output, subject);

    TokenSearch tokens(parser);
    if (const auto searched = tokens.run(); !searched)
        return failed(searched.error(), output, subject);
    const auto identity = tokens.chosen(parser);
    if (!identity)
        return failed(identity.error(), output, subject);
    const auto signer = tokens.provider().signerFor(identity->id);
    if (!signer)
        return failed({ErrorCode::TokenRemoved}, output, subject);
    const auto store = openLocalStore();
    if (!store)
        return failed(store.error(), output, subject);

    HttpTimestampAuthority timestamps(*services);
    CliPinPrompt pinPrompt(parser);
    const SystemClock clock;
    const TrustStore noAnchors;
    SigningJob job(std::move(*request), {signer.get(), &pinPrompt, &timestamps, store->get(), &clock, &noAnchors});
    return runSigningJob(job, output, subject);
}

} // namespace bidseal::cli
