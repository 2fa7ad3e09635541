#pragma once

// Private to core/pdf.

#include "core/pdf/MuPdfContext.h"
#include "core/pdf/MuPdfHandles.h"
#include "core/pdf/PdfDocument.h"
#include "core/pdf/PdfFileStream.h"
#include "core/pdf/WorkGuard.h"

#include <QHash>

#include <list>
#include <mutex>

namespace bidseal {

/** Page content and what lies on it, recorded in shown space: drawn without the document. */
struct PageLists
{
    explicit PageLists(MuPdfThreadContext own)
        : context(std::move(own))
        , contents(context.get())
        , annotations(context.get())
    {
    }

    MuPdfThreadContext context; ///< the last user may be on any thread, so the lists are dropped through their own
    DisplayListHandle contents;
    DisplayListHandle annotations; ///< annotations and form fields
};

/**
 * The opened document behind PdfDocument. MuPDF's document may be used by one thread at a time: `access()` hands out
 * the right to it. What needs no document (running a display list) works with a `context->clone()` outside of it.
 */
class PdfDocument::Private
{
public:
    class PreflightPages;

    /** The document, locked while this lives. `ctx` and `doc` are not to be kept. */
    struct Access
    {
        std::unique_lock<std::timed_mutex> lock;
        fz_context *ctx = nullptr;
        pdf_document *doc = nullptr;
    };

    Private(QString filePath, qint64 fileLength, std::unique_ptr<MuPdfContext> muPdf, SecureBytes secret)
        : path(std::move(filePath))
        , length(fileLength)
        , context(std::move(muPdf))
        , password(std::move(secret))
    {
    }

    /**
     * Waits for the document, at most as long as `guard` allows. When work before was ended by force, what MuPDF keeps
     * of the document may be wrong, so the file is opened anew.
     */
    Result<Access> access(const WorkGuard &guard);

    /** Call with the lock held when work has ended: notes that the next user needs a fresh document. */
    void noteEnd(const WorkGuard &guard) { needsReopen = needsReopen || guard.wasForced() || guard.isOutOfMemory(); }

    /** Opens file and document and checks the password; with the lock held, or before anybody else knows of it. */
    Result<void> openDocument();

    /** Box, rotation and unit of a page; with the lock held. */
    Result<PageGeometry> readGeometry(fz_context *ctx, pdf_document *doc, int page);

    /** From the cache, or interpreted anew. Takes the lock itself. */
    Result<std::shared_ptr<const PageLists>> pageLists(int page, WorkGuard &guard);

    /** Interprets a page; with the lock held. */
    Result<std::shared_ptr<const PageLists>> recordPage(fz_context *ctx, pdf_document *doc, int page, WorkGuard &guard);

    enum class TextSource { Contents, Everything };
    /** The text of a page in shown space, made with the caller's thread context. Takes the lock itself. */
    Result<TextPageHandle> textPage(fz_context *ctx, int page, TextSource source, WorkGuard &guard);

    const QString path;
    const qint64 length; ///< of the range of the file that is the document; negative: all of it
    const std::unique_ptr<MuPdfContext> context;
    DocumentFacts facts; ///< not written after opening

    std::timed_mutex mutex; ///< guards all below and the root context
    SecureBytes password;   ///< kept to open the document anew
    StreamHandle file{nullptr};
    DocumentHandle document{nullptr};
    int passwordRights = 0; ///< of pdf_authenticate_password: bit 1 user, bit 2 owner
    bool needsReopen = false;

    std::mutex cacheMutex; ///< guards the caches; never held while `mutex` is waited for
    QHash<int, PageGeometry> geometries;
    struct CachedLists
    {
        int page;
        std::shared_ptr<const PageLists> lists;
    };
    std::list<CachedLists> recentLists; ///< most recent first
};

class ObjectReader;
struct PdfValue;

/** An array of four numbers as a rectangle; empty when it is none. */
RectF rectangleOf(ObjectReader &reader, const PdfValue &array);

/** user space to shown space as MuPDF's matrix: what PageGeometry::toShown says. */
fz_matrix shownMatrix(const PageGeometry &geometry);

} // namespace bidseal
