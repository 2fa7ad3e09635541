#include "core/pdf/PdfValue.h"

#include <QByteArrayView>

#include <algorithm>

namespace bidseal {

const PdfValue &PdfValue::at(QByteArrayView key) const
{
    static const PdfValue none;
    const auto entry = std::ranges::lower_bound(entries, key, {}, [](const Entry &e) { return QByteArrayView(e.key); });
    return entry != entries.end() && QByteArrayView(entry->key) == key ? entry->value : none;
}

} // namespace bidseal
