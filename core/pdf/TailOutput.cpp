#include "core/pdf/TailOutput.h"

#include <algorithm>
#include <cstdio>
#include <exception>

namespace bidseal {

namespace {

constexpr int bufferSize = 64 * 1024;

TailOutput &self(void *state)
{
    return *static_cast<TailOutput *>(state);
}

} // namespace

fz_output *TailOutput::open(fz_context *ctx)
{
    fz_output *output = fz_new_output(ctx, bufferSize, this, write, nullptr, nullptr);
    output->seek = seek;
    output->tell = tell;
    output->truncate = truncate;
    output->as_stream = readBack;
    return output;
}

bool TailOutput::put(const char *data, qint64 size) noexcept
{
    try { // out of memory must not travel through MuPDF's frames as a C++ exception
        const qint64 at = m_position - m_baseSize;
        if (at + size > m_tail.size())
            m_tail.resize(at + size);
        std::copy_n(data, size, m_tail.data() + at);
        m_position += size;
        return true;
    } catch (const std::exception &) {
        return false;
    }
}

void TailOutput::write(fz_context *ctx, void *state, const void *data, size_t size)
{
    TailOutput &output = self(state);
    const auto length = static_cast<qint64>(size);
    if (output.m_stop.stop_requested())
        fz_throw(ctx, FZ_ERROR_ABORT, "stopped");
    if (output.m_position < output.m_baseSize || output.m_position > output.m_baseSize + output.m_tail.size())
        fz_throw(ctx, FZ_ERROR_GENERIC, "write outside the new revision");
    if (!output.put(static_cast<const char *>(data), length))
        fz_throw(ctx, FZ_ERROR_MEMORY, "no memory for the new revision");
}

void TailOutput::seek(fz_context *ctx, void *state, int64_t offset, int whence)
{
    TailOutput &output = self(state);
    switch (whence) {
    case SEEK_SET:
        output.m_position = offset;
        break;
    case SEEK_CUR:
        output.m_position += offset;
        break;
    case SEEK_END:
        output.m_position = output.m_baseSize + output.m_tail.size() + offset;
        break;
    default:
        fz_throw(ctx, FZ_ERROR_GENERIC, "unknown kind of seek");
    }
}

int64_t TailOutput::tell(fz_context * /*ctx*/, void *state)
{
    return self(state).m_position;
}

void TailOutput::truncate(fz_context * /*ctx*/, void *state)
{
    TailOutput &output = self(state);
    const qint64 keep = std::max<qint64>(0, output.m_position - output.m_baseSize);
    if (keep < output.m_tail.size())
        output.m_tail.truncate(keep);
}

fz_stream *TailOutput::readBack(fz_context *ctx, void * /*state*/)
{
    // MuPDF compares what it finds here with the start of the document to see whether it must copy it; it is told to
    // compare nothing (pdf_document::file_size is 0 while writing), so an empty stream says all.
    static const unsigned char nothing = 0;
    return fz_open_memory(ctx, &nothing, 0);
}

} // namespace bidseal
