#pragma once

#include "core/model/Seal.h"

namespace bidseal::test {

/** The invented seals of resources/samples as values, at their usual size. */
Seal sampleCompanySeal();
Seal sampleContractSeal();
Seal sampleLegalRepresentativeSeal();

} // namespace bidseal::test
