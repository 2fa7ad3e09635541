#include "app/cli/LocalJournal.h"

#include "app/DataFolder.h"

namespace bidseal::cli {

Result<std::unique_ptr<StorageThread>> openLocalStore()
{
    return StorageThread::start(storePath(dataFolder({})));
}

} // namespace bidseal::cli
