#pragma once

// Private to core/crypto: the signed and unsigned attributes of a SignerInfo (RFC 5652, 5.3 and 11).

#include "core/crypto/CmsReader.h"
#include "core/crypto/DerReader.h"

namespace bidseal {

/** Fills what signed attributes say. False when they cannot be read. */
bool readSignedAttributes(QByteArrayView setContent, CmsFacts &facts);
/** The first signature timestamp (RFC 3161, appendix A), and embedded revocation data. */
bool readUnsignedAttributes(QByteArrayView setContent, CmsFacts &facts);

/** Re-encodes the attributes as DER says, whatever they came as. Empty when OpenSSL cannot read one. */
QByteArray canonicalAttributes(QByteArrayView setContent);

} // namespace bidseal
