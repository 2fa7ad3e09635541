#pragma once

// Private to core/pdf.

#include "core/pdf/FormTree.h"
#include "core/pdf/RevisionPlan.h"
#include "core/pdf/SigningRules.h"

#include <QByteArrayList>

#include <stop_token>

namespace bidseal {

/**
 * Edits one freshly opened document and writes the revision. First everything that will be needed is read, because
 * reading may find damage and make MuPDF repair the document, which decides how it is written.
 */
class RevisionWriter
{
public:
    RevisionWriter(fz_context *ctx, pdf_document *doc, const PdfDocument &source,
                   const SignatureRevisionRequest &request);

    /** Reads, checks and plans. */
    Result<void> begin();
    /** Edits and writes; call once after begin(). */
    Result<PreparedRevision> write(qint64 fileSize, std::stop_token stop);

private:
    Result<void> readExistingField();
    Result<void> checkSeedValue() const;
    [[nodiscard]] std::optional<FieldBox> fieldBox() const;
    [[nodiscard]] bool hasSeedConflict(pdf_obj *seed) const;
    [[nodiscard]] int pageOf(pdf_obj *widget) const;
    Result<void> readPages();
    Result<void> checkDamage() const;
    void nameFields();
    void edit(class SealFields &fields, ObjectHandle &signature);
    void addLock(pdf_obj *signature);
    [[nodiscard]] QStringList fieldNamesByPlacement() const;

    fz_context *m_context;
    pdf_document *m_document;
    const PdfDocument &m_source;
    const SignatureRevisionRequest &m_request;
    FormTree m_form;
    SigningRules m_rules;
    RevisionPlan m_plan;
    QByteArrayList m_names;      ///< UTF-8, one a new field
    pdf_obj *m_field = nullptr;  ///< the existing field; owned by m_form
    pdf_obj *m_widget = nullptr; ///< its widget; owned by m_form
};

/** Whether the bytes of `file` hold a signature's /ByteRange: the last word on a document whose structure is broken. */
bool containsByteRange(const fz_stream *file);

} // namespace bidseal
