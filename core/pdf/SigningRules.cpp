#include "core/pdf/SigningRules.h"

#include <algorithm>

namespace bidseal {

namespace {

constexpr int maxListLength = 100'000;

/** Walks the transforms of signatures. Members are filled while MuPDF may longjmp, so the reader outlives the fz_try.
 */
class RulesReader
{
public:
    RulesReader(fz_context *ctx, SigningRules &rules)
        : m_context(ctx)
        , m_rules(rules)
    {
    }

    /** `certifies`: the signature stands in /Perms/DocMDP, where a missing /Reference still means P=2 (table 257). */
    void readSignature(pdf_obj *signature, bool certifies)
    {
        if (!pdf_is_dict(m_context, signature))
            return;
        if (certifies)
            noteLevel(levelOfCertification(signature));
        pdf_obj *references = pdf_dict_get(m_context, signature, PDF_NAME(Reference));
        const int count = std::min(pdf_array_len(m_context, references), 100);
        for (int i = 0; i < count; ++i)
            readReference(pdf_array_get(m_context, references, i));
    }

private:
    static constexpr int defaultLevel = 2;

    int levelOf(pdf_obj *parameters)
    {
        pdf_obj *level = pdf_dict_get(m_context, parameters, PDF_NAME(P));
        const int value = pdf_is_int(m_context, level) ? pdf_to_int(m_context, level) : defaultLevel;
        return value >= 1 && value <= 3 ? value : defaultLevel;
    }

    int levelOfCertification(pdf_obj *signature)
    {
        pdf_obj *references = pdf_dict_get(m_context, signature, PDF_NAME(Reference));
        const int count = std::min(pdf_array_len(m_context, references), 100);
        for (int i = 0; i < count; ++i) {
            pdf_obj *reference = pdf_array_get(m_context, references, i);
            if (isMethod(reference, "DocMDP"))
                return levelOf(pdf_dict_get(m_context, reference, PDF_NAME(TransformParams)));
        }
        return defaultLevel;
    }

    void noteLevel(int level)
    {
        m_rules.certificationLevel = std::min(level, m_rules.certificationLevel.value_or(level));
    }

    bool isMethod(pdf_obj *reference, const char *method)
    {
        pdf_obj *name = pdf_dict_get(m_context, reference, PDF_NAME(TransformMethod));
        return qstrcmp(pdf_to_name(m_context, name), method) == 0;
    }

    void readReference(pdf_obj *reference)
    {
        pdf_obj *parameters = pdf_dict_get(m_context, reference, PDF_NAME(TransformParams));
        if (isMethod(reference, "DocMDP"))
            noteLevel(levelOf(parameters));
        else if (isMethod(reference, "FieldMDP"))
            readLock(parameters);
    }

    void readLock(pdf_obj *parameters)
    {
        const char *action = pdf_to_name(m_context, pdf_dict_get(m_context, parameters, PDF_NAME(Action)));
        m_rules.locks.emplace_back();
        FieldLock &lock = m_rules.locks.back();
        if (qstrcmp(action, "Include") == 0)
            lock.action = FieldLock::Action::Include;
        else if (qstrcmp(action, "Exclude") == 0)
            lock.action = FieldLock::Action::Exclude;
        pdf_obj *fields = pdf_dict_get(m_context, parameters, PDF_NAME(Fields));
        const int count = std::min(pdf_array_len(m_context, fields), maxListLength);
        for (int i = 0; i < count; ++i) {
            const char *name = pdf_to_text_string(m_context, pdf_array_get(m_context, fields, i));
            lock.fields.append(QString::fromUtf8(name));
        }
    }

    fz_context *m_context;
    SigningRules &m_rules;
};

std::unexpected<Error> certificationForbids(int level)
{
    return fail(ErrorCode::CertificationForbids, QStringLiteral("certified with DocMDP P=%1").arg(level));
}

} // namespace

bool FieldLock::covers(const QString &field) const
{
    if (action == Action::All)
        return true;
    const bool isListed = std::any_of(fields.begin(), fields.end(), [&](const QString &name) {
        return field == name || field.startsWith(name + u'.');
    });
    return isListed == (action == Action::Include);
}

Result<SigningRules> readSigningRules(fz_context *ctx, pdf_document *doc, const FormTree &form)
{
    SigningRules rules;
    rules.isSigned = form.hasSignedField();
    RulesReader reader(ctx, rules);
    const Result<void> done = muPdfTry(ctx, ErrorCode::PdfDamaged, [&] {
        pdf_obj *root = pdf_dict_get(ctx, pdf_trailer(ctx, doc), PDF_NAME(Root));
        reader.readSignature(pdf_dict_getl(ctx, root, PDF_NAME(Perms), PDF_NAME(DocMDP), nullptr), true);
        for (const FormNode &node : form.nodes()) {
            if (node.isField && node.isSignature && node.value != nullptr)
                reader.readSignature(node.value, false);
        }
    });
    if (!done)
        return fail(done.error());
    rules.isSigned = rules.isSigned || rules.certificationLevel.has_value();
    return rules;
}

Result<void> checkRules(const SigningRules &rules, const FormTree &form, const QString &existingField, bool addsFields)
{
    const int level = rules.certificationLevel.value_or(0);
    if (level == 1 || (level > 0 && addsFields))
        return certificationForbids(level);
    if (existingField.isEmpty())
        return {};
    const int index = form.find(existingField);
    if (index < 0)
        return fail(ErrorCode::SignatureFieldUnusable, QStringLiteral("there is no such field"));
    const FormNode &field = form.nodes()[static_cast<std::size_t>(index)];
    if (!field.isSignature)
        return fail(ErrorCode::SignatureFieldUnusable, QStringLiteral("it is not a signature field"));
    if (field.value != nullptr)
        return fail(ErrorCode::SignatureFieldUnusable, QStringLiteral("it is signed already"));
    const bool isLocked = std::any_of(rules.locks.begin(), rules.locks.end(),
                                      [&](const FieldLock &lock) { return lock.covers(existingField); });
    if (isLocked)
        return fail(ErrorCode::FieldLockForbids, QStringLiteral("an earlier signature locks the field"));
    if ((field.flags & PDF_FIELD_IS_READ_ONLY) != 0)
        return fail(ErrorCode::FieldLockForbids, QStringLiteral("the field is read-only"));
    return {};
}

Result<void> checkPermissions(const DocumentFacts &facts, bool addsFields)
{
    if (!facts.isEncrypted || facts.openedWithOwnerRights)
        return {};
    const bool mayFill = facts.mayAnnotate || facts.mayFillForms;
    const bool mayCreate = facts.mayAnnotate && facts.mayModify;
    if (addsFields ? mayCreate : mayFill)
        return {};
    return fail(ErrorCode::DocumentForbidsChanges, addsFields
                                                       ? QStringLiteral("new form fields are not permitted")
                                                       : QStringLiteral("filling in form fields is not permitted"));
}

} // namespace bidseal
