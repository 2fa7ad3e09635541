#pragma once

#include "core/common/Result.h"
#include "core/model/DocumentFacts.h"

#include <functional>

namespace bidseal {

/**
 * Finds the word at a point of a page by asking for selections on its line; a run of Chinese characters up to the next
 * punctuation counts as one word. Blocks as long as `select` does: for a worker thread.
 */
class WordFinder
{
public:
    /** Text between two points of shown space. */
    using Select = std::function<Result<TextSelection>(PointF from, PointF to)>;

    /** `pageWidth` in points of shown space. */
    WordFinder(Select select, double pageWidth);

    /** Empty when no text is there. */
    [[nodiscard]] Result<TextSelection> at(PointF point) const;

private:
    [[nodiscard]] QString textBetween(double x0, double x1, double y) const;
    [[nodiscard]] double leftEdge(PointF point) const;
    [[nodiscard]] double rightEdge(PointF point) const;

    Select m_select;
    double m_pageWidth;
};

} // namespace bidseal
