#include "core/pdf/SealPicture.h"

#include "core/model/Raster.h"
#include "tests/support/SampleSeals.h"

#include <QBuffer>
#include <QImage>
#include <QTest>
#include <QtEndian>

using namespace bidseal;

namespace {

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, 95);
    return bytes;
}

QImage decoded(const SealPicture &picture)
{
    return QImage::fromData(picture.png).convertToFormat(QImage::Format_ARGB32);
}

QImage onWhite(const QImage &image)
{
    QImage paper(image.size(), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb p = image.pixel(x, y);
            const auto mix = [&](int channel) { return (channel * qAlpha(p) + 255 * (255 - qAlpha(p))) / 255; };
            paper.setPixel(x, y, qRgb(mix(qRed(p)), mix(qGreen(p)), mix(qBlue(p))));
        }
    }
    return paper;
}

/** A red disc on white paper with a margin, as a scanner gives it. */
QImage scannedDisc()
{
    QImage seal(120, 100, QImage::Format_RGB32);
    seal.fill(Qt::white);
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 120; ++x) {
            if (std::hypot(x - 60, y - 50) < 30)
                seal.setPixel(x, y, qRgb(200, 22, 29));
        }
    }
    return seal;
}

/** A JPEG with an EXIF orientation: the marker goes right behind the start of the image. */
QByteArray withOrientation(QByteArray jpeg, char orientation)
{
    QByteArray exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    exif += orientation;
    exif += QByteArray("\0\0\0\0\0\0", 6);
    QByteArray length(2, 0);
    qToBigEndian<quint16>(quint16(exif.size() + 2), length.data());
    return jpeg.insert(2, QByteArray("\xff\xe1") + length + exif);
}

} // namespace

class tst_SealPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTransparency();
    void turnsWhiteTransparent_data();
    void turnsWhiteTransparent();
    void leavesWhiteWhenAskedTo();
    void keepsSmoothEdges();
    void turnsPhotosUpright();
    void refusesWhatIsNoPicture_data();
    void refusesWhatIsNoPicture();
    void encodesRasters();
};

void tst_SealPicture::keepsTransparency()
{
    const QByteArray png = test::sampleCompanySeal().png;
    const auto picture = importSealPicture(png, {true, false});
    QVERIFY(picture);
    const QImage before = QImage::fromData(png).convertToFormat(QImage::Format_ARGB32);
    const QImage after = decoded(*picture);
    QCOMPARE(QSize(picture->width, picture->height), before.size());
    QCOMPARE(after.size(), before.size());
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x)
            QCOMPARE(qAlpha(after.pixel(x, y)), qAlpha(before.pixel(x, y)));
    }
}

void tst_SealPicture::turnsWhiteTransparent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("PNG") << encoded(scannedDisc(), "PNG");
    QTest::newRow("JPEG") << encoded(scannedDisc(), "JPEG");
    QTest::newRow("PNG, opaque alpha") << encoded(scannedDisc().convertToFormat(QImage::Format_ARGB32), "PNG");
}

void tst_SealPicture::turnsWhiteTransparent()
{
    QFETCH(QByteArray, bytes);
    const auto picture = importSealPicture(bytes);
    QVERIFY(picture);
    QVERIFY2(qAbs(picture->width - 60) <= 4 && qAbs(picture->height - 60) <= 4, "the margins are cut off");
    const QImage image = decoded(*picture);
    QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
    const QRgb middle = onWhite(image).pixel(image.width() / 2, image.height() / 2);
    QVERIFY(qAlpha(image.pixel(image.width() / 2, image.height() / 2)) > 220);
    QVERIFY2(qAbs(qRed(middle) - 217) < 12 && qGreen(middle) < 40, qPrintable(QString::number(middle, 16)));
}

void tst_SealPicture::leavesWhiteWhenAskedTo()
{
    const auto picture = importSealPicture(encoded(scannedDisc(), "PNG"), {false, true});
    QVERIFY(picture);
    QCOMPARE(QSize(picture->width, picture->height), QSize(120, 100));
    QCOMPARE(decoded(*picture).pixel(0, 0), qRgba(255, 255, 255, 255));
}

