// The preflight part of PdfDocument.

#include "core/pdf/PdfDocument.h"

#include "core/pdf/FontFacts.h"
#include "core/pdf/HiddenContent.h"
#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/PreflightScan.h"
#include "core/pdf/TextPages.h"

namespace bidseal {

namespace {

constexpr std::chrono::seconds structureLimit{60};
constexpr std::chrono::seconds pageLimit{10};

/** Lines and leaders that people put where something is to be filled in. */
bool isFillIn(char32_t c)
{
    constexpr std::u32string_view leaders = U"_＿.…·-—/\\:：()（）[]□";
    return c == 0xa0 || c == 0x3000 || c == 0xfffd || QChar::isSpace(c) || leaders.find(c) != leaders.npos;
}

bool coversText(const RectF &shownRect, const std::vector<PageCharacter> &characters)
{
    return std::ranges::any_of(characters, [&shownRect](const PageCharacter &character) {
        const PointF middle{(character.quad[0].x + character.quad[2].x) / 2,
                            (character.quad[0].y + character.quad[2].y) / 2};
        return !isFillIn(character.code) && shownRect.contains(middle);
    });
}

} // namespace

/** The pages whose content has to be looked at, one after the other, without holding the document. */
class PdfDocument::Private::PreflightPages
{
public:
    PreflightPages(const PdfDocument &document, PreflightFindings &findings, std::stop_token stop)
        : m_document(document)
        , m_findings(findings)
        , m_stop(std::move(stop))
        , m_context(document.d().context->clone())
    {
    }

    Result<void> run(const PagesToDraw &pages)
    {
        for (const auto &[page, fields] : pages.fields) {
            if (auto checked = checkFields(page, fields); !checked)
                return checked;
        }
        for (const auto &[page, media] : pages.cropped) {
            if (auto checked = checkCropped(page, media); !checked)
                return checked;
        }
        return {};
    }

private:
    Result<void> checkFields(int page, const std::vector<FillableField> &fields)
    {
        WorkGuard guard(m_stop, pageLimit, WorkGuard::Watch::Thread);
        const auto geometry = m_document.pageGeometry(page);
        auto text = m_document.d().textPage(m_context.get(), page, TextSource::Contents, guard);
        if (!geometry || !text)
            return unlessBroken(guard);
        const auto characters = charactersOf(text->get());
        for (const FillableField &field : fields) {
            if (coversText(geometry->toShown(field.rect), characters))
                m_findings.add(PreflightCode::FormFieldAboveText, page, field.name);
        }
        return {};
    }

    Result<void> checkCropped(int page, const RectF &media)
    {
        WorkGuard guard(m_stop, pageLimit, WorkGuard::Watch::Thread);
        const auto geometry = m_document.pageGeometry(page);
        auto lists = m_document.d().pageLists(page, guard);
        if (!geometry || !lists)
            return unlessBroken(guard);
        fz_context *ctx = m_context.get();
        fz_display_list *list = (*lists)->contents.get();
        const RectF visible = geometry->toShown(geometry->visibleBox());
        const RectF paper = geometry->toShown(media);
        bool hidden = false;
        auto looked = muPdfTry(ctx, ErrorCode::PageUnreadable,
                               [&] { hidden = drawsOutside(ctx, list, visible, paper, guard.cookie()); });
        if (looked && hidden)
            m_findings.add(PreflightCode::ContentOutsidePage, page);
        return looked ? Result<void>() : unlessBroken(guard);
    }

    /** A page that cannot be drawn is told when it is shown; it does not end the look at the others. */
    [[nodiscard]] static Result<void> unlessBroken(const WorkGuard &guard)
    {
        if (guard.isStopped())
            return fail(ErrorCode::Cancelled);
        return {};
    }

    const PdfDocument &m_document;
    PreflightFindings &m_findings;
    std::stop_token m_stop;
    MuPdfThreadContext m_context;
};

Result<std::vector<PreflightWarning>> PdfDocument::preflight(std::stop_token stop) const
{
    PreflightFindings findings;
    PagesToDraw pages;
    {
        WorkGuard guard(stop, structureLimit);
        auto access = m_d->access(guard);
        if (!access)
            return fail(std::move(access.error()));
        ObjectReader reader(access->ctx, access->doc);
        PreflightScan scan(reader, findings, guard);
        scan.run();
        pages = scan.takePagesToDraw();
        m_d->noteEnd(guard);
        if (auto reason = guard.interruption())
            return fail(std::move(*reason));
        if (access->doc->repair_attempted != 0)
            findings.add(PreflightCode::RepairedFile, -1);
    }
    if (auto looked = Private::PreflightPages(*this, findings, std::move(stop)).run(pages); !looked)
        return fail(std::move(looked.error()));
    return findings.warnings();
}

Result<QStringList> PdfDocument::unembeddedIdentityFonts(std::stop_token stop) const
{
    WorkGuard guard(std::move(stop), structureLimit);
    auto access = m_d->access(guard);
    if (!access)
        return fail(std::move(access.error()));
    QStringList names;
    {
        ObjectReader reader(access->ctx, access->doc);
        const PageList pages = readPages(reader);
        for (const PageNode &page : pages.pages) {
            if (guard.isInterrupted())
                break;
            forEachFont(reader, page, [&](const PdfValue &font) {
                const QString name = baseFontName(reader, font);
                if (fontEmbedding(reader, font) == FontEmbedding::IdentityUnknown && !names.contains(name))
                    names.append(name);
            });
        }
    }
    m_d->noteEnd(guard);
    if (auto reason = guard.interruption())
        return fail(std::move(*reason));
    return names;
}

} // namespace bidseal
