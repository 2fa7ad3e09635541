#pragma once

#include <QStringList>

class QMimeData;

namespace bidseal {

/** Local files with the ending .pdf among what is dragged; empty when there are none. */
QStringList droppedFiles(const QMimeData *data);

} // namespace bidseal
