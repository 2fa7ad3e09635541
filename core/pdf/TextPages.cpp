#include "core/pdf/TextPages.h"

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

bool isChinese(char32_t c)
{
    return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xff00 && c <= 0xffef) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

bool isSpace(char32_t c)
{
    return c == 0xa0 || c == 0x3000 || QChar::isSpace(c);
}

/** Text made comparable, with the source character of each of its units. */
class FoldedText
{
public:
    void add(char32_t code, std::size_t source)
    {
        if (isSpace(code)) {
            m_gap = true;
            return;
        }
        const bool chinese = isChinese(code);
        if (m_gap && !m_text.isEmpty() && !chinese && !m_lastWasChinese)
            append(QString(u' '), source);
        m_gap = false;
        m_lastWasChinese = chinese;
        append(QString::fromUcs4(&code, 1).normalized(QString::NormalizationForm_KC).toCaseFolded(), source);
    }
    void addLineBreak() { m_gap = true; }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] std::size_t source(qsizetype unit) const { return m_sources[static_cast<std::size_t>(unit)]; }

private:
    void append(const QString &folded, std::size_t source)
    {
        m_text += folded;
        m_sources.insert(m_sources.end(), static_cast<std::size_t>(folded.size()), source);
    }

    QString m_text;
    std::vector<std::size_t> m_sources;
    bool m_gap = false;
    bool m_lastWasChinese = false;
};

FoldedText fold(const QString &text)
{
    FoldedText folded;
    for (const char32_t code : text.toStdU32String())
        folded.add(code, 0);
    return folded;
}

FoldedText fold(const std::vector<PageCharacter> &characters)
{
    FoldedText folded;
    int line = 0;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (characters[i].line != line)
            folded.addLineBreak();
        line = characters[i].line;
        folded.add(characters[i].code, i);
    }
    return folded;
}

/** From the left edge of `first` to the right edge of `last`, both on one line. */
Quad spanning(const Quad &first, const Quad &last)
{
    return {first[0], last[1], last[2], first[3]};
}

std::vector<Quad> quadsOf(const std::vector<PageCharacter> &characters, std::size_t first, std::size_t last)
{
    std::vector<Quad> quads;
    for (std::size_t i = first; i <= last; ++i) {
        const bool sameLine = i > first && characters[i].line == characters[i - 1].line;
        if (sameLine)
            quads.back() = spanning(quads.back(), characters[i].quad);
        else
            quads.push_back(characters[i].quad);
    }
    return quads;
}

Quad toQuad(const fz_quad &q)
{
    return {PointF{q.ul.x, q.ul.y}, PointF{q.ur.x, q.ur.y}, PointF{q.lr.x, q.lr.y}, PointF{q.ll.x, q.ll.y}};
}

PointF middleOf(const Quad &quad)
{
    return {(quad[0].x + quad[2].x) / 2, (quad[0].y + quad[2].y) / 2};
}

/** A line as a run of characters, and which way it is written. */
struct LineRun
{
    std::size_t first = 0;
    std::size_t last = 0;
    PointF along; ///< unit vector
    RectF box;
};

PointF directionOf(const PageCharacter &first, const PageCharacter &last)
{
    const PointF a = middleOf(first.quad);
    const PointF b = middleOf(last.quad);
    PointF way{b.x - a.x, b.y - a.y};
    if (std::hypot(way.x, way.y) < 0.01) // a single letter
        way = {first.quad[1].x - first.quad[0].x, first.quad[1].y - first.quad[0].y};
    const double length = std::hypot(way.x, way.y);
    return length > 0 ? PointF{way.x / length, way.y / length} : PointF{1, 0};
}

std::vector<LineRun> linesOf(const std::vector<PageCharacter> &characters)
{
    std::vector<LineRun> lines;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const Quad &quad = characters[i].quad;
        if (lines.empty() || characters[i].line != characters[i - 1].line)
            lines.push_back({i, i, {}, RectF{quad[0].x, quad[0].y, quad[0].x, quad[0].y}});
        LineRun &line = lines.back();
        line.last = i;
        for (const PointF corner : quad)
            line.box = line.box.united({corner.x, corner.y, corner.x, corner.y});
    }
    for (LineRun &line : lines)
        line.along = directionOf(characters[line.first], characters[line.last]);
    return lines;
}

double outside(double value, double low, double high)
{
    return std::max({low - value, value - high, 0.0});
}

/** Distance across the direction of writing, then along it. */
std::pair<double, double> distance(const LineRun &line, PointF p)
{
    const double dx = outside(p.x, line.box.x0, line.box.x1);
    const double dy = outside(p.y, line.box.y0, line.box.y1);
    const bool horizontal = std::abs(line.along.x) >= std::abs(line.along.y);
    return horizontal ? std::pair{dy, dx} : std::pair{dx, dy};
}

/** The gap between characters that a point means: the index of the character behind it. */
std::size_t gapAt(const std::vector<PageCharacter> &characters, const std::vector<LineRun> &lines, PointF p)
{
    const auto nearer = [p](const LineRun &a, const LineRun &b) { return distance(a, p) < distance(b, p); };
    const LineRun &line = *std::ranges::min_element(lines, nearer);
    const auto along = [&line](PointF q) { return q.x * line.along.x + q.y * line.along.y; };
    std::size_t gap = line.first;
    while (gap <= line.last && along(middleOf(characters[gap].quad)) < along(p))
        ++gap;
    return gap;
}

