#pragma once

#include "core/common/Result.h"

#include <QByteArray>
#include <QFile>

#include <functional>
#include <memory>

namespace bidseal {

/** Bounded reads at 64-bit offsets of one file. Reads, not a mapping: a file that shrinks meanwhile must not end the
 * process. */
class RawFile
{
public:
    /** The first `length` bytes of the file, all of it when negative. FileNotFound, FileUnreadable. */
    static Result<std::unique_ptr<RawFile>> open(const QString &path, qint64 length = -1);

    [[nodiscard]] qint64 size() const { return m_size; }

    /** Up to `length` bytes from `offset`, fewer at the end of the file, none outside it or when reading fails. */
    QByteArray read(qint64 offset, qint64 length);

    /**
     * Hands growing windows that begin at `offset` to `parse` until it says that it had enough (true), the file ends,
     * or `limit` bytes were not enough. The last answer.
     */
    bool readWhile(qint64 offset, qint64 limit, const std::function<bool(QByteArrayView)> &parse);

private:
    QFile m_file;
    qint64 m_size = 0;
};

} // namespace bidseal
