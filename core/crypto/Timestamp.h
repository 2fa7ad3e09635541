#pragma once

#include "core/common/Result.h"
#include "core/crypto/Digest.h"
#include "core/model/Certificate.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace bidseal {

/** One RFC 3161 request with a fresh 64-bit nonce. */
struct TimestampRequest
{
    QByteArray der;
    QByteArray nonce;
    QByteArray imprint;
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
};

Result<TimestampRequest> makeTimestampRequest(DigestAlgorithm digest, const QByteArray &imprint);

struct TimestampFacts
{
    QByteArray token; ///< DER of the ContentInfo
    QDateTime time;   ///< UTC
    QString policy;
    QString serial;
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
    QByteArray imprint;
    QByteArray nonce;
    std::optional<Certificate> authority;
    std::vector<Certificate> certificates;
};

/**
 * Takes the TSA's answer apart and checks status, nonce, imprint, signature and the signer's critical timeStamping EKU
 * (RFC 3161, 2.3 and 2.4.2). TimestampRejected with the TSA's words, TimestampInvalid otherwise. Trust is not judged
 * here.
 */
Result<TimestampFacts> readTimestampResponse(const QByteArray &response, const TimestampRequest &request);

/**
 * Reads a token found in a file and checks its own signature: TimestampInvalid when that does not stand or its signer's
 * certificate is neither in the token nor among `moreCertificates` (the document's DSS), AlgorithmUnsupported when it
 * cannot be checked. What it stamps, key usage and trust are asked separately: timestampMatches, buildPath with
 * Timestamping.
 */
Result<TimestampFacts> readTimestampToken(const QByteArray &token,
                                          const std::vector<Certificate> &moreCertificates = {});
/** True when the token's imprint is the hash of `content`. */
bool timestampMatches(const TimestampFacts &facts, QByteArrayView content);

} // namespace bidseal
