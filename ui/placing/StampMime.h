#pragma once

#include "core/model/Placement.h"

#include <QMimeData>

#include <memory>
#include <optional>

namespace bidseal {

/** The type under which the palette drags a stamp to a page. It does not leave this process. */
inline constexpr auto stampMimeType = "application/x-bidseal-stamp";

/** The caller (QDrag) owns the result. */
std::unique_ptr<QMimeData> stampMimeData(const Stamp &stamp);

/** Nothing when the data is no stamp of ours or was cut short. */
std::optional<Stamp> stampFromMime(const QMimeData &data);

} // namespace bidseal
