#pragma once

#include "core/common/Result.h"
#include "core/model/Placement.h"

#include <QByteArray>

#include <vector>

namespace bidseal {

/** Placements as CBOR, each seal picture once. StoreCorrupt when the bytes are not what was written. */
QByteArray encodePlacements(const std::vector<Placement> &placements);
Result<std::vector<Placement>> decodePlacements(const QByteArray &bytes);

} // namespace bidseal
