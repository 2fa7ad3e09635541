#include "core/pdf/DocumentFactsReader.h"

#include "core/pdf/FontFacts.h"

namespace bidseal {

namespace {

constexpr int ownerRights = 4; // bit 2 of pdf_authenticate_password

/** Plain copies of what MuPDF says: filled inside fz_try. */
struct RawFacts
{
    int pageCount = 0;
    int version = 0;
    int permissions = 0;
    int formFields = 0;
    const char *title = "";
    const char *producer = "";
    bool repaired = false;
    bool linearized = false;
    bool xrefStreams = false;
};

QString encryptionName(fz_context *ctx, pdf_crypt *crypt)
{
    const char *methodName = "";
    int length = 0;
    int revision = 0;
    auto read = muPdfTry(ctx, ErrorCode::PdfDamaged, [&] {
        methodName = pdf_crypt_method(ctx, crypt);
        length = pdf_crypt_length(ctx, crypt);
        revision = pdf_crypt_revision(ctx, crypt);
    });
    if (!read)
        return QStringLiteral("?");
    const QString method = QString::fromLatin1(methodName);
    const QString cipher = method.startsWith(QLatin1String("AES")) ? QStringLiteral("AES") : method;
    return QStringLiteral("%1-%2 R%3").arg(cipher).arg(length).arg(revision);
}

void takePermissions(DocumentFacts &facts, int permissions, int passwordRights)
{
    facts.openedWithOwnerRights = (passwordRights & ownerRights) != 0;
    if (facts.openedWithOwnerRights)
        return;
    facts.mayPrint = (permissions & PDF_PERM_PRINT) != 0;
    facts.mayModify = (permissions & PDF_PERM_MODIFY) != 0;
    facts.mayCopy = (permissions & PDF_PERM_COPY) != 0;
    facts.mayAnnotate = (permissions & PDF_PERM_ANNOTATE) != 0;
    // Of R2 there is no form bit: annotating includes it (ISO 32000-2, table 22).
    facts.mayFillForms = facts.mayAnnotate || (permissions & PDF_PERM_FORM) != 0;
}

RawFacts readTrailer(fz_context *ctx, pdf_document *doc)
{
    RawFacts raw;
    pdf_obj *trailer = pdf_trailer(ctx, doc);
    pdf_obj *info = pdf_dict_get(ctx, trailer, PDF_NAME(Info));
    raw.pageCount = pdf_count_pages(ctx, doc);
    raw.version = pdf_version(ctx, doc);
    raw.title = pdf_dict_get_text_string(ctx, info, PDF_NAME(Title));
    raw.producer = pdf_dict_get_text_string(ctx, info, PDF_NAME(Producer));
    raw.formFields = pdf_array_len(ctx, pdf_dict_getp(ctx, trailer, "Root/AcroForm/Fields"));
    raw.linearized = pdf_doc_was_linearized(ctx, doc) != 0;
    raw.xrefStreams = doc->has_xref_streams != 0;
    raw.repaired = doc->repair_attempted != 0;
    return raw;
}

} // namespace

Result<DocumentFacts> readDocumentFacts(fz_context *ctx, pdf_document *doc, qint64 fileSize, int passwordRights)
{
    RawFacts raw;
    bool hasPage = false;
    auto read = muPdfTry(ctx, ErrorCode::PdfDamaged, [&] {
        raw = readTrailer(ctx, doc);
        hasPage = raw.pageCount > 0 && pdf_is_dict(ctx, pdf_lookup_page_obj(ctx, doc, 0));
    });
    if (!read)
        return fail(std::move(read.error()));
    if (!hasPage)
        return fail(ErrorCode::PdfDamaged, QStringLiteral("no page"));
    // The rest is worth having, but a page can be shown without it.
    int firstPage = 0;
    auto scanned = muPdfTry(ctx, ErrorCode::PdfDamaged, [&] {
        raw.permissions = doc->crypt != nullptr ? pdf_document_permissions(ctx, doc) : 0;
        firstPage = pdf_to_num(ctx, pdf_lookup_page_obj(ctx, doc, 0));
    });
    ObjectReader reader(ctx, doc);
    const bool unembeddedIdentity =
        scanned && firstPage > 0 && namesUnembeddedIdentityFont(reader, reader.object(firstPage));

    DocumentFacts facts;
    facts.pageCount = raw.pageCount;
    facts.fileSize = fileSize;
    facts.title = QString::fromUtf8(raw.title);
    facts.producer = QString::fromUtf8(raw.producer);
    facts.pdfVersion = QStringLiteral("%1.%2").arg(raw.version / 10).arg(raw.version % 10);
    facts.isRepaired = raw.repaired || doc->repair_attempted != 0;
    facts.isLinearized = raw.linearized;
    facts.hasXrefStreams = raw.xrefStreams;
    facts.hasForm = raw.formFields > 0;
    facts.hasUnembeddedIdentityFont = unembeddedIdentity;
    facts.isEncrypted = doc->crypt != nullptr;
    if (facts.isEncrypted) {
        facts.encryption = encryptionName(ctx, doc->crypt);
        takePermissions(facts, raw.permissions, passwordRights);
    }
    return facts;
}

} // namespace bidseal
