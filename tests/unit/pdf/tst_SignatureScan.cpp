#include "core/pdf/SignatureScan.h"

#include "core/pdf/RawSignature.h"
#include "core/pdf/RevisionChain.h"
#include "tests/support/SignedPdf.h"

#include <QTest>

#include <array>
#include <limits>

using namespace bidseal;
using test::SignedPdf;

namespace {

/** Replaces the four numbers of the last /ByteRange by others, padded to the same length. */
QByteArray withByteRange(QByteArray bytes, const QByteArray &numbers)
{
    const qsizetype key = bytes.lastIndexOf("/ByteRange");
    const qsizetype open = bytes.indexOf('[', key);
    const qsizetype close = bytes.indexOf(']', open);
    const QByteArray padded = numbers.leftJustified(std::max(close - open - 1, numbers.size()), ' ');
    return bytes.replace(open + 1, close - open - 1, padded);
}

QByteArrayList byteRangeOf(const QByteArray &bytes)
{
    const qsizetype open = bytes.indexOf('[', bytes.lastIndexOf("/ByteRange"));
    return bytes.sliced(open + 1, bytes.indexOf(']', open) - open - 1).simplified().split(' ');
}

RawSignature raw(const QByteArray &dictionary)
{
    return readRawSignature(QByteArray("7 0 obj\n" + dictionary + "\nendobj\n"), 0);
}

} // namespace

class tst_SignatureScan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rawDefects_data();
    void rawDefects();
    void rawGoodOne();
    void incompleteBytesAskForMore();
    void gapRules_data();
    void gapRules();
    void unsignedFile();
    void twoSealsAreOneSignature();
    void laterSignatureKeepsBoth();
    void manipulated_data();
    void manipulated();
    void extraBytesInTheGap();
    void removedFormIsNoticed();
    void revisionEnds();
};

void tst_SignatureScan::rawDefects_data()
{
    QTest::addColumn<QByteArray>("dictionary");
    QTest::addColumn<QString>("code");
    const QByteArray contents = " /Contents <3003020101>";
    const auto row = [](const char *name, const QByteArray &dictionary, const char *code) {
        QTest::newRow(name) << dictionary << QString::fromLatin1(code);
    };
    row("no range", "<< /Type /Sig" + contents + " >>", "byte-range-missing");
    row("null range", "<< /ByteRange null" + contents + " >>", "byte-range-not-four-integers");
    row("three numbers", "<< /ByteRange [0 1 2]" + contents + " >>", "byte-range-not-four-integers");
    row("five numbers", "<< /ByteRange [0 1 2 3 4]" + contents + " >>", "byte-range-not-four-integers");
    row("real number", "<< /ByteRange [0 1 2 3.0]" + contents + " >>", "byte-range-not-four-integers");
    row("reference", "<< /ByteRange 8 0 R" + contents + " >>", "byte-range-not-four-integers");
    row("beyond 64 bits", "<< /ByteRange [0 1 2 99999999999999999999]" + contents + " >>",
        "byte-range-not-four-integers");
    row("no contents", "<< /ByteRange [0 1 2 3] >>", "contents-missing");
    row("null contents", "<< /ByteRange [0 1 2 3] /Contents null >>", "contents-not-hex");
    row("literal contents", "<< /ByteRange [0 1 2 3] /Contents (abc) >>", "contents-not-hex");
    row("blank in contents", "<< /ByteRange [0 1 2 3] /Contents <30 03> >>", "contents-not-hex");
    row("odd contents", "<< /ByteRange [0 1 2 3] /Contents <300> >>", "contents-not-hex");
    row("empty contents", "<< /ByteRange [0 1 2 3] /Contents <> >>", "contents-empty");
    row("zero contents", "<< /ByteRange [0 1 2 3] /Contents <000000> >>", "contents-empty");
    row("two contents", "<< /ByteRange [0 1 2 3] /Contents <3001>" + contents + " >>", "duplicate-key");
    row("two ranges", "<< /ByteRange [0 1 2 3] /ByteRange [0 1 2 4]" + contents + " >>", "duplicate-key");
    row("disguised key", "<< /ByteRange [0 1 2 3] /Byte#52ange [0 1 2 4]" + contents + " >>", "duplicate-key");
    row("array", "[ 1 2 ]", "signature-not-a-dictionary");
    row("garbage value", "<< /ByteRange [0 1 2 3] /M ) >>", "signature-dictionary-broken");
}

void tst_SignatureScan::rawDefects()
{
    QFETCH(QByteArray, dictionary);
    QFETCH(QString, code);
    const RawSignature signature = raw(dictionary);
    QVERIFY2(signature.defects.contains(code), qPrintable(signature.defects.join(u' ')));
}

