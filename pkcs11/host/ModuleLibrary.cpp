#include "pkcs11/host/ModuleLibrary.h"

#include <QDir>
#include <QFile>

#if defined(Q_OS_WIN)
#include <windows.h>
#else
#include <dlfcn.h>
#endif

namespace bidseal {

Result<ModuleLibrary> ModuleLibrary::load(const QString &absolutePath)
{
#if defined(Q_OS_WIN)
    const std::wstring path = QDir::toNativeSeparators(absolutePath).toStdWString();
    HMODULE handle =
        LoadLibraryExW(path.c_str(), nullptr, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (!handle) {
        return fail(
            ErrorCode::ModuleFailed,
            QStringLiteral("the driver cannot be loaded: %1").arg(qt_error_string(static_cast<int>(GetLastError()))));
    }
    return ModuleLibrary(handle);
#else
    void *handle = dlopen(QFile::encodeName(absolutePath).constData(), RTLD_NOW | RTLD_LOCAL);
    if (!handle) {
        return fail(ErrorCode::ModuleFailed,
                    QStringLiteral("the driver cannot be loaded: %1").arg(QString::fromLocal8Bit(dlerror())));
    }
    return ModuleLibrary(handle);
#endif
}

void *ModuleLibrary::symbol(const char *name) const
{
#if defined(Q_OS_WIN)
    return reinterpret_cast<void *>(GetProcAddress(static_cast<HMODULE>(m_handle), name));
#else
    return dlsym(m_handle, name);
#endif
}

} // namespace bidseal
