#include "core/signing/SigningJob.h"

#include "core/common/Log.h"
#include "core/crypto/CmsTimestamp.h"
#include "core/signing/PadesEngine.h"
#include "core/signing/PlacementRules.h"
#include "core/signing/PreparedRevisionCodec.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QRandomGenerator>
#include <QtConcurrent>

#include <utility>

namespace bidseal {

namespace {

constexpr int randomProbeBytes = 32;

QString levelName(SignatureLevel level)
{
    return level == SignatureLevel::BT ? QStringLiteral("B-T") : QStringLiteral("B-B");
}

bool isSameFile(const QString &a, const QString &b)
{
    const QFileInfo first(a);
    const QFileInfo second(b);
    if (first.absoluteFilePath() == second.absoluteFilePath())
        return true;
    return second.exists() && first.canonicalFilePath() == second.canonicalFilePath();
}

QByteArray fileSha256(const PreparedSignature &prepared)
{
    if (prepared.revision.originalSize > 0) {
        Digest digest = prepared.inputDigest;
        digest.add(prepared.revision.appended);
        return digest.value();
    }
    return digestOf(DigestAlgorithm::Sha256, prepared.revision.appended);
}

} // namespace

/** The job's state. Everything here belongs to the job's thread, except what a running worker step was handed. */
struct SigningJob::Private
{
    SigningJob *q;
    SigningRequest request;
    SigningServices services;
    JournalEntry entry;
    std::stop_source stop;
    std::shared_ptr<PreparedSignature> prepared;
    std::shared_ptr<CmsBuilder> cms;
    QByteArray cmsDer;
    SecureBytes password;
    SignatureReport report;
    bool previousPinWrong = false;
    bool tokenSigned = false; ///< from here on nobody may cancel, and the journal keeps the job
    bool timestampMissing = false;
    bool isResumed = false;
    std::optional<Result<SigningResult>> result;

    /** Runs blocking work on the pool and goes on here, unless the job is gone or it failed. */
    template <typename Work, typename Next> void inBackground(Work work, Next next)
    {
        using Outcome = std::invoke_result_t<Work &>;
        QtConcurrent::run(std::move(work)).then(q, [this, next = std::move(next)](Outcome outcome) {
            if (!outcome)
                finish(std::unexpected(outcome.error()));
            else
                next(std::move(*outcome));
        });
    }

