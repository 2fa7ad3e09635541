#pragma once

#include "core/common/Result.h"
#include "core/storage/StorageThread.h"

#include <memory>

namespace bidseal::cli {

/** The store that the window uses too, so that what one leaves unfinished the other can finish. */
Result<std::unique_ptr<StorageThread>> openLocalStore();

} // namespace bidseal::cli
