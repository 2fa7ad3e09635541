#include "core/signing/Fingerprint.h"

#include <QFileInfo>
#include <QStringList>
#include <QtConcurrent>

#include <utility>

namespace bidseal {

Result<Fingerprint> fingerprintFile(const QString &path, const std::stop_token &stop, const ByteProgress &progress)
{
    const QFileInfo before(path);
    if (!before.exists())
        return fail(ErrorCode::FileNotFound);
    Fingerprint fingerprint;
    fingerprint.fileSize = before.size();
    fingerprint.modified = before.lastModified();

    Digest digest(DigestAlgorithm::Sha256);
    if (auto read = addFileRange(digest, path, 0, fingerprint.fileSize, stop, progress); !read)
        return std::unexpected(read.error());
    // A file that changed under our hands has a fingerprint of neither state.
    if (!stillMatches(fingerprint, path))
        return fail(ErrorCode::DocumentChanged, QStringLiteral("changed while it was read"));
    fingerprint.sha256 = digest.value();
    fingerprint.state = std::move(digest);
    return fingerprint;
}

QFuture<Result<Fingerprint>> fingerprintLater(const QString &path, std::stop_token stop)
{
    return QtConcurrent::run([path, stop = std::move(stop)] { return fingerprintFile(path, stop); });
}

bool stillMatches(const Fingerprint &fingerprint, const QString &path)
{
    const QFileInfo now(path);
    return now.exists() && now.size() == fingerprint.fileSize && now.lastModified() == fingerprint.modified;
}

QString groupedHex(const QByteArray &bytes)
{
    const QString hex = QString::fromLatin1(bytes.toHex()).toUpper();
    QStringList groups;
    for (qsizetype i = 0; i < hex.size(); i += 8)
        groups << hex.mid(i, 8);
    return groups.join(u' ');
}

QString shortHex(const QByteArray &bytes)
{
    QString hex = QString::fromLatin1(bytes.toHex()).toUpper();
    if (hex.size() <= 12)
        return hex;
    return QStringLiteral("%1 %2 … %3").arg(hex.left(4), hex.mid(4, 4), hex.right(4));
}

} // namespace bidseal
