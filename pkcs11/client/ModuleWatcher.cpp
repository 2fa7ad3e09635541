#include "pkcs11/client/ModuleWatcher.h"

#include "core/common/Clock.h"
#include "core/common/Log.h"
#include "pkcs11/client/TokenIdentities.h"
#include "pkcs11/protocol/ModuleFile.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace bidseal {

namespace {

constexpr int firstRestartMs = 500;
constexpr int slowestRestartMs = 30000;
constexpr int calmMs = 30000;
constexpr int settleMs = 1500; // OpenSC opens sessions on a pulled card for 0.8 s, and libp11 then waits for ever
// A look at the flags takes a second at most. OpenSC 0.23 never returns from it when the card is pulled meanwhile (its
// sc_unlock() keeps the card's mutex then), and nobody should look at a dead list for a minute.
constexpr int flagsLimitMs = 10000;
constexpr int pinPadFactor = 3; // a person types on the reader while the call runs

} // namespace

ModuleWatcher::ModuleWatcher(TokenHostLaunch launch, QObject *parent)
    : QObject(parent)
    , m_launch(std::move(launch))
{
    m_restart.setSingleShot(true);
    connect(&m_restart, &QTimer::timeout, this, &ModuleWatcher::launch);
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmMs);
    connect(&m_calm, &QTimer::timeout, this, [this] { m_failures = 0; });
}

ModuleWatcher::~ModuleWatcher()
{
    m_state = State::Idle;
    if (m_host)
        m_host->disconnect(this);
    m_host.reset();
    answerWaiting({ErrorCode::Cancelled, QStringLiteral("the driver is not watched any more")});
}

std::vector<Error> ModuleWatcher::problems() const
{
    std::vector<Error> all = m_tokenProblems;
    if (m_trouble)
        all.insert(all.begin(), *m_trouble);
    for (Error &problem : all) { // several drivers may be in use: which one it was matters
        if (problem.context.fileName.isEmpty())
            problem.context.fileName = QFileInfo(m_launch.module).fileName();
    }
    return all;
}

void ModuleWatcher::refresh()
{
    if (m_state == State::Idle || m_state == State::WaitingToRestart) {
        launch();
        return;
    }
    m_outdated = true;
    replace();
}

void ModuleWatcher::launch()
{
    m_restart.stop();
    m_outdated = false;
    if (const auto checked = checkModuleFile(m_launch.module); !checked) {
        m_state = State::Idle; // only a person can mend this
        m_identities.clear();
        m_trouble = checked.error();
        answerWaiting(checked.error());
        Q_EMIT changed();
        return;
    }
    m_state = State::Starting;
    m_host = std::make_unique<TokenHostProcess>(m_launch, this);
    connect(m_host.get(), &TokenHostProcess::ready, this, &ModuleWatcher::onReady);
    connect(m_host.get(), &TokenHostProcess::slotsChanged, this, &ModuleWatcher::onSlotsChanged);
    connect(m_host.get(), &TokenHostProcess::ended, this, &ModuleWatcher::onEnded);
    m_host->start();
    Q_EMIT changed();
}

void ModuleWatcher::replace()
{
    if (m_state != State::Ready || m_host->isBusy())
        return; // comes back when the last reply is in
    m_state = State::Replacing;
    m_host->stop();
    Q_EMIT changed();
}

void ModuleWatcher::onReady(const HostHello &hello)
{
    qCInfo(logToken) << "driver loaded:" << hello.description << "through" << hello.driver;
    m_host->ask({}, m_launch.timeLimitMs, [this](const Result<QCborMap> &reply) { onEnumerated(reply); });
}

void ModuleWatcher::onEnumerated(const Result<QCborMap> &reply)
{
    if (!reply && (reply.error().code == ErrorCode::TokenHostTimedOut ||
                   reply.error().code == ErrorCode::TokenHostCrashed || reply.error().code == ErrorCode::Cancelled))
        return; // onEnded() tells the rest
    auto tokens = reply ? tokensFromCbor(*reply) : Result<std::vector<TokenDescription>>(fail(reply.error()));
    m_identities.clear();
    m_tokenProblems.clear();
    if (tokens) {
        const QDateTime now = SystemClock().now();
        for (const TokenDescription &token : *tokens) {
            std::ranges::move(identitiesOf(token, m_launch.module, now), std::back_inserter(m_identities));
            if (token.problem)
                m_tokenProblems.push_back(*token.problem);
        }
        lookAgainWhenSilent((*reply)[silentSlotsKey].toInteger() > 0);
        m_trouble.reset(); // this helper works; m_failures still slows down the next restart
    } else {
        m_tokenProblems.push_back(tokens.error());
    }
    m_state = State::Ready;
    if (m_failures > 0)
        m_calm.start();
    sendWaiting();
    Q_EMIT changed();
    if (m_outdated)
        replace();
}

// A card that was being pulled, put in or used by a helper that was killed may not be recognised at the first look, and
// OpenSC does not look again in the same process. Cards of a strange kind stay silent: hence a bound.
void ModuleWatcher::lookAgainWhenSilent(bool silent)
{
    constexpr int mostLooks = 3;
    m_silentLooks = silent ? m_silentLooks + 1 : 0;
    if (!silent || m_silentLooks > mostLooks)
        return;
    m_outdated = true;
    m_settleFirst = true;
}

