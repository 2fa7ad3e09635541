#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"

#include <QByteArray>
#include <QCborMap>

#include <optional>

namespace bidseal {

// One message between the program and bidseal-tokenhost:
//   u32 size of the CBOR map, u32 size of the secret block (0 or secretBlockSize), both big-endian; the map; the block.
// A PIN never becomes a CBOR value, because the codec would leave unwiped copies of it on the heap.

inline constexpr qsizetype frameHeaderSize = 8;
inline constexpr quint32 maxFrameSize = 16U * 1024 * 1024;

/**
 * Every secret block has this size, so that its length tells nothing. It is more than one chunk (4096) of Qt's write
 * buffer: QProcess then keeps a reference to our locked memory where it would copy a smaller piece.
 */
inline constexpr quint32 secretBlockSize = 8192;
inline constexpr std::size_t maxSecretSize = 255;

struct FrameHeader
{
    quint32 messageSize = 0;
    quint32 secretSize = 0;
};

/** Header and map; when `withSecret`, the caller sends a secret block right behind. */
QByteArray encodeFrame(const QCborMap &message, bool withSecret = false);
/** InvalidArgument when the sizes are beyond the limits: the stream is not ours or out of step. */
Result<FrameHeader> decodeFrameHeader(QByteArrayView header);
/** InvalidArgument when the bytes are not exactly one CBOR map. */
Result<QCborMap> decodeMessage(const QByteArray &cbor);

/** The padded block for a secret of at most maxSecretSize bytes (PinLengthInvalid above). */
Result<SecureBytes> encodeSecretBlock(const SecureBytes &secret);
/** The secret in a block; InvalidArgument when the block is malformed. */
Result<SecureBytes> decodeSecretBlock(const SecureBytes &block);

/** Cuts a stream of secretless frames into messages. */
class FrameReader
{
public:
    void feed(const QByteArray &bytes) { m_buffer.append(bytes); }
    /** The next whole message, nothing when more bytes are needed, or an error after which the stream is useless. */
    Result<std::optional<QCborMap>> next();

private:
    QByteArray m_buffer;
};

} // namespace bidseal
