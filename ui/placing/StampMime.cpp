#include "ui/placing/StampMime.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QIODevice>

namespace bidseal {

namespace {

enum class Kind : qint32 { Seal, Date };

void writeSeal(QDataStream &out, const Seal &seal)
{
    out << seal.id << seal.name << seal.owner << sealKindName(seal.kind) << seal.sizeMm.width << seal.sizeMm.height
        << seal.png;
}

std::optional<Stamp> readSeal(QDataStream &in)
{
    Seal seal;
    QString kind;
    in >> seal.id >> seal.name >> seal.owner >> kind >> seal.sizeMm.width >> seal.sizeMm.height >> seal.png;
    const std::optional<SealKind> known = sealKindFromName(kind);
    if (in.status() != QDataStream::Ok || !known)
        return std::nullopt;
    seal.kind = *known;
    return seal;
}

std::optional<Stamp> readDate(QDataStream &in)
{
    DateStamp stamp;
    QString format;
    in >> stamp.date >> format >> stamp.heightMm;
    const std::optional<DateFormat> known = dateFormatFromName(format);
    if (in.status() != QDataStream::Ok || !known || !stamp.date.isValid())
        return std::nullopt;
    stamp.format = *known;
    return stamp;
}

} // namespace

std::unique_ptr<QMimeData> stampMimeData(const Stamp &stamp)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << QCoreApplication::applicationPid();
    if (const Seal *seal = std::get_if<Seal>(&stamp)) {
        out << static_cast<qint32>(Kind::Seal);
        writeSeal(out, *seal);
    } else {
        const DateStamp &date = std::get<DateStamp>(stamp);
        out << static_cast<qint32>(Kind::Date) << date.date << dateFormatName(date.format) << date.heightMm;
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(stampMimeType), bytes);
    return data;
}

std::optional<Stamp> stampFromMime(const QMimeData &data)
{
    const QByteArray bytes = data.data(QLatin1String(stampMimeType));
    QDataStream in(bytes);
    qint64 process = 0;
    qint32 kind = -1;
    in >> process >> kind;
    if (process != QCoreApplication::applicationPid()) // another program's seals are not ours to use
        return std::nullopt;
    if (kind == static_cast<qint32>(Kind::Seal))
        return readSeal(in);
    if (kind == static_cast<qint32>(Kind::Date))
        return readDate(in);
    return std::nullopt;
}

} // namespace bidseal
