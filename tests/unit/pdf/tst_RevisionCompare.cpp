#include "core/pdf/SignatureScan.h"

#include "tests/support/PlainPdf.h"
#include "tests/support/SignedPdf.h"

#include <QTest>

#include <algorithm>

using namespace bidseal;
using test::PlainPdf;
using test::SignedPdf;

namespace {

bool isAllAllowed(const std::vector<RevisionChange> &changes)
{
    return std::ranges::all_of(changes, &RevisionChange::isAllowed);
}

bool hasCode(const std::vector<RevisionChange> &changes, const QString &code, bool isAllowed)
{
    return std::ranges::any_of(
        changes, [&](const RevisionChange &change) { return change.code == code && change.isAllowed == isAllowed; });
}

QString listed(const std::vector<RevisionChange> &changes)
{
    QStringList words;
    for (const RevisionChange &change : changes)
        words.append(change.code + (change.isAllowed ? QStringLiteral(" (allowed)") : QString()));
    return words.join(QStringLiteral(", "));
}

/** A dictionary with one more entry. */
QByteArray with(const QByteArray &dictionary, const QByteArray &entry)
{
    return dictionary.first(dictionary.lastIndexOf(">>")) + ' ' + entry + " >>";
}

} // namespace

class tst_RevisionCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingChanged();
    void identicalRewrite();
    void laterSignature();
    void metadataAndValidationData();
    void notAllowed_data();
    void notAllowed();
    void annotationNeedsLevelThree();
    void objectInTwoParts();
    void misledCrossReference();
};

void tst_RevisionCompare::nothingChanged()
{
    SignedPdf pdf;
    pdf.sign();
    const qint64 end = pdf.bytes().size();
    pdf.append({{pdf.freeNumber(), "<< /Unused true >>"}});
    const auto changes = compareRevisions(*pdf.open(), end, {});
    QVERIFY(changes);
    QVERIFY2(changes->empty(), qPrintable(listed(*changes)));
}

void tst_RevisionCompare::identicalRewrite()
{
    SignedPdf pdf;
    pdf.sign();
    const qint64 end = pdf.bytes().size();
    const int page = PlainPdf::pageObject(1);
    pdf.append({{page, pdf.object(page)}, {page + 1, pdf.object(page + 1)}, {3, pdf.object(3)}});
    const auto changes = compareRevisions(*pdf.open(), end, {});
    QVERIFY(changes);
    QVERIFY2(changes->empty(), qPrintable(listed(*changes)));
}

void tst_RevisionCompare::laterSignature()
{
    SignedPdf pdf;
    pdf.sign();
    const qint64 end = pdf.bytes().size();
    pdf.sign(test::PkiName::EnterpriseEc);
    const auto changes = compareRevisions(*pdf.open(), end, {});
    QVERIFY(changes);
    QVERIFY2(isAllAllowed(*changes) && hasCode(*changes, QStringLiteral("signature-added"), true),
             qPrintable(listed(*changes)));
    const auto certified = compareRevisions(*pdf.open(), end, 1);
    QVERIFY(certified);
    QVERIFY(hasCode(*certified, QStringLiteral("signature-added"), false));
}

void tst_RevisionCompare::metadataAndValidationData()
{
    SignedPdf pdf;
    pdf.sign();
    const qint64 end = pdf.bytes().size();
    const int info = pdf.freeNumber();
    pdf.append({{1, with(pdf.object(1), "/DSS << /Certs [] >> /Metadata " + QByteArray::number(info + 1) + " 0 R")},
                {info, "<< /ModDate (D:20261123) >>"},
                {info + 1, "<< /Type /Metadata /Length 1 >>\nstream\nx\nendstream"}},
               "/Info " + QByteArray::number(info) + " 0 R");
    const auto changes = compareRevisions(*pdf.open(), end, 1);
    QVERIFY(changes);
    QVERIFY2(isAllAllowed(*changes), qPrintable(listed(*changes)));
    QVERIFY(hasCode(*changes, QStringLiteral("dss-added"), true));
    QVERIFY(hasCode(*changes, QStringLiteral("metadata-changed"), true));
}

void tst_RevisionCompare::notAllowed_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("content of a page") << QStringLiteral("content") << QStringLiteral("page-content");
    QTest::newRow("font of a page") << QStringLiteral("font") << QStringLiteral("page-resources");
    QTest::newRow("box of a page") << QStringLiteral("box") << QStringLiteral("page-changed");
    QTest::newRow("page removed") << QStringLiteral("removed") << QStringLiteral("page-removed");
    QTest::newRow("pages exchanged") << QStringLiteral("exchanged") << QStringLiteral("page-order");
    QTest::newRow("action of the catalog") << QStringLiteral("catalog") << QStringLiteral("catalog-changed");
    QTest::newRow("text field") << QStringLiteral("field") << QStringLiteral("field-added");
}