void ModuleWatcher::onSlotsChanged(const std::vector<qint64> &presentSlots)
{
    const auto gone = std::erase_if(m_identities, [&presentSlots](const SigningIdentity &identity) {
        return std::ranges::find(presentSlots, identity.slot) == presentSlots.end();
    });
    m_silentLooks = 0;
    m_outdated = true;
    m_settleFirst = gone > 0;
    if (gone > 0)
        Q_EMIT changed();
    replace();
}

void ModuleWatcher::onEnded(const Error &error)
{
    m_host.release()->deleteLater(); // it is the sender, and our child
    if (m_state == State::Replacing && error.code == ErrorCode::Cancelled) {
        m_restart.start(std::exchange(m_settleFirst, false) ? settleMs : 0);
        return;
    }
    scheduleRestart(error);
}

void ModuleWatcher::scheduleRestart(const Error &error)
{
    m_state = State::WaitingToRestart;
    m_calm.stop();
    m_identities.clear();
    m_tokenProblems.clear();
    m_trouble = error;
    const int delay = std::min(firstRestartMs << std::min(m_failures, 10), slowestRestartMs);
    ++m_failures;
    m_restart.start(delay);
    answerWaiting(error);
    Q_EMIT changed();
}

void ModuleWatcher::ask(HostRequest request, std::stop_token stop, TokenHostProcess::Reply reply)
{
    Waiting waiting{std::move(request), std::move(reply), std::move(stop), nullptr};
    if (waiting.stop.stop_possible()) {
        waiting.onStop = std::make_unique<StopCallback>(waiting.stop, [this] {
            QMetaObject::invokeMethod(this, &ModuleWatcher::dropStopped, Qt::QueuedConnection);
        });
    }
    m_waiting.push_back(std::move(waiting));
    if (m_state == State::Ready && !m_outdated)
        sendWaiting();
    else if (m_state == State::Idle || m_state == State::WaitingToRestart)
        launch();
}

void ModuleWatcher::sendWaiting()
{
    dropStopped();
    while (!m_waiting.empty() && m_state == State::Ready) {
        Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        next.onStop.reset();
        send(std::move(next.request), std::move(next.reply));
    }
}

void ModuleWatcher::send(HostRequest request, TokenHostProcess::Reply reply)
{
    const HostOperation operation = request.operation;
    const TokenAddress token = operation == HostOperation::Sign ? request.order.token : request.token;
    const int limit = limitFor(operation, token);
    m_host->ask(std::move(request), limit,
                [self = QPointer(this), operation, token, reply = std::move(reply)](const Result<QCborMap> &outcome) {
                    if (self && operation == HostOperation::TokenFlags && outcome)
                        self->updateFlags(token, tokenFlagsFromCbor(*outcome));
                    reply(outcome);
                    if (self)
                        self->afterReply(operation, token, outcome);
                });
}

void ModuleWatcher::afterReply(HostOperation operation, const TokenAddress &token, const Result<QCborMap> &outcome)
{
    if (!m_host || m_state != State::Ready)
        return;
    // Not every driver sees by itself that a token came back; a fresh helper does.
    if (!outcome && (outcome.error().code == ErrorCode::TokenRemoved || outcome.error().code == ErrorCode::WrongToken))
        m_outdated = true;
    if (m_outdated) {
        replace();
    } else if (operation == HostOperation::Sign) {
        // Right or wrong, the PIN has changed the flags that the list shows.
        HostRequest question;
        question.operation = HostOperation::TokenFlags;
        question.token = token;
        send(std::move(question), [](const Result<QCborMap> &) {});
    }
}

int ModuleWatcher::limitFor(HostOperation operation, const TokenAddress &token) const
{
    // Behind another request it has to wait its turn.
    if (operation == HostOperation::TokenFlags && !m_host->isBusy())
        return std::min(flagsLimitMs, m_launch.timeLimitMs);
    const bool padInUse = operation == HostOperation::Sign &&
                          std::ranges::any_of(m_identities, [&token](const SigningIdentity &identity) {
                              return identity.hasProtectedPath && addressOf(identity) == token;
                          });
    return padInUse ? pinPadFactor * m_launch.timeLimitMs : m_launch.timeLimitMs;
}

void ModuleWatcher::updateFlags(const TokenAddress &token, const TokenFlags &flags)
{
    bool different = false;
    for (SigningIdentity &identity : m_identities) {
        if (identity.mediumSerial != token.serial || identity.mediumLabel != token.label)
            continue;
        different = different || identity.pinLow != flags.pinLow || identity.pinFinalTry != flags.pinFinalTry ||
                    identity.pinLocked != flags.pinLocked;
        setFlags(identity, flags);
    }
    if (different)
        Q_EMIT changed();
}

void ModuleWatcher::dropStopped()
{
    std::deque<Waiting> kept;
    std::vector<Waiting> stopped;
    for (Waiting &waiting : m_waiting) {
        if (waiting.stop.stop_requested())
            stopped.push_back(std::move(waiting));
        else
            kept.push_back(std::move(waiting));
    }
    m_waiting = std::move(kept);
    for (const Waiting &waiting : stopped)
        waiting.reply(fail(ErrorCode::Cancelled, QStringLiteral("stopped before the token was asked")));
}

void ModuleWatcher::answerWaiting(const Error &error)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const Waiting &entry : waiting)
        entry.reply(fail(error));
}

} // namespace bidseal
