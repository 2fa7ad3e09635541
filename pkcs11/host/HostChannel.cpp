#include "pkcs11/host/HostChannel.h"

#include "pkcs11/protocol/Frame.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>

#include <fcntl.h>
#if defined(Q_OS_WIN)
#include <io.h>
#else
#include <unistd.h>
#endif

namespace bidseal {

namespace {

#if defined(Q_OS_WIN)
constexpr auto *nullDevice = "NUL";
int duplicate(int handle)
{
    const int copy = _dup(handle);
    if (copy >= 0)
        _setmode(copy, _O_BINARY);
    return copy;
}
bool replace(int handle, int with)
{
    return _dup2(with, handle) == 0;
}
int openNull()
{
    return _open(nullDevice, _O_RDONLY);
}
qint64 readSome(int handle, char *data, std::size_t size)
{
    return _read(handle, data, static_cast<unsigned int>(size));
}
qint64 writeSome(int handle, const char *data, std::size_t size)
{
    return _write(handle, data, static_cast<unsigned int>(size));
}
#else
constexpr auto *nullDevice = "/dev/null";
int duplicate(int handle)
{
    return fcntl(handle, F_DUPFD_CLOEXEC, 3);
}
bool replace(int handle, int with)
{
    return dup2(with, handle) == handle;
}
int openNull()
{
    return open(nullDevice, O_RDONLY | O_CLOEXEC);
}
qint64 readSome(int handle, char *data, std::size_t size)
{
    return ::read(handle, data, size);
}
qint64 writeSome(int handle, const char *data, std::size_t size)
{
    return ::write(handle, data, size);
}
#endif

/** Reads exactly `size` bytes in small pieces that are wiped at the end, handing each to `take`. */
bool readExactly(int handle, std::size_t size, const std::function<void(std::span<const char>)> &take)
{
    std::array<char, 1024> piece{};
    bool whole = true;
    while (size > 0 && whole) {
        const qint64 got = readSome(handle, piece.data(), std::min(size, piece.size()));
        if (got < 0 && errno == EINTR)
            continue;
        whole = got > 0;
        if (whole) {
            take(std::span(piece).first(static_cast<std::size_t>(got)));
            size -= static_cast<std::size_t>(got);
        }
    }
    wipe(piece);
    return whole;
}

std::unexpected<Error> ended()
{
    return fail(ErrorCode::Cancelled, QStringLiteral("the pipe to the program has ended"));
}

Result<QByteArray> readBytes(int handle, std::size_t size)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(size));
    if (!readExactly(handle, size, [&bytes](std::span<const char> piece) {
            bytes.append(piece.data(), static_cast<qsizetype>(piece.size()));
        }))
        return ended();
    return bytes;
}

Result<SecureBytes> readSecret(int handle)
{
    SecureBytes block;
    if (!readExactly(handle, secretBlockSize, [&block](std::span<const char> piece) {
            for (const char byte : piece)
                block.append(byte);
        }))
        return ended();
    return decodeSecretBlock(block);
}

} // namespace

Result<HostChannel> HostChannel::takeOverStandardHandles()
{
    constexpr int standardInput = 0;
    constexpr int standardOutput = 1;
    constexpr int standardError = 2;
    const int input = duplicate(standardInput);
    const int output = duplicate(standardOutput);
    const int null = openNull();
    if (input < 0 || output < 0 || null < 0 || !replace(standardInput, null) || !replace(standardOutput, standardError))
        return fail(ErrorCode::InternalError, QStringLiteral("standard input and output cannot be moved"));
    return HostChannel(input, output);
}

Result<HostRequest> HostChannel::read() const
{
    const auto head = readBytes(m_input, static_cast<std::size_t>(frameHeaderSize));
    if (!head)
        return fail(head.error());
    const auto header = decodeFrameHeader(*head);
    if (!header)
        return fail(header.error());
    const auto cbor = readBytes(m_input, header->messageSize);
    if (!cbor)
        return fail(cbor.error());
    SecureBytes secret;
    if (header->secretSize != 0) {
        auto read = readSecret(m_input);
        if (!read)
            return fail(read.error());
        secret = *std::move(read);
    }
    const auto message = decodeMessage(*cbor);
    if (!message)
        return fail(message.error());
    auto request = hostRequestFromCbor(*message);
    if (request)
        request->order.pin = std::move(secret);
    return request;
}

bool HostChannel::write(const QCborMap &message) const
{
    const QByteArray frame = encodeFrame(message);
    qsizetype done = 0;
    while (done < frame.size()) {
        const qint64 sent =
            writeSome(m_output, frame.constData() + done, static_cast<std::size_t>(frame.size() - done));
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        done += sent;
    }
    return true;
}

} // namespace bidseal
