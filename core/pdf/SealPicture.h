#pragma once

#include "core/common/Result.h"
#include "core/model/Geometry.h"

#include <QByteArray>

namespace bidseal {

/** How a picture becomes a seal picture. */
struct SealPictureOptions
{
    bool whiteToTransparent = true; ///< for pictures without transparency (JPEG scans)
    bool trim = true;               ///< cut off fully transparent margins
};

struct SealPicture
{
    QByteArray png; ///< RGBA
    int width = 0;  ///< pixels
    int height = 0;
};

/**
 * Reads PNG or JPEG bytes into an RGBA PNG. A picture that has transparency keeps it; from others white is turned to
 * transparent by distance from white, so that edges stay smooth (user pain 18). SealImageUnusable with the reason when
 * it is no picture, larger than 6000 x 6000 pixels, or empty.
 */
Result<SealPicture> importSealPicture(const QByteArray &bytes, const SealPictureOptions &options = {});

/** Encodes a raster as RGB(A) PNG. */
Result<QByteArray> encodePng(const struct Raster &raster);

} // namespace bidseal