void tst_SignatureScan::rawGoodOne()
{
    const RawSignature signature =
        raw("<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [ 0 10 20 30 ] /Contents "
            "<30AbfF> /Reference [ << /TransformMethod /DocMDP /Contents <00> >> ] /Reason (a\\)b) >>");
    QCOMPARE(signature.defects, QStringList());
    QVERIFY(signature.hasByteRange);
    QCOMPARE(signature.byteRange, (std::array<qint64, 4>{0, 10, 20, 30}));
    QCOMPARE(signature.contents, QByteArray("\x30\xab\xff"));
    QCOMPARE(signature.contentsEnd - signature.contentsBegin, 8);
    QCOMPARE(signature.subFilter, QByteArray("ETSI.CAdES.detached"));
}

void tst_SignatureScan::incompleteBytesAskForMore()
{
    const QByteArray whole = "7 0 obj\n<< /ByteRange [0 1 2 3] /Contents <3003020101> /M (x) >>";
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY2(!readRawSignature(whole.first(length), 0).isComplete || length >= whole.size() - 1,
                 qPrintable(QString::number(length)));
    QVERIFY(readRawSignature(whole, 0).isComplete);
}

void tst_SignatureScan::gapRules_data()
{
    QTest::addColumn<QList<qint64>>("range");
    QTest::addColumn<QString>("code");
    // The signature's /Contents is at [100, 200) of a file of 300 bytes.
    QTest::newRow("good") << QList<qint64>{0, 100, 200, 100} << QString();
    QTest::newRow("negative") << QList<qint64>{0, 100, 200, -1} << QStringLiteral("byte-range-negative");
    QTest::newRow("late start") << QList<qint64>{1, 99, 200, 100} << QStringLiteral("byte-range-not-from-start");
    QTest::newRow("past the end") << QList<qint64>{0, 100, 200, 101} << QStringLiteral("byte-range-outside-file");
    QTest::newRow("overflow") << QList<qint64>{0, 100, 200, std::numeric_limits<qint64>::max()}
                              << QStringLiteral("byte-range-outside-file");
    QTest::newRow("overlap") << QList<qint64>{0, 150, 140, 100} << QStringLiteral("byte-range-overlap");
    QTest::newRow("empty tail") << QList<qint64>{0, 100, 200, 0} << QStringLiteral("byte-range-overlap");
    QTest::newRow("gap begins early") << QList<qint64>{0, 99, 200, 100} << QStringLiteral("byte-range-gap");
    QTest::newRow("gap ends late") << QList<qint64>{0, 100, 201, 99} << QStringLiteral("byte-range-gap");
    QTest::newRow("gap elsewhere") << QList<qint64>{0, 10, 110, 190} << QStringLiteral("byte-range-gap");
}

void tst_SignatureScan::gapRules()
{
    QFETCH(QList<qint64>, range);
    QFETCH(QString, code);
    RawSignature signature;
    std::copy(range.begin(), range.end(), signature.byteRange.begin());
    signature.hasByteRange = true;
    signature.contentsBegin = 100;
    signature.contentsEnd = 200;
    const QStringList defects = byteRangeDefects(signature, 300);
    if (code.isEmpty())
        QCOMPARE(defects, QStringList());
    else
        QVERIFY2(defects.contains(code), qPrintable(defects.join(u' ')));
}

void tst_SignatureScan::unsignedFile()
{
    SignedPdf pdf;
    const auto scan = scanSignatures(*pdf.open());
    QVERIFY(scan);
    QVERIFY(scan->signatures.empty());
    QCOMPARE(scan->emptySignatureFields, 0);
    QCOMPARE(scan->revisionEnds.size(), std::size_t(1));
}

void tst_SignatureScan::twoSealsAreOneSignature()
{
    SignedPdf pdf;
    pdf.sign();
    const auto scan = scanSignatures(*pdf.open());
    QVERIFY(scan);
    QCOMPARE(scan->signatures.size(), std::size_t(1));
    const ScannedSignature &signature = scan->signatures.front();
    QCOMPARE(signature.defects, QStringList());
    QCOMPARE(signature.fields.size(), 2);
    QCOMPARE(signature.widgets.size(), std::size_t(2));
    QCOMPARE(signature.widgets.front().page, 0);
    QVERIFY(signature.coversWholeFile);
    QVERIFY(signature.endsAtRevision);
    QCOMPARE(signature.revision, 2);
}

