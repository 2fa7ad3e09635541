#include "core/pdf/StampAppearance.h"

#include "core/pdf/GlyphOutlines.h"

#include <cmath>
#include <span>

namespace bidseal {

namespace {

// Seal red, #C8161D.
constexpr const char *sealRed = "0.784 0.086 0.114";

// The em box of the font: 0.88 above the baseline, 0.12 below (Source Han's metrics).
constexpr double descent = 0.12;

// The built-in font has one weight only, too thin for a stamp: a stroke this wide (in em) makes it semi-bold.
constexpr double strokeWidth = 0.025;

bool isUsableSize(SizeF size)
{
    return std::isfinite(size.width) && std::isfinite(size.height) && size.width > 0 && size.height > 0;
}

QByteArray number(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 4);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

Result<std::vector<GlyphOutline>> dateOutlines(const DateStamp &stamp)
{
    const QString text = dateStampText(stamp);
    if (text.isEmpty() || !isUsableSize({stamp.heightMm, stamp.heightMm}))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("date stamp without a date or a height"));
    return glyphOutlines(text);
}

SizeF dateSizeMm(const DateStamp &stamp, std::span<const GlyphOutline> outlines)
{
    double advance = 0;
    for (const GlyphOutline &outline : outlines)
        advance += outline.advance;
    return {advance / 1000 * stamp.heightMm, stamp.heightMm};
}

SizeF pointsOf(SizeF mm)
{
    return {mmToPoints(mm.width), mmToPoints(mm.height)};
}

Result<StampAppearance> appearanceOf(const DateStamp &stamp)
{
    const Result<std::vector<GlyphOutline>> outlines = dateOutlines(stamp);
    if (!outlines)
        return fail(outlines.error());

    StampAppearance appearance;
    appearance.sizePoints = pointsOf(dateSizeMm(stamp, *outlines));
    const double scale = appearance.sizePoints.height / 1000;
    QByteArray &out = appearance.content;
    out = QByteArray("q\n") + sealRed + " rg " + sealRed + " RG\n" + number(strokeWidth * 1000) + " w 1 j\n" +
          number(scale) + " 0 0 " + number(scale) + " 0 " + number(descent * appearance.sizePoints.height) + " cm\n";
    for (const GlyphOutline &outline : *outlines) {
        if (!outline.path.isEmpty())
            out += outline.path + "B\n";
        out += "1 0 0 1 " + number(outline.advance) + " 0 cm\n";
    }
    out += "Q\n";
    return appearance;
}

Result<StampAppearance> appearanceOf(const Seal &seal)
{
    if (seal.png.isEmpty())
        return fail(ErrorCode::SealImageUnusable, QStringLiteral("seal without a picture"));
    if (!isUsableSize(seal.sizeMm))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("seal without a size"));

    StampAppearance appearance;
    appearance.sizePoints = pointsOf(seal.sizeMm);
    appearance.content = "q\n" + number(appearance.sizePoints.width) + " 0 0 " + number(appearance.sizePoints.height) +
                         " 0 0 cm\n/Im0 Do\nQ\n";
    appearance.imagePng = seal.png;
    return appearance;
}

} // namespace

Result<StampAppearance> stampAppearance(const Stamp &stamp)
{
    return std::visit([](const auto &kind) { return appearanceOf(kind); }, stamp);
}

Result<SizeF> stampSizeMm(const Stamp &stamp)
{
    if (const Seal *seal = std::get_if<Seal>(&stamp))
        return seal->sizeMm;
    const DateStamp &date = std::get<DateStamp>(stamp);
    const Result<std::vector<GlyphOutline>> outlines = dateOutlines(date);
    if (!outlines)
        return fail(outlines.error());
    return dateSizeMm(date, *outlines);
}

} // namespace bidseal
