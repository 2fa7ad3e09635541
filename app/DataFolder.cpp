#include "app/DataFolder.h"

#include <QDir>
#include <QStandardPaths>

namespace bidseal {

QString dataFolder(const QString &chosen)
{
    if (!chosen.isEmpty())
        return QDir(chosen).absolutePath();
    if (const QString variable = qEnvironmentVariable("BIDSEAL_DATA_DIR"); !variable.isEmpty())
        return QDir(variable).absolutePath();
    // Not AppLocalDataLocation: it has the program's name in it, and there are two programs.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/BidSeal");
}

QString storePath(const QString &folder)
{
    return folder + QStringLiteral("/bidseal.sqlite");
}

} // namespace bidseal
