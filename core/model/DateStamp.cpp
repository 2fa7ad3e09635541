#include "core/model/DateStamp.h"

namespace bidseal {

namespace {

QString chineseDigits(int number)
{
    static const QString digits = QStringLiteral("〇一二三四五六七八九");
    QString text;
    for (const QChar c : QString::number(number))
        text += digits.at(c.digitValue());
    return text;
}

QString chineseTens(int number) // 1 to 31
{
    const int tens = number / 10;
    const int ones = number % 10;
    QString text;
    if (tens > 1)
        text += chineseDigits(tens);
    if (tens > 0)
        text += u'十';
    if (ones > 0)
        text += chineseDigits(ones);
    return text;
}

} // namespace

QString dateStampText(const DateStamp &stamp)
{
    const QDate &d = stamp.date;
    if (!d.isValid())
        return {};
    switch (stamp.format) {
    case DateFormat::ChineseWords:
        return QStringLiteral("%1年%2月%3日")
            .arg(chineseDigits(d.year()), chineseTens(d.month()), chineseTens(d.day()));
    case DateFormat::Dashes:
        return d.toString(QStringLiteral("yyyy-MM-dd"));
    case DateFormat::Dots:
        return d.toString(QStringLiteral("yyyy.MM.dd"));
    case DateFormat::ChineseNumeric:
        break;
    }
    return QStringLiteral("%1年%2月%3日").arg(d.year()).arg(d.month()).arg(d.day());
}

QString dateFormatName(DateFormat format)
{
    switch (format) {
    case DateFormat::ChineseWords:
        return QStringLiteral("chinese-words");
    case DateFormat::Dashes:
        return QStringLiteral("dashes");
    case DateFormat::Dots:
        return QStringLiteral("dots");
    case DateFormat::ChineseNumeric:
        break;
    }
    return QStringLiteral("chinese-numeric");
}

std::optional<DateFormat> dateFormatFromName(const QString &name)
{
    for (const DateFormat format :
         {DateFormat::ChineseNumeric, DateFormat::ChineseWords, DateFormat::Dashes, DateFormat::Dots}) {
        if (dateFormatName(format) == name)
            return format;
    }
    return std::nullopt;
}

} // namespace bidseal
