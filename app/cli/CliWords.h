#pragma once

#include <QCoreApplication>
#include <QString>

namespace bidseal::cli {

/** What the command line says to people; mark the source with QT_TRANSLATE_NOOP("Cli", …) where it is not passed
 * directly. */
inline QString words(const char *source)
{
    return QCoreApplication::translate("Cli", source);
}

} // namespace bidseal::cli
