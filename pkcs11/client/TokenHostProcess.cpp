#include "pkcs11/client/TokenHostProcess.h"

#include "core/common/Log.h"

#include <QFileInfo>
#include <QTimer>

#include <utility>

namespace bidseal {

namespace {

constexpr int stopLimitMs = 3000;
constexpr int destructionLimitMs = 300;

std::unique_ptr<QTimer> singleShot(int limitMs, std::function<void()> action)
{
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), std::move(action));
    timer->start(limitMs);
    return timer;
}

} // namespace

TokenHostProcess::TokenHostProcess(TokenHostLaunch launch, QObject *parent)
    : QObject(parent)
    , m_launch(std::move(launch))
    , m_process(std::make_unique<QProcess>())
{
    // What a driver prints is nobody's business and may hold secrets.
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setWorkingDirectory(QFileInfo(m_launch.program).absolutePath());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &TokenHostProcess::readOutput);
    connect(m_process.get(), &QProcess::errorOccurred, this, &TokenHostProcess::onErrorOccurred);
    connect(m_process.get(), &QProcess::finished, this,
            [this](int, QProcess::ExitStatus status) { onFinished(status); });
    connect(m_process.get(), &QProcess::bytesWritten, this, [this] {
        if (m_process->bytesToWrite() == 0)
            m_secretsInFlight.clear();
    });
}

TokenHostProcess::~TokenHostProcess()
{
    m_process->disconnect(this);
    if (m_process->state() != QProcess::NotRunning) {
        m_process->closeWriteChannel();
        if (!m_process->waitForFinished(destructionLimitMs))
            m_process->kill();
    }
    const auto pending = std::exchange(m_pending, {});
    for (const auto &[id, entry] : pending)
        entry.reply(fail(ErrorCode::Cancelled, QStringLiteral("the token helper was ended")));
}

void TokenHostProcess::start()
{
    QStringList arguments{QStringLiteral("--module"), m_launch.module};
    if (!m_launch.driver.isEmpty())
        arguments << QStringLiteral("--driver") << m_launch.driver;
    m_startLimit = singleShot(m_launch.timeLimitMs, [this] {
        giveUp({ErrorCode::TokenHostTimedOut, QStringLiteral("the driver did not load in time")});
    });
    m_process->start(m_launch.program, arguments);
}

void TokenHostProcess::stop()
{
    if (!m_reason)
        m_reason = Error{ErrorCode::Cancelled, QStringLiteral("the token helper was ended")};
    m_process->closeWriteChannel();
    m_startLimit = singleShot(stopLimitMs, [this] { m_process->kill(); });
}

void TokenHostProcess::ask(HostRequest request, int timeLimitMs, Reply reply)
{
    if (m_ended) {
        reply(
            fail(m_reason.value_or(Error{ErrorCode::TokenHostCrashed, QStringLiteral("the token helper has ended")})));
        return;
    }
    request.id = ++m_lastId;
    const qint64 id = request.id;
    m_pending[id] = {std::move(reply), singleShot(timeLimitMs, [this] {
                         giveUp({ErrorCode::TokenHostTimedOut, QStringLiteral("the driver did not answer in time")});
                     })};
    send(request);
}

void TokenHostProcess::send(const HostRequest &request)
{
    const bool withSecret = !request.order.pin.isEmpty();
    if (!withSecret) {
        m_process->write(encodeFrame(toCbor(request)));
        return;
    }
    auto block = encodeSecretBlock(request.order.pin);
    if (!block) {
        const auto pending = m_pending.extract(request.id);
        pending.mapped().reply(fail(block.error()));
        return;
    }
    m_secretsInFlight.push_back(*std::move(block));
    const SecureBytes &kept = m_secretsInFlight.back();
    m_process->write(encodeFrame(toCbor(request), true));
    // A piece of this size is referenced by the write buffer, not copied, and the original is wiped once it is written.
    m_process->write(QByteArray::fromRawData(kept.data(), static_cast<qsizetype>(kept.size())));
}

void TokenHostProcess::readOutput()
{
    m_reader.feed(m_process->readAllStandardOutput());
    while (!m_ended) {
        const auto message = m_reader.next();
        if (!message) {
            giveUp({ErrorCode::TokenHostCrashed, QStringLiteral("the token helper talks nonsense")});
            return;
        }
        if (!*message)
            return;
        take(**message);
    }
}

void TokenHostProcess::take(const QCborMap &message)
{
    if (isHostEvent(message))
        takeEvent(message);
    else
        takeReply(message);
}

void TokenHostProcess::takeEvent(const QCborMap &message)
{
    const auto event = hostEventFromCbor(message);
    if (!event) {
        giveUp({ErrorCode::TokenHostCrashed, event.error().detail});
        return;
    }
    switch (event->kind) {
    case HostEvent::Kind::Ready:
        if (!m_reason) {
            m_startLimit.reset();
            Q_EMIT ready(event->hello);
        }
        break;
    case HostEvent::Kind::LoadFailed:
        if (!m_reason)
            m_reason = event->error;
        break;
    case HostEvent::Kind::SlotsChanged:
        if (!m_reason)
            Q_EMIT slotsChanged(event->presentSlots);
        break;
    }
}

void TokenHostProcess::takeReply(const QCborMap &message)
{
    const auto reply = hostReplyFromCbor(message);
    if (!reply || !m_pending.contains(reply->id)) {
        giveUp({ErrorCode::TokenHostCrashed, QStringLiteral("the token helper answered what nobody asked")});
        return;
    }
    const auto pending = m_pending.extract(reply->id);
    pending.mapped().reply(reply->outcome);
}

// The answers wait for the end of the process, so that nobody begins anew beside a driver that still runs.
void TokenHostProcess::giveUp(const Error &reason)
{
    qCWarning(logToken) << "token helper is ended:" << reason.detail;
    if (!m_reason)
        m_reason = reason;
    m_process->kill();
}

void TokenHostProcess::onErrorOccurred(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart) {
        finishWith({ErrorCode::TokenHostCrashed,
                    QStringLiteral("the token helper cannot be started: %1").arg(m_process->errorString())});
    }
}

void TokenHostProcess::onFinished(QProcess::ExitStatus status)
{
    readOutput();
    const QString how = status == QProcess::CrashExit ? QStringLiteral("the driver crashed with signal %1")
                                                      : QStringLiteral("the token helper ended with code %1");
    finishWith(m_reason.value_or(Error{ErrorCode::TokenHostCrashed, how.arg(m_process->exitCode())}));
}

void TokenHostProcess::finishWith(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_startLimit.reset();
    const auto pending = std::exchange(m_pending, {});
    for (const auto &[id, entry] : pending)
        entry.reply(fail(error));
    Q_EMIT ended(error);
}

} // namespace bidseal
