#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"
#include "core/model/DocumentFacts.h"
#include "core/model/PageGeometry.h"
#include "core/model/PreflightWarning.h"
#include "core/model/Raster.h"

#include <QRect>
#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace bidseal {

/** What to draw of one page. */
struct RenderRequest
{
    int page = 0;
    double scale = 1;            ///< device pixels per shown point
    int viewRotation = 0;        ///< 0, 90, 180, 270 clockwise, on top of the page's own
    QRect clip{};                ///< in device pixels of the whole (view-rotated) page; null: the whole page
    bool withAnnotations = true; ///< annotations and form fields, seals among them
    std::chrono::milliseconds timeLimit{15000}; ///< DocumentTooComplex after it
};

/**
 * One opened PDF, read only. Every method may be called from any thread; drawing runs in parallel, the parts of MuPDF
 * that cannot are serialised inside. Failures of a page do not harm the others. The file stays open until the last
 * owner goes.
 */
class PdfDocument
{
public:
    /**
     * Opens `path`. PasswordRequired when it is encrypted and the empty password does not open it; PasswordIncorrect
     * when `password` does not. Never writes to the file.
     */
    static Result<std::shared_ptr<PdfDocument>> open(const QString &path, const SecureBytes *password = nullptr);

    /** The same file cut after `length` bytes: the revision that a signature covered. */
    static Result<std::shared_ptr<PdfDocument>> openRevision(const QString &path, qint64 length,
                                                             const SecureBytes *password = nullptr);
    /** Another file with this document's password: its signed copy, an earlier revision. Errors as `openRevision`. */
    [[nodiscard]] Result<std::shared_ptr<PdfDocument>> openRelated(const QString &path, qint64 length = -1) const;

    ~PdfDocument();
    PdfDocument(const PdfDocument &) = delete;
    PdfDocument &operator=(const PdfDocument &) = delete;

    [[nodiscard]] const QString &path() const;
    [[nodiscard]] const DocumentFacts &facts() const;
    [[nodiscard]] int pageCount() const;

    /** Cached after the first call. */
    [[nodiscard]] Result<PageGeometry> pageGeometry(int page) const;

    /** Device pixels of the whole page at a scale: what `RenderRequest::clip` is cut to. Rounded, at least 1 x 1. */
    [[nodiscard]] static QSize rasterSize(const PageGeometry &geometry, double scale, int viewRotation);

    /** Cancelled when stopped, DocumentTooComplex when over time, PageUnreadable with the reason otherwise. */
    [[nodiscard]] Result<Raster> render(const RenderRequest &request, std::stop_token stop = {}) const;

    [[nodiscard]] Result<std::vector<OutlineItem>> outline() const;

    /**
     * Hits of `needle` on one page, in reading order. Case, full-width forms and line breaks between Chinese characters
     * are ignored. PageOutOfRange, PageUnreadable, Cancelled, DocumentTooComplex.
     */
    [[nodiscard]] Result<std::vector<TextHit>> search(int page, const QString &needle, std::stop_token stop = {}) const;
    [[nodiscard]] Result<QString> text(int page) const;
    /** Text between two points of shown space, in reading order. */
    [[nodiscard]] Result<TextSelection> select(int page, PointF from, PointF to) const;

    /** Scans the whole document for what can change its looks later. Cancelled when stopped. */
    [[nodiscard]] Result<std::vector<PreflightWarning>> preflight(std::stop_token stop = {}) const;

    /**
     * Names of the fonts that draw Identity-H/V codes without being embedded: their characters may be shown wrong.
     * Looks at all pages' resources; facts() looks at the first page only. Cancelled when stopped.
     */
    [[nodiscard]] Result<QStringList> unembeddedIdentityFonts(std::stop_token stop = {}) const;

    /** All signature fields, signed or not; cyclic and broken form trees are survived. */
    [[nodiscard]] Result<std::vector<SignatureFieldFacts>> signatureFields() const;

    class Private; ///< shared with the other classes of core/pdf only
    [[nodiscard]] Private &d() const { return *m_d; }

private:
    explicit PdfDocument(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
