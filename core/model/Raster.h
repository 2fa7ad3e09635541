#pragma once

#include <cstdint>
#include <memory>

namespace bidseal {

/**
 * A picture as plain memory: premultiplied BGRA, 8 bits a channel, rows of `stride` bytes from the top (the layout of
 * QImage::Format_ARGB32_Premultiplied on little-endian machines). Copies share the pixels; nobody writes after handing
 * out.
 */
struct Raster
{
    int width = 0;
    int height = 0;
    int stride = 0;
    std::shared_ptr<std::uint8_t[]> pixels;

    [[nodiscard]] bool isNull() const { return !pixels; }
    [[nodiscard]] std::int64_t byteCount() const { return std::int64_t(stride) * height; }
};

} // namespace bidseal
