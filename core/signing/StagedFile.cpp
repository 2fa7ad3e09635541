#include "core/signing/StagedFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#if defined(Q_OS_WIN)
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace bidseal {

struct StagedFile::Private
{
    QFile file;
    bool removeAtEnd = true;
};

namespace {

constexpr qint64 blockSize = 1 << 20;
constexpr qint64 kernelBlockSize = 16 << 20;

Error outputError(const QFile &file)
{
    const bool full = errno == ENOSPC || file.error() == QFileDevice::ResourceError;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::OutputUnwritable, file.errorString()};
}

Error systemOutputError()
{
    const int code = errno;
    return Error{code == ENOSPC || code == EDQUOT ? ErrorCode::DiskFull : ErrorCode::OutputUnwritable,
                 QString::fromLocal8Bit(std::strerror(code))};
}

#if defined(Q_OS_LINUX)
// Empty when the file systems do not take part in copy_file_range.
Result<bool> copyInKernel(QFile &from, QFile &to, qint64 size, const std::stop_token &stop,
                          const ByteProgress &progress)
{
    qint64 done = 0;
    while (done < size) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const auto wanted = static_cast<size_t>(std::min(kernelBlockSize, size - done));
        const ssize_t copied = copy_file_range(from.handle(), nullptr, to.handle(), nullptr, wanted, 0);
        if (copied < 0 && done == 0 && (errno == EXDEV || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP))
            return false;
        if (copied < 0)
            return std::unexpected(systemOutputError());
        if (copied == 0)
            return fail(ErrorCode::DocumentChanged, QStringLiteral("the input became shorter while it was copied"));
        done += copied;
        // Lets the disk begin to write now, so that the later fsync has little left to wait for.
        sync_file_range(to.handle(), done - copied, copied, SYNC_FILE_RANGE_WRITE);
        if (progress)
            progress(done, size);
    }
    return true;
}
#endif

Result<void> copyInBlocks(QFile &from, QFile &to, qint64 size, const std::stop_token &stop,
                          const ByteProgress &progress)
{
    std::vector<char> block(static_cast<std::size_t>(blockSize));
    for (qint64 done = 0; done < size;) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const qint64 got = from.read(block.data(), std::min(blockSize, size - done));
        if (got < 0)
            return fail(ErrorCode::FileUnreadable, from.errorString());
        if (got == 0)
            return fail(ErrorCode::DocumentChanged, QStringLiteral("the input became shorter while it was copied"));
        if (to.write(block.data(), got) != got)
            return std::unexpected(outputError(to));
        done += got;
        if (progress)
            progress(done, size);
    }
    return {};
}

void syncFolderOf(const QString &path)
{
#if !defined(Q_OS_WIN)
    // The rename itself must survive a power cut too; a folder that cannot be opened has no remedy.
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int fd = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        ::fsync(fd);
        ::close(fd);
    }
#else
    Q_UNUSED(path);
#endif
}

Result<void> renameFile(const QString &from, const QString &to, bool overwrite)
{
    ErrorContext context;
    context.fileName = QFileInfo(to).fileName();
#if defined(Q_OS_WIN)
    const DWORD flags = MOVEFILE_WRITE_THROUGH | (overwrite ? MOVEFILE_REPLACE_EXISTING : 0);
    if (MoveFileExW(reinterpret_cast<const wchar_t *>(QDir::toNativeSeparators(from).utf16()),
                    reinterpret_cast<const wchar_t *>(QDir::toNativeSeparators(to).utf16()), flags))
        return {};
    const bool exists = GetLastError() == ERROR_ALREADY_EXISTS || GetLastError() == ERROR_FILE_EXISTS;
    return fail(exists ? ErrorCode::OutputExists : ErrorCode::OutputUnwritable, qt_error_string(), context);
#else
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (overwrite) {
        if (::rename(source.constData(), target.constData()) == 0)
            return {};
        return std::unexpected(systemOutputError());
    }
    // link() refuses an existing name in one step, on every file system that has hard links.
    if (::link(source.constData(), target.constData()) == 0) {
        ::unlink(source.constData());
        return {};
    }
    if (errno == EEXIST)
        return fail(ErrorCode::OutputExists, {}, context);
    if (QFile::exists(to))
        return fail(ErrorCode::OutputExists, {}, context);
    if (::rename(source.constData(), target.constData()) == 0)
        return {};
    return std::unexpected(systemOutputError());
#endif
}

} // namespace

StagedFile::StagedFile(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}

StagedFile::StagedFile(StagedFile &&other) noexcept = default;

StagedFile &StagedFile::operator=(StagedFile &&other) noexcept
{
    std::swap(m_d, other.m_d);
    return *this;
}

StagedFile::~StagedFile()
{
    if (m_d)
        discard();
}

QString StagedFile::workPathFor(const QString &outputPath, const QString &jobId)
{
    const QFileInfo output(outputPath);
    // Short, because the output's own name may already be as long as the file system allows.
    return output.absoluteDir().filePath(QStringLiteral(".bidseal-%1.part").arg(jobId));
}

Result<StagedFile> StagedFile::create(const QString &workPath)
{
    auto d = std::make_unique<Private>();
    d->file.setFileName(workPath);
    if (!d->file.open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered)) {
        d->removeAtEnd = false;
        return std::unexpected(outputError(d->file));
    }
    return StagedFile(std::move(d));
}

QString StagedFile::path() const
{
    return m_d->file.fileName();
}

Result<qint64> StagedFile::copyFrom(const QString &inputPath, const std::stop_token &stop, const ByteProgress &progress)
{
    QFile input(inputPath);
    if (!input.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, input.errorString());
    const qint64 size = input.size();
#if defined(Q_OS_LINUX)
    auto copied = copyInKernel(input, m_d->file, size, stop, progress);
    if (!copied)
        return std::unexpected(copied.error());
    if (*copied) {
        m_d->file.seek(size);
        return size;
    }
#endif
    if (auto done = copyInBlocks(input, m_d->file, size, stop, progress); !done)
        return std::unexpected(done.error());
    return size;
}

Result<void> StagedFile::append(QByteArrayView bytes)
{
    m_d->file.seek(m_d->file.size());
    if (m_d->file.write(bytes.data(), bytes.size()) != bytes.size())
        return std::unexpected(outputError(m_d->file));
    return {};
}

Result<void> StagedFile::truncate(qint64 size)
{
    if (!m_d->file.resize(size))
        return std::unexpected(outputError(m_d->file));
    return {};
}

Result<void> StagedFile::sync()
{
#if defined(Q_OS_WIN)
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(m_d->file.handle()));
    if (!FlushFileBuffers(handle))
        return fail(ErrorCode::OutputUnwritable, qt_error_string());
#else
    if (::fsync(m_d->file.handle()) != 0)
        return std::unexpected(systemOutputError());
#endif
    return {};
}

Result<void> StagedFile::publish(const QString &outputPath, bool overwrite)
{
    const QString from = m_d->file.fileName();
    m_d->file.close();
    if (auto renamed = renameFile(from, outputPath, overwrite); !renamed)
        return renamed;
    m_d->removeAtEnd = false;
    syncFolderOf(outputPath);
    return {};
}

void StagedFile::discard()
{
    m_d->file.close();
    if (m_d->removeAtEnd)
        m_d->file.remove();
    m_d->removeAtEnd = false;
}

} // namespace bidseal
