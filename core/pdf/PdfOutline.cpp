// The outline part of PdfDocument (ISO 32000-2, 12.3.2 and 12.3.3).

#include "core/pdf/PdfDocument.h"

#include "core/pdf/PdfDocumentPrivate.h"

#include <QSet>

#include <cmath>

namespace bidseal {

namespace {

constexpr std::chrono::seconds outlineLimit{15};
constexpr std::size_t maxItems = 20000;
constexpr int maxDepth = 32;

/** A destination as written: coordinates in user space, NaN where the file leaves them open. */
struct RawTarget
{
    int page = -1;
    double x = NAN;
    double y = NAN;
};

struct FlatItem
{
    QString title;
    int depth = 0;
    RawTarget target;
};

double numberOrNan(fz_context *ctx, pdf_obj *array, int index)
{
    pdf_obj *value = pdf_array_get(ctx, array, index);
    return pdf_is_number(ctx, value) ? static_cast<double>(pdf_to_real(ctx, value)) : NAN;
}

RawTarget readTarget(fz_context *ctx, pdf_document *doc, pdf_obj *destination)
{
    if (pdf_is_name(ctx, destination) || pdf_is_string(ctx, destination))
        destination = pdf_lookup_dest(ctx, doc, destination);
    if (pdf_is_dict(ctx, destination))
        destination = pdf_dict_get(ctx, destination, PDF_NAME(D));
    RawTarget target;
    pdf_obj *page = pdf_array_get(ctx, destination, 0);
    if (pdf_is_int(ctx, page))
        target.page = pdf_to_int(ctx, page);
    else if (pdf_is_dict(ctx, page))
        target.page = pdf_lookup_page_number(ctx, doc, page);
    pdf_obj *kind = pdf_array_get(ctx, destination, 1);
    if (pdf_name_eq(ctx, kind, PDF_NAME(XYZ))) {
        target.x = numberOrNan(ctx, destination, 2);
        target.y = numberOrNan(ctx, destination, 3);
    } else if (pdf_name_eq(ctx, kind, PDF_NAME(FitH)) || pdf_name_eq(ctx, kind, PDF_NAME(FitBH))) {
        target.y = numberOrNan(ctx, destination, 2);
    } else if (pdf_name_eq(ctx, kind, PDF_NAME(FitR))) {
        target.x = numberOrNan(ctx, destination, 2);
        target.y = numberOrNan(ctx, destination, 5);
    }
    return target;
}

RawTarget targetOf(fz_context *ctx, pdf_document *doc, pdf_obj *item)
{
    RawTarget target;
    fz_try(ctx)
    {
        pdf_obj *destination = pdf_dict_get(ctx, item, PDF_NAME(Dest));
        pdf_obj *action = pdf_dict_get(ctx, item, PDF_NAME(A));
        if (destination == nullptr && pdf_name_eq(ctx, pdf_dict_get(ctx, action, PDF_NAME(S)), PDF_NAME(GoTo)))
            destination = pdf_dict_get(ctx, action, PDF_NAME(D));
        target = readTarget(ctx, doc, destination);
    }
    fz_catch(ctx)
    {
        return {}; // the item stays in the list, it only leads nowhere
    }
    return target;
}

/** Walks the linked list of items; cycles end at the visited set. */
class OutlineWalk
{
public:
    OutlineWalk(fz_context *ctx, pdf_document *doc)
        : m_ctx(ctx)
        , m_doc(doc)
    {
    }

    /** May fz_throw. */
    void walk(pdf_obj *first, int depth)
    {
        for (pdf_obj *item = first; isNew(item) && m_items.size() < maxItems;
             item = pdf_dict_get(m_ctx, item, PDF_NAME(Next))) {
            const char *title = pdf_dict_get_text_string(m_ctx, item, PDF_NAME(Title));
            const RawTarget target = targetOf(m_ctx, m_doc, item);
            m_items.push_back({QString::fromUtf8(title), depth, target});
            if (depth < maxDepth)
                walk(pdf_dict_get(m_ctx, item, PDF_NAME(First)), depth + 1);
        }
    }

    [[nodiscard]] const std::vector<FlatItem> &items() const { return m_items; }

private:
    bool isNew(pdf_obj *item)
    {
        if (!pdf_is_dict(m_ctx, item))
            return false;
        const int number = pdf_to_num(m_ctx, item);
        const auto before = m_visited.size();
        m_visited.insert(number);
        return m_visited.size() > before;
    }

    fz_context *m_ctx;
    pdf_document *m_doc;
    QSet<int> m_visited;
    std::vector<FlatItem> m_items;
};

std::optional<PointF> shownPointOf(const PageGeometry &geometry, const RawTarget &target)
{
    if (std::isnan(target.x) && std::isnan(target.y))
        return std::nullopt;
    const RectF box = geometry.visibleBox();
    return geometry.toShown(PointF{std::isnan(target.x) ? box.x0 : target.x, std::isnan(target.y) ? box.y1 : target.y});
}

/** Takes the run of items at `depth` that begins at `next`. */
std::vector<OutlineItem> takeLevel(std::vector<OutlineItem> &flat, const std::vector<FlatItem> &source,
                                   std::size_t &next, int depth)
{
    std::vector<OutlineItem> level;
    while (next < flat.size() && source[next].depth >= depth) {
        OutlineItem item = std::move(flat[next++]);
        item.children = takeLevel(flat, source, next, depth + 1);
        level.push_back(std::move(item));
    }
    return level;
}

} // namespace

Result<std::vector<OutlineItem>> PdfDocument::outline() const
{
    WorkGuard guard({}, outlineLimit);
    auto access = m_d->access(guard);
    if (!access)
        return fail(std::move(access.error()));
    OutlineWalk walk(access->ctx, access->doc);
    // Not with pdf_load_page_tree: while its map is there, MuPDF 1.21 counts each page object it looks up once too
    // often.
    auto walked = muPdfTry(access->ctx, ErrorCode::PdfDamaged, [&] {
        walk.walk(pdf_dict_getp(access->ctx, pdf_trailer(access->ctx, access->doc), "Root/Outlines/First"), 0);
    });
    m_d->noteEnd(guard);
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    if (!walked && walk.items().empty())
        return fail(std::move(walked.error()));

    std::vector<OutlineItem> flat;
    for (const FlatItem &raw : walk.items()) {
        OutlineItem item{raw.title, -1, std::nullopt, {}};
        if (raw.target.page >= 0 && raw.target.page < pageCount()) {
            item.page = raw.target.page;
            if (const auto geometry = m_d->readGeometry(access->ctx, access->doc, item.page))
                item.shownPoint = shownPointOf(*geometry, raw.target);
        }
        flat.push_back(std::move(item));
    }
    std::size_t next = 0;
    return takeLevel(flat, walk.items(), next, 0);
}

} // namespace bidseal
