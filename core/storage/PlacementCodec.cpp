#include "core/storage/PlacementCodec.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

#include <algorithm>
#include <cmath>

namespace bidseal {

namespace {

const QString keySeals = QStringLiteral("seals");
const QString keyPlacements = QStringLiteral("placements");

QCborMap encodedSeal(const Seal &seal)
{
    return {{QStringLiteral("id"), seal.id},
            {QStringLiteral("name"), seal.name},
            {QStringLiteral("owner"), seal.owner},
            {QStringLiteral("kind"), sealKindName(seal.kind)},
            {QStringLiteral("width"), seal.sizeMm.width},
            {QStringLiteral("height"), seal.sizeMm.height},
            {QStringLiteral("png"), seal.png}};
}

QCborMap encodedDate(const DateStamp &stamp)
{
    return {{QStringLiteral("date"), stamp.date.toString(Qt::ISODate)},
            {QStringLiteral("format"), dateFormatName(stamp.format)},
            {QStringLiteral("height"), stamp.heightMm}};
}

std::optional<Seal> decodedSeal(const QCborMap &map)
{
    const auto kind = sealKindFromName(map[QStringLiteral("kind")].toString());
    Seal seal{map[QStringLiteral("id")].toString(),
              map[QStringLiteral("name")].toString(),
              map[QStringLiteral("owner")].toString(),
              kind.value_or(SealKind::Company),
              {map[QStringLiteral("width")].toDouble(), map[QStringLiteral("height")].toDouble()},
              map[QStringLiteral("png")].toByteArray()};
    if (!kind || seal.png.isEmpty() || seal.sizeMm.width <= 0 || seal.sizeMm.height <= 0)
        return std::nullopt;
    return seal;
}

std::optional<DateStamp> decodedDate(const QCborMap &map)
{
    const auto format = dateFormatFromName(map[QStringLiteral("format")].toString());
    const QDate date = QDate::fromString(map[QStringLiteral("date")].toString(), Qt::ISODate);
    const double height = map[QStringLiteral("height")].toDouble();
    if (!format || !date.isValid() || !(height > 0))
        return std::nullopt;
    return DateStamp{date, *format, height};
}

QCborMap encodedPlacement(const Placement &placement, std::vector<const Seal *> &seals)
{
    QCborMap map{{QStringLiteral("id"), placement.id.toRfc4122()},
                 {QStringLiteral("page"), placement.page},
                 {QStringLiteral("rect"),
                  QCborArray{placement.rect.x0, placement.rect.y0, placement.rect.x1, placement.rect.y1}}};
    if (const DateStamp *date = dateStampOf(placement)) {
        map[QStringLiteral("date")] = encodedDate(*date);
        return map;
    }
    const Seal *seal = sealOf(placement);
    auto known = std::ranges::find_if(seals, [seal](const Seal *other) { return *other == *seal; });
    if (known == seals.end()) {
        seals.push_back(seal);
        known = std::prev(seals.end());
    }
    map[QStringLiteral("seal")] = static_cast<qint64>(known - seals.begin());
    return map;
}

std::optional<Placement> decodedPlacement(const QCborMap &map, const std::vector<Seal> &seals)
{
    Placement placement;
    placement.id = QUuid::fromRfc4122(map[QStringLiteral("id")].toByteArray());
    placement.page = static_cast<int>(map[QStringLiteral("page")].toInteger(-1));
    const QCborArray rect = map[QStringLiteral("rect")].toArray();
    if (placement.id.isNull() || placement.page < 0 || rect.size() != 4)
        return std::nullopt;
    placement.rect = {rect[0].toDouble(), rect[1].toDouble(), rect[2].toDouble(), rect[3].toDouble()};
    if (placement.rect.isEmpty() ||
        !std::isfinite(placement.rect.x0 + placement.rect.y0 + placement.rect.x1 + placement.rect.y1))
        return std::nullopt;
    if (map.contains(QStringLiteral("date"))) {
        const auto date = decodedDate(map[QStringLiteral("date")].toMap());
        if (!date)
            return std::nullopt;
        placement.stamp = *date;
        return placement;
    }
    const qint64 index = map[QStringLiteral("seal")].toInteger(-1);
    if (index < 0 || index >= static_cast<qint64>(seals.size()))
        return std::nullopt;
    placement.stamp = seals[static_cast<std::size_t>(index)];
    return placement;
}

} // namespace

QByteArray encodePlacements(const std::vector<Placement> &placements)
{
    std::vector<const Seal *> seals;
    QCborArray encoded;
    for (const Placement &placement : placements)
        encoded.append(encodedPlacement(placement, seals));
    QCborArray sealArray;
    for (const Seal *seal : seals)
        sealArray.append(encodedSeal(*seal));
    return QCborMap{{keySeals, sealArray}, {keyPlacements, encoded}}.toCborValue().toCbor();
}

Result<std::vector<Placement>> decodePlacements(const QByteArray &bytes)
{
    QCborParserError parsed;
    const QCborMap map = QCborValue::fromCbor(bytes, &parsed).toMap();
    if (parsed.error != QCborError::NoError || !map[keySeals].isArray() || !map[keyPlacements].isArray())
        return fail(ErrorCode::StoreCorrupt, QStringLiteral("placements"));
    std::vector<Seal> seals;
    for (const auto &value : map[keySeals].toArray()) {
        const auto seal = decodedSeal(value.toMap());
        if (!seal)
            return fail(ErrorCode::StoreCorrupt, QStringLiteral("seal of a placement"));
        seals.push_back(*seal);
    }
    std::vector<Placement> placements;
    for (const auto &value : map[keyPlacements].toArray()) {
        const auto placement = decodedPlacement(value.toMap(), seals);
        if (!placement)
            return fail(ErrorCode::StoreCorrupt, QStringLiteral("placement"));
        placements.push_back(*placement);
    }
    return placements;
}

} // namespace bidseal
