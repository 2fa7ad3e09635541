#pragma once

#include "core/common/Result.h"
#include "pkcs11/protocol/TokenMessages.h"

#include <QCborMap>

namespace bidseal {

/**
 * The two ends of the pipe, taken away from standard input and output at once: what a driver prints goes to standard
 * error, and what it reads is nothing. Read by one thread, written by another.
 */
class HostChannel
{
public:
    /** InternalError when the standard handles cannot be moved. */
    static Result<HostChannel> takeOverStandardHandles();

    /** Blocks for the next request, its PIN in locked memory. An error means: the pipe has ended or is out of step. */
    [[nodiscard]] Result<HostRequest> read() const;
    /** False when nobody listens any more. */
    [[nodiscard]] bool write(const QCborMap &message) const;

private:
    HostChannel(int input, int output)
        : m_input(input)
        , m_output(output)
    {
    }

    int m_input;
    int m_output;
};

} // namespace bidseal