void tst_SealPicture::keepsSmoothEdges()
{
    QImage ramp(256, 8, QImage::Format_RGB32);
    for (int x = 0; x < 256; ++x) {
        for (int y = 0; y < 8; ++y)
            ramp.setPixel(x, y, qRgb(255, x, x));
    }
    const auto picture = importSealPicture(encoded(ramp, "PNG"), {true, false});
    QVERIFY(picture);
    const QImage image = decoded(*picture);
    int last = 255;
    for (int x = 0; x < 256; ++x) {
        const int alpha = qAlpha(image.pixel(x, 4));
        QVERIFY2(alpha <= last && last - alpha <= 3, "alpha falls in small steps");
        last = alpha;
    }
    QCOMPARE(last, 0);
}

void tst_SealPicture::turnsPhotosUpright()
{
    QImage photo(64, 32, QImage::Format_RGB32);
    photo.fill(qRgb(20, 20, 200));
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 32; ++x)
            photo.setPixel(x, y, qRgb(200, 20, 20)); // the left half is red
    }
    const QByteArray jpeg = encoded(photo, "JPEG");
    const auto redness = [](const QImage &image, int x, int y) {
        return qRed(image.pixel(x, y)) - qBlue(image.pixel(x, y));
    };

    const auto quarter = importSealPicture(withOrientation(jpeg, 6), {false, false}); // to be turned clockwise
    QVERIFY(quarter);
    QCOMPARE(QSize(quarter->width, quarter->height), QSize(32, 64));
    QVERIFY(redness(decoded(*quarter), 16, 8) > 100);
    QVERIFY(redness(decoded(*quarter), 16, 56) < -100);

    const auto half = importSealPicture(withOrientation(jpeg, 3), {false, false});
    QVERIFY(half);
    QVERIFY(redness(decoded(*half), 56, 16) > 100);
    const auto mirrored = importSealPicture(withOrientation(jpeg, 2), {false, false});
    QVERIFY(mirrored);
    QVERIFY(redness(decoded(*mirrored), 56, 16) > 100);
}

void tst_SealPicture::refusesWhatIsNoPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("%PDF-1.7 is no picture");
    QTest::newRow("GIF") << QByteArray("GIF89a\1\0\1\0");
    QTest::newRow("only a signature") << QByteArray("\x89PNG\r\n\x1a\n");
    const QByteArray whole = test::sampleCompanySeal().png;
    QTest::newRow("cut in the header") << whole.first(20);
    QByteArray huge = whole;
    qToBigEndian<quint32>(6001, huge.data() + 16);
    QTest::newRow("6001 pixels wide") << huge;
    QImage white(40, 40, QImage::Format_RGB32);
    white.fill(Qt::white);
    QTest::newRow("white paper") << encoded(white, "PNG");
    QImage clear(40, 40, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    QTest::newRow("fully transparent") << encoded(clear, "PNG");
    QTest::newRow("cut JPEG header") << encoded(scannedDisc(), "JPEG").first(100);
}

void tst_SealPicture::refusesWhatIsNoPicture()
{
    QFETCH(QByteArray, bytes);
    const auto picture = importSealPicture(bytes);
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, ErrorCode::SealImageUnusable);
    QVERIFY(!picture.error().detail.isEmpty());
}

void tst_SealPicture::encodesRasters()
{
    Raster raster{2, 1, 8, std::make_shared<std::uint8_t[]>(8)};
    const std::array<std::uint8_t, 8> opaque{10, 20, 200, 255, 250, 1, 2, 255}; // BGRA
    std::copy(opaque.begin(), opaque.end(), raster.pixels.get());
    const auto png = encodePng(raster);
    QVERIFY(png);
    const QImage image = QImage::fromData(*png);
    QVERIFY(!image.hasAlphaChannel());
    QCOMPARE(image.pixel(0, 0), qRgb(200, 20, 10));
    QCOMPARE(image.pixel(1, 0), qRgb(2, 1, 250));

    raster.pixels[3] = 0;
    std::fill_n(raster.pixels.get(), 3, 0);
    const auto transparent = encodePng(raster);
    QVERIFY(transparent);
    QCOMPARE(qAlpha(QImage::fromData(*transparent).pixel(0, 0)), 0);
    QCOMPARE(encodePng(Raster{}).error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(tst_SealPicture)
#include "tst_SealPicture.moc"
