#pragma once

#include "core/common/Result.h"

class QSqlDatabase;

namespace bidseal {

/** Brings the store to the newest version, one transaction a step (PRAGMA user_version). StoreCorrupt when it is newer.
 */
Result<void> migrateStore(QSqlDatabase &database);

} // namespace bidseal
