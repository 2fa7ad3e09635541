#pragma once

// Private to core/pdf.

#include "core/model/Geometry.h"
#include "core/model/PreflightWarning.h"
#include "core/pdf/FormWalk.h"
#include "core/pdf/WorkGuard.h"

#include <map>
#include <set>
#include <unordered_set>

namespace bidseal {

/** Gathers warnings: one for each code and subject, with its pages. */
class PreflightFindings
{
public:
    /** `page` is an index, or -1 for the document. Beyond 64 subjects of a code no more are told apart. */
    void add(PreflightCode code, int page, const QString &subject = {});
    [[nodiscard]] std::vector<PreflightWarning> warnings() const;

private:
    std::map<std::pair<PreflightCode, QString>, std::set<int>> m_pages;
    std::map<PreflightCode, int> m_subjects;
};

/** A field that can be filled in, on a page. */
struct FillableField
{
    QString name;
    RectF rect; ///< user space
};

/** What the structure says and the drawing of pages has to answer. */
struct PagesToDraw
{
    std::map<int, std::vector<FillableField>> fields;
    std::map<int, RectF> cropped; ///< media box in user space of pages whose visible box is smaller
};

/** Looks at the structure of a document; no page is drawn. The document has to be locked. */
class PreflightScan
{
public:
    PreflightScan(ObjectReader &reader, PreflightFindings &findings, const WorkGuard &guard);

    void run();
    [[nodiscard]] PagesToDraw takePagesToDraw() { return std::move(m_draw); }

private:
    void scanFonts(const PageNode &page, int index);
    void scanBoxes(const PageNode &page, int index);
    void scanReachable(const PdfValue &root, int page);
    void inspect(const PdfValue &dictionary, int page);
    void inspectAction(const PdfValue &dictionary, int page);
    void inspectFile(const PdfValue &dictionary, int page);
    void scanCatalog();
    void scanLayers();
    void scanFields(const FormWalk &form);
    [[nodiscard]] qint64 fieldFlags(const PdfValue &field);

    ObjectReader &m_reader;
    PreflightFindings &m_findings;
    const WorkGuard &m_guard;
    std::unordered_set<int> m_visited;
    PagesToDraw m_draw;
};

} // namespace bidseal