    void prepare();
    void probeTimestamps();
    void askPin();
    void sign(SecureBytes pin);
    void signedByToken(const QByteArray &signature);
    void stamp();
    void embed(QByteArray finalCms);
    void publish();
    void restore();
    void recordStep(SigningStep step, std::function<void()> next);
    void finish(Result<SigningResult> outcome);
    PadesInput padesInput() const;
};

SigningJob::SigningJob(SigningRequest request, SigningServices services, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{
    m_d->q = this;
    m_d->request = std::move(request);
    m_d->services = services;
    m_d->entry.job = QUuid::createUuid();
}

SigningJob::~SigningJob()
{
    m_d->stop.request_stop();
}

void SigningJob::start()
{
    if (m_d->isResumed)
        m_d->restore();
    else
        m_d->prepare();
}

void SigningJob::cancel()
{
    if (canCancel())
        m_d->stop.request_stop();
}

bool SigningJob::canCancel() const
{
    return !m_d->tokenSigned && !m_d->result;
}

const Result<SigningResult> &SigningJob::result() const
{
    return *m_d->result;
}

PadesInput SigningJob::Private::padesInput() const
{
    const SigningIdentity &identity = services.signer->identity();
    PadesInput input;
    input.document = request.document;
    input.revision.placements = request.placements;
    input.revision.existingField = request.existingField;
    input.revision.signingTime = services.clock->now();
    input.revision.signerName = identity.certificate.commonName;
    input.revision.reason = request.reason;
    input.revision.location = request.location;
    input.workPath = entry.workPath;
    input.digest = request.digest;
    if (request.fingerprint)
        input.expectedSha256 = request.fingerprint->sha256;
    return input;
}

void SigningJob::Private::prepare()
{
    if (isSameFile(request.document->path(), request.outputPath))
        return finish(fail(ErrorCode::OutputIsInput));
    if (QFile::exists(request.outputPath) && !request.overwriteOutput) {
        ErrorContext context;
        context.fileName = QFileInfo(request.outputPath).fileName();
        return finish(fail(ErrorCode::OutputExists, {}, context));
    }
    const auto geometryOf = [this](int page) { return request.document->pageGeometry(page); };
    if (!request.placements.empty() || request.existingField.isEmpty()) {
        if (auto placed = checkPlacements(request.placements, geometryOf); !placed)
            return finish(std::unexpected(placed.error()));
    }
    entry.inputPath = QFileInfo(request.document->path()).absoluteFilePath();
    entry.outputPath = QFileInfo(request.outputPath).absoluteFilePath();
    entry.workPath = StagedFile::workPathFor(entry.outputPath, entry.job.toString(QUuid::WithoutBraces));
    entry.overwriteOutput = request.overwriteOutput;
    entry.allowWithoutTimestamp = request.allowWithoutTimestamp;
    entry.level = levelName(request.level);
    entry.digest = digestName(request.digest);
    entry.signerName = services.signer->identity().certificate.commonName;

    const auto progress = [job = QPointer(q)](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(
            job.data(),
            [job, done, total] {
                if (job)
                    Q_EMIT job->progress(done, total);
            },
            Qt::QueuedConnection);
    };
    // The journal knows the work file's name before the file exists, so that a crash leaves nothing unknown behind.
    recordStep(SigningStep::Prepared, [this, progress] {
        inBackground(
            [input = padesInput(), clock = services.clock, token = stop.get_token(),
             progress]() -> Result<std::shared_ptr<PreparedSignature>> {
                auto made = prepareSignature(input, *clock, token, progress);
                if (!made)
                    return std::unexpected(made.error());
                return std::make_shared<PreparedSignature>(std::move(*made));
            },
            [this](std::shared_ptr<PreparedSignature> made) {
                prepared = std::move(made);
                entry.inputSha256 = prepared->inputSha256;
                entry.preparedState = encodePreparedRevision(prepared->revision);
                probeTimestamps();
            });
    });
}

void SigningJob::Private::probeTimestamps()
{
    if (stop.stop_requested())
        return finish(fail(ErrorCode::Cancelled));
    const bool wanted = request.level == SignatureLevel::BT;
    if (!wanted || request.allowWithoutTimestamp)
        return askPin();
    if (!services.timestamps || !services.timestamps->isConfigured())
        return finish(fail(ErrorCode::TimestampUnreachable, QStringLiteral("no timestamp service is configured")));
    // Asked before the PIN: a service that is down must cost neither a PIN nor a token operation.
    QByteArray probe(randomProbeBytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(reinterpret_cast<quint32 *>(probe.data()),
                                         reinterpret_cast<quint32 *>(probe.data() + probe.size()));
    services.timestamps->stamp(DigestAlgorithm::Sha256, probe, stop.get_token())
        .then(q, [this](const Result<TimestampFacts> &answer) {
            if (!answer)
                finish(std::unexpected(answer.error()));
            else
                askPin();
        });
}

void SigningJob::Private::askPin()
{
    services.signer->refresh().then(q, [this](const Result<SigningIdentity> &identity) {
        if (!identity)
            return finish(std::unexpected(identity.error()));
        if (stop.stop_requested())
            return finish(fail(ErrorCode::Cancelled));
        if (identity->pinLocked)
            return finish(fail(ErrorCode::PinLocked));
        PinQuestion question;
        question.identity = *identity;
        question.documentName = QFileInfo(entry.inputPath).fileName();
        question.fingerprint = QString::fromLatin1(entry.inputSha256.toHex());
        question.sealCount = static_cast<int>(request.placements.size());
        question.previousWasWrong = previousPinWrong;
        services.pinPrompt->ask(question).then(q, [this](Result<SecureBytes> pin) {
            if (!pin)
                return finish(std::unexpected(pin.error()));
            auto kept = std::make_shared<SecureBytes>(std::move(*pin));
            recordStep(SigningStep::Authorised, [this, kept] { sign(std::move(*kept)); });
        });
    });
}

void SigningJob::Private::sign(SecureBytes pin)
{
    if (stop.stop_requested())
        return finish(fail(ErrorCode::Cancelled));
    const SigningIdentity &identity = services.signer->identity();
    const auto scheme = request.scheme ? Result<SignatureScheme>(*request.scheme) : defaultScheme(identity.certificate);
    if (!scheme)
        return finish(std::unexpected(scheme.error()));
    auto builder =
        CmsBuilder::create(identity.certificate, identity.chain, request.digest, prepared->messageDigest, *scheme);
    if (!builder)
        return finish(std::unexpected(builder.error()));
    cms = std::make_shared<CmsBuilder>(std::move(*builder));

    services.signer->sign(cms->toBeSigned(), std::move(pin), stop.get_token())
        .then(q, [this](const Result<QByteArray> &signature) {
            if (!signature) {
                services.pinPrompt->finished(std::unexpected(signature.error()));
                if (signature.error().code != ErrorCode::PinIncorrect)
                    return finish(std::unexpected(signature.error()));
                previousPinWrong = true;
                return askPin();
            }
            services.pinPrompt->finished({});
            signedByToken(*signature);
        });
}

void SigningJob::Private::signedByToken(const QByteArray &signature)
{
    if (auto taken = cms->setSignature(signature); !taken)
        return finish(std::unexpected(taken.error()));
    const auto der = cms->der();
    if (!der)
        return finish(std::unexpected(der.error()));
    tokenSigned = true;
    cmsDer = *der;
    entry.cmsState = cmsDer;
    recordStep(SigningStep::Signed, [this] { stamp(); });
}

void SigningJob::Private::stamp()
{
    if (entry.level != levelName(SignatureLevel::BT))
        return embed(cmsDer);
    const auto value = cmsSignatureValue(cmsDer);
    if (!value)
        return finish(std::unexpected(value.error()));
    if (!services.timestamps || !services.timestamps->isConfigured()) {
        if (!entry.allowWithoutTimestamp)
            return finish(fail(ErrorCode::TimestampUnreachable, QStringLiteral("no timestamp service is configured")));
        timestampMissing = true;
        return embed(cmsDer);
    }
    const DigestAlgorithm digest = digestFromName(entry.digest).value_or(DigestAlgorithm::Sha256);
    // No stop token: the token has signed, a cancel can no longer undo anything.
    services.timestamps->stamp(digest, digestOf(digest, *value), {})
        .then(q, [this](const Result<TimestampFacts> &stamp) {
            if (!stamp && !entry.allowWithoutTimestamp)
                return finish(std::unexpected(stamp.error()));
            if (!stamp) {
                qCWarning(logSigning) << "signed without timestamp:" << stamp.error().detail;
                timestampMissing = true;
                return embed(cmsDer);
            }
            const auto stamped = cmsWithTimestamp(cmsDer, stamp->token);
            if (!stamped)
                return finish(std::unexpected(stamped.error()));
            entry.cmsState = *stamped;
            recordStep(SigningStep::Stamped, [this, der = *stamped] { embed(der); });
        });
}

void SigningJob::Private::embed(QByteArray finalCms)
{
    inBackground(
        [state = prepared, finalCms = std::move(finalCms)]() -> Result<bool> {
            if (auto embedded = embedSignature(*state, finalCms); !embedded)
                return std::unexpected(embedded.error());
            return true;
        },
        [this](bool) {
            recordStep(SigningStep::Embedded, [this] {
                inBackground(
                    [state = prepared, secret = std::make_shared<SecureBytes>(password.clone()), trust = services.trust,
                     clock = services.clock] {
                        const SecureBytes *key = secret->isEmpty() ? nullptr : secret.get();
                        return checkWrittenFile(*state, key, trust, *clock);
                    },
                    [this](SignatureReport checked) {
                        report = std::move(checked);
                        recordStep(SigningStep::Verified, [this] { publish(); });
                    });
            });
        });
}

void SigningJob::Private::publish()
{
    inBackground(
        [state = prepared, output = entry.outputPath, overwrite = entry.overwriteOutput,
         resumed = isResumed]() -> Result<QByteArray> {
            QByteArray sha256 = fileSha256(*state);
            const auto published = state->staged.publish(output, overwrite);
            if (published)
                return sha256;
            // A crash between the rename and the journal: the file that is there is ours already.
            if (resumed && published.error().code == ErrorCode::OutputExists) {
                if (const auto there = fingerprintFile(output); there && there->sha256 == sha256)
                    return sha256;
            }
            return std::unexpected(published.error());
        },
        [this](const QByteArray &sha256) {
            report.file = entry.outputPath;
            const SigningResult done{entry.outputPath, entry.inputSha256,
                                     sha256,           timestampMissing ? levelName(SignatureLevel::BB) : entry.level,
                                     report,           timestampMissing};
            Q_EMIT q->stepDone(SigningStep::Published, services.clock->now());
            // The file is out: a journal that cannot be written any more does not change that. Resuming such an entry
            // finds the file in its place.
            inBackground(
                [journal = services.journal, job = entry.job]() -> Result<bool> {
                    if (auto removed = journal->remove(job); !removed)
                        qCWarning(logSigning) << "journal entry stays:" << removed.error().detail;
                    return true;
                },
                [this, done](bool) { finish(done); });
        });
}

void SigningJob::Private::recordStep(SigningStep step, std::function<void()> next)
{
    entry.step = step;
    entry.updatedAt = services.clock->now();
    inBackground(
        [journal = services.journal, copy = entry]() -> Result<bool> {
            if (auto recorded = journal->record(copy); !recorded)
                return std::unexpected(recorded.error());
            return true;
        },
        [this, step, next = std::move(next)](bool) {
            Q_EMIT q->stepDone(step, entry.updatedAt);
            next();
        });
}

void SigningJob::Private::finish(Result<SigningResult> outcome)
{
    if (result)
        return;
    if (outcome) {
        result = std::move(outcome);
        Q_EMIT q->finished();
        return;
    }
    Error error = outcome.error();
    error.context.signatureMade = tokenSigned;
    // At once, not when the last future that carried it lets go.
    if (prepared)
        prepared->staged.discard();
    prepared.reset();
    // A self-check that failed will fail again: nothing of it is worth keeping. A signature that only waits for a
    // timestamp or for room on the disk is.
    const bool keepJob = tokenSigned && error.code != ErrorCode::SelfCheckFailed;
    const auto done = [this, error] {
        result = std::unexpected(error);
        Q_EMIT q->finished();
    };
    if (keepJob)
        return done();
    QtConcurrent::run([journal = services.journal, job = entry.job] {
        return journal->remove(job);
    }).then(q, [done](const Result<void> &removed) {
        if (!removed)
            qCWarning(logSigning) << "journal entry stays:" << removed.error().detail;
        done();
    });
}

std::unique_ptr<SigningJob> SigningJob::resume(const JournalEntry &entry, SigningServices services,
                                               const SecureBytes *password)
{
    auto job = std::make_unique<SigningJob>(SigningRequest{}, services);
    job->m_d->entry = entry;
    job->m_d->isResumed = true;
    if (password)
        job->m_d->password = password->clone();
    return job;
}

void SigningJob::Private::restore()
{
    if (entry.step < SigningStep::Signed || entry.cmsState.isEmpty())
        return finish(
            fail(ErrorCode::InvalidArgument, QStringLiteral("the token has not signed yet; nothing to resume")));
    tokenSigned = true;
    cmsDer = entry.cmsState;
    inBackground(
        [copy = entry]() -> Result<std::shared_ptr<PreparedSignature>> {
            auto revision = decodePreparedRevision(copy.preparedState);
            if (!revision)
                return std::unexpected(revision.error());
            auto made = restoreSignature(copy.inputPath, copy.workPath, copy.inputSha256, std::move(*revision), {});
            if (!made)
                return std::unexpected(made.error());
            return std::make_shared<PreparedSignature>(std::move(*made));
        },
        [this](std::shared_ptr<PreparedSignature> made) {
            prepared = std::move(made);
            const bool isStamped = entry.step >= SigningStep::Stamped && entry.level == levelName(SignatureLevel::BT);
            if (isStamped)
                embed(cmsDer);
            else
                stamp();
        });
}

Result<void> SigningJob::discard(const JournalEntry &entry, SigningJournal &journal)
{
    if (QFile::exists(entry.workPath) && !QFile::remove(entry.workPath))
        return fail(ErrorCode::OutputUnwritable, QStringLiteral("the work file could not be removed"));
    return journal.remove(entry.job);
}

} // namespace bidseal
