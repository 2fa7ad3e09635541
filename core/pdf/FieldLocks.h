#pragma once

// Private to core/pdf.

#include "core/pdf/FormWalk.h"

#include <QStringList>

#include <optional>

namespace bidseal {

/** What the signatures of a revision forbid afterwards: FieldMDP, /Lock and DocMDP (ISO 32000-2, 12.8.2 and table 236).
 */
class FieldLocks
{
public:
    FieldLocks(ObjectReader &reader, const FormWalk &form, std::optional<int> level);

    [[nodiscard]] bool isLocked(const QString &field) const;

    /** The strictest level in force: 1, 2 or 3; nothing when nobody certified or restricted the document. */
    [[nodiscard]] std::optional<int> level() const { return m_level; }

private:
    struct Rule
    {
        QByteArray action; ///< All, Include, Exclude
        QStringList fields;
    };

    void addRule(ObjectReader &reader, const PdfValue &dictionary);
    void restrict(const PdfValue &level);

    std::vector<Rule> m_rules;
    std::optional<int> m_level;
};

} // namespace bidseal
