#include "core/pdf/DeepCompare.h"

#include <algorithm>
#include <cstring>

namespace bidseal {

namespace {

constexpr int maxDepth = 200;

std::uint64_t pairKey(int older, int newer)
{
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(older)) << 32U) | static_cast<std::uint32_t>(newer);
}

bool sameBytes(const BufferHandle &a, const BufferHandle &b)
{
    if (!a || !b)
        return !a && !b;
    unsigned char *first = nullptr;
    unsigned char *second = nullptr;
    const size_t firstSize = fz_buffer_storage(a.context(), a.get(), &first);
    const size_t secondSize = fz_buffer_storage(b.context(), b.get(), &second);
    return firstSize == secondSize && (firstSize == 0 || std::memcmp(first, second, firstSize) == 0);
}

} // namespace

DeepCompare::DeepCompare(ObjectReader &older, ObjectReader &newer)
    : m_older(older)
    , m_newer(newer)
{
}

bool DeepCompare::isMoved(int number)
{
    const ObjectPlace older = m_older.place(number);
    const ObjectPlace newer = m_newer.place(number);
    if (older != newer)
        return true;
    if (older.kind != ObjectPlace::Kind::InObjectStream)
        return false;
    const int container = static_cast<int>(older.offset);
    return m_older.place(container) != m_newer.place(container);
}

bool DeepCompare::isAnyMoved()
{
    const int count = std::max(m_older.objectCount(), m_newer.objectCount());
    for (int number = 1; number < count; ++number) {
        if (isMoved(number))
            return true;
    }
    return false;
}

void DeepCompare::markReachedOutsideForm()
{
    for (const std::uint64_t key : m_known)
        m_outsideForm.insert(static_cast<int>(key >> 32U));
}

bool DeepCompare::same(const PdfValue &older, const PdfValue &newer)
{
    Visited visited;
    std::vector<Pair> open{{&older, &newer}};
    while (!open.empty()) {
        const Pair pair = open.back();
        open.pop_back();
        if (!step(pair, open, visited))
            return false;
    }
    m_known.merge(visited);
    return true;
}

bool DeepCompare::sameNumbers(int older, int newer, bool &isDecided) const
{
    const bool isOlderIdentity = m_olderIdentities.contains(older);
    const bool isNewerIdentity = m_newerIdentities.contains(newer);
    isDecided = isOlderIdentity && (isNewerIdentity || older == newer);
    return older == newer;
}

bool DeepCompare::step(const Pair &pair, std::vector<Pair> &open, Visited &visited)
{
    const PdfValue *older = pair.first;
    const PdfValue *newer = pair.second;
    int olderNumber = 0;
    int newerNumber = 0;
    if (older->isReference() && newer->isReference()) {
        bool isDecided = false;
        const bool isSame = sameNumbers(older->referenced(), newer->referenced(), isDecided);
        if (isDecided)
            return isSame;
        const std::uint64_t key = pairKey(older->referenced(), newer->referenced());
        if (m_known.contains(key) || !visited.insert(key).second)
            return true;
    }
    for (int i = 0; i < 32 && older->isReference(); ++i) {
        olderNumber = older->referenced();
        older = &m_older.object(olderNumber);
    }
    for (int i = 0; i < 32 && newer->isReference(); ++i) {
        newerNumber = newer->referenced();
        newer = &m_newer.object(newerNumber);
    }
    if (!sameScalars(*older, *newer))
        return false;
    if (older->isStream && !sameStreams(olderNumber, newerNumber))
        return false;
    for (std::size_t i = 0; i < older->items.size(); ++i)
        open.emplace_back(&older->items[i], &newer->items[i]);
    for (std::size_t i = 0; i < older->entries.size(); ++i) {
        if (older->entries[i].key != newer->entries[i].key)
            return false;
        open.emplace_back(&older->entries[i].value, &newer->entries[i].value);
    }
    return true;
}

bool DeepCompare::sameScalars(const PdfValue &older, const PdfValue &newer) const
{
    if (older.isNumber() && newer.isNumber())
        return older.number() == newer.number();
    if (older.kind == PdfValue::Kind::TooDeep || older.kind != newer.kind)
        return false;
    return older.isStream == newer.isStream && older.integer == newer.integer && older.bytes == newer.bytes &&
           older.items.size() == newer.items.size() && older.entries.size() == newer.entries.size();
}

bool DeepCompare::sameStreams(int older, int newer)
{
    if (older == newer && !isMoved(older))
        return true;
    return sameBytes(m_older.rawStream(older), m_newer.rawStream(newer));
}

bool DeepCompare::extends(const PdfValue &older, const PdfValue &newer)
{
    Visited visited;
    return extendsAt(older, newer, visited, 0);
}

bool DeepCompare::extendsAt(const PdfValue &older, const PdfValue &newer, Visited &visited, int depth)
{
    if (depth > maxDepth)
        return false;
    if (older.isReference() && newer.isReference()) {
        bool isDecided = false;
        const bool isSame = sameNumbers(older.referenced(), newer.referenced(), isDecided);
        if (isDecided)
            return isSame;
        if (!visited.insert(pairKey(older.referenced(), newer.referenced())).second)
            return true;
    }
    const PdfValue &a = m_older.resolve(older);
    const PdfValue &b = m_newer.resolve(newer);
    if (a.isArray() && b.isArray())
        return extendsArray(a, b, visited, depth);
    if (b.isArray() && !a.isNull()) {
        // One kid may stand without an array as long as it is the only one (ISO 32000-2, table 354).
        const auto isThere = [&](const PdfValue &item) { return extendsAt(older, item, visited, depth + 1); };
        return std::ranges::any_of(b.items, isThere);
    }
    if (!a.isDictionary() || !b.isDictionary() || a.isStream)
        return same(older, newer);
    return std::ranges::all_of(a.entries, [&](const PdfValue::Entry &entry) {
        const bool isCounter = entry.key == "ParentTreeNextKey";
        return isCounter || extendsAt(entry.value, b.at(entry.key), visited, depth + 1);
    });
}

bool DeepCompare::extendsArray(const PdfValue &older, const PdfValue &newer, Visited &visited, int depth)
{
    std::size_t at = 0;
    for (const PdfValue &item : older.items) {
        const auto fits = [&](const PdfValue &candidate) {
            if (item.isReference() != candidate.isReference())
                return same(item, candidate);
            return extendsAt(item, candidate, visited, depth + 1);
        };
        while (at < newer.items.size() && !fits(newer.items[at]))
            ++at;
        if (at == newer.items.size())
            return false;
        ++at;
    }
    return true;
}

} // namespace bidseal
