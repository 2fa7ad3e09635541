#pragma once

// Private to core/pdf.

#include "core/pdf/ObjectReader.h"

#include <cstdint>
#include <unordered_set>
#include <vector>

namespace bidseal {

/**
 * Compares object graphs of two revisions by content. Pages, annotations, fields and the catalog are compared by their
 * number wherever something points to them: their own content is judged where they stand.
 */
class DeepCompare
{
public:
    DeepCompare(ObjectReader &older, ObjectReader &newer);

    void addOlderIdentity(int number) { m_olderIdentities.insert(number); }
    void addNewerIdentity(int number) { m_newerIdentities.insert(number); }

    /** True when both graphs say the same, stream bytes included. */
    bool same(const PdfValue &older, const PdfValue &newer);

    /** True when `newer` has all that `older` has, in order, and perhaps more entries and items. */
    bool extends(const PdfValue &older, const PdfValue &newer);

    /** Whether the object at this number may differ between the revisions: it is not at the same place. */
    [[nodiscard]] bool isMoved(int number);
    /** Remembers which objects were reached so far: what the form shares with the rest of the document. */
    void markReachedOutsideForm();
    [[nodiscard]] bool isReachedOutsideForm(int number) const { return m_outsideForm.contains(number); }

    /** Whether any object is not at the same place. */
    [[nodiscard]] bool isAnyMoved();

private:
    using Pair = std::pair<const PdfValue *, const PdfValue *>;
    using Visited = std::unordered_set<std::uint64_t>;

    bool step(const Pair &pair, std::vector<Pair> &open, Visited &visited);
    bool sameNumbers(int older, int newer, bool &isDecided) const;
    bool sameStreams(int older, int newer);
    bool sameScalars(const PdfValue &older, const PdfValue &newer) const;
    bool extendsAt(const PdfValue &older, const PdfValue &newer, Visited &visited, int depth);
    bool extendsArray(const PdfValue &older, const PdfValue &newer, Visited &visited, int depth);

    ObjectReader &m_older;
    ObjectReader &m_newer;
    std::unordered_set<int> m_olderIdentities;
    std::unordered_set<int> m_newerIdentities;
    std::unordered_set<int> m_outsideForm;
    Visited m_known; ///< pairs of object numbers proven to be the same
};

} // namespace bidseal
