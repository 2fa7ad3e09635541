#pragma once

#include <cstdint>
#include <vector>

namespace bidseal {

/** A picture being worked on: premultiplied RGBA, 8 bits a channel, rows without padding from the top. */
struct PixelPicture
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    [[nodiscard]] bool isEmpty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] const std::uint8_t *at(int x, int y) const
    {
        return pixels.data() +
               (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
    }
};

/** Whether any pixel lets something shine through. */
bool hasTransparency(const PixelPicture &picture);

/**
 * Turns what is on white paper into ink with transparency: the result laid on white looks as the picture did, and over
 * text the text shows through. Near-white (paper, JPEG noise) vanishes without a hard edge.
 */
void turnWhiteTransparent(PixelPicture &picture);

/** The picture without its fully transparent margins; empty when nothing can be seen in it. */
PixelPicture trimmed(const PixelPicture &picture);

/** Turns a picture upright; `orientation` counts as fz_image_orientation() does, 0 and 1 change nothing. */
PixelPicture oriented(PixelPicture picture, int orientation);

} // namespace bidseal
