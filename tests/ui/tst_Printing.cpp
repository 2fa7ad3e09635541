#include "tests/ui/SmallBid.h"
#include "ui/document/PrintController.h"
#include "ui/document/PrintJob.h"
#include "ui/document/RenderPool.h"

#include <QFile>
#include <QPageRanges>
#include <QSignalSpy>

using namespace bidseal;

namespace {

constexpr SizeF a4{595, 842};

/** Box of what is black, in points from the upper left corner. */
QRectF blackBox(const PdfDocument &document, int page, double scale)
{
    const auto raster = document.render({page, scale, 0, {}, true, std::chrono::seconds(20)});
    if (!raster) {
        return {};
    }
    const QImage image = toImage(*raster);
    QRect box;
    // Rows with many black pixels belong to the square; text has few.
    for (int y = 0; y < image.height(); ++y) {
        int first = -1;
        int last = -1;
        int count = 0;
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).lightness() < 60) {
                first = first < 0 ? x : first;
                last = x;
                ++count;
            }
        }
        if (count > 45 * scale && count > (last - first) * 0.95) {
            box = box.united(QRect(first, y, last - first + 1, 1));
        }
    }
    return {box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale};
}

} // namespace

class tst_Printing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sheets_data();
    void sheets();
    void chosenPages();
    void printsInTrueSize();
    void cancels();
    void tellsWhenTheOutputCannotBeWritten();

private:
    [[nodiscard]] std::unique_ptr<QPrinter> printer(const QString &path) const
    {
        auto made = std::make_unique<QPrinter>(QPrinter::HighResolution);
        made->setOutputFormat(QPrinter::PdfFormat);
        made->setOutputFileName(path);
        made->setPageSize(QPageSize(QPageSize::A4));
        return made;
    }

    test::SmallBid m_bid;
};

void tst_Printing::sheets_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("height");
    QTest::addColumn<int>("rotation");
    QTest::addColumn<double>("shrink");
    QTest::newRow("same") << 595.28 << 841.89 << 0 << 1.0;
    QTest::newRow("across") << 842.0 << 595.0 << 90 << 1.0;
    QTest::newRow("smaller stays") << 420.0 << 595.0 << 0 << 1.0;
    QTest::newRow("a3 is halved") << 1190.0 << 1684.0 << 0 << 0.5;
    QTest::newRow("a3 across") << 1684.0 << 1190.0 << 90 << 0.5;
}

void tst_Printing::sheets()
{
    QFETCH(double, width);
    QFETCH(double, height);
    QFETCH(int, rotation);
    QFETCH(double, shrink);
    const auto sheet = PrintJob::sheetFor({width, height}, a4);
    QCOMPARE(sheet.rotation, rotation);
    QVERIFY(qAbs(sheet.shrink - shrink) < 0.001);
    const double shownWidth = (rotation == 90 ? height : width) * sheet.shrink;
    QVERIFY(qAbs(sheet.origin.x * 2 + shownWidth - a4.width) < 0.01);
}

void tst_Printing::chosenPages()
{
    const auto device = printer(m_bid.filePath(QStringLiteral("unused.pdf")));
    QCOMPARE(PrintController::chosenPages(*device, 3, 1), (std::vector<int>{0, 1, 2}));
    device->setPrintRange(QPrinter::CurrentPage);
    QCOMPARE(PrintController::chosenPages(*device, 3, 1), std::vector<int>{1});
    device->setPrintRange(QPrinter::PageRange);
    device->setFromTo(2, 9);
    QCOMPARE(PrintController::chosenPages(*device, 3, 1), (std::vector<int>{1, 2}));
    device->setPageOrder(QPrinter::LastPageFirst);
    QCOMPARE(PrintController::chosenPages(*device, 3, 1), (std::vector<int>{2, 1}));
}

void tst_Printing::printsInTrueSize()
{
    const QString path = m_bid.filePath(QStringLiteral("printed.pdf"));
    const auto document = m_bid.open();
    PrintJob job(document, printer(path), {0, 4}, 1);
    QSignalSpy progress(&job, &PrintJob::progress);
    QSignalSpy finished(&job, &PrintJob::finished);
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    const auto result = finished.first().first().value<Result<PrintSummary>>();
    QVERIFY(result.has_value());
    QCOMPARE(*result, (PrintSummary{2, 1, 0})); // the second page is A3 across on A4 paper
    QCOMPARE(progress.count(), 2);

    const auto printed = PdfDocument::open(path);
    QVERIFY(printed.has_value());
    QCOMPARE((*printed)->pageCount(), 2);
    const QRectF original = blackBox(*document, 0, 2);
    const QRectF copy = blackBox(**printed, 0, 2);
    QVERIFY(qAbs(original.width() - 100) < 1);
    QVERIFY(qAbs(copy.width() - original.width()) < 1);
    QVERIFY(qAbs(copy.height() - original.height()) < 1);
    QVERIFY(qAbs(copy.x() - original.x()) < 1.5);
    QVERIFY(qAbs(copy.y() - original.y()) < 1.5);
}

void tst_Printing::cancels()
{
    PrintJob job(m_bid.open(), printer(m_bid.filePath(QStringLiteral("cancelled.pdf"))), std::vector<int>(500, 0), 1);
    QSignalSpy finished(&job, &PrintJob::finished);
    QSignalSpy progress(&job, &PrintJob::progress);
    job.start();
    QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty(), 30'000);
    job.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    const auto result = finished.first().first().value<Result<PrintSummary>>();
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void tst_Printing::tellsWhenTheOutputCannotBeWritten()
{
    PrintJob job(m_bid.open(), printer(m_bid.filePath(QStringLiteral("no/such/folder/a.pdf"))), {0}, 1);
    QSignalSpy finished(&job, &PrintJob::finished);
    job.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    const auto result = finished.first().first().value<Result<PrintSummary>>();
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::OutputUnwritable);
}

QTEST_MAIN(tst_Printing)
#include "tst_Printing.moc"
