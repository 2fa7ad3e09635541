#pragma once

// Private to core/pdf.

#include "core/pdf/MuPdfHandles.h"

#include <QByteArray>

#include <stop_token>

namespace bidseal {

/**
 * What MuPDF writes a revision into: it sees a file whose first `baseSize` bytes are there already and only gets the
 * bytes behind them, in memory. Nothing of the original is read or copied.
 */
class TailOutput
{
public:
    TailOutput(qint64 baseSize, std::stop_token stop)
        : m_baseSize(baseSize)
        , m_stop(std::move(stop))
    {
    }
    TailOutput(const TailOutput &) = delete;
    TailOutput &operator=(const TailOutput &) = delete;

    /** An output of MuPDF on this object, which must outlive it. May fz_throw. */
    fz_output *open(fz_context *ctx);

    [[nodiscard]] QByteArray takeTail() { return std::move(m_tail); }

private:
    static void write(fz_context *ctx, void *state, const void *data, size_t size);
    static void seek(fz_context *ctx, void *state, int64_t offset, int whence);
    static int64_t tell(fz_context *ctx, void *state);
    static void truncate(fz_context *ctx, void *state);
    static fz_stream *readBack(fz_context *ctx, void *state);

    bool put(const char *data, qint64 size) noexcept;

    qint64 m_baseSize;
    qint64 m_position = 0;
    QByteArray m_tail;
    std::stop_token m_stop;
};

} // namespace bidseal
