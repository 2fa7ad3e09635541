#include "core/pdf/PdfFileStream.h"

#include "core/pdf/PdfErrors.h"
#include "core/pdf/WorkGuard.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <new>

namespace bidseal {

namespace {

struct FileState
{
    QFile file;
    qint64 length = 0;
    std::array<unsigned char, 8192> buffer;
};

FileState *stateOf(const fz_stream *stream)
{
    return static_cast<FileState *>(stream->state);
}

int nextBytes(fz_context *ctx, fz_stream *stream, std::size_t /*max*/)
{
    FileState *state = stateOf(stream);
    if (WorkGuard::mustEndNow())
        fz_throw(ctx, FZ_ERROR_GENERIC, "reading was ended");
    const auto capacity = static_cast<qint64>(state->buffer.size());
    const qint64 wanted = std::min(capacity, state->length - static_cast<qint64>(stream->pos));
    qint64 got = 0;
    if (wanted > 0)
        got = readPdfFileAt(stream, stream->pos, reinterpret_cast<char *>(state->buffer.data()), wanted);
    if (got < 0)
        fz_throw(ctx, FZ_ERROR_GENERIC, "read error");
    stream->rp = state->buffer.data();
    stream->wp = stream->rp + got;
    stream->pos += got;
    return got == 0 ? EOF : *stream->rp++;
}

void seekStream(fz_context *ctx, fz_stream *stream, int64_t offset, int whence)
{
    if (whence == SEEK_CUR) // fz_seek has turned it into SEEK_SET already
        offset += stream->pos;
    else if (whence == SEEK_END)
        offset += stateOf(stream)->length;
    if (offset < 0)
        fz_throw(ctx, FZ_ERROR_GENERIC, "cannot seek before the beginning");
    stream->pos = offset;
    stream->rp = stream->wp = stateOf(stream)->buffer.data();
}

void dropState(fz_context * /*ctx*/, void *state)
{
    delete static_cast<FileState *>(state);
}

} // namespace

Result<StreamHandle> openPdfFile(fz_context *ctx, const QString &path, qint64 length)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {}, fileContext(path));
    auto state = std::make_unique<FileState>();
    state->file.setFileName(path);
    // MuPDF seeks and reads in its own blocks: a second buffer would only copy.
    if (!info.isFile() || !state->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::FileUnreadable, state->file.errorString(), fileContext(path));
    const qint64 size = state->file.size();
    state->length = length < 0 ? size : std::min(length, size);

    StreamHandle stream(ctx);
    fz_stream *&out = stream.out();
    void *raw = state.release(); // fz_new_stream drops it when it fails
    auto made = muPdfTry(ctx, ErrorCode::InternalError, [&] { out = fz_new_stream(ctx, raw, nextBytes, dropState); });
    if (!made)
        return fail(std::move(made.error()));
    out->seek = seekStream;
    return stream;
}

qint64 pdfFileLength(const fz_stream *stream)
{
    return stateOf(stream)->length;
}

qint64 readPdfFileAt(const fz_stream *stream, qint64 offset, char *data, qint64 size)
{
    FileState *state = stateOf(stream);
    const qint64 wanted = std::min(size, state->length - offset);
    if (wanted <= 0)
        return 0;
    if (state->file.pos() != offset && !state->file.seek(offset))
        return -1;
    return state->file.read(data, wanted);
}

} // namespace bidseal
