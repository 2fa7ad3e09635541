#pragma once

#include "core/model/Geometry.h"

#include <QDate>
#include <QString>

#include <optional>

namespace bidseal {

/** How a 日期章 writes its date. */
enum class DateFormat {
    ChineseNumeric, ///< 2026年11月23日
    ChineseWords,   ///< 二〇二六年十一月二十三日
    Dashes,         ///< 2026-11-23
    Dots,           ///< 2026.11.23
};

/** A date stamp (日期章), drawn as paths, so that it shows the same everywhere. */
struct DateStamp
{
    QDate date;
    DateFormat format = DateFormat::ChineseNumeric;
    double heightMm = 6; ///< of the line; the width follows from the text

    bool operator==(const DateStamp &) const = default;
};

QString dateStampText(const DateStamp &stamp);

QString dateFormatName(DateFormat format);
std::optional<DateFormat> dateFormatFromName(const QString &name);

} // namespace bidseal
