#pragma once

// Private to core/pdf: a stamp's appearance as objects of a PDF, the same for the file and for the screen.

#include "core/pdf/MuPdfHandles.h"
#include "core/pdf/StampAppearance.h"

namespace bidseal {

/**
 * Adds the picture `png` to `doc` as an image XObject with a soft mask and returns a new reference to it. May fz_throw.
 */
pdf_obj *addAppearanceImage(fz_context *ctx, pdf_document *doc, const QByteArray &png);

/**
 * Adds the form XObject of `appearance` and returns a new reference. `image` is what addAppearanceImage() gave for its
 * picture, or null when it has none. `pageRotation` (0, 90, 180, 270) turns the form against the page, so that it
 * stands upright as shown (ISO 32000-2, 12.5.5: the matrix is applied before fitting into /Rect). May fz_throw.
 */
pdf_obj *addAppearanceForm(fz_context *ctx, pdf_document *doc, const StampAppearance &appearance, pdf_obj *image,
                           int pageRotation);

} // namespace bidseal
