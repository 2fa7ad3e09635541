#include "core/pdf/PdfDocument.h"

#include "core/common/Log.h"
#include "core/pdf/DocumentFactsReader.h"
#include "core/pdf/PdfDocumentPrivate.h"
#include "core/pdf/PdfErrors.h"

#include <array>

namespace bidseal {

namespace {

constexpr std::chrono::seconds openLimit{60}; // a repair reads the whole file
constexpr std::chrono::seconds geometryLimit{10};
constexpr qint64 headerSearch = 1024;
constexpr qint64 trailerSearch = 2048;

/** Whether it looks like a PDF at either end. Only then MuPDF's repair may search the whole file for objects. */
bool looksLikePdf(const fz_stream *file)
{
    std::array<char, trailerSearch> bytes{};
    const qint64 head = readPdfFileAt(file, 0, bytes.data(), headerSearch);
    if (head > 0 && QByteArrayView(bytes.data(), head).contains("%PDF-"))
        return true;
    const qint64 tailAt = std::max<qint64>(0, pdfFileLength(file) - trailerSearch);
    const qint64 tail = readPdfFileAt(file, tailAt, bytes.data(), trailerSearch);
    const QByteArrayView view(bytes.data(), std::max<qint64>(0, tail));
    return tail > 0 && view.contains("startxref") && view.contains("%%EOF");
}

/** Encryption to certificates (ISO 32000-2, 7.6.5) is something other than damage; MuPDF says so only in words. */
ErrorCode openFailure(const QString &message)
{
    return message.contains(QLatin1String("encryption handler")) ? ErrorCode::AlgorithmUnsupported
                                                                 : ErrorCode::PdfDamaged;
}

/** 0 when refused, otherwise the bits of pdf_authenticate_password. */
Result<int> authenticate(fz_context *ctx, pdf_document *doc, const SecureBytes &password)
{
    // MuPDF wants a terminated string.
    SecureBytes terminated = password.clone();
    terminated.append('\0');
    const char *text = terminated.data();
    int rights = 0;
    auto tried = muPdfTry(ctx, ErrorCode::PdfDamaged, [&] { rights = pdf_authenticate_password(ctx, doc, text); });
    if (!tried)
        return fail(std::move(tried.error()));
    return rights;
}

} // namespace

Result<void> PdfDocument::Private::openDocument()
{
    fz_context *ctx = context->get();
    {
        const std::lock_guard lock(cacheMutex);
        recentLists.clear();
    }
    document.reset();
    file.reset();
    auto stream = openPdfFile(ctx, path, length);
    if (!stream)
        return fail(std::move(stream.error()));
    file = std::move(*stream);
    if (!looksLikePdf(file.get()))
        return fail(ErrorCode::NotAPdf, {}, fileContext(path));

    DocumentHandle opened(ctx);
    pdf_document *&out = opened.out();
    auto made = muPdfTry(ctx, ErrorCode::PdfDamaged, [&] { out = pdf_open_document_with_stream(ctx, file.get()); });
    if (!made)
        return fail(openFailure(made.error().detail), made.error().detail, fileContext(path));

    auto rights = authenticate(ctx, opened.get(), password);
    if (!rights)
        return fail(rights.error().code, rights.error().detail, fileContext(path));
    if (*rights == 0)
        return fail(password.isEmpty() ? ErrorCode::PasswordRequired : ErrorCode::PasswordIncorrect, {},
                    fileContext(path));
    passwordRights = *rights;
    document = std::move(opened);
    needsReopen = false;
    return {};
}

Result<PdfDocument::Private::Access> PdfDocument::Private::access(const WorkGuard &guard)
{
    std::unique_lock lock(mutex, std::defer_lock);
    while (!lock.try_lock_for(std::chrono::milliseconds(20))) {
        if (auto reason = guard.interruption())
            return fail(std::move(*reason));
    }
    if (needsReopen || !document) {
        if (auto reopened = openDocument(); !reopened)
            return fail(std::move(reopened.error()));
    }
    return Access{std::move(lock), context->get(), document.get()};
}

PdfDocument::PdfDocument(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

PdfDocument::~PdfDocument() = default;

Result<std::shared_ptr<PdfDocument>> PdfDocument::open(const QString &path, const SecureBytes *password)
{
    return openRevision(path, -1, password);
}

Result<std::shared_ptr<PdfDocument>> PdfDocument::openRevision(const QString &path, qint64 length,
                                                               const SecureBytes *password)
{
    auto muPdf = MuPdfContext::create();
    if (!muPdf)
        return fail(std::move(muPdf.error()));
    auto d = std::make_unique<Private>(path, length, std::move(*muPdf),
                                       password == nullptr ? SecureBytes() : password->clone());
    WorkGuard guard({}, openLimit);
    if (auto opened = d->openDocument(); !opened)
        return fail(guard.explain(std::move(opened.error())));
    auto facts =
        readDocumentFacts(d->context->get(), d->document.get(), pdfFileLength(d->file.get()), d->passwordRights);
    if (auto reason = guard.interruption())
        return fail(reason->code, reason->detail, fileContext(path));
    if (!facts)
        return fail(facts.error().code, facts.error().detail, fileContext(path));
    d->facts = std::move(*facts);
    return std::shared_ptr<PdfDocument>(new PdfDocument(std::move(d)));
}

Result<std::shared_ptr<PdfDocument>> PdfDocument::openRelated(const QString &path, qint64 length) const
{
    SecureBytes password;
    {
        const std::lock_guard lock(m_d->mutex);
        password = m_d->password.clone();
    }
    return openRevision(path, length, password.isEmpty() ? nullptr : &password);
}

const QString &PdfDocument::path() const
{
    return m_d->path;
}

const DocumentFacts &PdfDocument::facts() const
{
    return m_d->facts;
}

int PdfDocument::pageCount() const
{
    return m_d->facts.pageCount;
}

Result<PageGeometry> PdfDocument::pageGeometry(int page) const
{
    if (page < 0 || page >= pageCount())
        return fail(ErrorCode::PageOutOfRange, {}, pageContext(page));
    {
        const std::lock_guard lock(m_d->cacheMutex);
        if (const auto known = m_d->geometries.constFind(page); known != m_d->geometries.cend())
            return *known;
    }
    WorkGuard guard({}, geometryLimit);
    auto access = m_d->access(guard);
    if (!access)
        return fail(std::move(access.error()));
    auto geometry = m_d->readGeometry(access->ctx, access->doc, page);
    m_d->noteEnd(guard);
    if (!geometry)
        return fail(guard.explain(std::move(geometry.error())));
    return geometry;
}

} // namespace bidseal
