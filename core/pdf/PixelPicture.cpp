#include "core/pdf/PixelPicture.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bidseal {

namespace {

// Brighter than this counts as paper: scans are rarely pure white, and JPEG rings around edges.
constexpr int paperWhite = 235;

// Less opaque than this is not seen, so it is margin.
constexpr int visibleAlpha = 8;

constexpr std::array<std::uint8_t, 256> stretchedTones()
{
    std::array<std::uint8_t, 256> tones{};
    for (int i = 0; i < 256; ++i)
        tones[static_cast<std::size_t>(i)] =
            static_cast<std::uint8_t>(std::min(255, (i * 255 + paperWhite / 2) / paperWhite));
    return tones;
}

bool isVisible(const PixelPicture &picture, int x, int y)
{
    return picture.at(x, y)[3] >= visibleAlpha;
}

bool rowIsVisible(const PixelPicture &picture, int y)
{
    for (int x = 0; x < picture.width; ++x) {
        if (isVisible(picture, x, y))
            return true;
    }
    return false;
}

bool columnIsVisible(const PixelPicture &picture, int x)
{
    for (int y = 0; y < picture.height; ++y) {
        if (isVisible(picture, x, y))
            return true;
    }
    return false;
}

PixelPicture cut(const PixelPicture &picture, int left, int top, int right, int bottom)
{
    PixelPicture part{right - left, bottom - top, {}};
    part.pixels.reserve(static_cast<std::size_t>(part.width) * static_cast<std::size_t>(part.height) * 4);
    for (int y = top; y < bottom; ++y)
        part.pixels.insert(part.pixels.end(), picture.at(left, y),
                           picture.at(left, y) + static_cast<std::size_t>(part.width) * 4);
    return part;
}

} // namespace

bool hasTransparency(const PixelPicture &picture)
{
    for (std::size_t i = 3; i < picture.pixels.size(); i += 4) {
        if (picture.pixels[i] != 255)
            return true;
    }
    return false;
}

void turnWhiteTransparent(PixelPicture &picture)
{
    static constexpr std::array<std::uint8_t, 256> tones = stretchedTones();
    // The lightest ink that gives this colour on white has one channel at zero: what is left of white is transparency.
    for (std::size_t i = 0; i + 3 < picture.pixels.size(); i += 4) {
        std::uint8_t *p = picture.pixels.data() + i;
        const std::uint8_t r = tones[p[0]];
        const std::uint8_t g = tones[p[1]];
        const std::uint8_t b = tones[p[2]];
        const std::uint8_t white = std::min({r, g, b});
        p[0] = static_cast<std::uint8_t>(r - white);
        p[1] = static_cast<std::uint8_t>(g - white);
        p[2] = static_cast<std::uint8_t>(b - white);
        p[3] = static_cast<std::uint8_t>(255 - white);
    }
}

PixelPicture trimmed(const PixelPicture &picture)
{
    int top = 0;
    int bottom = picture.height;
    int left = 0;
    int right = picture.width;
    while (top < bottom && !rowIsVisible(picture, top))
        ++top;
    if (top == bottom)
        return {};
    while (!rowIsVisible(picture, bottom - 1))
        --bottom;
    while (!columnIsVisible(picture, left))
        ++left;
    while (!columnIsVisible(picture, right - 1))
        --right;
    return cut(picture, left, top, right, bottom);
}

PixelPicture oriented(PixelPicture picture, int orientation)
{
    if (orientation < 2 || orientation > 8)
        return picture;
    const int turns = (orientation - 1) % 4; // quarter turns against the clock
    const bool mirrored = orientation > 4;   // left and right swapped before turning
    const bool swapsSides = turns % 2 == 1;
    PixelPicture turned{swapsSides ? picture.height : picture.width, swapsSides ? picture.width : picture.height, {}};
    turned.pixels.reserve(picture.pixels.size());
    for (int y = 0; y < turned.height; ++y) {
        for (int x = 0; x < turned.width; ++x) {
            const std::array<std::pair<int, int>, 4> sources{{{x, y},
                                                              {picture.width - 1 - y, x},
                                                              {picture.width - 1 - x, picture.height - 1 - y},
                                                              {y, picture.height - 1 - x}}};
            const auto [sourceX, sourceY] = sources[static_cast<std::size_t>(turns)];
            const std::uint8_t *pixel = picture.at(mirrored ? picture.width - 1 - sourceX : sourceX, sourceY);
            turned.pixels.insert(turned.pixels.end(), pixel, pixel + 4);
        }
    }
    return turned;
}

} // namespace bidseal
