#pragma once

// Private to core/pdf.

#include "core/pdf/FormWalk.h"

#include <functional>

namespace bidseal {

enum class FontEmbedding {
    Embedded,       ///< or a Type 3 font, or one of the standard 14 that every reader has
    NotEmbedded,    ///< shown with another font; characters are right
    IdentityUnknown ///< Identity-H/V codes without the font they count in: characters may be wrong
};

/** How the font dictionary `font` is to be judged (ISO 32000-2, 9.6.2, 9.7 and 9.9). */
FontEmbedding fontEmbedding(ObjectReader &reader, const PdfValue &font);

/** /BaseFont without a subset tag. Names are UTF-8 or, from old Chinese producers, GBK: then as raw bytes in Latin-1.
 */
QString baseFontName(ObjectReader &reader, const PdfValue &font);

/**
 * Hands every font dictionary to `found` that the page's resources, the forms and patterns in them, and the appearances
 * of its annotations name. Cycles end.
 */
void forEachFont(ObjectReader &reader, const PageNode &page, const std::function<void(const PdfValue &)> &found);

/** Looks only at the fonts the page's own resources name: cheap enough for opening. */
bool namesUnembeddedIdentityFont(ObjectReader &reader, const PdfValue &page);

} // namespace bidseal
