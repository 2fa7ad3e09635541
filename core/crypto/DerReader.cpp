#include "core/crypto/DerReader.h"

#include <QStringList>

#include <limits>

namespace bidseal::der {

namespace {

constexpr int maximumDepth = 32;
constexpr unsigned char constructedBit = 0x20;
constexpr unsigned char highTagNumber = 0x1F;
constexpr unsigned char longLength = 0x80;
constexpr qsizetype maximumLengthOctets = 4;

unsigned char at(QByteArrayView bytes, qsizetype index)
{
    return static_cast<unsigned char>(bytes[index]);
}

struct Header
{
    qsizetype size = 0;
    qsizetype length = 0;
    bool isIndefinite = false;
};

std::optional<Header> readHeader(QByteArrayView bytes)
{
    if (bytes.size() < 2 || (at(bytes, 0) & highTagNumber) == highTagNumber)
        return std::nullopt;
    const unsigned char first = at(bytes, 1);
    if (first < longLength)
        return Header{2, first, false};
    if (first == longLength) {
        if ((at(bytes, 0) & constructedBit) == 0)
            return std::nullopt;
        return Header{2, 0, true};
    }
    const qsizetype count = first & 0x7F;
    if (count > maximumLengthOctets || bytes.size() < 2 + count)
        return std::nullopt;
    quint64 length = 0;
    for (qsizetype i = 0; i < count; ++i)
        length = (length << 8U) | at(bytes, 2 + i);
    return Header{2 + count, static_cast<qsizetype>(length), false};
}

std::optional<Value> readValue(QByteArrayView bytes, int depth);

/** Finds the end-of-contents octets that close a value of indefinite length. */
std::optional<Value> readIndefinite(QByteArrayView bytes, const Header &header, int depth)
{
    QByteArrayView rest = bytes.sliced(header.size);
    while (rest.size() >= 2) {
        if (at(rest, 0) == 0 && at(rest, 1) == 0) {
            const qsizetype contentSize = bytes.size() - header.size - rest.size();
            return Value{at(bytes, 0), bytes.first(header.size + contentSize + 2),
                         bytes.sliced(header.size, contentSize), true};
        }
        const auto child = readValue(rest, depth + 1);
        if (!child)
            return std::nullopt;
        rest = rest.sliced(child->whole.size());
    }
    return std::nullopt;
}

std::optional<Value> readValue(QByteArrayView bytes, int depth)
{
    const auto header = readHeader(bytes);
    if (!header || depth > maximumDepth)
        return std::nullopt;
    if (header->isIndefinite)
        return readIndefinite(bytes, *header, depth);
    if (header->length > bytes.size() - header->size)
        return std::nullopt;
    return Value{at(bytes, 0), bytes.first(header->size + header->length), bytes.sliced(header->size, header->length),
                 false};
}

bool joinSegments(const Value &value, QByteArray &joined, int depth)
{
    if ((value.tag & constructedBit) == 0) {
        joined.append(value.content);
        return true;
    }
    if (depth > maximumDepth)
        return false;
    Reader segments(value.content);
    while (!segments.atEnd()) {
        const auto segment = segments.next();
        if (!segment || (segment->tag & ~constructedBit) != octetStringTag ||
            !joinSegments(*segment, joined, depth + 1))
            return false;
    }
    return true;
}

} // namespace

bool Reader::nextIs(unsigned char tag) const
{
    return !m_rest.isEmpty() && at(m_rest, 0) == tag;
}

std::optional<Value> Reader::next()
{
    auto value = readValue(m_rest, 0);
    if (value)
        m_rest = m_rest.sliced(value->whole.size());
    return value;
}

std::optional<Value> Reader::take(unsigned char tag)
{
    return nextIs(tag) ? next() : std::nullopt;
}

std::optional<QByteArray> octets(const Value &value)
{
    QByteArray joined;
    if (!joinSegments(value, joined, 0))
        return std::nullopt;
    return joined;
}

QString oidText(QByteArrayView content)
{
    QStringList arcs;
    quint64 arc = 0;
    for (qsizetype i = 0; i < content.size(); ++i) {
        if (arc > (std::numeric_limits<quint64>::max() >> 7U))
            return {};
        const unsigned char octet = at(content, i);
        arc = (arc << 7U) | (octet & 0x7FU);
        if ((octet & 0x80U) != 0)
            continue;
        if (arcs.isEmpty()) {
            const quint64 root = arc < 80 ? arc / 40 : 2;
            arcs.append(QString::number(root));
            arc -= root * 40;
        }
        arcs.append(QString::number(arc));
        arc = 0;
    }
    const bool isComplete = !content.isEmpty() && (at(content, content.size() - 1) & 0x80U) == 0;
    return isComplete ? arcs.join(QLatin1Char('.')) : QString();
}

} // namespace bidseal::der
