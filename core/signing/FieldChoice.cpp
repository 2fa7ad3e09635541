#include "core/signing/FieldChoice.h"

#include <algorithm>

namespace bidseal {

namespace {

bool isOn(const Placement &placement, const SignatureFieldFacts::Widget &widget)
{
    return widget.page == placement.page && !widget.rect.isEmpty() && widget.rect.contains(placement.rect.center());
}

} // namespace

QString emptyFieldUnder(const std::vector<SignatureFieldFacts> &fields, const std::vector<Placement> &placements)
{
    for (const SignatureFieldFacts &field : fields) {
        const bool isCovered = std::ranges::any_of(placements, [&field](const Placement &placement) {
            return std::ranges::any_of(field.widgets, [&](const auto &widget) { return isOn(placement, widget); });
        });
        if (!field.isSigned && isCovered)
            return field.name;
    }
    return {};
}

} // namespace bidseal
