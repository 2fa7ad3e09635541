#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace bidseal {

/** "D:20261123160000+08'00'" as UTC (ISO 32000-2, 7.9.4); nothing when it is no date. Without a zone it is taken as
 * UTC. */
std::optional<QDateTime> fromPdfDate(QByteArrayView text);

} // namespace bidseal
