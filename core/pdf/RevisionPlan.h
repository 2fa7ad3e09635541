#pragma once

// Private to core/pdf.

#include "core/pdf/SignatureRevision.h"
#include "core/pdf/StampAppearance.h"

#include <optional>

namespace bidseal {

/**
 * What goes into the file, worked out before MuPDF is touched: each picture once, each stamp once for every way a page
 * may be turned, and a widget a placement that points to them.
 */
struct RevisionPlan
{
    struct Form
    {
        StampAppearance appearance;
        int image = -1; ///< index into images
        int rotation = 0;
    };
    struct Widget
    {
        int page = 0;
        RectF rect; ///< user space
        int form = 0;
    };
    /** What the existing field's own widget shows. */
    struct FieldWidget
    {
        int form = 0;
        std::optional<RectF> newRect; ///< when the field's box is moved to where the stamp was placed
    };

    std::vector<QByteArray> images; ///< PNG
    std::vector<Form> forms;
    std::vector<Widget> widgets; ///< each gets a new field
    std::optional<FieldWidget> fieldWidget;
    std::optional<std::size_t> fieldPlacement; ///< the placement that the existing field shows
};

/** Where the existing field shows itself, if it does. */
struct FieldBox
{
    int page = 0;
    RectF rect;           ///< user space
    bool mayMove = false; ///< nothing is signed yet, so that the box may be put where the stamp was placed
};

/**
 * PageOutOfRange, PlacementOutsidePage, InvalidArgument and what stampAppearance() says, with the page in the context.
 * With `field`, its box shows the first placement that lies on it, else the first placement at all, scaled to fit and
 * centred.
 */
Result<RevisionPlan> planRevision(const PdfDocument &document, const std::vector<Placement> &placements,
                                  const std::optional<FieldBox> &field);

} // namespace bidseal
