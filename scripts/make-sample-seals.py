#!/usr/bin/python3
"""Draws the invented seals of resources/samples. Needs python3-pil and fonts-noto-cjk; the results are committed."""

import math
import pathlib

from PIL import Image, ImageDraw, ImageFont

RED = (200, 22, 29)  # seal red, #C8161D
FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc"
SIMPLIFIED_CHINESE = 2  # index in the collection
OVERSAMPLING = 4
COMPANY = "示例科技有限公司"
NUMBER = "9900010012345"


def font(size):
    return ImageFont.truetype(FONT, size, index=SIMPLIFIED_CHINESE)


def glyph(text, size, width=1.0):
    """One character as an alpha mask, cut to its ink and made narrower by `width`."""
    mask = Image.new("L", (size * 2, size * 2), 0)
    ImageDraw.Draw(mask).text((size, size), text, font=font(size), fill=255, anchor="mm")
    ink = mask.crop(mask.getbbox())
    return ink.resize((max(1, int(ink.width * width)), ink.height), Image.LANCZOS)


def put_on_circle(alpha, text, size, radius, span, *, bottom=False, width=1.0):
    """Writes `text` along a circle around the middle, over `span` degrees, its feet to the middle (or its head)."""
    centre = alpha.width / 2
    for i, character in enumerate(text):
        share = i / (len(text) - 1) - 0.5
        angle = math.radians(share * span)
        mask = glyph(character, size, width)
        turn = -math.degrees(angle)
        x, y = centre + radius * math.sin(angle), centre - radius * math.cos(angle)
        if bottom:
            turn = math.degrees(angle)
            y = centre + radius * math.cos(angle)
        turned = mask.rotate(turn, expand=True, resample=Image.BICUBIC)
        alpha.paste(255, (round(x - turned.width / 2), round(y - turned.height / 2)), turned)


def star(draw, centre, radius):
    points = []
    for i in range(10):
        reach = radius if i % 2 == 0 else radius * 0.382
        angle = math.radians(36 * i)
        points.append((centre + reach * math.sin(angle), centre - reach * math.cos(angle)))
    draw.polygon(points, fill=255)


def finish(alpha, side, name):
    alpha = alpha.resize((side, side), Image.LANCZOS)
    picture = Image.new("RGBA", (side, side), RED + (0,))
    picture.putalpha(alpha)
    folder = pathlib.Path(__file__).resolve().parent.parent / "resources" / "samples"
    picture.save(folder / name, optimize=True)


def round_seal(name, side, bottom_text=None):
    size = side * OVERSAMPLING
    alpha = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(alpha)
    margin, ring = size * 0.008, round(size * 0.027)
    draw.ellipse((margin, margin, size - margin, size - margin), outline=255, width=ring)
    star(draw, size / 2, size * 0.135)
    put_on_circle(alpha, COMPANY, round(size * 0.135), size * 0.365, 230, width=0.86)
    put_on_circle(alpha, NUMBER, round(size * 0.043), size * 0.425, 78, bottom=True)
    if bottom_text:
        draw.text((size / 2, size * 0.735), bottom_text, font=font(round(size * 0.085)), fill=255, anchor="mm")
    finish(alpha, side, name)


def square_seal(name, side, columns):
    """A name seal: read from the right column to the left, each from the top."""
    size = side * OVERSAMPLING
    alpha = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(alpha)
    margin, line = size * 0.02, round(size * 0.055)
    draw.rounded_rectangle((margin, margin, size - margin, size - margin), radius=size * 0.05, outline=255, width=line)
    cell = size * 0.40
    for column, text in enumerate(columns):
        for row, character in enumerate(text):
            mask = glyph(character, round(cell * 0.96)).resize((round(cell * 0.92), round(cell * 0.92)), Image.LANCZOS)
            x = size / 2 + (0.5 - column) * cell
            y = size / 2 + (row - 0.5) * cell
            alpha.paste(255, (round(x - mask.width / 2), round(y - mask.height / 2)), mask)
    finish(alpha, side, name)


if __name__ == "__main__":
    round_seal("seal-company.png", 500)
    round_seal("seal-contract.png", 500, "合同专用章")
    square_seal("seal-legal-representative.png", 360, ("李远", "明印"))
