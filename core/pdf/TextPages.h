#pragma once

// Private to core/pdf.

#include "core/model/DocumentFacts.h"
#include "core/pdf/MuPdfHandles.h"

#include <QString>

#include <span>
#include <vector>

namespace bidseal {

/** One character of a page in reading order. */
struct PageCharacter
{
    char32_t code = 0;
    int line = 0; ///< counted over the page
    Quad quad{};  ///< shown space
};

/**
 * Gives characters without width (fonts whose widths are missing or zero) the place they are drawn on, and joins them
 * to one line where they stand beside each other: without it they would be found and marked by nothing.
 */
void mendWidths(std::vector<PageCharacter> &characters);

/** All characters of a structured text page. */
std::vector<PageCharacter> charactersOf(const fz_stext_page *page);

/**
 * Finds `needle`, case and compatibility forms ignored (full width, Kangxi radicals). A line break between Chinese
 * characters, or spaces beside one, do not separate; elsewhere white space matches white space.
 */
std::vector<TextHit> findText(const std::vector<PageCharacter> &characters, const QString &needle, int page);

/**
 * The characters between two points of shown space. Each point goes to the line at its height (the nearest across the
 * direction of writing), so that dragging past a short line still ends in it.
 */
TextSelection selectText(const std::vector<PageCharacter> &characters, PointF from, PointF to);

/** Characters as text, lines separated by line feeds. */
QString plainText(std::span<const PageCharacter> characters);

} // namespace bidseal
