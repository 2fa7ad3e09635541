#pragma once

// Private to core/pdf.

#include "core/model/Geometry.h"
#include "core/pdf/MuPdfHandles.h"

namespace bidseal {

/**
 * Whether `list` (shown space) draws text or pictures inside `paper` that lie wholly outside `visible`: another box
 * would bring them to light. May fz_throw.
 */
bool drawsOutside(fz_context *ctx, fz_display_list *list, const RectF &visible, const RectF &paper, fz_cookie *cookie);

} // namespace bidseal
