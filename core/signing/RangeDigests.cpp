#include "core/signing/RangeDigests.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>

namespace bidseal {

namespace {

constexpr qint64 blockBytes = 256LL * 1024;
constexpr qint64 progressIntervalMs = 100;

} // namespace

std::size_t RangeDigests::add(DigestAlgorithm algorithm, const std::array<qint64, 4> &byteRange)
{
    m_branches.push_back({algorithm, byteRange[1], byteRange[2], byteRange[2] + byteRange[3], std::nullopt});
    return m_branches.size() - 1;
}

std::vector<RangeDigests::Trunk> RangeDigests::makeTrunks(const std::optional<KnownPrefix> &known) const
{
    std::vector<Trunk> trunks;
    for (const Branch &branch : m_branches) {
        const auto same = std::ranges::find_if(
            trunks, [&branch](const Trunk &trunk) { return trunk.digest.algorithm() == branch.algorithm; });
        if (same != trunks.end())
            same->end = std::max(same->end, branch.firstEnd);
        else
            trunks.push_back({Digest(branch.algorithm), 0, branch.firstEnd});
    }
    for (Trunk &trunk : trunks) {
        const bool fits = known && known->state.algorithm() == trunk.digest.algorithm() &&
                          std::ranges::all_of(m_branches, [&](const Branch &branch) {
                              return branch.algorithm != trunk.digest.algorithm() || branch.firstEnd >= known->length;
                          });
        if (fits) {
            trunk.digest = known->state;
            trunk.position = known->length;
        }
    }
    return trunks;
}

void RangeDigests::feedTrunk(Trunk &trunk, QByteArrayView block, qint64 offset)
{
    const qint64 blockEnd = offset + block.size();
    while (trunk.position < std::min(trunk.end, blockEnd)) {
        qint64 next = std::min(trunk.end, blockEnd);
        for (const Branch &branch : m_branches) {
            if (branch.algorithm == trunk.digest.algorithm() && !branch.digest && branch.firstEnd > trunk.position)
                next = std::min(next, branch.firstEnd);
        }
        trunk.digest.add(block.sliced(trunk.position - offset, next - trunk.position));
        trunk.position = next;
        for (Branch &branch : m_branches) {
            if (branch.algorithm == trunk.digest.algorithm() && branch.firstEnd == next)
                branch.digest = trunk.digest;
        }
    }
}

void RangeDigests::feedBranches(QByteArrayView block, qint64 offset)
{
    for (Branch &branch : m_branches) {
        const qint64 begin = std::max(branch.begin, offset);
        const qint64 end = std::min(branch.end, offset + block.size());
        if (branch.digest && begin < end)
            branch.digest->add(block.sliced(begin - offset, end - begin));
    }
}

Result<std::vector<QByteArray>> RangeDigests::run(const QString &path, const std::optional<KnownPrefix> &known,
                                                  const std::stop_token &stop, const ByteProgress &progress)
{
    std::vector<QByteArray> values(m_branches.size());
    if (m_branches.empty())
        return values;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    std::vector<Trunk> trunks = makeTrunks(known);
    qint64 position = std::ranges::min(trunks, {}, &Trunk::position).position;
    for (Branch &branch : m_branches) {
        for (const Trunk &trunk : trunks) {
            if (trunk.digest.algorithm() == branch.algorithm && branch.firstEnd == trunk.position)
                branch.digest = trunk.digest;
        }
    }
    const qint64 end = std::ranges::max(m_branches, {}, &Branch::end).end;
    QByteArray buffer(blockBytes, Qt::Uninitialized);
    QElapsedTimer sinceReport;
    sinceReport.start();
    if (!file.seek(position))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    while (position < end) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const qint64 count = file.read(buffer.data(), std::min(blockBytes, end - position));
        if (count <= 0)
            return fail(ErrorCode::FileUnreadable, QStringLiteral("the file ended before the signed range"));
        const QByteArrayView block(buffer.constData(), count);
        for (Trunk &trunk : trunks)
            feedTrunk(trunk, block, position);
        feedBranches(block, position);
        position += count;
        if (progress && sinceReport.elapsed() >= progressIntervalMs) {
            progress(position, end);
            sinceReport.restart();
        }
    }
    for (std::size_t i = 0; i < m_branches.size(); ++i)
        values[i] = m_branches[i].digest ? m_branches[i].digest->value() : QByteArray();
    return values;
}

} // namespace bidseal
