#pragma once

// Private to core/pdf.

#include "core/pdf/MuPdfHandles.h"
#include "core/pdf/RevisionPlan.h"

#include <QByteArrayList>

namespace bidseal {

/**
 * Puts the planned pictures, forms, widgets and fields into an opened document. Its methods may fz_throw: make it
 * before muPdfTry and call it inside.
 */
class SealFields
{
public:
    /** `names`: UTF-8, one a widget of `plan`. All references must stay valid. */
    SealFields(fz_context *ctx, pdf_document *doc, const RevisionPlan &plan, const QByteArrayList &names);

    /** Images and forms. */
    void addAppearances();
    /** One merged field and widget for each planned widget, all with `signature` as their value (ISO
     * 32000-2, 12.7.5.5). */
    void addFields(pdf_obj *signature);
    /** Gives the existing field its value, and its `widget` (may be null) its appearance. */
    void fillField(pdf_obj *field, pdf_obj *widget, pdf_obj *signature);

private:
    pdf_obj *formFields();
    pdf_obj *annotationsOf(pdf_obj *page);
    void addField(const RevisionPlan::Widget &widget, const QByteArray &name, pdf_obj *fields, pdf_obj *signature);
    void fillWidget(pdf_obj *object, const RectF &rect, int form);
    void showForm(pdf_obj *widget, int form);

    fz_context *m_context;
    pdf_document *m_document;
    const RevisionPlan &m_plan;
    const QByteArrayList &m_names;
    std::vector<ObjectHandle> m_images;
    std::vector<ObjectHandle> m_forms;
};

} // namespace bidseal
