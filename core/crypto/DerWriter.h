#pragma once

// Private to core/crypto: DER (X.690, 10) from the inside out, by concatenation.

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace bidseal::der {

/** Identifier, shortest length, content. */
QByteArray wrap(unsigned char tag, QByteArrayView content);
/** SEQUENCE of ready-made parts. */
QByteArray sequence(std::initializer_list<QByteArrayView> parts);
/** SET OF in the order DER demands (X.690, 11.6), under any tag. */
QByteArray setOf(std::vector<QByteArray> elements, unsigned char tag = 0x31);
/** A small non-negative INTEGER. */
QByteArray integer(unsigned int value);
QByteArray octetString(QByteArrayView content);
/** OBJECT IDENTIFIER from OpenSSL's number for it. */
QByteArray oid(int nid);
/** AlgorithmIdentifier: OID, and `parameters` when not empty. */
QByteArray algorithm(int nid, QByteArrayView parameters = {});
QByteArray null();

} // namespace bidseal::der
