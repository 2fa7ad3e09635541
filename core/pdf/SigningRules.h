#pragma once

// Private to core/pdf.

#include "core/model/DocumentFacts.h"
#include "core/pdf/FormTree.h"

#include <QStringList>

#include <optional>

namespace bidseal {

/** A lock that an earlier signature put on fields: its FieldMDP transform (ISO 32000-2, 12.8.2.4). */
struct FieldLock
{
    enum class Action { All, Include, Exclude };
    Action action = Action::All;
    QStringList fields; ///< fully qualified; each stands for what is below it too

    [[nodiscard]] bool covers(const QString &field) const;
};

/** What the signatures in a document allow to be done later. */
struct SigningRules
{
    bool isSigned = false;                 ///< some signature field has a value
    std::optional<int> certificationLevel; ///< the strictest DocMDP P in force: 1, 2 or 3
    std::vector<FieldLock> locks;
};

/** Reads the rules from /Perms/DocMDP and from the /Reference of every signature in `form`. PdfDamaged when MuPDF gives
 * up. */
Result<SigningRules> readSigningRules(fz_context *ctx, pdf_document *doc, const FormTree &form);

/**
 * Whether a new field may be added; `existingField`, when not empty, is filled besides. ISO 32000-2, 12.8.2.2: under
 * DocMDP P=2 and P=3 "filling in forms … and signing" is permitted, creating a field is not, so only fields that were
 * there when the certification was made may be signed. FieldMDP (12.8.2.4) protects the fields it names; it says
 * nothing of fields that did not exist yet, so an approval signature with /Action /All does not forbid new signatures.
 */
Result<void> checkRules(const SigningRules &rules, const FormTree &form, const QString &existingField, bool addsFields);

/**
 * The owner's permissions (ISO 32000-2, table 22). A new signature field needs bit 6 ("fill in interactive form
 * fields") and bit 4 ("if bit 4 is also set, create or modify interactive form fields (including signature fields)");
 * an existing one needs bit 6 or bit 9 ("fill in existing interactive form fields (including signature fields), even if
 * bit 6 is clear").
 */
Result<void> checkPermissions(const DocumentFacts &facts, bool addsFields);

} // namespace bidseal
