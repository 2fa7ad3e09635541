#pragma once

// Private to core/pdf.

#include "core/pdf/DeepCompare.h"
#include "core/pdf/FieldLocks.h"
#include "core/pdf/FormWalk.h"
#include "core/pdf/SignatureScan.h"

#include <functional>
#include <unordered_set>

namespace bidseal {

/** One revision with what the comparison needs of it. */
struct RevisionView
{
    explicit RevisionView(ObjectReader &objects)
        : reader(objects)
        , pages(readPages(objects))
        , form(objects, pages)
    {
    }

    ObjectReader &reader;
    PageList pages;
    FormWalk form;
};

/** What is compared with what, and where the findings go. Shared by the parts of the comparison. */
class RevisionDiff
{
public:
    RevisionDiff(RevisionView &older, RevisionView &newer, qint64 signedEnd, std::optional<int> level);

    std::vector<RevisionChange> run();

private:
    using AddNumber = std::function<void(int)>;

    void collectIdentities(void (*collect)(RevisionView &, const AddNumber &));
    static void addPageIdentities(RevisionView &view, const AddNumber &add);
    static void addFormIdentities(RevisionView &view, const AddNumber &add);
    static bool isAnnotation(ObjectReader &reader, const PdfValue &written);
    void add(const char *code, bool isAllowed, int page = -1, const QString &subject = {});
    [[nodiscard]] bool mayFill() const { return m_locks.level().value_or(2) >= 2; }
    [[nodiscard]] bool mayAnnotate() const { return m_locks.level().value_or(2) >= 3; }
    bool isChanged(const PdfValue &older, const PdfValue &newer, QByteArrayView key);

    // document (RevisionDiff.cpp)
    void compareTrailer();
    std::vector<QByteArray> changedCatalogKeys();
    void compareCatalog(const std::vector<QByteArray> &changed);
    void compareStructure();
    void collectStructureElements(const PdfValue &older, int depth);
    void compareCatalogEntry(const QByteArray &key, const PdfValue &older, const PdfValue &newer);
    void comparePermissions(const PdfValue &older, const PdfValue &newer);
    [[nodiscard]] bool isFirstCertification(const PdfValue &older) const;

    // pages and annotations (RevisionDiffPages.cpp)
    void comparePageDrawings();
    void comparePageDrawing(const PageNode &older, const PageNode &newer, int index);
    void comparePages();
    void comparePage(const PageNode &older, const PageNode &newer, int index);
    void comparePageEntry(const QByteArray &key, const PdfValue &older, const PdfValue &newer, int index);
    void compareAnnotations(const PageNode &older, const PageNode &newer, int index);
    void compareAnnotation(int number, int index);
    void addNewAnnotation(const PdfValue &written, int index);

    // form (RevisionDiffForm.cpp)
    void compareForm();
    void compareFields();
    bool keepsFonts(const PdfValue &older, const PdfValue &newer);
    void compareInnerNodes();
    void compareField(const FieldNode &older, const FieldNode &newer);
    void compareWidgets(const FieldNode &older, const FieldNode &newer, bool isNewlySigned);
    void compareFieldDictionary(const FieldNode &field, const PdfValue &older, const PdfValue &newer, int page,
                                bool isNewlySigned, bool wasSigned);
    void addFieldEntryChange(const FieldNode &field, const QByteArray &key, int page, bool isNewlySigned,
                             bool wasSigned);
    void addSignatureFilled(const FieldNode &newer, bool isNewField);
    void addNewField(const FieldNode &field);
    [[nodiscard]] const FieldNode *counterpart(const FieldNode &older) const;
    [[nodiscard]] bool isDocumentTimestamp(const FieldNode &field);
    [[nodiscard]] bool isSigned(RevisionView &view, const FieldNode &field) const;

    RevisionView &m_older;
    RevisionView &m_newer;
    qint64 m_signedEnd;
    DeepCompare m_compare;
    FieldLocks m_locks;
    std::vector<RevisionChange> m_changes;
    std::unordered_set<int> m_olderFields;
    std::unordered_set<int> m_structure;     ///< structure elements of the signed revision
    std::unordered_set<int> m_widgetsJudged; ///< widgets of the present form: not annotations of their own
};

/** Keys of both dictionaries, each once. */
std::vector<QByteArray> unitedKeys(const PdfValue &a, const PdfValue &b);

} // namespace bidseal
