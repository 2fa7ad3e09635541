#pragma once

// Private to core/pdf.

#include <mupdf/fitz.h>

namespace bidseal {

/**
 * Lets MuPDF take a sans serif Chinese font of the system for SimHei (黑体) and its like. Without one, and for all
 * serif faces, MuPDF's own embedded fonts serve.
 */
void installSystemFonts(fz_context *ctx);

} // namespace bidseal
