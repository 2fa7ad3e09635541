#include "ui/placing/PlacementAlignment.h"

#include "core/signing/PlacementRules.h"

namespace bidseal {

namespace {

RectF aligned(const RectF &rect, const RectF &reference, SizeF page, Alignment alignment)
{
    switch (alignment) {
    case Alignment::PageCentreHorizontally:
        return rect.translated(page.width / 2 - rect.center().x, 0);
    case Alignment::PageCentreVertically:
        return rect.translated(0, page.height / 2 - rect.center().y);
    case Alignment::LeftEdges:
        return rect.translated(reference.x0 - rect.x0, 0);
    case Alignment::Centres:
        return rect.translated(reference.center().x - rect.center().x, 0);
    case Alignment::TopEdges:
        return rect.translated(0, reference.y0 - rect.y0);
    }
    return rect;
}

} // namespace

std::vector<PlacementMove> alignedMoves(const PlacementModel &model, Alignment alignment)
{
    std::vector<PlacementMove> moves;
    const Placement *first = model.selection().empty() ? nullptr : model.find(model.selection().front());
    if (!first)
        return moves;
    const RectF reference = model.shownRect(*first);
    for (const Placement &placement : model.selectedPlacements()) {
        const Result<PageGeometry> geometry = model.geometryOf(placement.page);
        if (!geometry)
            continue;
        const RectF target = aligned(model.shownRect(placement), reference, geometry->shownSize(), alignment);
        moves.push_back({placement.id, placement.page, clampedToPage(geometry->toUserSpace(target), *geometry)});
    }
    return moves;
}

} // namespace bidseal
