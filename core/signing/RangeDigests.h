#pragma once

#include "core/common/Result.h"
#include "core/crypto/Digest.h"
#include "core/signing/Validator.h"

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace bidseal {

/**
 * Hashes the byte ranges of many signatures in one pass over the file. Ranges that begin with the same bytes share the
 * work: the common beginning is hashed once and its state copied where each gap begins.
 */
class RangeDigests
{
public:
    /** A range [0, a) [b, b + n) whose structure was checked. The index of its digest in the answer of `run`. */
    std::size_t add(DigestAlgorithm algorithm, const std::array<qint64, 4> &byteRange);

    /** FileUnreadable when the file is shorter than it was, Cancelled. `known` saves reading the beginning where it
     * fits. */
    Result<std::vector<QByteArray>> run(const QString &path, const std::optional<KnownPrefix> &known,
                                        const std::stop_token &stop, const ByteProgress &progress);

private:
    /** What lies behind one gap. */
    struct Branch
    {
        DigestAlgorithm algorithm;
        qint64 firstEnd;
        qint64 begin;
        qint64 end;
        std::optional<Digest> digest; ///< set when the common beginning has come to the gap
    };
    /** The beginning of the file that all branches of one algorithm share. */
    struct Trunk
    {
        Digest digest;
        qint64 position;
        qint64 end; ///< the last gap of its branches
    };

    std::vector<Trunk> makeTrunks(const std::optional<KnownPrefix> &known) const;
    void feedTrunk(Trunk &trunk, QByteArrayView block, qint64 offset);
    void feedBranches(QByteArrayView block, qint64 offset);

    std::vector<Branch> m_branches;
};

} // namespace bidseal
