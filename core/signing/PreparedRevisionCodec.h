#pragma once

#include "core/common/Result.h"
#include "core/pdf/SignatureRevision.h"

namespace bidseal {

/** A prepared revision as bytes for the journal, and back. StoreCorrupt when the bytes are not what was written. */
QByteArray encodePreparedRevision(const PreparedRevision &revision);
Result<PreparedRevision> decodePreparedRevision(const QByteArray &bytes);

} // namespace bidseal
