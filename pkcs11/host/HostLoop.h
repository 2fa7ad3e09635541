#pragma once

#include "pkcs11/host/HostChannel.h"
#include "pkcs11/host/TokenDriver.h"
#include "pkcs11/host/WorkQueue.h"

#include <thread>

namespace bidseal {

/**
 * The life of a helper: says that it is ready, answers requests one after the other on the calling thread, and tells
 * when a token came or went. A second thread reads the pipe, so that its end is seen even while a driver hangs; a third
 * one waits for slot events where the module has them.
 */
class HostLoop
{
public:
    /** `mayWait` false: never block in C_WaitForSlotEvent, for drivers that hang when it runs beside other calls. */
    HostLoop(HostChannel channel, std::unique_ptr<TokenDriver> driver, bool mayWait);

    /** Serves until the pipe ends, then ends the process: drivers leave threads and locks behind. */
    [[noreturn]] void run();

private:
    void readRequests();
    void watchSlots();
    void startWatching();
    void answer(const HostRequest &request);
    Result<QCborMap> outcomeOf(const HostRequest &request);
    Result<QCborMap> enumerate();
    Result<QCborMap> tokenFlags(const TokenAddress &address);
    Result<QCborMap> sign(const SignOrder &order);
    void reportSlots();
    void pollSlots();

    HostChannel m_channel;
    std::unique_ptr<TokenDriver> m_driver;
    bool m_mayWait;
    bool m_watching = false;
    bool m_polling = false;
    std::vector<TokenAddress> m_known; ///< tokens at the last look, for polling
    WorkQueue m_queue;
    std::jthread m_reader;
    std::jthread m_watcher;
};

} // namespace bidseal
