#pragma once

#include "core/model/Geometry.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace bidseal {

/** What is known of an opened document without looking at its pages. */
struct DocumentFacts
{
    int pageCount = 0;
    qint64 fileSize = 0; ///< bytes
    QString title;
    QString producer;
    QString pdfVersion; ///< "1.7"
    QString encryption; ///< "AES-256 R6", empty when not encrypted
    bool isEncrypted = false;
    bool openedWithOwnerRights = true; ///< not encrypted, or the owner password was given
    bool mayPrint = true;
    bool mayModify = true;
    bool mayCopy = true;
    bool mayAnnotate = true; ///< includes filling and signing in R2
    bool mayFillForms = true;
    bool isRepaired = false; ///< cross-reference was rebuilt; the bytes are not what they claim
    bool isLinearized = false;
    bool hasXrefStreams = false;
    bool hasForm = false;                   ///< an AcroForm with fields
    bool hasUnembeddedIdentityFont = false; ///< what is drawn may not be what was written
};

/** A node of the document's outline (目录). */
struct OutlineItem
{
    QString title;
    int page = -1;                    ///< index from 0, -1 when it leads elsewhere
    std::optional<PointF> shownPoint; ///< target in shown space
    std::vector<OutlineItem> children;
};

/** A quadrilateral in shown space: upper left, upper right, lower right, lower left. */
using Quad = std::array<PointF, 4>;

/** One search hit: may cover several lines. */
struct TextHit
{
    int page = 0;
    std::vector<Quad> quads;
};

/** Selected text of one page with what to paint over it. */
struct TextSelection
{
    QString text;
    std::vector<Quad> quads;
};

/** A signature field as found in the file, signed or empty. */
struct SignatureFieldFacts
{
    QString name; ///< fully qualified
    bool isSigned = false;
    int valueObject = 0; ///< object number of /V, 0 when direct or missing
    QString subFilter;
    struct Widget
    {
        int page = -1;
        RectF rect; ///< user space; empty when invisible
    };
    std::vector<Widget> widgets;
};

} // namespace bidseal
