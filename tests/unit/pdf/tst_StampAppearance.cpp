#include "core/pdf/StampAppearance.h"

#include "tests/support/SampleSeals.h"

#include <QImage>
#include <QTest>

#include <thread>

using namespace bidseal;

namespace {

QImage imageOf(const Raster &raster)
{
    return QImage(raster.pixels.get(), raster.width, raster.height, raster.stride, QImage::Format_ARGB32_Premultiplied)
        .convertToFormat(QImage::Format_ARGB32);
}

DateStamp dateStamp(DateFormat format = DateFormat::ChineseNumeric)
{
    return {QDate(2026, 11, 23), format, 6};
}

QRect inkOf(const QImage &image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 32)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

} // namespace

class tst_StampAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dateHasItsHeightAndTheWidthOfItsText();
    void dateIsRedInkInsideItsBox_data();
    void dateIsRedInkInsideItsBox();
    void dateNeedsNoFont();
    void dateWithoutDateIsRefused();
    void sealIsItsPicture();
    void sealKeepsItsSize();
    void unusableSealsAreRefused();
    void impossibleSizesAreRefused();
    void drawsOnManyThreads();
};

void tst_StampAppearance::dateHasItsHeightAndTheWidthOfItsText()
{
    const auto numeric = stampSizeMm(dateStamp());
    QVERIFY(numeric);
    QCOMPARE(numeric->height, 6.0);
    // Eight digits of about half an em and three characters of one em.
    QVERIFY2(numeric->width > 36 && numeric->width < 48, qPrintable(QString::number(numeric->width)));
    const auto words = stampSizeMm(dateStamp(DateFormat::ChineseWords));
    QVERIFY(words);
    QVERIFY(qAbs(words->width - 12 * 6.0) < 0.1); // 二〇二六年十一月二十三日
    const auto appearance = stampAppearance(dateStamp());
    QVERIFY(appearance);
    QVERIFY(qAbs(appearance->sizePoints.width - mmToPoints(numeric->width)) < 1e-6);
    QVERIFY(qAbs(appearance->sizePoints.height - mmToPoints(6)) < 1e-6);
}

void tst_StampAppearance::dateIsRedInkInsideItsBox_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("numeric") << int(DateFormat::ChineseNumeric);
    QTest::newRow("words") << int(DateFormat::ChineseWords);
    QTest::newRow("dashes") << int(DateFormat::Dashes);
    QTest::newRow("dots") << int(DateFormat::Dots);
}

void tst_StampAppearance::dateIsRedInkInsideItsBox()
{
    QFETCH(int, format);
    const auto appearance = stampAppearance(dateStamp(DateFormat(format)));
    QVERIFY(appearance);
    const int height = 120;
    const int width = qRound(height * appearance->sizePoints.width / appearance->sizePoints.height);
    const auto raster = renderAppearance(*appearance, width, height);
    QVERIFY(raster);
    const QImage image = imageOf(*raster);

    const QRect ink = inkOf(image);
    QVERIFY2(ink.left() >= 1 && ink.right() < width - 1 && ink.top() >= 1 && ink.bottom() < height - 1,
             "the glyphs are cut off");
    QVERIFY(ink.width() > width * 85 / 100);
    QVERIFY(ink.height() > height / 2);
    int covered = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qAlpha(pixel) < 250)
                continue;
            ++covered;
            QVERIFY(qAbs(qRed(pixel) - 0xC8) <= 2 && qAbs(qGreen(pixel) - 0x16) <= 2 && qAbs(qBlue(pixel) - 0x1D) <= 2);
        }
    }
    QVERIFY2(covered > width * height / 30 && covered < width * height / 2, qPrintable(QString::number(covered)));
}

void tst_StampAppearance::dateNeedsNoFont()
{
    const auto appearance = stampAppearance(dateStamp());
    QVERIFY(appearance);
    QVERIFY(appearance->imagePng.isEmpty());
    QVERIFY(!appearance->content.contains("Tf"));
    QVERIFY(appearance->content.contains(" c\n"));
    QCOMPARE(appearance->content.count("q\n"), appearance->content.count("Q\n"));
}

