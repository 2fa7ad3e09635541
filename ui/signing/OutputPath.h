#pragma once

#include <QString>

namespace bidseal {

/** "<name>_已签.pdf" beside the input; with a number when that is taken, so that nothing is ever overwritten unasked.
 */
QString suggestedOutputPath(const QString &inputPath);

/** True when both lead to the same file, links and letter case of the file system considered. */
bool isSameFile(const QString &a, const QString &b);

} // namespace bidseal
