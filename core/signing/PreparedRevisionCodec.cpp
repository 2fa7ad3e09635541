#include "core/signing/PreparedRevisionCodec.h"

#include <QDataStream>
#include <QIODevice>

namespace bidseal {

namespace {

constexpr quint32 formatVersion = 1;

} // namespace

QByteArray encodePreparedRevision(const PreparedRevision &revision)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << formatVersion << revision.originalSize << revision.appended;
    for (const qint64 number : revision.byteRange)
        stream << number;
    stream << revision.contentsOffset << revision.contentsCapacity << revision.wasRepaired << revision.fieldNames;
    return bytes;
}

Result<PreparedRevision> decodePreparedRevision(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    PreparedRevision revision;
    quint32 version = 0;
    stream >> version >> revision.originalSize >> revision.appended;
    for (qint64 &number : revision.byteRange)
        stream >> number;
    stream >> revision.contentsOffset >> revision.contentsCapacity >> revision.wasRepaired >> revision.fieldNames;
    if (version != formatVersion || stream.status() != QDataStream::Ok)
        return fail(ErrorCode::StoreCorrupt, QStringLiteral("prepared revision"));
    return revision;
}

} // namespace bidseal
