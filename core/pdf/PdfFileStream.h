#pragma once

// Private to core/pdf.

#include "core/common/Result.h"
#include "core/pdf/MuPdfHandles.h"

#include <QString>

namespace bidseal {

/**
 * A seekable stream over the first `length` bytes of the file at `path` (the whole file when negative), opened read
 * only. The one place of core/pdf that turns a path into an open file for reading. FileNotFound, FileUnreadable.
 */
Result<StreamHandle> openPdfFile(fz_context *ctx, const QString &path, qint64 length = -1);

/** Size of the range that an openPdfFile() stream shows. */
qint64 pdfFileLength(const fz_stream *stream);

/** Reads up to `size` bytes at `offset` of an openPdfFile() stream without moving its position; -1 on a read error. */
qint64 readPdfFileAt(const fz_stream *stream, qint64 offset, char *data, qint64 size);

} // namespace bidseal
