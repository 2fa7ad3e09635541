#pragma once

#include "core/common/Result.h"
#include "core/crypto/Digest.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace bidseal {

/**
 * The output while it is being made: a hidden file beside its final place, so that it appears there whole or not at
 * all. Removed by the destructor unless it was published. One thread at a time.
 */
class StagedFile
{
public:
    /** OutputUnwritable or DiskFull with the system's words. `workPath` must not exist. */
    static Result<StagedFile> create(const QString &workPath);
    ~StagedFile();
    StagedFile(StagedFile &&other) noexcept;
    StagedFile &operator=(StagedFile &&other) noexcept;

    [[nodiscard]] QString path() const;

    /** Copies the whole of `inputPath`; the kernel copies where it can. */
    Result<qint64> copyFrom(const QString &inputPath, const std::stop_token &stop = {},
                            const ByteProgress &progress = {});
    Result<void> append(QByteArrayView bytes);
    /** Cuts the file back, to write a tail anew. */
    Result<void> truncate(qint64 size);
    /** Returns when the bytes are on the disk. */
    Result<void> sync();

    /** Renames onto `outputPath` in one step and syncs the folder. OutputExists unless `overwrite`. */
    Result<void> publish(const QString &outputPath, bool overwrite);
    /** Removes the file now. */
    void discard();

    /** Where the work file of a job belongs: in the output's folder, hidden. */
    static QString workPathFor(const QString &outputPath, const QString &jobId);

private:
    struct Private;
    explicit StagedFile(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
