#include "core/pdf/FontFacts.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace bidseal {

namespace {

constexpr std::size_t maxFontsOfPage = 64;
constexpr int maxTreeDepth = 32;
constexpr int maxResourceDepth = 8;

bool hasFontFile(ObjectReader &reader, const PdfValue &font)
{
    const PdfValue &descriptor = reader.get(font, "FontDescriptor");
    return descriptor.at("FontFile").isReference() || descriptor.at("FontFile2").isReference() ||
           descriptor.at("FontFile3").isReference();
}

bool isStandardFont(const QString &name)
{
    static constexpr std::array families{
        QLatin1StringView("Times-"), QLatin1StringView("Helvetica"),     QLatin1StringView("Courier"),
        QLatin1StringView("Symbol"), QLatin1StringView("ZapfDingbats"),  QLatin1StringView("Arial"),
        QLatin1StringView("Times "), QLatin1StringView("TimesNewRoman"),
    };
    return std::ranges::any_of(families, [&name](QLatin1StringView family) { return name.startsWith(family); });
}

/** With a character collection of Adobe the codes are CIDs that a substitute font knows; "Identity" has no meaning. */
bool hasKnownCollection(ObjectReader &reader, const PdfValue &descendant)
{
    static constexpr std::array<QByteArrayView, 6> known{"GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR"};
    const QByteArray &ordering = reader.get(reader.get(descendant, "CIDSystemInfo"), "Ordering").bytes;
    return std::ranges::find(known, QByteArrayView(ordering)) != known.end();
}

FontEmbedding compositeEmbedding(ObjectReader &reader, const PdfValue &font)
{
    const PdfValue &descendants = reader.get(font, "DescendantFonts");
    if (descendants.items.empty())
        return FontEmbedding::NotEmbedded;
    const PdfValue &descendant = reader.resolve(descendants.items.front());
    if (hasFontFile(reader, descendant))
        return FontEmbedding::Embedded;
    const PdfValue &encoding = reader.get(font, "Encoding");
    const bool identity = encoding.isName("Identity-H") || encoding.isName("Identity-V");
    return identity && !hasKnownCollection(reader, descendant) ? FontEmbedding::IdentityUnknown
                                                               : FontEmbedding::NotEmbedded;
}

/** Follows resources into forms and patterns. */
class FontWalk
{
public:
    FontWalk(ObjectReader &reader, const std::function<void(const PdfValue &)> &found)
        : m_reader(reader)
        , m_found(found)
    {
    }

    void resources(const PdfValue &written, int depth)
    {
        if (depth > maxResourceDepth || !isNew(written))
            return;
        const PdfValue &resources = m_reader.resolve(written);
        for (const auto &[name, font] : m_reader.get(resources, "Font").entries) {
            if (isNew(font))
                m_found(m_reader.resolve(font));
        }
        for (const QByteArrayView kind : {QByteArrayView("XObject"), QByteArrayView("Pattern")}) {
            for (const auto &[name, content] : m_reader.get(resources, kind).entries)
                form(content, depth);
        }
    }

    /** An appearance is a stream, or a dictionary of streams by state. */
    void appearance(const PdfValue &written)
    {
        const PdfValue &value = m_reader.resolve(written);
        if (value.isStream) {
            form(written, 0);
            return;
        }
        for (const auto &[state, stream] : value.entries)
            form(stream, 0);
    }

private:
    void form(const PdfValue &written, int depth)
    {
        if (!isNew(written))
            return;
        resources(m_reader.resolve(written).at("Resources"), depth + 1);
    }
    bool isNew(const PdfValue &value) { return value.referenced() == 0 || m_visited.insert(value.referenced()).second; }

    ObjectReader &m_reader;
    const std::function<void(const PdfValue &)> &m_found;
    std::unordered_set<int> m_visited;
};

} // namespace

FontEmbedding fontEmbedding(ObjectReader &reader, const PdfValue &font)
{
    const PdfValue &subtype = reader.get(font, "Subtype");
    if (subtype.isName("Type0"))
        return compositeEmbedding(reader, font);
    if (subtype.isName("Type3") || hasFontFile(reader, font) || isStandardFont(baseFontName(reader, font)))
        return FontEmbedding::Embedded;
    return FontEmbedding::NotEmbedded;
}

QString baseFontName(ObjectReader &reader, const PdfValue &font)
{
    QByteArray name = reader.get(font, "BaseFont").bytes;
    constexpr qsizetype tagLength = 6;
    if (name.size() > tagLength && name.at(tagLength) == '+')
        name.remove(0, tagLength + 1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(name);
    return decoder.hasError() ? QString::fromLatin1(name) : text;
}

void forEachFont(ObjectReader &reader, const PageNode &page, const std::function<void(const PdfValue &)> &found)
{
    FontWalk walk(reader, found);
    if (const PdfValue *resources = page.inheritedValue("Resources"))
        walk.resources(*resources, 0);
    for (const PdfValue &annotation : reader.get(*page.page, "Annots").items)
        walk.appearance(reader.get(reader.resolve(annotation), "AP").at("N"));
}

bool namesUnembeddedIdentityFont(ObjectReader &reader, const PdfValue &page)
{
    const PdfValue *node = &page;
    for (int depth = 0; depth < maxTreeDepth && !node->has("Resources"); ++depth)
        node = &reader.get(*node, "Parent");
    const auto &fonts = reader.get(reader.get(*node, "Resources"), "Font").entries;
    const std::size_t count = std::min(fonts.size(), maxFontsOfPage);
    return std::any_of(fonts.begin(), fonts.begin() + static_cast<std::ptrdiff_t>(count), [&reader](const auto &entry) {
        return fontEmbedding(reader, reader.resolve(entry.value)) == FontEmbedding::IdentityUnknown;
    });
}

} // namespace bidseal