void tst_RevisionCompare::notAllowed()
{
    QFETCH(QString, what);
    QFETCH(QString, code);
    SignedPdf pdf;
    pdf.sign();
    const qint64 end = pdf.bytes().size();
    const int page = PlainPdf::pageObject(1);
    const QByteArray first = QByteArray::number(PlainPdf::pageObject(0)) + " 0 R ";
    const QByteArray second = QByteArray::number(page) + " 0 R ";
    const int fresh = pdf.freeNumber();
    if (what == QLatin1String("content"))
        pdf.append({{page + 1, "<< /Length 3 >>\nstream\nq Q\nendstream"}});
    else if (what == QLatin1String("font"))
        pdf.append({{3, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"}});
    else if (what == QLatin1String("box"))
        pdf.append({{page, with(pdf.object(page), "/Rotate 90")}});
    else if (what == QLatin1String("removed"))
        pdf.append({{2, "<< /Type /Pages /Count 1 /Kids [" + first + "] >>"}});
    else if (what == QLatin1String("exchanged"))
        pdf.append({{2, "<< /Type /Pages /Count 2 /Kids [" + second + first + "] >>"}});
    else if (what == QLatin1String("catalog"))
        pdf.append({{1, with(pdf.object(1), "/OpenAction << /S /Named /N /NextPage >>")}});
    else
        pdf.append({{page, with(pdf.object(page), "/Annots [" + QByteArray::number(fresh) + " 0 R]")},
                    {fresh, "<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [0 0 9 9] >>"}});
    const auto changes = compareRevisions(*pdf.open(), end, {});
    QVERIFY(changes);
    QVERIFY2(hasCode(*changes, code, false), qPrintable(listed(*changes)));
}

void tst_RevisionCompare::annotationNeedsLevelThree()
{
    SignedPdf pdf;
    pdf.sign();
    const qint64 end = pdf.bytes().size();
    const int page = PlainPdf::pageObject(1);
    const int fresh = pdf.freeNumber();
    pdf.append({{page, with(pdf.object(page), "/Annots [" + QByteArray::number(fresh) + " 0 R]")},
                {fresh, "<< /Type /Annot /Subtype /Square /Rect [0 0 99 99] >>"}});
    const auto document = pdf.open();
    for (const auto &[level, isAllowed] :
         {std::pair<std::optional<int>, bool>{std::nullopt, false}, {2, false}, {3, true}}) {
        const auto changes = compareRevisions(*document, end, level);
        QVERIFY(changes);
        QVERIFY2(hasCode(*changes, QStringLiteral("annotation-added"), isAllowed), qPrintable(listed(*changes)));
    }
}

void tst_RevisionCompare::objectInTwoParts()
{
    // The font of the pages is listed as an annotation as well: what may happen to annotations must not happen to it.
    PlainPdf plain;
    plain.pages.assign(2, {});
    plain.pages[1].entries = "/Annots [3 0 R]";
    SignedPdf pdf;
    pdf.setBytes(plain.bytes());
    pdf.sign();
    const qint64 end = pdf.bytes().size();
    pdf.append({{3, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"}});
    const auto changes = compareRevisions(*pdf.open(), end, 3);
    QVERIFY(changes);
    QVERIFY2(hasCode(*changes, QStringLiteral("page-resources"), false), qPrintable(listed(*changes)));
}

void tst_RevisionCompare::misledCrossReference()
{
    SignedPdf pdf;
    pdf.sign();
    const qint64 end = pdf.bytes().size();
    const int content = PlainPdf::pageObject(1) + 1;
    pdf.append({{content, pdf.object(content)}});
    // The later entry of the page's content leads to an object with another number.
    QByteArray bytes = pdf.bytes();
    const qsizetype head = bytes.lastIndexOf('\n' + QByteArray::number(content) + " 0 obj");
    bytes[head + 1] = '3';
    pdf.setBytes(bytes);
    const auto changes = compareRevisions(*pdf.open(), end, {});
    QVERIFY(changes);
    QVERIFY2(hasCode(*changes, QStringLiteral("structure-broken"), false), qPrintable(listed(*changes)));
}

QTEST_GUILESS_MAIN(tst_RevisionCompare)
#include "tst_RevisionCompare.moc"
