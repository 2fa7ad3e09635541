#include "core/crypto/DerWriter.h"

#include "core/crypto/DerReader.h"

#include <openssl/objects.h>

#include <algorithm>

namespace bidseal::der {

QByteArray wrap(unsigned char tag, QByteArrayView content)
{
    QByteArray out;
    out.append(static_cast<char>(tag));
    const auto length = static_cast<quint64>(content.size());
    if (length < 0x80) {
        out.append(static_cast<char>(length));
    } else {
        QByteArray octets;
        for (quint64 rest = length; rest != 0; rest >>= 8U)
            octets.prepend(static_cast<char>(rest & 0xFFU));
        out.append(static_cast<char>(0x80 | octets.size()));
        out.append(octets);
    }
    return out.append(content);
}

QByteArray sequence(std::initializer_list<QByteArrayView> parts)
{
    QByteArray content;
    for (const QByteArrayView part : parts)
        content.append(part);
    return wrap(sequenceTag, content);
}

QByteArray setOf(std::vector<QByteArray> elements, unsigned char tag)
{
    // Byte order with a shorter string padded by zeros: no two encodings are prefixes of one another, so < is the same.
    std::sort(elements.begin(), elements.end());
    QByteArray content;
    for (const QByteArray &element : elements)
        content.append(element);
    return wrap(tag, content);
}

QByteArray integer(unsigned int value)
{
    QByteArray octets;
    do {
        octets.prepend(static_cast<char>(value & 0xFFU));
        value >>= 8U;
    } while (value != 0);
    if ((static_cast<unsigned char>(octets[0]) & 0x80U) != 0)
        octets.prepend('\0');
    return wrap(integerTag, octets);
}

QByteArray octetString(QByteArrayView content)
{
    return wrap(octetStringTag, content);
}

QByteArray oid(int nid)
{
    const ASN1_OBJECT *object = OBJ_nid2obj(nid);
    return wrap(oidTag, {OBJ_get0_data(object), static_cast<qsizetype>(OBJ_length(object))});
}

QByteArray algorithm(int nid, QByteArrayView parameters)
{
    return sequence({oid(nid), parameters});
}

QByteArray null()
{
    return wrap(0x05, {});
}

} // namespace bidseal::der