void tst_SignatureScan::laterSignatureKeepsBoth()
{
    SignedPdf pdf;
    pdf.sign();
    const qint64 firstEnd = pdf.bytes().size();
    pdf.sign(test::PkiName::EnterpriseEc);
    const auto scan = scanSignatures(*pdf.open());
    QVERIFY(scan);
    QCOMPARE(scan->signatures.size(), std::size_t(2));
    QCOMPARE(scan->signatures[0].defects, QStringList());
    QCOMPARE(scan->signatures[0].byteRange[2] + scan->signatures[0].byteRange[3], firstEnd);
    QVERIFY(!scan->signatures[0].coversWholeFile);
    QVERIFY(scan->signatures[0].endsAtRevision);
    QVERIFY(scan->signatures[1].coversWholeFile);
}

void tst_SignatureScan::manipulated_data()
{
    QTest::addColumn<int>("shift0");
    QTest::addColumn<int>("shift1");
    QTest::addColumn<int>("shift2");
    QTest::addColumn<int>("shift3");
    QTest::newRow("start") << 1 << 0 << 0 << 0;
    QTest::newRow("first part short") << 0 << -1 << 0 << 0;
    QTest::newRow("first part long") << 0 << 1 << 0 << 0;
    QTest::newRow("second part late") << 0 << 0 << 1 << -1;
    QTest::newRow("second part early") << 0 << 0 << -1 << 1;
    QTest::newRow("end before the revision's end") << 0 << 0 << 0 << -20;
    QTest::newRow("end behind the file") << 0 << 0 << 0 << 1;
}

void tst_SignatureScan::manipulated()
{
    SignedPdf pdf;
    pdf.sign();
    QByteArrayList numbers = byteRangeOf(pdf.bytes());
    QCOMPARE(numbers.size(), 4);
    QFETCH(int, shift0);
    QFETCH(int, shift1);
    QFETCH(int, shift2);
    QFETCH(int, shift3);
    const std::array shifts{shift0, shift1, shift2, shift3};
    for (qsizetype i = 0; i < 4; ++i)
        numbers[i] = QByteArray::number(numbers[i].toLongLong() + shifts[static_cast<std::size_t>(i)]);
    pdf.setBytes(withByteRange(pdf.bytes(), numbers.join(' ')));
    const auto scan = scanSignatures(*pdf.open());
    QVERIFY(scan);
    QCOMPARE(scan->signatures.size(), std::size_t(1));
    QVERIFY(!scan->signatures.front().defects.isEmpty());
}

void tst_SignatureScan::extraBytesInTheGap()
{
    SignedPdf pdf;
    pdf.sign();
    const QByteArrayList numbers = byteRangeOf(pdf.bytes());
    // One blank between the string and the signed rest: hidden in the gap, though nothing of it is signed.
    QByteArray bytes = pdf.bytes();
    bytes.insert(numbers[2].toLongLong(), ' ');
    pdf.setBytes(withByteRange(bytes, numbers[0] + ' ' + numbers[1] + ' ' +
                                          QByteArray::number(numbers[2].toLongLong() + 1) + ' ' + numbers[3]));
    const auto scan = scanSignatures(*pdf.open());
    QVERIFY(scan);
    QCOMPARE(scan->signatures.size(), std::size_t(1));
    QVERIFY(scan->signatures.front().defects.contains(QStringLiteral("byte-range-gap")));
}

void tst_SignatureScan::removedFormIsNoticed()
{
    SignedPdf pdf;
    pdf.sign();
    pdf.append({{1, "<< /Type /Catalog /Pages 2 0 R >>"},
                {4, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [0 0 595 842] >>"}});
    const auto scan = scanSignatures(*pdf.open());
    QVERIFY(scan);
    QCOMPARE(scan->signatures.size(), std::size_t(1));
    QVERIFY(scan->signatures.front().isRemovedNow);
}

void tst_SignatureScan::revisionEnds()
{
    SignedPdf pdf;
    const qint64 first = pdf.bytes().size();
    pdf.append({{pdf.freeNumber(), "<< /A 1 >>"}});
    auto file = RawFile::open(pdf.save());
    QVERIFY(file);
    const RevisionChain chain = readRevisionChain(**file);
    QVERIFY(chain.isComplete);
    QCOMPARE(chain.ends.size(), std::size_t(2));
    QVERIFY(chain.isRevisionEnd(first, **file));
    QVERIFY(chain.isRevisionEnd(pdf.bytes().size(), **file));
    QVERIFY(!chain.isRevisionEnd(first - 3, **file));
    QVERIFY(!chain.isRevisionEnd(first + 3, **file));
    QCOMPARE(chain.revisionOf(first), 1);
    QCOMPARE(chain.revisionOf(pdf.bytes().size()), 2);
}

QTEST_GUILESS_MAIN(tst_SignatureScan)
#include "tst_SignatureScan.moc"
