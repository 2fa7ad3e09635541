#include "core/pdf/TextPages.h"

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

void addLine(std::vector<PageCharacter> &characters, const fz_stext_line *line, int number)
{
    for (const fz_stext_char *c = line->first_char; c != nullptr; c = c->next)
        characters.push_back({static_cast<char32_t>(c->c), number, toQuad(c->quad)});
}

} // namespace

Quad toQuad(const fz_quad &q)
{
    return {PointF{q.ul.x, q.ul.y}, PointF{q.ur.x, q.ur.y}, PointF{q.lr.x, q.lr.y}, PointF{q.ll.x, q.ll.y}};
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

} // namespace bidseal
