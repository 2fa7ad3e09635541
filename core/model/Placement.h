#pragma once

#include "core/model/DateStamp.h"
#include "core/model/Geometry.h"
#include "core/model/Seal.h"

#include <QUuid>

#include <variant>

namespace bidseal {

/** What is stamped: a whole seal or a date. Seals are small and implicitly shared, so the value is carried. */
using Stamp = std::variant<Seal, DateStamp>;

/** One seal or date stamp at one place. It stands upright as the page is shown, whatever /Rotate says. */
struct Placement
{
    QUuid id;
    int page = 0; ///< index from 0
    RectF rect;   ///< PDF user space of that page, unrotated (PageGeometry converts)
    Stamp stamp;

    bool operator==(const Placement &) const = default;
};

inline const Seal *sealOf(const Placement &placement)
{
    return std::get_if<Seal>(&placement.stamp);
}

inline const DateStamp *dateStampOf(const Placement &placement)
{
    return std::get_if<DateStamp>(&placement.stamp);
}

} // namespace bidseal
