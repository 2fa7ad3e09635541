#pragma once

#include "core/pdf/RawFile.h"

#include <optional>
#include <vector>

namespace bidseal {

/** One cross-reference section as found by following the file's own pointers. */
struct XrefSection
{
    qint64 offset = 0;
    bool isStream = false;
    bool isHybrid = false;          ///< its trailer names an /XRefStm
    std::optional<qint64> previous; ///< /Prev
    qint64 end = 0;                 ///< behind its trailer dictionary, or behind the stream's dictionary
};

/** The cross-reference sections of a file, newest first, and where each complete revision ends (ISO 32000-2, 7.5.6). */
struct RevisionChain
{
    std::vector<XrefSection> sections;
    std::vector<qint64> ends; ///< behind "%%EOF" without its end-of-line, ascending
    bool isComplete = false;  ///< every pointer led to a section that can be read strictly
    bool hasHybridSection = false;

    /** True when `length` is where a revision ends, with or without the end-of-line after its "%%EOF". */
    [[nodiscard]] bool isRevisionEnd(qint64 length, RawFile &file) const;
    /** Revision, from 1, whose bytes `length` belongs to. */
    [[nodiscard]] int revisionOf(qint64 length) const;
};

/** Follows startxref and /Prev with a visited set. A file whose pointers are broken gives what could be followed. */
RevisionChain readRevisionChain(RawFile &file);

} // namespace bidseal
