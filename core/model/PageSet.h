#pragma once

#include "core/common/Result.h"

#include <QString>

#include <vector>

namespace bidseal {

/**
 * Pages in the words of a user: `7`, `1-3,5`, `all`, `odd`, `even`, `last`. Kept as written, resolved against a page
 * count.
 */
class PageSet
{
public:
    static Result<PageSet> parse(const QString &text);

    /** Page indices from 0, ascending, each once. PageOutOfRange when a named page does not exist. */
    [[nodiscard]] Result<std::vector<int>> resolve(int pageCount) const;

private:
    enum class Kind { Ranges, All, Odd, Even, Last };
    struct Range
    {
        int first; ///< from 1
        int last;
    };

    Kind m_kind = Kind::Ranges;
    std::vector<Range> m_ranges;
};

/** "1、3–5、12" style compact list of 0-based indices, for people: 1, 3–5, 12 with `separator` between. */
QString compactPageList(const std::vector<int> &pageIndices, const QString &separator);

} // namespace bidseal
