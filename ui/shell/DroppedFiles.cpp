#include "ui/shell/DroppedFiles.h"

#include <QMimeData>
#include <QUrl>

namespace bidseal {

QStringList droppedFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && url.path().endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace bidseal
