#pragma once

#include "core/model/PageGeometry.h"
#include "core/model/Placement.h"

#include <QString>

#include <vector>

namespace bidseal {

/** What a person calls the stamp: the seal's name, or 日期章. */
QString stampName(const Stamp &stamp);
/** "直径 42 mm", "18 × 18 mm", for a date its height. */
QString stampSizeText(const Stamp &stamp);
/** Name and size for the tag above a selected stamp: "公章 42 mm". `shown` is the stamp as placed, in shown points. */
QString stampTagText(const Stamp &stamp, const RectF &shown);
/** "104.6": millimetres with one decimal. */
QString mmText(double points);

/** How many of each, in the order of their first appearance: stamps of the same name together. */
struct StampCount
{
    Stamp stamp;
    QString name;
    int count = 0;
    std::vector<int> pages; ///< indices from 0, ascending, each once
};
std::vector<StampCount> countStamps(const std::vector<Placement> &placements);

/** "公章 3、法人章 1、日期章 1". */
QString stampCountsText(const std::vector<Placement> &placements);

/** What a screen reader says: 公章，第 3 页，左 106 毫米，上 160 毫米，1/2. */
QString placementSpokenText(const Placement &placement, const RectF &shown, int number, int total);

} // namespace bidseal
