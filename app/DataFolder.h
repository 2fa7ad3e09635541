#pragma once

#include <QString>

namespace bidseal {

/**
 * Where this person's drafts, seals, journal and settings live: `chosen` when not empty, else the variable
 * BIDSEAL_DATA_DIR, else the system's place for application data of "BidSeal". The same for window and command line.
 */
QString dataFolder(const QString &chosen);

/** The SQLite file in a data folder. */
QString storePath(const QString &folder);

} // namespace bidseal
