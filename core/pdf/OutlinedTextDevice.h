#pragma once

// Private to core/pdf.

#include <mupdf/fitz.h>

namespace bidseal {

/**
 * A device that hands everything on to `target`, but draws characters of the built-in Chinese fonts as outlines: MuPDF
 * writes those fonts by name only, and a reader without Chinese fonts would then show nothing. Does not own `target`;
 * throws as MuPDF does.
 */
fz_device *newOutlinedTextDevice(fz_context *ctx, fz_device *target);

} // namespace bidseal
