#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <optional>

namespace bidseal::test {

/** The pid of this process' one running bidseal-tokenhost; 0 when there is none. */
qint64 tokenHostPid();

/**
 * How often `wanted` stands in the writable memory of a process (Linux). Nothing when the memory cannot be read, as for
 * anybody but root with a helper that has closed its memory to others.
 */
std::optional<int> countInMemory(qint64 pid, const QByteArray &wanted);

} // namespace bidseal::test
