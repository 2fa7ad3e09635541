#pragma once

#include "core/common/Result.h"

#include <QString>

namespace bidseal {

/**
 * Looks at a PKCS#11 module's file before anything of it runs. ModuleNotFound when there is no such file;
 * ModuleWrongArchitecture when its ELF or PE header names another processor or system than this program's, in words;
 * ModuleFailed when the path is relative (a planted file in the current folder must never be picked up) or the file is
 * no library at all.
 */
Result<void> checkModuleFile(const QString &path);

} // namespace bidseal
