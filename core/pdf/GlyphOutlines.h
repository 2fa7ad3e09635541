#pragma once

#include "core/common/Result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace bidseal {

/** One glyph of MuPDF's built-in Chinese serif font as PDF path operators, in thousandths of the em, y up. */
struct GlyphOutline
{
    double advance = 0; ///< thousandths of the em
    QByteArray path;    ///< m, l, c and h operators; empty for a blank
};

/**
 * The outlines of the characters of `text`, in order. Characters are looked up once a process; callable from any
 * thread. InvalidArgument when the font lacks one.
 */
Result<std::vector<GlyphOutline>> glyphOutlines(const QString &text);

} // namespace bidseal
