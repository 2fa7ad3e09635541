#include "pkcs11/host/HostLoop.h"

#include <cstdlib>

namespace bidseal {

namespace {

using namespace std::chrono_literals;

constexpr auto pollInterval = 1500ms;
constexpr auto idleInterval = 1h;
constexpr auto graceAfterInput = 2s;

std::vector<TokenAddress> addressesOf(const std::vector<TokenFacts> &tokens)
{
    std::vector<TokenAddress> addresses;
    for (const TokenFacts &facts : tokens)
        addresses.push_back(facts.address);
    return addresses;
}

} // namespace

HostLoop::HostLoop(HostChannel channel, std::unique_ptr<TokenDriver> driver, bool mayWait)
    : m_channel(channel)
    , m_driver(std::move(driver))
    , m_mayWait(mayWait)
{
}

void HostLoop::run()
{
    HostEvent ready;
    ready.hello = {m_driver->name(), m_driver->module().description()};
    bool listened = m_channel.write(toCbor(ready));
    m_reader = std::jthread([this] { readRequests(); });
    while (listened) {
        auto item = m_queue.take(m_polling ? pollInterval : idleInterval);
        if (!item && m_polling)
            pollSlots();
        else if (item && std::holds_alternative<HostRequest>(*item))
            answer(std::get<HostRequest>(*item));
        else if (item && std::holds_alternative<SlotEventSeen>(*item))
            reportSlots();
        else if (item && std::holds_alternative<MustPoll>(*item))
            m_polling = true;
        else if (item && std::holds_alternative<InputEnded>(*item))
            listened = false;
    }
    m_driver->module().finalize();
    std::_Exit(EXIT_SUCCESS);
}

void HostLoop::readRequests()
{
    while (auto request = m_channel.read())
        m_queue.push(*std::move(request));
    m_queue.push(InputEnded());
    // The program is gone. A driver that hangs must not keep this process alive.
    std::this_thread::sleep_for(graceAfterInput);
    std::_Exit(EXIT_SUCCESS);
}

void HostLoop::watchSlots()
{
    SlotWait seen = SlotWait::Event;
    while (seen == SlotWait::Event) {
        seen = m_driver->module().waitForSlotEvent();
        if (seen == SlotWait::Event)
            m_queue.push(SlotEventSeen());
    }
    if (seen == SlotWait::NotSupported)
        m_queue.push(MustPoll());
}

// Watching begins after the first enumeration: what happened before is in its result.
void HostLoop::startWatching()
{
    if (m_watching)
        return;
    m_watching = true;
    m_polling = !m_mayWait || !m_driver->module().isThreadSafe() || !m_driver->module().drainSlotEvents();
    if (!m_polling)
        m_watcher = std::jthread([this] { watchSlots(); });
    pollSlots();
}

void HostLoop::answer(const HostRequest &request)
{
    auto outcome = outcomeOf(request);
    // A failed write shows as the end of the input, which the reading thread reports.
    static_cast<void>(m_channel.write(toCbor(HostReply{request.id, std::move(outcome)})));
    if (request.operation == HostOperation::Enumerate)
        startWatching();
}

Result<QCborMap> HostLoop::outcomeOf(const HostRequest &request)
{
    switch (request.operation) {
    case HostOperation::Enumerate:
        return enumerate();
    case HostOperation::TokenFlags:
        return tokenFlags(request.token);
    case HostOperation::Sign:
        return sign(request.order);
    }
    return fail(ErrorCode::InternalError, QStringLiteral("unknown operation"));
}

Result<QCborMap> HostLoop::enumerate()
{
    const auto tokens = m_driver->enumerate();
    if (!tokens)
        return fail(tokens.error());
    m_known.clear();
    for (const TokenDescription &token : *tokens)
        m_known.push_back({token.slot, token.label, token.serial});
    return toCbor(*tokens);
}

Result<QCborMap> HostLoop::tokenFlags(const TokenAddress &address)
{
    const auto token = m_driver->module().findToken(address);
    if (!token)
        return fail(token.error());
    return toCbor(token->flags);
}

Result<QCborMap> HostLoop::sign(const SignOrder &order)
{
    const auto signature = m_driver->sign(order);
    if (!signature)
        return fail(signature.error());
    return signatureToCbor(*signature);
}

void HostLoop::reportSlots()
{
    HostEvent event;
    event.kind = HostEvent::Kind::SlotsChanged;
    if (const auto present = m_driver->module().slotsWithToken()) {
        for (const CK_SLOT_ID slot : *present)
            event.presentSlots.push_back(static_cast<qint64>(slot));
    }
    static_cast<void>(m_channel.write(toCbor(event)));
}

void HostLoop::pollSlots()
{
    const auto tokens = m_driver->module().presentTokens();
    auto now = tokens ? addressesOf(*tokens) : std::vector<TokenAddress>();
    if (now == m_known)
        return;
    m_known = std::move(now);
    reportSlots();
}

} // namespace bidseal
