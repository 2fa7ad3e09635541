#include "core/signing/PdfDate.h"

#include <QRegularExpression>

namespace bidseal {

std::optional<QDateTime> fromPdfDate(QByteArrayView text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?:D:)?(\\d{4})(\\d{2})?(\\d{2})?(\\d{2})?(\\d{2})?(\\d{2})?(?:([Zz+-])(?:(\\d{2})'?(\\d{2})?'?)?)?"));
    const QRegularExpressionMatch match = pattern.match(QString::fromLatin1(text).trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int index, int fallback) {
        const QString digits = match.captured(index);
        return digits.isEmpty() ? fallback : digits.toInt();
    };
    const QDateTime local(QDate(part(1, 0), part(2, 1), part(3, 1)), QTime(part(4, 0), part(5, 0), part(6, 0)),
                          Qt::UTC);
    if (!local.isValid())
        return std::nullopt;
    const qint64 offset = (part(8, 0) * 60LL + part(9, 0)) * 60;
    return local.addSecs(match.captured(7) == QLatin1String("-") ? offset : -offset);
}

} // namespace bidseal
