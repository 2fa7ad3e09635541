#pragma once

#include "core/storage/StorageThread.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace bidseal::demo {

/** What the demonstration works with; all of it is invented and made by scripts/run. */
struct DemoData
{
    QString dataFolder;   ///< drafts, seals and settings of the demonstration only
    QString sampleFolder; ///< resources/samples
    QString module;       ///< PKCS#11 module of the demo UKey
    QString trustAnchor;  ///< the demo root certificate
    QUrl timestampService;
};

/** Puts the sample seals and the settings into the store. */
Result<void> seed(StorageThread &storage, const DemoData &demo);

} // namespace bidseal::demo
