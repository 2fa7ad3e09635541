#include "ui/placing/PlacementText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

struct PlacementText
{
    Q_DECLARE_TR_FUNCTIONS(PlacementText)
};

QString sizeNumber(double mm)
{
    return QString::number(std::round(mm * 10) / 10);
}

bool isRound(SealKind kind)
{
    return kind != SealKind::LegalRepresentative && kind != SealKind::Personal;
}

} // namespace

QString stampName(const Stamp &stamp)
{
    const Seal *seal = std::get_if<Seal>(&stamp);
    return seal ? seal->name : PlacementText::tr("Date stamp");
}

QString stampSizeText(const Stamp &stamp)
{
    const Seal *seal = std::get_if<Seal>(&stamp);
    if (!seal)
        return PlacementText::tr("Height %1 mm").arg(sizeNumber(std::get<DateStamp>(stamp).heightMm));
    if (isRound(seal->kind) && std::abs(seal->sizeMm.width - seal->sizeMm.height) < 0.05)
        return PlacementText::tr("Diameter %1 mm").arg(sizeNumber(seal->sizeMm.width));
    return PlacementText::tr("%1 × %2 mm").arg(sizeNumber(seal->sizeMm.width), sizeNumber(seal->sizeMm.height));
}

QString stampTagText(const Stamp &stamp, const RectF &shown)
{
    return PlacementText::tr("%1 %2 mm", "name and width of a stamp")
        .arg(stampName(stamp), sizeNumber(pointsToMm(shown.width())));
}

QString mmText(double points)
{
    return QString::number(pointsToMm(points), 'f', 1);
}

std::vector<StampCount> countStamps(const std::vector<Placement> &placements)
{
    std::vector<StampCount> counts;
    for (const Placement &placement : placements) {
        const QString name = stampName(placement.stamp);
        auto it = std::ranges::find(counts, name, &StampCount::name);
        if (it == counts.end())
            it = counts.insert(counts.end(), {placement.stamp, name, 0, {}});
        ++it->count;
        it->pages.push_back(placement.page);
    }
    for (StampCount &count : counts) {
        std::ranges::sort(count.pages);
        const auto rest = std::ranges::unique(count.pages);
        count.pages.erase(rest.begin(), rest.end());
    }
    std::ranges::stable_partition(counts, [](const StampCount &c) { return std::holds_alternative<Seal>(c.stamp); });
    return counts;
}

QString stampCountsText(const std::vector<Placement> &placements)
{
    QStringList parts;
    for (const StampCount &count : countStamps(placements))
        parts << PlacementText::tr("%1 %2", "name of a stamp and how many").arg(count.name).arg(count.count);
    return parts.join(PlacementText::tr(", ", "between names in a list"));
}

QString placementSpokenText(const Placement &placement, const RectF &shown, int number, int total)
{
    return PlacementText::tr("%1, page %2, left %3 millimetres, top %4 millimetres, %5/%6")
        .arg(stampName(placement.stamp))
        .arg(placement.page + 1)
        .arg(std::lround(pointsToMm(shown.x0)))
        .arg(std::lround(pointsToMm(shown.y0)))
        .arg(number)
        .arg(total);
}

} // namespace bidseal
