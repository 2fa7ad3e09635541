#pragma once

// Private to core/pdf.

#include "core/model/DocumentFacts.h"
#include "core/pdf/MuPdfHandles.h"

#include <QString>

#include <vector>

namespace bidseal {

/** One character of a page in reading order. */
struct PageCharacter
{
    char32_t code = 0;
    int line = 0; ///< counted over the page
    Quad quad{};  ///< shown space
};

/** All characters of a structured text page. */
std::vector<PageCharacter> charactersOf(const fz_stext_page *page);

Quad toQuad(const fz_quad &quad);

/**
 * Finds `needle`, case and compatibility forms ignored (full width, Kangxi radicals). A line break between Chinese
 * characters, or spaces beside one, do not separate; elsewhere white space matches white space.
 */
std::vector<TextHit> findText(const std::vector<PageCharacter> &characters, const QString &needle, int page);

} // namespace bidseal
