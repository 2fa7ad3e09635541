#include "tests/support/PlainPdf.h"

namespace bidseal::test {

namespace {

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 10) + ' ';
}

QByteArray box(const RectF &r)
{
    return "[" + number(r.x0) + number(r.y0) + number(r.x1) + number(r.y1) + "]";
}

QByteArray stream(const QByteArray &data)
{
    return "<< /Length " + QByteArray::number(data.size()) + " >>\nstream\n" + data + "\nendstream";
}

QByteArray pageBody(const PlainPage &page, int contents)
{
    QByteArray body = "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents " +
                      QByteArray::number(contents) + " 0 R /MediaBox " + box(page.mediaBox);
    if (page.cropBox)
        body += " /CropBox " + box(*page.cropBox);
    if (page.rotate != 0)
        body += " /Rotate " + QByteArray::number(page.rotate);
    if (page.userUnit != 1)
        body += " /UserUnit " + number(page.userUnit);
    return body + ' ' + page.entries + " >>";
}

QByteArray pageContent(const PlainPage &page, std::size_t index)
{
    const RectF &r = page.mediaBox;
    QByteArray content = "0.1 0.2 0.6 RG 3 w " + number(r.x0 + 20) + number(r.y0 + 20) + number(r.width() - 40) +
                         number(r.height() - 40) + "re S\n";
    for (int line = 0; line < 12; ++line) {
        content += "BT /F1 14 Tf " + number(r.x0 + 40) + number(r.y1 - 60 - 30 * line) + "Td (Page " +
                   QByteArray::number(qlonglong(index) + 1) + ", line " + QByteArray::number(line) +
                   " of a tender) Tj ET\n";
    }
    return content;
}

} // namespace

QByteArray PlainPdf::bytes() const
{
    QByteArray kids;
    QByteArrayList bodies;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const int object = pageObject(static_cast<int>(i));
        kids += QByteArray::number(object) + " 0 R ";
        bodies << pageBody(pages[i], object + 1) << stream(pageContent(pages[i], i));
    }
    bodies = QByteArrayList{"<< /Type /Catalog /Pages 2 0 R " + catalogEntries + " >>",
                            "<< /Type /Pages /Count " + QByteArray::number(qlonglong(pages.size())) + " /Kids [" +
                                kids + "] >>",
                            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"} +
             bodies + objects;

    QByteArray file("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    QByteArray table("0000000000 65535 f \n");
    for (qsizetype i = 0; i < bodies.size(); ++i) {
        table += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + bodies.at(i) + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(file.size());
    const QByteArray size = QByteArray::number(bodies.size() + 1);
    return file + "xref\n0 " + size + '\n' + table + "trailer\n<< /Size " + size +
           " /Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] >>\nstartxref\n" +
           start + "\n%%EOF\n";
}

} // namespace bidseal::test
