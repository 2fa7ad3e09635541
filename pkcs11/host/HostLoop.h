#pragma once

#include "pkcs11/host/HostChannel.h"
#include "pkcs11/host/TokenDriver.h"
#include "pkcs11/host/WorkQueue.h"

#include <thread>

namespace bidseal {

/**
 * The life of a helper: says that it is ready, answers requests one after the other on the calling thread, and tells
 * when a token came or went. A second thread reads the pipe, so that its end is seen even while a driver hangs. Only
 * one thread ever talks to the module: OpenSC 0.23 loses the event when other calls look at the readers while
 * C_WaitForSlotEvent begins to wait, so it is never called in its blocking way.
 */
class HostLoop
{
public:
    HostLoop(HostChannel channel, std::unique_ptr<TokenDriver> driver);

    /** Serves until the pipe ends, then ends the process: drivers leave threads and locks behind. */
    [[noreturn]] void run();

private:
    void readRequests();
    void answer(const HostRequest &request);
    Result<QCborMap> outcomeOf(const HostRequest &request);
    Result<QCborMap> enumerate();
    Result<QCborMap> tokenFlags(const TokenAddress &address);
    Result<QCborMap> sign(const SignOrder &order);
    void reportSlots(const std::vector<CK_SLOT_ID> &present);
    void pollSlots();

    HostChannel m_channel;
    std::unique_ptr<TokenDriver> m_driver;
    bool m_watching = false;         ///< after the first enumeration
    std::vector<CK_SLOT_ID> m_known; ///< slots with a token at the last look
    WorkQueue m_queue;
    std::jthread m_reader;
};

} // namespace bidseal
