#pragma once

// Private to core/pdf. These functions may fz_throw.

#include "core/pdf/MuPdfHandles.h"

namespace bidseal {

enum class FontEmbedding {
    Embedded,       ///< or a Type 3 font, or one of the standard 14 that every reader has
    NotEmbedded,    ///< shown with another font; characters are right
    IdentityUnknown ///< Identity-H/V codes without the font they count in: characters may be wrong
};

/** How the font dictionary `font` is to be judged (ISO 32000-2, 9.6.2, 9.7 and 9.9). */
FontEmbedding fontEmbedding(fz_context *ctx, pdf_obj *font);

/** /BaseFont with a subset tag removed, as raw bytes owned by the document; "" when missing. */
const char *baseFontName(fz_context *ctx, pdf_obj *font);

/** Looks at the fonts named by the page's own resources (not those of forms inside). */
bool pageHasUnembeddedIdentityFont(fz_context *ctx, pdf_obj *page);

} // namespace bidseal