void addLine(std::vector<PageCharacter> &characters, const fz_stext_line *line, int number)
{
    for (const fz_stext_char *c = line->first_char; c != nullptr; c = c->next)
        characters.push_back({static_cast<char32_t>(c->c), number, toQuad(c->quad)});
}

double distanceOf(PointF a, PointF b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

constexpr double noWidth = 0.02;   ///< of the height: nothing is drawn as narrow as that
constexpr double emOfHeight = 0.8; ///< ascent and descent together are about 1.25 em
constexpr double widestGap = 2.5;  ///< em between neighbours of one line

bool hasWidth(const PageCharacter &character)
{
    const Quad &quad = character.quad;
    return distanceOf(quad[0], quad[1]) > noWidth * distanceOf(quad[0], quad[3]);
}

double usualWidth(const PageCharacter &character)
{
    const double em = distanceOf(character.quad[0], character.quad[3]) * emOfHeight;
    return isChinese(character.code) ? em : em / 2;
}

/** Whether `b` stands behind `a` at the same height, seen along the writing of `a`. */
bool isNeighbour(const PageCharacter &a, const PageCharacter &b)
{
    const double height = distanceOf(a.quad[0], a.quad[3]);
    const PointF down{(a.quad[3].x - a.quad[0].x) / height, (a.quad[3].y - a.quad[0].y) / height};
    const PointF along{down.y, -down.x};
    const PointF way{b.quad[0].x - a.quad[0].x, b.quad[0].y - a.quad[0].y};
    const double ahead = way.x * along.x + way.y * along.y;
    const double aside = way.x * down.x + way.y * down.y;
    return std::abs(aside) < 0.2 * height && ahead > 0 && ahead < widestGap * emOfHeight * height;
}

void widen(PageCharacter &character, double width)
{
    Quad &quad = character.quad;
    const double height = distanceOf(quad[0], quad[3]);
    const PointF along{(quad[3].y - quad[0].y) / height * width, -(quad[3].x - quad[0].x) / height * width};
    quad[1] = {quad[0].x + along.x, quad[0].y + along.y};
    quad[2] = {quad[3].x + along.x, quad[3].y + along.y};
}

} // namespace

void mendWidths(std::vector<PageCharacter> &characters)
{
    int joined = 0; // lines that became part of the one before
    int line = 0;   // as counted by the reader
    bool wasNarrow = false;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        PageCharacter &character = characters[i];
        const bool isNewLine = i > 0 && character.line != line;
        line = character.line;
        const bool isNarrow = !hasWidth(character) && distanceOf(character.quad[0], character.quad[3]) > 0;
        if (isNewLine && wasNarrow && isNarrow && isNeighbour(characters[i - 1], character))
            ++joined;
        character.line -= joined;
        if (isNarrow) {
            double width = usualWidth(character);
            if (i + 1 < characters.size() && isNeighbour(character, characters[i + 1]))
                width = std::min(width, distanceOf(character.quad[0], characters[i + 1].quad[0]));
            widen(character, width);
        }
        wasNarrow = isNarrow;
    }
}

std::vector<PageCharacter> charactersOf(const fz_stext_page *page)
{
    std::vector<PageCharacter> characters;
    int number = 0;
    for (const fz_stext_block *block = page->first_block; block != nullptr; block = block->next) {
        if (block->type != FZ_STEXT_BLOCK_TEXT)
            continue;
        for (const fz_stext_line *line = block->u.t.first_line; line != nullptr; line = line->next)
            addLine(characters, line, number++);
    }
    mendWidths(characters);
    return characters;
}

std::vector<TextHit> findText(const std::vector<PageCharacter> &characters, const QString &needle, int page)
{
    std::vector<TextHit> hits;
    const QString wanted = fold(needle).text();
    if (wanted.isEmpty())
        return hits;
    const FoldedText haystack = fold(characters);
    for (qsizetype at = haystack.text().indexOf(wanted); at >= 0;
         at = haystack.text().indexOf(wanted, at + wanted.size()))
        hits.push_back({page, quadsOf(characters, haystack.source(at), haystack.source(at + wanted.size() - 1))});
    return hits;
}

TextSelection selectText(const std::vector<PageCharacter> &characters, PointF from, PointF to)
{
    const std::vector<LineRun> lines = linesOf(characters);
    if (lines.empty())
        return {};
    const auto [first, end] = std::minmax({gapAt(characters, lines, from), gapAt(characters, lines, to)});
    if (first == end)
        return {};
    return {plainText(std::span(characters).subspan(first, end - first)), quadsOf(characters, first, end - 1)};
}

QString plainText(std::span<const PageCharacter> characters)
{
    QString text;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (i > 0 && characters[i].line != characters[i - 1].line)
            text += u'\n';
        text += QString::fromUcs4(&characters[i].code, 1);
    }
    return text;
}

} // namespace bidseal
