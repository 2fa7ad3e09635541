#!/usr/bin/python3
"""Makes a large invented bid for the benchmarks: one scanned A4 page an image, or pages of text.

    bench/make_scan.py OUT.pdf --pages 1000 [--megabytes 300] [--kind scan|text]

scan: every page is its own grey 200 dpi JPEG, filled up with JPEG comment segments to the wanted size. text: Chinese lines in
SimSun that is not embedded (GBK-EUC-H). Nothing but the page table is kept in memory. Needs python3-pil for scan.
"""
import argparse
import io
import random
import struct
import zlib

WIDTH, HEIGHT = 595.28, 841.89
LINES = ["本节依据招标文件、设计图纸和现场踏勘资料编制，适用于本工程的全部工作内容。",
         "作业前逐级进行技术交底，交底记录由双方签认，并归档备查。",
         "材料进场后按批次取样检验，合格后方可使用，不合格品当日清退出场。"]


class Writer:
    def __init__(self, path):
        self.file = open(path, "wb")
        self.offsets = {}
        self.file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def add(self, number, body, stream=None):
        self.offsets[number] = self.file.tell()
        self.file.write(b"%d 0 obj\n" % number)
        if stream is None:
            self.file.write(body)
        else:
            self.file.write(b"<<%s/Length %d>>\nstream\n" % (body, len(stream)))
            self.file.write(stream)
            self.file.write(b"\nendstream")
        self.file.write(b"\nendobj\n")

    def finish(self, root):
        start = self.file.tell()
        count = max(self.offsets) + 1
        self.file.write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for number in range(1, count):
            self.file.write(b"%010d 00000 n \n" % self.offsets[number])
        self.file.write(b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, root, start))
        self.file.close()


def scanned_page(index, target):
    from PIL import Image, ImageDraw

    rnd = random.Random(index)
    image = Image.new("L", (1654, 2339), 250)
    draw = ImageDraw.Draw(image)
    for row in range(60):
        y = 180 + row * 34
        draw.line((180, y, 180 + rnd.randrange(600, 1290), y), fill=rnd.randrange(20, 90), width=rnd.randrange(3, 14))
    draw.text((800, 2250), str(index + 1), fill=0)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=70)
    jpeg, filler = out.getvalue(), io.BytesIO()
    missing = target - len(jpeg)
    while missing > 4:  # comment segments behind SOI: bytes that every reader skips
        size = min(65533, missing - 4)
        filler.write(b"\xff\xfe" + struct.pack(">H", size + 2) + rnd.randbytes(size))
        missing -= size + 4
    return jpeg[:2] + filler.getvalue() + jpeg[2:]


def text_page(index):
    lines = [b"BT /F1 11 Tf 72 770 Td 18 TL"]
    for row in range(38):
        text = "%d.%d　%s" % (index + 1, row + 1, LINES[(index + row) % len(LINES)])
        lines.append(b"<" + text.encode("gbk").hex().encode() + b"> Tj T*")
    lines.append(b"ET")
    return zlib.compress(b"\n".join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--megabytes", type=float, default=300)
    parser.add_argument("--kind", choices=("scan", "text"), default="scan")
    args = parser.parse_args()
    writer = Writer(args.out)
    first = 5
    writer.add(1, b"<</Type/Catalog/Pages 2 0 R>>")
    kids = b" ".join(b"%d 0 R" % (first + 3 * page) for page in range(args.pages))
    writer.add(2, b"<</Type/Pages/Count %d/Kids[%s]>>" % (args.pages, kids))
    writer.add(3, b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[4 0 R]>>")
    writer.add(4, b"<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
                  b"/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/ItalicAngle 0/Ascent 859/Descent -141"
                  b"/CapHeight 683/StemV 80/FontBBox[0 -141 1000 859]>>>>")
    target = int(args.megabytes * 1e6 / args.pages) - 600
    for page in range(args.pages):
        number = first + 3 * page
        if args.kind == "scan":
            resources = b"/XObject<</Im0 %d 0 R>>" % (number + 2)
            content = b"%g 0 0 %g 0 0 cm /Im0 Do" % (WIDTH, HEIGHT)
            filtered = b""
            image = scanned_page(page, target)
        else:
            resources, content, filtered, image = b"/Font<</F1 3 0 R>>", text_page(page), b"/Filter/FlateDecode", None
        writer.add(number, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Resources<<%s>>/Contents %d 0 R>>"
                   % (WIDTH, HEIGHT, resources, number + 1))
        writer.add(number + 1, filtered, content)
        if image is None:
            writer.add(number + 2, b"null")
        else:
            writer.add(number + 2, b"/Type/XObject/Subtype/Image/Width 1654/Height 2339/ColorSpace/DeviceGray"
                                   b"/BitsPerComponent 8/Filter/DCTDecode", image)
    writer.finish(1)


if __name__ == "__main__":
    main()
