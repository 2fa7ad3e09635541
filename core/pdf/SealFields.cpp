#include "core/pdf/SealFields.h"

#include "core/pdf/AppearanceForm.h"

namespace bidseal {

namespace {

// Printed, and not to be moved or deleted by whoever opens the file.
constexpr int widgetFlags = PDF_ANNOT_IS_PRINT | PDF_ANNOT_IS_LOCKED;
constexpr int hidingFlags = PDF_ANNOT_IS_INVISIBLE | PDF_ANNOT_IS_HIDDEN | PDF_ANNOT_IS_NO_VIEW;

// AcroForm /SigFlags: signatures exist, and the file is to be changed by appending only (ISO 32000-2, table 225).
constexpr int signaturesExist = 1;
constexpr int appendOnly = 2;

fz_rect rectOf(const RectF &rect)
{
    return fz_make_rect(static_cast<float>(rect.x0), static_cast<float>(rect.y0), static_cast<float>(rect.x1),
                        static_cast<float>(rect.y1));
}

} // namespace

SealFields::SealFields(fz_context *ctx, pdf_document *doc, const RevisionPlan &plan, const QByteArrayList &names)
    : m_context(ctx)
    , m_document(doc)
    , m_plan(plan)
    , m_names(names)
{
    for (std::size_t i = 0; i < plan.images.size(); ++i)
        m_images.emplace_back(ctx);
    for (std::size_t i = 0; i < plan.forms.size(); ++i)
        m_forms.emplace_back(ctx);
}

void SealFields::addAppearances()
{
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        pdf_obj *image = addAppearanceImage(m_context, m_document, m_plan.images[i]);
        m_images[i].out() = image;
    }
    for (std::size_t i = 0; i < m_forms.size(); ++i) {
        const RevisionPlan::Form &planned = m_plan.forms[i];
        pdf_obj *image = planned.image < 0 ? nullptr : m_images[static_cast<std::size_t>(planned.image)].get();
        pdf_obj *form = addAppearanceForm(m_context, m_document, planned.appearance, image, planned.rotation);
        m_forms[i].out() = form;
    }
}

void SealFields::addFields(pdf_obj *signature)
{
    pdf_obj *fields = formFields();
    for (std::size_t i = 0; i < m_plan.widgets.size(); ++i)
        addField(m_plan.widgets[i], m_names.at(static_cast<qsizetype>(i)), fields, signature);
}

/** The form's list of fields, made when there is none; marks the document as signed on the way. */
pdf_obj *SealFields::formFields()
{
    pdf_obj *root = pdf_dict_get(m_context, pdf_trailer(m_context, m_document), PDF_NAME(Root));
    pdf_obj *form = pdf_dict_get(m_context, root, PDF_NAME(AcroForm));
    if (!pdf_is_dict(m_context, form)) {
        form = pdf_add_new_dict(m_context, m_document, 2);
        pdf_dict_put_drop(m_context, root, PDF_NAME(AcroForm), form);
    }
    const int flags = pdf_dict_get_int(m_context, form, PDF_NAME(SigFlags));
    pdf_dict_put_int(m_context, form, PDF_NAME(SigFlags), flags | signaturesExist | appendOnly);
    pdf_obj *fields = pdf_dict_get(m_context, form, PDF_NAME(Fields));
    if (!pdf_is_array(m_context, fields))
        fields = pdf_dict_put_array(m_context, form, PDF_NAME(Fields), 8);
    return fields;
}

pdf_obj *SealFields::annotationsOf(pdf_obj *page)
{
    pdf_obj *annotations = pdf_dict_get(m_context, page, PDF_NAME(Annots));
    if (!pdf_is_array(m_context, annotations))
        annotations = pdf_dict_put_array(m_context, page, PDF_NAME(Annots), 4);
    return annotations;
}

void SealFields::addField(const RevisionPlan::Widget &widget, const QByteArray &name, pdf_obj *fields,
                          pdf_obj *signature)
{
    pdf_obj *page = pdf_lookup_page_obj(m_context, m_document, widget.page);
    pdf_obj *annotations = annotationsOf(page);
    pdf_obj *field = pdf_add_new_dict(m_context, m_document, 10);
    fz_try(m_context)
    {
        pdf_dict_put(m_context, field, PDF_NAME(Type), PDF_NAME(Annot));
        pdf_dict_put(m_context, field, PDF_NAME(Subtype), PDF_NAME(Widget));
        pdf_dict_put(m_context, field, PDF_NAME(FT), PDF_NAME(Sig));
        pdf_dict_put_text_string(m_context, field, PDF_NAME(T), name.constData());
        pdf_dict_put(m_context, field, PDF_NAME(V), signature);
        pdf_dict_put(m_context, field, PDF_NAME(P), page);
        pdf_dict_put_int(m_context, field, PDF_NAME(F), widgetFlags);
        fillWidget(field, widget.rect, widget.form);
        pdf_array_push(m_context, annotations, field);
        pdf_array_push(m_context, fields, field);
    }
    fz_always(m_context)
    {
        pdf_drop_obj(m_context, field);
    }
    fz_catch(m_context)
    {
        fz_rethrow(m_context);
    }
}

void SealFields::fillWidget(pdf_obj *object, const RectF &rect, int form)
{
    pdf_dict_put_rect(m_context, object, PDF_NAME(Rect), rectOf(rect));
    showForm(object, form);
}

void SealFields::showForm(pdf_obj *widget, int form)
{
    pdf_obj *appearances = pdf_dict_put_dict(m_context, widget, PDF_NAME(AP), 1);
    pdf_dict_put(m_context, appearances, PDF_NAME(N), m_forms[static_cast<std::size_t>(form)].get());
}

void SealFields::fillField(pdf_obj *field, pdf_obj *widget, pdf_obj *signature)
{
    formFields();
    pdf_dict_put(m_context, field, PDF_NAME(V), signature);
    if (widget == nullptr || !m_plan.fieldWidget)
        return;
    const int flags = pdf_dict_get_int(m_context, widget, PDF_NAME(F));
    pdf_dict_put_int(m_context, widget, PDF_NAME(F), (flags & ~hidingFlags) | widgetFlags);
    if (m_plan.fieldWidget->newRect)
        fillWidget(widget, *m_plan.fieldWidget->newRect, m_plan.fieldWidget->form);
    else
        showForm(widget, m_plan.fieldWidget->form);
}

} // namespace bidseal
