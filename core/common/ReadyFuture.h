#pragma once

#include "core/common/Result.h"

#include <QFuture>
#include <QPromise>

namespace bidseal {

/** A future that has its answer already; the answer may be move-only. */
template <typename T> QFuture<Result<T>> readyFuture(Result<T> answer)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

} // namespace bidseal
