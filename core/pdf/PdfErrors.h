#pragma once

// Private to core/pdf.

#include "core/common/Error.h"

#include <QFileInfo>

namespace bidseal {

inline ErrorContext fileContext(const QString &path)
{
    ErrorContext context;
    context.fileName = QFileInfo(path).fileName();
    return context;
}

/** `page` is an index from 0. */
inline ErrorContext pageContext(int page)
{
    ErrorContext context;
    context.page = page + 1;
    return context;
}

} // namespace bidseal
