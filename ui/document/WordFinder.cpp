#include "ui/document/WordFinder.h"

#include <algorithm>
#include <utility>

namespace bidseal {

namespace {

constexpr double firstReach = 4;   ///< points to either side that surely touch the character under the point
constexpr double precision = 0.75; ///< points; finer than any character that can be read

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == u'_' || c == u'-' || c == u'.' || c == u'@';
}

bool isOneWord(const QString &text)
{
    return std::all_of(text.begin(), text.end(), isWordCharacter);
}

} // namespace

WordFinder::WordFinder(Select select, double pageWidth)
    : m_select(std::move(select))
    , m_pageWidth(pageWidth)
{
}

QString WordFinder::textBetween(double x0, double x1, double y) const
{
    const auto selection = m_select({x0, y}, {x1, y});
    QString text = selection ? selection->text : QString();
    // The end of the line is no character between two words, a space is.
    while (text.endsWith(u'\n') || text.endsWith(u'\r')) {
        text.chop(1);
    }
    return text;
}

double WordFinder::leftEdge(PointF point) const
{
    double good = point.x;
    double bad = -1;
    for (double reach = firstReach; bad < 0; reach *= 2) {
        const double x = std::max(0.0, point.x - reach);
        if (!isOneWord(textBetween(x, point.x, point.y))) {
            bad = x;
        } else {
            good = x;
            if (x <= 0) {
                return 0;
            }
        }
    }
    while (good - bad > precision) {
        const double middle = (good + bad) / 2;
        (isOneWord(textBetween(middle, point.x, point.y)) ? good : bad) = middle;
    }
    return good;
}

double WordFinder::rightEdge(PointF point) const
{
    double good = point.x;
    double bad = -1;
    for (double reach = firstReach; bad < 0; reach *= 2) {
        const double x = std::min(m_pageWidth, point.x + reach);
        if (!isOneWord(textBetween(point.x, x, point.y))) {
            bad = x;
        } else {
            good = x;
            if (x >= m_pageWidth) {
                return m_pageWidth;
            }
        }
    }
    while (bad - good > precision) {
        const double middle = (good + bad) / 2;
        (isOneWord(textBetween(point.x, middle, point.y)) ? good : bad) = middle;
    }
    return good;
}

Result<TextSelection> WordFinder::at(PointF point) const
{
    const double left = leftEdge(point);
    const double right = rightEdge(point);
    if (right - left <= precision) {
        return TextSelection{};
    }
    auto word = m_select({left, point.y}, {right, point.y});
    if (word && !isOneWord(word->text.trimmed())) {
        return TextSelection{};
    }
    return word;
}

} // namespace bidseal
