#pragma once

#include "core/common/Result.h"
#include "core/crypto/Timestamp.h"

#include <QFuture>

#include <stop_token>

namespace bidseal {

/** A chain of TSAs behind one call. Asynchronous, on the thread that calls. */
class TimestampAuthority
{
public:
    virtual ~TimestampAuthority() = default;

    /** Tries each service in turn. TimestampUnreachable when none answers, with what each said in `detail`. */
    virtual QFuture<Result<TimestampFacts>> stamp(DigestAlgorithm digest, const QByteArray &imprint,
                                                  std::stop_token stop) = 0;
    [[nodiscard]] virtual bool isConfigured() const = 0;
};

} // namespace bidseal
