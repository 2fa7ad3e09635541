#pragma once

#include "core/common/Error.h"
#include "core/model/Placement.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <list>
#include <optional>

namespace bidseal {

/**
 * Pictures of stamps, drawn by core/pdf from the very appearance that will be written, in the background and kept by
 * size up to a bounded number of bytes. Lives on the window's thread and never makes it wait.
 */
class AppearanceCache : public QObject
{
    Q_OBJECT
public:
    explicit AppearanceCache(QObject *parent = nullptr);
    ~AppearanceCache() override;

    /**
     * The stamp in `pixels` device pixels. While that is being drawn another size of the same stamp (to be stretched)
     * or a null image; `ready` follows.
     */
    QImage picture(const Stamp &stamp, QSize pixels);

    /** Why the stamp could not be drawn. */
    [[nodiscard]] std::optional<Error> problem(const Stamp &stamp) const;

    /** Bytes that are kept at most; the ones used longest ago go first. */
    void setCapacity(qint64 bytes);

Q_SIGNALS:
    void ready();

private:
    struct Entry
    {
        QByteArray stamp;
        QSize pixels;
        QImage image;
    };

    void draw(const Stamp &stamp, const QByteArray &key, QSize pixels);
    void keep(const QByteArray &key, QSize pixels, const QImage &image);

    std::list<Entry> m_entries; ///< used last first
    QHash<QByteArray, QList<QSize>> m_pending;
    QHash<QByteArray, Error> m_problems;
    qint64 m_capacity = qint64(48) * 1024 * 1024;
    qint64 m_used = 0;
    QThreadPool m_pool;
};

} // namespace bidseal
