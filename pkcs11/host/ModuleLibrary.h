#pragma once

#include "core/common/Result.h"

#include <QString>

namespace bidseal {

/** A loaded driver library. It is never unloaded: drivers leave threads behind, and this process is disposable. */
class ModuleLibrary
{
public:
    /** ModuleFailed with the loader's words. No folder but the driver's own and the system's is searched. */
    static Result<ModuleLibrary> load(const QString &absolutePath);

    /** Null when there is no such function. */
    [[nodiscard]] void *symbol(const char *name) const;

private:
    explicit ModuleLibrary(void *handle)
        : m_handle(handle)
    {
    }

    void *m_handle = nullptr;
};

} // namespace bidseal
