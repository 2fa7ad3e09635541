#include "core/signing/PadesEngine.h"

#include "core/signing/FieldChoice.h"
#include "core/signing/HashedCopy.h"
#include "core/signing/Validator.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

namespace bidseal {

namespace {

bool isBroken(Verdict verdict)
{
    return verdict == Verdict::Modified || verdict == Verdict::ForgedOrMalformed;
}

Result<std::vector<EarlierSignature>> earlierSignatures(const PdfDocument &document, const Clock &clock,
                                                        const std::stop_token &stop)
{
    const auto fields = document.signatureFields();
    if (!fields)
        return std::unexpected(fields.error());
    if (std::ranges::none_of(*fields, &SignatureFieldFacts::isSigned))
        return std::vector<EarlierSignature>{};

    const auto report = validateDocument(document, {}, clock, stop);
    if (!report)
        return std::unexpected(report.error());
    std::vector<EarlierSignature> earlier;
    for (const SignatureFacts &signature : report->signatures) {
        if (isBroken(signature.verdict))
            return fail(ErrorCode::EarlierSignatureBroken, verdictName(signature.verdict));
        earlier.push_back({signature.field, signature.verdict});
    }
    return earlier;
}

// Nobody names a field who drops a seal on it.
Result<SignatureRevisionRequest> chosenField(const PadesInput &input)
{
    SignatureRevisionRequest request = input.revision;
    if (!request.existingField.isEmpty())
        return request;
    const auto fields = input.document->signatureFields();
    if (!fields)
        return std::unexpected(fields.error());
    request.existingField = emptyFieldUnder(*fields, request.placements);
    return request;
}

Result<QByteArray> rangeDigest(const PreparedRevision &revision, const StagedFile &staged, const Digest &inputDigest,
                               DigestAlgorithm algorithm, const std::stop_token &stop)
{
    Digest digest(algorithm);
    if (revision.originalSize > 0) {
        if (algorithm == inputDigest.algorithm())
            digest = inputDigest;
        else if (auto read = addFileRange(digest, staged.path(), 0, revision.originalSize, stop); !read)
            return std::unexpected(read.error());
    }
    const qint64 beforeGap = revision.byteRange[1] - revision.originalSize;
    const qint64 afterGap = revision.byteRange[2] - revision.originalSize;
    if (revision.byteRange[0] != 0 || beforeGap < 0 || afterGap < beforeGap || afterGap > revision.appended.size())
        return fail(ErrorCode::InternalError, QStringLiteral("byte range outside the appended revision"));
    digest.add(QByteArrayView(revision.appended).first(beforeGap));
    digest.add(QByteArrayView(revision.appended).sliced(afterGap));
    return digest.value();
}

QString findingsOf(const SignatureReport &report)
{
    QStringList codes{verdictName(report.verdict)};
    const auto add = [&codes](const std::vector<Finding> &findings) {
        for (const Finding &finding : findings) {
            if (finding.severity == Severity::Error)
                codes << finding.code;
        }
    };
    add(report.findings);
    for (const SignatureFacts &signature : report.signatures)
        add(signature.findings);
    return codes.join(u' ');
}

const SignatureFacts *signatureWithField(const SignatureReport &report, const QString &field)
{
    const auto found = std::ranges::find_if(report.signatures, [&](const SignatureFacts &signature) {
        return signature.field == field || signature.otherFields.contains(field);
    });
    return found == report.signatures.end() ? nullptr : &*found;
}

bool isNewSignatureRight(const SignatureReport &report, const PreparedRevision &revision)
{
    if (revision.fieldNames.isEmpty())
        return false;
    const SignatureFacts *ours = signatureWithField(report, revision.fieldNames.front());
    return ours && ours->verdict == Verdict::Intact && ours->coverage == Coverage::WholeFile &&
           ours->seals.size() >= static_cast<std::size_t>(revision.fieldNames.size());
}

bool areEarlierNoWorse(const SignatureReport &report, const std::vector<EarlierSignature> &earlier)
{
    return std::ranges::all_of(earlier, [&report](const EarlierSignature &before) {
        const SignatureFacts *now = signatureWithField(report, before.field);
        return now && now->verdict <= before.verdict;
    });
}

} // namespace

Result<PreparedSignature> prepareSignature(const PadesInput &input, const Clock &clock, const std::stop_token &stop,
                                           const ByteProgress &progress)
{
    const PdfDocument &document = *input.document;
    auto request = chosenField(input);
    if (!request)
        return std::unexpected(request.error());
    if (auto signable = checkSignable(document, request->existingField); !signable)
        return std::unexpected(signable.error());
    auto earlier = earlierSignatures(document, clock, stop);
    if (!earlier)
        return std::unexpected(earlier.error());

    auto staged = StagedFile::create(input.workPath);
    if (!staged)
        return std::unexpected(staged.error());
    auto digest = copyAndHash(*staged, document.path(), stop, progress);
    if (!digest)
        return std::unexpected(digest.error());
    const QByteArray sha256 = digest->value();
    if (input.expectedSha256 && *input.expectedSha256 != sha256)
        return fail(ErrorCode::DocumentChanged, QStringLiteral("the fingerprint differs from the one shown"));

    auto revision = prepareRevision(document, *request, stop);
    if (!revision)
        return std::unexpected(revision.error());
    auto messageDigest = rangeDigest(*revision, *staged, *digest, input.digest, stop);
    if (!messageDigest)
        return std::unexpected(messageDigest.error());
    return PreparedSignature{std::move(*staged), std::move(*revision), sha256,        std::move(*digest),
                             *messageDigest,     std::move(*earlier),  input.document};
}

Result<PreparedSignature> restoreSignature(const QString &inputPath, const QString &workPath,
                                           const QByteArray &inputSha256, PreparedRevision revision,
                                           const std::stop_token &stop)
{
    // The leftover is worth nothing: it may have been cut off anywhere.
    QFile::remove(workPath);
    auto staged = StagedFile::create(workPath);
    if (!staged)
        return std::unexpected(staged.error());
    auto digest = copyAndHash(*staged, inputPath, stop);
    if (!digest)
        return std::unexpected(digest.error());
    if (digest->value() != inputSha256)
        return fail(ErrorCode::DocumentChanged, QStringLiteral("the input is no longer the file that was signed"));
    return PreparedSignature{std::move(*staged), std::move(revision), inputSha256, std::move(*digest), {}, {}, nullptr};
}

Result<void> embedSignature(PreparedSignature &prepared, const QByteArray &cms)
{
    if (auto embedded = embedCms(prepared.revision, cms); !embedded)
        return embedded;
    if (auto cut = prepared.staged.truncate(prepared.revision.originalSize); !cut)
        return cut;
    if (auto appended = prepared.staged.append(prepared.revision.appended); !appended)
        return appended;
    return prepared.staged.sync();
}

Result<SignatureReport> checkWrittenFile(const PreparedSignature &prepared, const SecureBytes *password,
                                         const TrustStore *trust, const Clock &clock)
{
    const auto written = prepared.document ? prepared.document->openRelated(prepared.staged.path())
                                           : PdfDocument::open(prepared.staged.path(), password);
    if (!written)
        return fail(ErrorCode::SelfCheckFailed, errorCodeName(written.error().code));
    ValidationOptions options;
    options.trust = trust;
    if (prepared.revision.originalSize > 0)
        options.knownPrefix = KnownPrefix{prepared.inputDigest, prepared.revision.originalSize};
    auto report = validateDocument(**written, options, clock);
    if (!report)
        return fail(ErrorCode::SelfCheckFailed, errorCodeName(report.error().code));
    if (!isNewSignatureRight(*report, prepared.revision) || !areEarlierNoWorse(*report, prepared.earlier))
        return fail(ErrorCode::SelfCheckFailed, findingsOf(*report));
    return report;
}

} // namespace bidseal
