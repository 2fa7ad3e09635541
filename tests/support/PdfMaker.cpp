#include "tests/support/PdfMaker.h"

#include <QFile>

namespace bidseal::test {

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 4);
}

QByteArray box(const RectF &r)
{
    return '[' + number(r.x0) + ' ' + number(r.y0) + ' ' + number(r.x1) + ' ' + number(r.y1) + ']';
}

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

QByteArray xrefTable(const std::vector<qsizetype> &offsets, const QByteArray &trailer)
{
    QByteArray out = "xref\n0 " + QByteArray::number(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets)
        out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    return out + "trailer\n<</Size " + QByteArray::number(offsets.size() + 1) + trailer + ">>\n";
}

/** Entries of one type byte and four offset bytes, not compressed (ISO 32000-2, 7.5.8). */
QByteArray xrefStream(std::vector<qsizetype> offsets, qsizetype own, const QByteArray &trailer)
{
    offsets.push_back(own);
    QByteArray data(5, '\0');
    for (const qsizetype offset : offsets) {
        data += '\1';
        for (int shift = 24; shift >= 0; shift -= 8)
            data += static_cast<char>((offset >> shift) & 0xff);
    }
    const QByteArray size = QByteArray::number(offsets.size() + 1);
    return QByteArray::number(offsets.size()) + " 0 obj\n<</Type/XRef/W[1 4 0]/Size " + size + "/Length " +
           QByteArray::number(data.size()) + trailer + ">>\nstream\n" + data + "\nendstream\nendobj\n";
}

} // namespace

PdfMaker::PdfMaker()
{
    m_objects.resize(2); // catalog and page tree are written last
    addObject("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
}

int PdfMaker::addObject(const QByteArray &body)
{
    m_objects.push_back(body);
    return static_cast<int>(m_objects.size());
}

int PdfMaker::addStream(const QByteArray &dictionaryEntries, const QByteArray &data)
{
    return addObject("<<" + dictionaryEntries + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data +
                     "\nendstream");
}

int PdfMaker::reserveObject()
{
    return addObject("null");
}

void PdfMaker::setObject(int number, const QByteArray &body)
{
    m_objects[static_cast<std::size_t>(number - 1)] = body;
}

int PdfMaker::addPage(const MadePage &page)
{
    const int content = addStream({}, page.content);
    QByteArray body = "<</Type/Page/Parent 2 0 R/MediaBox" + box(page.mediaBox);
    if (page.cropBox)
        body += "/CropBox" + box(*page.cropBox);
    if (page.rotate != 0)
        body += "/Rotate " + QByteArray::number(page.rotate);
    if (page.userUnit != 1)
        body += "/UserUnit " + number(page.userUnit);
    body +=
        "/Resources<</Font<</F1 3 0 R>>" + page.resources + ">>/Contents " + reference(content) + page.entries + ">>";
    m_pages.push_back(addObject(body));
    return m_pages.back();
}

QByteArray PdfMaker::textAt(double x, double y, double size, const QByteArray &text)
{
    return "BT /F1 " + number(size) + " Tf " + number(x) + ' ' + number(y) + " Td (" + text + ") Tj ET\n";
}

QByteArray PdfMaker::bytes(Xref xref) const
{
    std::vector<QByteArray> objects = m_objects;
    objects[0] = "<</Type/Catalog/Pages 2 0 R" + m_catalogEntries + ">>";
    QByteArray kids;
    for (const int page : m_pages)
        kids += reference(page) + ' ';
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(m_pages.size()) + "/Kids[" + kids + "]>>";

    QByteArray out = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
    std::vector<qsizetype> offsets;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        offsets.push_back(out.size());
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype start = out.size();
    const QByteArray trailer = "/Root 1 0 R" + m_trailerEntries;
    out += xref == Xref::Table ? xrefTable(offsets, trailer) : xrefStream(offsets, start, trailer);
    return out + "startxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

bool PdfMaker::save(const QString &path, Xref xref) const
{
    QFile file(path);
    const QByteArray data = bytes(xref);
    return file.open(QIODevice::WriteOnly) && file.write(data) == data.size();
}

} // namespace bidseal::test
