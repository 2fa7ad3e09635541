#pragma once

#include "core/model/DocumentFacts.h"
#include "core/model/Placement.h"

#include <QString>

#include <vector>

namespace bidseal {

/**
 * The empty signature field that a seal was put on: the first whose box holds a placement's centre. Empty when there is
 * none. A tender that brings prepared fields (投标人签章) wants them filled, and a certified one allows nothing else.
 */
QString emptyFieldUnder(const std::vector<SignatureFieldFacts> &fields, const std::vector<Placement> &placements);

} // namespace bidseal
