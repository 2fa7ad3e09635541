#include "core/pdf/PreflightScan.h"

#include "core/model/PageGeometry.h"
#include "core/pdf/FontFacts.h"
#include "core/pdf/PdfDocumentPrivate.h"

#include <algorithm>
#include <array>

namespace bidseal {

namespace {

constexpr int maxSubjects = 64;
constexpr int maxParents = 32;
constexpr qint64 fieldReadOnly = 1;                 // ISO 32000-2, table 227
constexpr qint64 annotationHidden = 2 | 32;         // Hidden, NoView: table 167
constexpr double boxTolerance = 1;                  // points
constexpr std::array<QByteArrayView, 8> notFollowed{// back to parents, or to where nothing can act
                                                    "Parent",     "P",   "Pg",    "StructTreeRoot",
                                                    "ParentTree", "IRT", "Popup", "Prev"};

bool isOneOf(const PdfValue &value, std::initializer_list<QByteArrayView> names)
{
    return value.kind == PdfValue::Kind::Name && std::ranges::find(names, QByteArrayView(value.bytes)) != names.end();
}

/** The name that a file specification gives, or the string itself. */
QString fileName(ObjectReader &reader, const PdfValue &specification)
{
    if (specification.kind == PdfValue::Kind::String)
        return pdfText(specification.bytes);
    const PdfValue &unicode = reader.get(specification, "UF");
    return pdfText((unicode.isNull() ? reader.get(specification, "F") : unicode).bytes);
}

} // namespace

void PreflightFindings::add(PreflightCode code, int page, const QString &subject)
{
    auto known = m_pages.find({code, subject});
    if (known == m_pages.end()) {
        const bool full = m_subjects[code] >= maxSubjects;
        known = m_pages.try_emplace({code, full ? QString() : subject}).first;
        m_subjects[code] += full ? 0 : 1;
    }
    if (page >= 0)
        known->second.insert(page);
}

std::vector<PreflightWarning> PreflightFindings::warnings() const
{
    std::vector<PreflightWarning> warnings;
    warnings.reserve(m_pages.size());
    for (const auto &[what, pages] : m_pages)
        warnings.push_back({what.first, std::vector<int>(pages.begin(), pages.end()), what.second});
    return warnings;
}

PreflightScan::PreflightScan(ObjectReader &reader, PreflightFindings &findings, const WorkGuard &guard)
    : m_reader(reader)
    , m_findings(findings)
    , m_guard(guard)
{
}

void PreflightScan::run()
{
    const PageList pages = readPages(m_reader);
    // A page reached through a link belongs to its own turn.
    m_visited.insert(pages.treeNodes.begin(), pages.treeNodes.end());
    for (const PageNode &page : pages.pages)
        m_visited.insert(page.number);
    for (std::size_t i = 0; i < pages.pages.size() && !m_guard.isInterrupted(); ++i) {
        const auto index = static_cast<int>(i);
        scanFonts(pages.pages[i], index);
        scanBoxes(pages.pages[i], index);
        scanReachable(*pages.pages[i].page, index);
        for (const auto &[key, value] : pages.pages[i].inherited)
            scanReachable(*value, index);
    }
    scanCatalog();
    scanFields(FormWalk(m_reader, pages));
}

void PreflightScan::scanFonts(const PageNode &page, int index)
{
    forEachFont(m_reader, page, [this, index](const PdfValue &font) {
        const FontEmbedding embedding = fontEmbedding(m_reader, font);
        if (embedding == FontEmbedding::NotEmbedded)
            m_findings.add(PreflightCode::FontNotEmbedded, index, baseFontName(m_reader, font));
        else if (embedding == FontEmbedding::IdentityUnknown)
            m_findings.add(PreflightCode::IdentityFontNotEmbedded, index, baseFontName(m_reader, font));
    });
}

void PreflightScan::scanBoxes(const PageNode &page, int index)
{
    const auto box = [&](QByteArrayView key) {
        const PdfValue *value = page.inheritedValue(key);
        return value == nullptr ? RectF{} : rectangleOf(m_reader, m_reader.resolve(*value));
    };
    const RectF media = box("MediaBox");
    const RectF crop = page.inheritedValue("CropBox") == nullptr ? media : box("CropBox");
    const RectF visible = PageGeometry(media, crop, 0, 1).visibleBox();
    if (media.width() > visible.width() + boxTolerance || media.height() > visible.height() + boxTolerance)
        m_draw.cropped[index] = media;
    for (const PdfValue &written : m_reader.get(*page.page, "Annots").items) {
        const PdfValue &annotation = m_reader.resolve(written);
        const RectF rect = rectangleOf(m_reader, m_reader.get(annotation, "Rect"));
        const bool shown = (m_reader.get(annotation, "F").integer & annotationHidden) == 0 &&
                           !m_reader.get(annotation, "Subtype").isName("Popup");
        if (shown && !rect.isEmpty() && rect.intersected(visible).isEmpty())
            m_findings.add(PreflightCode::ContentOutsidePage, index);
    }
}

void PreflightScan::scanReachable(const PdfValue &root, int page)
{
    std::vector<const PdfValue *> pending{&root};
    while (!pending.empty() && !m_guard.isStopped()) {
        const PdfValue &value = *pending.back();
        pending.pop_back();
        if (value.isReference()) {
            if (m_visited.insert(value.referenced()).second)
                pending.push_back(&m_reader.object(value.referenced()));
            continue;
        }
        for (const PdfValue &item : value.items)
            pending.push_back(&item);
        if (!value.isDictionary())
            continue;
        inspect(value, page);
        for (const auto &[key, entry] : value.entries) {
            if (std::ranges::find(notFollowed, QByteArrayView(key)) == notFollowed.end())
                pending.push_back(&entry);
        }
        if (m_guard.isInterrupted())
            return;
    }
}

void PreflightScan::inspect(const PdfValue &dictionary, int page)
{
    inspectAction(dictionary, page);
    inspectFile(dictionary, page);
    const PdfValue &subtype = m_reader.get(dictionary, "Subtype");
    if (dictionary.has("Rect") && isOneOf(subtype, {"Movie", "Sound", "Screen", "3D", "RichMedia"}))
        m_findings.add(PreflightCode::Multimedia, page);
}

void PreflightScan::inspectAction(const PdfValue &dictionary, int page)
{
    const PdfValue &kind = m_reader.get(dictionary, "S");
    if (kind.kind != PdfValue::Kind::Name)
        return;
    if (kind.isName("JavaScript") || (kind.isName("Rendition") && dictionary.has("JS")))
        m_findings.add(PreflightCode::JavaScript, page);
    if (kind.isName("Launch"))
        m_findings.add(PreflightCode::LaunchAction, page, fileName(m_reader, m_reader.get(dictionary, "F")));
    if (isOneOf(kind, {"GoToR", "GoToE", "ImportData"}))
        m_findings.add(PreflightCode::ExternalReference, page, fileName(m_reader, m_reader.get(dictionary, "F")));
    if (isOneOf(kind, {"Rendition", "Movie", "Sound", "RichMediaExecute", "GoTo3DView"}))
        m_findings.add(PreflightCode::Multimedia, page);
}

void PreflightScan::inspectFile(const PdfValue &dictionary, int page)
{
    if (m_reader.get(dictionary, "EF").isDictionary())
        m_findings.add(PreflightCode::EmbeddedFile, page, fileName(m_reader, dictionary));
    // A stream whose bytes, or a form whose picture, lie in another file: ISO 32000-2, 7.3.8.2 and 8.10.4.
    const bool embeddedFile = m_reader.get(dictionary, "Type").isName("EmbeddedFile");
    if (dictionary.isStream && dictionary.has("F") && !embeddedFile)
        m_findings.add(PreflightCode::ExternalReference, page, fileName(m_reader, m_reader.get(dictionary, "F")));
    if (dictionary.isStream && (m_reader.get(dictionary, "Ref").isDictionary() || dictionary.has("OPI")))
        m_findings.add(PreflightCode::ExternalReference, page);
}

void PreflightScan::scanCatalog()
{
    const PdfValue &catalog = m_reader.catalog();
    const PdfValue &xfa = m_reader.get(m_reader.get(catalog, "AcroForm"), "XFA");
    if (!xfa.isNull())
        m_findings.add(PreflightCode::Xfa, -1);
    scanLayers();
    scanReachable(catalog, -1);
}

void PreflightScan::scanLayers()
{
    const PdfValue &groups = m_reader.get(m_reader.get(m_reader.catalog(), "OCProperties"), "OCGs");
    for (const PdfValue &group : groups.items)
        m_findings.add(PreflightCode::OptionalContent, -1,
                       pdfText(m_reader.get(m_reader.resolve(group), "Name").bytes));
}

qint64 PreflightScan::fieldFlags(const PdfValue &field)
{
    const PdfValue *node = &field;
    for (int depth = 0; depth < maxParents && !node->has("Ff"); ++depth)
        node = &m_reader.get(*node, "Parent");
    return m_reader.get(*node, "Ff").integer;
}

void PreflightScan::scanFields(const FormWalk &form)
{
    for (const FieldNode &field : form.fields()) {
        if (field.type == "Sig" || (fieldFlags(*field.field) & fieldReadOnly) != 0)
            continue;
        for (const WidgetNode &widget : field.widgets) {
            const RectF rect = rectangleOf(m_reader, m_reader.get(*widget.widget, "Rect"));
            const bool shown = (m_reader.get(*widget.widget, "F").integer & annotationHidden) == 0;
            if (shown && widget.page >= 0 && !rect.isEmpty())
                m_draw.fields[widget.page].push_back({field.name, rect});
        }
    }
}

} // namespace bidseal
