#include "pkcs11/protocol/Frame.h"

#include <QCborValue>
#include <QtEndian>

#include <algorithm>

namespace bidseal {

QByteArray encodeFrame(const QCborMap &message, bool withSecret)
{
    const QByteArray cbor = message.toCborValue().toCbor();
    QByteArray frame(frameHeaderSize, Qt::Uninitialized);
    qToBigEndian<quint32>(static_cast<quint32>(cbor.size()), frame.data());
    qToBigEndian<quint32>(withSecret ? secretBlockSize : 0, frame.data() + sizeof(quint32));
    return frame + cbor;
}

Result<FrameHeader> decodeFrameHeader(QByteArrayView header)
{
    if (header.size() != frameHeaderSize)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("frame header cut short"));
    FrameHeader result;
    result.messageSize = qFromBigEndian<quint32>(header.data());
    result.secretSize = qFromBigEndian<quint32>(header.data() + sizeof(quint32));
    if (result.messageSize == 0 || result.messageSize > maxFrameSize)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("frame size out of range"));
    if (result.secretSize != 0 && result.secretSize != secretBlockSize)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("secret block size out of range"));
    return result;
}

Result<QCborMap> decodeMessage(const QByteArray &cbor)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(cbor, &error);
    if (error.error != QCborError::NoError || error.offset != cbor.size() || !value.isMap())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("message is not one CBOR map"));
    return value.toMap();
}

Result<SecureBytes> encodeSecretBlock(const SecureBytes &secret)
{
    if (secret.size() > maxSecretSize)
        return fail(ErrorCode::PinLengthInvalid, QStringLiteral("secret longer than a block takes"));
    SecureBytes block;
    block.append(static_cast<char>(secret.size()));
    for (const char byte : secret.view())
        block.append(byte);
    while (block.size() < secretBlockSize)
        block.append('\0');
    return block;
}

Result<SecureBytes> decodeSecretBlock(const SecureBytes &block)
{
    if (block.size() != secretBlockSize)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("secret block has the wrong size"));
    const qsizetype size = static_cast<unsigned char>(block.data()[0]);
    return SecureBytes(block.view().sliced(1, size));
}

Result<std::optional<QCborMap>> FrameReader::next()
{
    if (m_buffer.size() < frameHeaderSize)
        return std::nullopt;
    const auto header = decodeFrameHeader(QByteArrayView(m_buffer).first(frameHeaderSize));
    if (!header)
        return fail(header.error());
    if (header->secretSize != 0)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("unexpected secret block"));
    const qsizetype end = frameHeaderSize + static_cast<qsizetype>(header->messageSize);
    if (m_buffer.size() < end)
        return std::nullopt;
    auto message = decodeMessage(m_buffer.sliced(frameHeaderSize, end - frameHeaderSize));
    m_buffer.remove(0, end);
    if (!message)
        return fail(message.error());
    return std::optional(*std::move(message));
}

} // namespace bidseal
