#pragma once

// Private to core/crypto.

#include "core/crypto/CmsReader.h"

namespace bidseal {

/** Names the signature algorithm and finds where it contradicts the digest algorithm. */
void describeAlgorithm(CmsFacts &facts);

/** Checks signature value, attributes and content digest, whatever the content is. */
Result<bool> verifySignerInfo(const CmsFacts &cms, const QByteArray &contentDigest);

} // namespace bidseal
