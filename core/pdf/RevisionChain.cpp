#include "core/pdf/RevisionChain.h"

#include "core/pdf/RawLexer.h"

#include <QSet>

#include <algorithm>

namespace bidseal {

namespace {

constexpr std::size_t maxSections = 4096;
constexpr qint64 maxTrailerBytes = 1 << 22;
// Some writers put blank lines, comments or a stream's length worth of bytes between a section and its startxref.
constexpr qint64 maxTailSearch = 1 << 20;

/** What of a trailer or a cross-reference stream's dictionary steers the walk. */
struct TrailerKeys
{
    std::optional<qint64> previous;
    std::optional<qint64> length;
    bool isHybrid = false;
    bool isXrefStream = false;
};

/** Reads a dictionary that begins at the lexer's position; nothing when it is not one, or does not end. */
std::optional<TrailerKeys> readTrailerDictionary(RawLexer &lexer)
{
    if (lexer.next().kind != RawTokenKind::DictionaryBegin)
        return std::nullopt;
    TrailerKeys keys;
    int depth = 1;
    QByteArray key;
    while (depth > 0) {
        const RawToken token = lexer.next();
        if (token.kind == RawTokenKind::End || token.kind == RawTokenKind::Error)
            return std::nullopt;
        const bool isOpening = token.kind == RawTokenKind::DictionaryBegin || token.kind == RawTokenKind::ArrayBegin;
        const bool isClosing = token.kind == RawTokenKind::DictionaryEnd || token.kind == RawTokenKind::ArrayEnd;
        depth += isOpening ? 1 : (isClosing ? -1 : 0);
        if (depth != 1)
            continue;
        if (token.kind == RawTokenKind::Name) {
            keys.isXrefStream = keys.isXrefStream || (key == "Type" && token.text == "XRef");
            key = token.text;
        } else if (token.kind == RawTokenKind::Integer) {
            if (key == "Prev" && !keys.previous)
                keys.previous = token.integer;
            if (key == "Length" && !keys.length)
                keys.length = token.integer;
            keys.isHybrid = keys.isHybrid || key == "XRefStm";
        }
    }
    return keys;
}

/** Skips the subsections of a classic table; false when the bytes are no table. Leaves the lexer behind "trailer". */
bool skipTable(RawFile &file, qint64 &position)
{
    constexpr qint64 entryBytes = 20;
    for (int i = 0; i < 1 << 20; ++i) {
        const QByteArray head = file.read(position, 256);
        RawLexer lexer(head, position);
        const RawToken first = lexer.next();
        if (first.isKeyword("trailer")) {
            position = first.end;
            return true;
        }
        const RawToken count = lexer.next();
        if (first.kind != RawTokenKind::Integer || count.kind != RawTokenKind::Integer || count.integer < 0 ||
            count.integer > file.size() / (entryBytes - 2))
            return false;
        if (count.integer == 0) {
            position = count.end;
            continue;
        }
        // Entries of 19 or 18 bytes occur; the first one shows the stride of all.
        const qint64 entry = lexer.peek().begin;
        qint64 stride = entryBytes;
        lexer.next();
        lexer.next();
        const RawToken kind = lexer.next();
        if (!kind.isKeyword("n") && !kind.isKeyword("f"))
            return false;
        const RawToken following = lexer.peek();
        if (following.kind != RawTokenKind::End && following.begin > entry)
            stride = std::min(entryBytes, following.begin - entry);
        position = entry + stride * (count.integer - 1) + (kind.end - entry);
    }
    return false;
}

std::optional<XrefSection> readClassicSection(RawFile &file, qint64 offset, qint64 behindWord)
{
    qint64 position = behindWord;
    if (!skipTable(file, position))
        return std::nullopt;
    XrefSection section;
    section.offset = offset;
    const bool isRead = file.readWhile(position, maxTrailerBytes, [&](QByteArrayView bytes) {
        RawLexer lexer(bytes, position);
        const std::optional<TrailerKeys> keys = readTrailerDictionary(lexer);
        if (!keys)
            return false;
        section.previous = keys->previous;
        section.isHybrid = keys->isHybrid;
        section.end = lexer.position();
        return true;
    });
    if (!isRead)
        return std::nullopt;
    return section;
}

std::optional<XrefSection> readStreamSection(RawFile &file, qint64 offset)
{
    XrefSection section;
    section.offset = offset;
    section.isStream = true;
    const bool isRead = file.readWhile(offset, maxTrailerBytes, [&](QByteArrayView bytes) {
        RawLexer lexer(bytes, offset);
        if (lexer.next().kind != RawTokenKind::Integer || lexer.next().kind != RawTokenKind::Integer ||
            !lexer.next().isKeyword("obj"))
            return false;
        const std::optional<TrailerKeys> keys = readTrailerDictionary(lexer);
        if (!keys || !keys->isXrefStream)
            return false;
        section.previous = keys->previous;
        section.end = lexer.position() + std::clamp<qint64>(keys->length.value_or(0), 0, file.size());
        return true;
    });
    if (!isRead)
        return std::nullopt;
    return section;
}

std::optional<XrefSection> readSection(RawFile &file, qint64 offset)
{
    const QByteArray head = file.read(offset, 64);
    RawLexer lexer(head, offset);
    const RawToken word = lexer.next();
    if (word.isKeyword("xref"))
        return readClassicSection(file, offset, word.end);
    return readStreamSection(file, offset);
}

struct StartXref
{
    qint64 target = 0;
    qint64 end = 0; ///< behind "%%EOF"
};

/** Reads "startxref N %%EOF" at `at` of `bytes`. */
std::optional<StartXref> readStartXref(QByteArrayView bytes, qint64 base, qsizetype at)
{
    RawLexer lexer(bytes.sliced(at), base + at);
    if (!lexer.next().isKeyword("startxref"))
        return std::nullopt;
    const RawToken target = lexer.next();
    if (target.kind != RawTokenKind::Integer)
        return std::nullopt;
    const qsizetype marker = bytes.indexOf("%%EOF", target.end - base);
    if (marker < 0)
        return std::nullopt;
    const QByteArrayView between = bytes.sliced(target.end - base, marker - (target.end - base));
    if (!std::ranges::all_of(between, isPdfWhitespace))
        return std::nullopt;
    return StartXref{target.integer, base + marker + 5};
}

/** The first complete "startxref N %%EOF" from `offset` on. */
std::optional<StartXref> findStartXref(RawFile &file, qint64 offset)
{
    std::optional<StartXref> found;
    file.readWhile(offset, maxTailSearch, [&](QByteArrayView bytes) {
        for (qsizetype at = bytes.indexOf("startxref"); at >= 0; at = bytes.indexOf("startxref", at + 1)) {
            found = readStartXref(bytes, offset, at);
            if (found)
                return true;
        }
        return false;
    });
    return found;
}

/** The last complete "startxref N %%EOF" of the file. */
std::optional<StartXref> lastStartXref(RawFile &file)
{
    constexpr qint64 tail = 1 << 16;
    const qint64 base = std::max<qint64>(0, file.size() - tail);
    const QByteArray bytes = file.read(base, tail);
    for (qsizetype at = bytes.lastIndexOf("startxref"); at >= 0;
         at = at > 0 ? bytes.lastIndexOf("startxref", at - 1) : -1) {
        if (const std::optional<StartXref> found = readStartXref(bytes, base, at))
            return found;
    }
    return std::nullopt;
}

void addEnd(RevisionChain &chain, const QSet<qint64> &offsets, const std::optional<StartXref> &tail)
{
    // The first part of a linearized file has "startxref 0": not the end of a revision (ISO 32000-2, annex F.3.1).
    if (tail && offsets.contains(tail->target))
        chain.ends.push_back(tail->end);
}

} // namespace

RevisionChain readRevisionChain(RawFile &file)
{
    RevisionChain chain;
    const std::optional<StartXref> last = lastStartXref(file);
    if (!last)
        return chain;
    QSet<qint64> offsets;
    std::optional<qint64> offset = last->target;
    chain.isComplete = true;
    while (offset && *offset != 0 && chain.sections.size() < maxSections) {
        const std::optional<XrefSection> section = readSection(file, *offset);
        if (!section || offsets.contains(*offset)) {
            chain.isComplete = false;
            break;
        }
        offsets.insert(*offset);
        chain.sections.push_back(*section);
        chain.hasHybridSection = chain.hasHybridSection || section->isHybrid;
        offset = section->previous;
    }
    addEnd(chain, offsets, last);
    for (const XrefSection &section : chain.sections)
        addEnd(chain, offsets, findStartXref(file, section.end));
    std::ranges::sort(chain.ends);
    const auto repeated = std::ranges::unique(chain.ends);
    chain.ends.erase(repeated.begin(), repeated.end());
    return chain;
}

bool RevisionChain::isRevisionEnd(qint64 length, RawFile &file) const
{
    return std::ranges::any_of(ends, [&](qint64 end) {
        if (length < end || length > end + 2)
            return false;
        const QByteArray rest = file.read(end, length - end);
        return rest.isEmpty() || rest == "\n" || rest == "\r" || rest == "\r\n";
    });
}

int RevisionChain::revisionOf(qint64 length) const
{
    // An end-of-line after "%%EOF" still belongs to the revision.
    const auto behind = std::ranges::count_if(ends, [length](qint64 end) { return end < length - 2; });
    return static_cast<int>(behind) + 1;
}

} // namespace bidseal
