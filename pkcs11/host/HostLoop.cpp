#include "pkcs11/host/HostLoop.h"

#include <algorithm>
#include <cstdlib>

namespace bidseal {

namespace {

using namespace std::chrono_literals;

constexpr auto pollInterval = 1s;
constexpr auto idleInterval = 1h;
constexpr auto graceAfterInput = 2s;

} // namespace

HostLoop::HostLoop(HostChannel channel, std::unique_ptr<TokenDriver> driver)
    : m_channel(channel)
    , m_driver(std::move(driver))
{
}

void HostLoop::run()
{
    HostEvent ready;
    ready.hello = {m_driver->name(), m_driver->module().description()};
    bool listened = m_channel.write(toCbor(ready));
    m_reader = std::jthread([this] { readRequests(); });
    while (listened) {
        auto item = m_queue.take(m_watching ? pollInterval : idleInterval);
        if (!item && m_watching)
            pollSlots();
        else if (item && std::holds_alternative<HostRequest>(*item))
            answer(std::get<HostRequest>(*item));
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

void HostLoop::answer(const HostRequest &request)
{
    auto outcome = outcomeOf(request);
    // A failed write shows as the end of the input, which the reading thread reports.
    static_cast<void>(m_channel.write(toCbor(HostReply{request.id, std::move(outcome)})));
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

// What happens from the first look on is an event, even while the certificates are being read.
Result<QCborMap> HostLoop::enumerate()
{
    const auto present = m_driver->module().slotsWithToken();
    if (!present)
        return fail(present.error());
    m_known = *present;
    static_cast<void>(m_driver->module().takeSlotEvents());
    m_watching = true;
    const auto tokens = m_driver->enumerate();
    if (!tokens)
        return fail(tokens.error());
    QCborMap reply = toCbor(*tokens);
    const auto silent = std::ranges::count_if(
        m_known, [this](CK_SLOT_ID slot) { return !m_driver->module().tokenFacts(slot).has_value(); });
    reply[silentSlotsKey] = static_cast<qint64>(silent);
    return reply;
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

void HostLoop::reportSlots(const std::vector<CK_SLOT_ID> &present)
{
    HostEvent event;
    event.kind = HostEvent::Kind::SlotsChanged;
    for (const CK_SLOT_ID slot : present)
        event.presentSlots.push_back(static_cast<qint64>(slot));
    static_cast<void>(m_channel.write(toCbor(event)));
}

// No token is asked anything here: a card that is pulled in mid-call is what makes drivers hang. The list shows what
// came and went, the events also show what was exchanged between two looks.
void HostLoop::pollSlots()
{
    const auto present = m_driver->module().slotsWithToken();
    auto now = present ? *present : std::vector<CK_SLOT_ID>();
    const bool eventSeen = m_driver->module().takeSlotEvents();
    if (!eventSeen && now == m_known)
        return;
    m_known = std::move(now);
    reportSlots(m_known);
}

} // namespace bidseal
