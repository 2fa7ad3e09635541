#include "core/model/PageSet.h"

#include <QStringList>

#include <algorithm>

namespace bidseal {

namespace {

std::optional<int> parsedPageNumber(QStringView text)
{
    bool ok = false;
    const int number = text.trimmed().toInt(&ok);
    return ok && number >= 1 ? std::optional(number) : std::nullopt;
}

} // namespace

Result<PageSet> PageSet::parse(const QString &text)
{
    PageSet set;
    const QString word = text.trimmed().toLower();
    if (word == u"all")
        set.m_kind = Kind::All;
    else if (word == u"odd")
        set.m_kind = Kind::Odd;
    else if (word == u"even")
        set.m_kind = Kind::Even;
    else if (word == u"last")
        set.m_kind = Kind::Last;
    if (set.m_kind != Kind::Ranges)
        return set;

    for (const QStringView part : QStringView(word).split(u',')) {
        const qsizetype dash = part.indexOf(u'-');
        const auto first = parsedPageNumber(dash < 0 ? part : part.left(dash));
        const auto last = dash < 0 ? first : parsedPageNumber(part.mid(dash + 1));
        if (!first || !last || *last < *first)
            return fail(ErrorCode::InvalidArgument, QStringLiteral("not a page set: %1").arg(text));
        set.m_ranges.push_back({*first, *last});
    }
    return set;
}

Result<std::vector<int>> PageSet::resolve(int pageCount) const
{
    std::vector<int> pages;
    if (m_kind == Kind::Last && pageCount > 0)
        pages.push_back(pageCount - 1);
    if (m_kind == Kind::All || m_kind == Kind::Odd || m_kind == Kind::Even) {
        const int first = m_kind == Kind::Even ? 1 : 0;
        const int step = m_kind == Kind::All ? 1 : 2;
        for (int page = first; page < pageCount; page += step)
            pages.push_back(page);
    }
    for (const Range &range : m_ranges) {
        if (range.last > pageCount) {
            ErrorContext context;
            context.page = range.last;
            context.limit = pageCount;
            return fail(ErrorCode::PageOutOfRange, QStringLiteral("page %1 of %2").arg(range.last).arg(pageCount),
                        context);
        }
        for (int page = range.first; page <= range.last; ++page)
            pages.push_back(page - 1);
    }
    std::ranges::sort(pages);
    const auto repeated = std::ranges::unique(pages);
    pages.erase(repeated.begin(), repeated.end());
    return pages;
}

QString compactPageList(const std::vector<int> &pageIndices, const QString &separator)
{
    QStringList parts;
    for (std::size_t i = 0; i < pageIndices.size();) {
        std::size_t j = i;
        while (j + 1 < pageIndices.size() && pageIndices[j + 1] == pageIndices[j] + 1)
            ++j;
        if (j >= i + 2) {
            parts << QStringLiteral("%1–%2").arg(pageIndices[i] + 1).arg(pageIndices[j] + 1);
            i = j + 1;
        } else {
            parts << QString::number(pageIndices[i] + 1);
            ++i;
        }
    }
    return parts.join(separator);
}

} // namespace bidseal
