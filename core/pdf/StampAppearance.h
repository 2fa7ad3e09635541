#pragma once

#include "core/common/Result.h"
#include "core/model/Placement.h"
#include "core/model/Raster.h"

#include <QByteArray>

namespace bidseal {

/**
 * The one description of how a stamp looks: a form XObject's content in a box of `sizePoints` with its origin in the
 * lower left corner. The writer puts it into the file, `renderAppearance` draws the very same bytes for canvas and
 * palette.
 */
struct StampAppearance
{
    SizeF sizePoints;    ///< true points (1/72 inch)
    QByteArray content;  ///< PDF content stream operators
    QByteArray imagePng; ///< the picture behind `/Im0 Do`, empty for paths only
};

/** Seal: its picture filling the box. Date stamp: the date as glyph outlines of a serif Chinese font, in seal red. */
Result<StampAppearance> stampAppearance(const Stamp &stamp);

/** Natural size of a stamp: the seal's size, or the date's height with the width of its text. */
Result<SizeF> stampSizeMm(const Stamp &stamp);

/** Draws the appearance into `width` x `height` device pixels with transparency, stretched to fill. Any thread. */
Result<Raster> renderAppearance(const StampAppearance &appearance, int width, int height);

} // namespace bidseal