void tst_StampAppearance::dateWithoutDateIsRefused()
{
    QCOMPARE(stampAppearance(DateStamp{}).error().code, ErrorCode::InvalidArgument);
    DateStamp flat = dateStamp();
    flat.heightMm = 0;
    QCOMPARE(stampAppearance(flat).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(stampSizeMm(flat).error().code, ErrorCode::InvalidArgument);
}

void tst_StampAppearance::sealIsItsPicture()
{
    const Seal seal = test::sampleCompanySeal();
    const QImage picture = QImage::fromData(seal.png).convertToFormat(QImage::Format_ARGB32);
    const auto appearance = stampAppearance(seal);
    QVERIFY(appearance);
    const auto raster = renderAppearance(*appearance, picture.width(), picture.height());
    QVERIFY(raster);
    const QImage drawn = imageOf(*raster);
    qint64 difference = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            difference += qAbs(qAlpha(picture.pixel(x, y)) - qAlpha(drawn.pixel(x, y)));
    }
    const double mean = double(difference) / (picture.width() * picture.height());
    QVERIFY2(mean < 2, qPrintable(QString::number(mean)));
    QCOMPARE(qAlpha(drawn.pixel(0, 0)), 0);
    QCOMPARE(qAlpha(drawn.pixel(250, 250)), 255); // the star
    QVERIFY(qAbs(qRed(drawn.pixel(250, 250)) - 200) <= 2);
}

void tst_StampAppearance::sealKeepsItsSize()
{
    const Seal seal = test::sampleLegalRepresentativeSeal();
    const auto size = stampSizeMm(seal);
    QVERIFY(size);
    QCOMPARE(*size, seal.sizeMm);
    const auto appearance = stampAppearance(seal);
    QVERIFY(appearance);
    QVERIFY(qAbs(pointsToMm(appearance->sizePoints.width) - 18) < 1e-6);
}

void tst_StampAppearance::unusableSealsAreRefused()
{
    Seal seal = test::sampleCompanySeal();
    seal.sizeMm = {0, 42};
    QCOMPARE(stampAppearance(seal).error().code, ErrorCode::InvalidArgument);
    seal = test::sampleCompanySeal();
    seal.png.clear();
    QCOMPARE(stampAppearance(seal).error().code, ErrorCode::SealImageUnusable);
    seal.png = "no picture";
    const auto appearance = stampAppearance(seal);
    QVERIFY(appearance);
    QCOMPARE(renderAppearance(*appearance, 10, 10).error().code, ErrorCode::SealImageUnusable);
}

void tst_StampAppearance::impossibleSizesAreRefused()
{
    const auto appearance = stampAppearance(dateStamp());
    QVERIFY(appearance);
    QCOMPARE(renderAppearance(*appearance, 0, 10).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(renderAppearance(*appearance, 10, 1'000'000).error().code, ErrorCode::InvalidArgument);
}

void tst_StampAppearance::drawsOnManyThreads()
{
    const auto appearance = stampAppearance(test::sampleContractSeal());
    QVERIFY(appearance);
    const auto expected = renderAppearance(*appearance, 100, 100);
    QVERIFY(expected);
    std::array<Result<Raster>, 4> drawn;
    std::array<Result<StampAppearance>, 4> dates;
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            threads.emplace_back([&, i] {
                dates[i] = stampAppearance(dateStamp(DateFormat(i)));
                drawn[i] = renderAppearance(*appearance, 100, 100);
            });
        }
    }
    for (const auto &raster : drawn) {
        QVERIFY(raster);
        QCOMPARE(imageOf(*raster), imageOf(*expected));
    }
    for (const auto &date : dates)
        QVERIFY(date && !date->content.isEmpty());
}

QTEST_GUILESS_MAIN(tst_StampAppearance)
#include "tst_StampAppearance.moc"
