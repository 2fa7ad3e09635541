#include "core/pdf/RevisionPlan.h"

#include "core/pdf/PdfErrors.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

bool isOn(const Placement &placement, const FieldBox &field)
{
    return placement.page == field.page && field.rect.contains(placement.rect.center());
}

bool isWithin(const RectF &inner, const RectF &outer)
{
    constexpr double slack = 0.01;
    return inner.x0 >= outer.x0 - slack && inner.y0 >= outer.y0 - slack && inner.x1 <= outer.x1 + slack &&
           inner.y1 <= outer.y1 + slack;
}

RectF fitted(SizeF stamp, SizeF box)
{
    const double scale = std::min(box.width / stamp.width, box.height / stamp.height);
    return RectF::centeredAt({box.width / 2, box.height / 2}, {stamp.width * scale, stamp.height * scale});
}

/** The stamp within a box of another size: `at` is where in the box, origin lower left, as shown. */
StampAppearance boxed(const StampAppearance &stamp, SizeF box, const RectF &at)
{
    const auto number = [](double value) { return QByteArray::number(value, 'f', 5) + ' '; };
    StampAppearance boxedStamp;
    boxedStamp.sizePoints = box;
    boxedStamp.imagePng = stamp.imagePng;
    boxedStamp.content = "q\n" + number(at.width() / stamp.sizePoints.width) + "0 0 " +
                         number(at.height() / stamp.sizePoints.height) + number(at.x0) + number(at.y0) + "cm\n" +
                         stamp.content + "Q\n";
    return boxedStamp;
}

class Planner
{
public:
    Planner(const PdfDocument &document, const std::vector<Placement> &placements)
        : m_document(document)
        , m_placements(placements)
    {
    }

    Result<RevisionPlan> plan(const std::optional<FieldBox> &field)
    {
        if (field && !m_placements.empty()) {
            if (Result<void> shown = planField(*field); !shown)
                return fail(std::move(shown.error()));
        }
        for (std::size_t i = 0; i < m_placements.size(); ++i) {
            if (m_plan.fieldPlacement == i)
                continue;
            if (Result<void> added = planWidget(m_placements[i]); !added)
                return fail(std::move(added.error()));
        }
        return std::move(m_plan);
    }

private:
    Result<PageGeometry> geometryFor(const Placement &placement) const
    {
        const Result<PageGeometry> geometry = m_document.pageGeometry(placement.page);
        if (!geometry)
            return geometry;
        const RectF &rect = placement.rect;
        const bool isFinite =
            std::isfinite(rect.x0) && std::isfinite(rect.y0) && std::isfinite(rect.x1) && std::isfinite(rect.y1);
        if (!isFinite || rect.isEmpty())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("placement without an extent"),
                        pageContext(placement.page));
        if (rect.intersected(geometry->visibleBox()).isEmpty())
            return fail(ErrorCode::PlacementOutsidePage, {}, pageContext(placement.page));
        return geometry;
    }

    Result<void> planWidget(const Placement &placement)
    {
        const Result<PageGeometry> geometry = geometryFor(placement);
        if (!geometry)
            return fail(geometry.error());
        const Result<int> form = stampForm(placement.stamp, geometry->rotation());
        if (!form)
            return fail(form.error().code, form.error().detail, pageContext(placement.page));
        m_plan.widgets.push_back({placement.page, placement.rect, *form});
        return {};
    }

    Result<void> planField(const FieldBox &field)
    {
        const auto onField = std::find_if(m_placements.begin(), m_placements.end(),
                                          [&](const Placement &placement) { return isOn(placement, field); });
        const bool isPlacedOnField = onField != m_placements.end();
        const Placement &placement = isPlacedOnField ? *onField : m_placements.front();
        m_plan.fieldPlacement = isPlacedOnField ? static_cast<std::size_t>(onField - m_placements.begin()) : 0;

        const Result<PageGeometry> geometry = m_document.pageGeometry(field.page);
        if (!geometry)
            return fail(geometry.error());
        const Result<StampAppearance> stamp = stampAppearance(placement.stamp);
        if (!stamp)
            return fail(stamp.error().code, stamp.error().detail, pageContext(placement.page));
        showInField(*stamp, *geometry, field, isPlacedOnField ? &placement.rect : nullptr);
        return {};
    }

    void showInField(const StampAppearance &stamp, const PageGeometry &geometry, const FieldBox &field,
                     const RectF *placed)
    {
        const int rotation = geometry.rotation();
        if (placed != nullptr && !isWithin(*placed, field.rect) && field.mayMove) {
            m_plan.fieldWidget = {addForm(stamp, rotation), *placed};
            return;
        }
        const RectF shownBox = geometry.toShown(field.rect);
        const SizeF box{shownBox.width(), shownBox.height()};
        RectF at = fitted(stamp.sizePoints, box);
        if (placed != nullptr && isWithin(*placed, field.rect)) {
            const RectF shown = geometry.toShown(*placed);
            at = RectF{shown.x0, shownBox.y1 - shown.y1, shown.x1, shownBox.y1 - shown.y0}.translated(-shownBox.x0, 0);
        }
        m_plan.fieldWidget = {addForm(boxed(stamp, box, at), rotation), std::nullopt};
    }

    /** The form of a stamp for pages turned by `rotation`, made when it is first asked for. */
    Result<int> stampForm(const Stamp &stamp, int rotation)
    {
        for (const Known &known : m_known) {
            if (known.rotation == rotation && *known.stamp == stamp)
                return known.form;
        }
        Result<StampAppearance> appearance = stampAppearance(stamp);
        if (!appearance)
            return fail(std::move(appearance.error()));
        const int form = addForm(std::move(*appearance), rotation);
        m_known.push_back({&stamp, rotation, form});
        return form;
    }

    int addForm(StampAppearance appearance, int rotation)
    {
        const int image = appearance.imagePng.isEmpty() ? -1 : imageIndex(appearance.imagePng);
        m_plan.forms.push_back({std::move(appearance), image, rotation});
        return static_cast<int>(m_plan.forms.size()) - 1;
    }

    int imageIndex(const QByteArray &png)
    {
        const auto found = std::find(m_plan.images.begin(), m_plan.images.end(), png);
        if (found != m_plan.images.end())
            return static_cast<int>(found - m_plan.images.begin());
        m_plan.images.push_back(png);
        return static_cast<int>(m_plan.images.size()) - 1;
    }

    struct Known
    {
        const Stamp *stamp; ///< of the caller's list
        int rotation;
        int form;
    };

    const PdfDocument &m_document;
    const std::vector<Placement> &m_placements;
    RevisionPlan m_plan;
    std::vector<Known> m_known;
};

} // namespace

Result<RevisionPlan> planRevision(const PdfDocument &document, const std::vector<Placement> &placements,
                                  const std::optional<FieldBox> &field)
{
    return Planner(document, placements).plan(field);
}

} // namespace bidseal
