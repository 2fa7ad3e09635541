#include "core/pdf/RawFile.h"

#include <algorithm>

namespace bidseal {

Result<std::unique_ptr<RawFile>> RawFile::open(const QString &path, qint64 length)
{
    auto raw = std::make_unique<RawFile>();
    raw->m_file.setFileName(path);
    if (!raw->m_file.exists())
        return fail(ErrorCode::FileNotFound);
    if (!raw->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, raw->m_file.errorString());
    raw->m_size = length < 0 ? raw->m_file.size() : std::min(length, raw->m_file.size());
    return raw;
}

QByteArray RawFile::read(qint64 offset, qint64 length)
{
    if (offset < 0 || offset >= m_size || length <= 0 || !m_file.seek(offset))
        return {};
    return m_file.read(std::min(length, m_size - offset));
}

bool RawFile::readWhile(qint64 offset, qint64 limit, const std::function<bool(QByteArrayView)> &parse)
{
    constexpr qint64 firstWindow = 1 << 16;
    for (qint64 window = firstWindow;; window *= 4) {
        const qint64 length = std::min(window, limit);
        const QByteArray bytes = read(offset, length);
        if (parse(bytes))
            return true;
        if (bytes.size() < length || length == limit)
            return false;
    }
}

} // namespace bidseal
