#pragma once

#include "ui/placing/PlacementModel.h"

namespace bidseal {

enum class Alignment {
    PageCentreHorizontally, ///< middle between left and right edge of the page
    PageCentreVertically,
    LeftEdges, ///< with the stamp selected first
    Centres,   ///< one above the other
    TopEdges,
};

/** Where the selected placements would stand; `PlacementModel::move` takes it. As shown, whatever the page's rotation.
 */
std::vector<PlacementMove> alignedMoves(const PlacementModel &model, Alignment alignment);

} // namespace bidseal
