#include "core/pdf/PdfDocument.h"

#include "tests/support/Corpus.h"
#include "tests/support/PdfMaker.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstring>
#include <thread>

using namespace bidseal;
using namespace bidseal::test;

namespace {

/** 0xAARRGGBB of a pixel. */
std::uint32_t pixel(const Raster &raster, int x, int y)
{
    std::uint32_t value = 0;
    std::memcpy(&value, raster.pixels.get() + std::ptrdiff_t{y} * raster.stride + std::ptrdiff_t{x} * 4, sizeof(value));
    return value;
}

constexpr std::uint32_t white = 0xffffffff;
constexpr std::uint32_t red = 0xffff0000;

bool isBlank(const Raster &raster)
{
    for (int y = 0; y < raster.height; ++y) {
        for (int x = 0; x < raster.width; ++x) {
            if (pixel(raster, x, y) != white)
                return false;
        }
    }
    return true;
}

/** A page of 200 x 100 with a red square of 20 in its lower left corner (user space). */
MadePage cornerPage(int rotate = 0, double userUnit = 1)
{
    return {
        .mediaBox = {0, 0, 200, 100}, .rotate = rotate, .userUnit = userUnit, .content = "1 0 0 rg 0 0 20 20 re f\n"};
}

/** Calls itself ten times, twelve levels deep: more drawing than anybody waits for. */
PdfMaker bomb()
{
    PdfMaker maker;
    QByteArray inner;
    for (int i = 0; i < 100; ++i)
        inner += "0 0 m 100 100 200 300 50 10 c 7 9 l S\n";
    int form = maker.addStream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]", inner);
    for (int level = 0; level < 12; ++level) {
        const QByteArray resources = "/Resources<</XObject<</X " + QByteArray::number(form) + " 0 R>>>>";
        form = maker.addStream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]" + resources,
                               QByteArray("/X Do ").repeated(10));
    }
    maker.addPage({.content = "/X Do", .resources = "/XObject<</X " + QByteArray::number(form) + " 0 R>>"});
    return maker;
}

} // namespace

class tst_PdfRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void pageAndViewRotation_data();
    void pageAndViewRotation();
    void userUnitScales();
    void tileIsThePartOfTheWhole();
    void cropBoxMovesTheOrigin();
    void annotationsCanBeLeftOut();
    void badRequests();
    void tooLargeRaster();
    void endlessPageEndsInTime();
    void stopEndsDrawing();
    void otherPagesSurviveABadOne();
    void threadsDrawTheSame();
    void corpusFirstPages_data();
    void corpusFirstPages();
    void corpusHostile_data();
    void corpusHostile();

private:
    [[nodiscard]] std::shared_ptr<PdfDocument> opened(const PdfMaker &maker) const
    {
        const QString path = m_folder.filePath(QStringLiteral("made.pdf"));
        auto document = maker.save(path) ? PdfDocument::open(path) : fail(ErrorCode::OutputUnwritable);
        return document ? *document : nullptr;
    }

    QTemporaryDir m_folder;
};

void tst_PdfRendering::pageAndViewRotation_data()
{
    QTest::addColumn<int>("rotate");
    QTest::addColumn<int>("view");
    for (const int rotate : {0, 90, 180, 270}) {
        for (const int view : {0, 90, 180, 270})
            QTest::addRow("%d+%d", rotate, view) << rotate << view;
    }
}

void tst_PdfRendering::pageAndViewRotation()
{
    QFETCH(const int, rotate);
    QFETCH(const int, view);
    PdfMaker maker;
    maker.addPage(cornerPage(rotate));
    const auto document = opened(maker);
    QVERIFY(document);
    const auto raster = document->render({.scale = 2, .viewRotation = view});
    QVERIFY(raster);
    const int turned = (rotate + view) % 360;
    const bool upright = turned % 180 == 0;
    QCOMPARE(raster->width, upright ? 400 : 200);
    QCOMPARE(raster->height, upright ? 200 : 400);
    // The lower left corner goes round clockwise: lower left, upper left, upper right, lower right.
    const bool left = turned == 0 || turned == 90;
    const bool top = turned == 90 || turned == 180;
    const int x = left ? 20 : raster->width - 21;
    const int y = top ? 20 : raster->height - 21;
    QCOMPARE(pixel(*raster, x, y), red);
    QCOMPARE(pixel(*raster, raster->width - 1 - x, y), white);
    QCOMPARE(pixel(*raster, x, raster->height - 1 - y), white);
}

void tst_PdfRendering::userUnitScales()
{
    PdfMaker maker;
    maker.addPage(cornerPage(0, 3));
    const auto document = opened(maker);
    QVERIFY(document);
    const auto raster = document->render({});
    QVERIFY(raster);
    QCOMPARE(raster->width, 600);
    QCOMPARE(raster->height, 300);
    QCOMPARE(pixel(*raster, 55, 245), red);
    QCOMPARE(pixel(*raster, 65, 245), white);
}

void tst_PdfRendering::tileIsThePartOfTheWhole()
{
    PdfMaker maker;
    maker.addPage({.content = PdfMaker::textAt(50, 700, 30, "Tiles fit together") + "1 0 0 rg 90 600 200 60 re f\n"});
    const auto document = opened(maker);
    QVERIFY(document);
    for (const int view : {0, 90}) {
        const auto whole = document->render({.scale = 1.5, .viewRotation = view});
        QVERIFY(whole);
        const QRect clip(101, 97, 300, 256);
        const auto tile = document->render({.scale = 1.5, .viewRotation = view, .clip = clip});
        QVERIFY(tile);
        QCOMPARE(tile->width, clip.width());
        QCOMPARE(tile->height, clip.height());
        for (int y = 0; y < tile->height; ++y) {
            for (int x = 0; x < tile->width; ++x)
                QCOMPARE(pixel(*tile, x, y), pixel(*whole, x + clip.x(), y + clip.y()));
        }
    }
    const auto edge = document->render({.clip = QRect(500, 800, 256, 256)});
    QVERIFY(edge);
    QCOMPARE(edge->width, 95);
    QCOMPARE(edge->height, 42);
}

void tst_PdfRendering::cropBoxMovesTheOrigin()
{
    PdfMaker maker;
    maker.addPage({.mediaBox = {0, 0, 300, 300},
                   .cropBox = RectF{100, 100, 200, 250},
                   .content = "1 0 0 rg 100 240 10 10 re f\n"});
    const auto document = opened(maker);
    QVERIFY(document);
    const auto raster = document->render({});
    QVERIFY(raster);
    QCOMPARE(raster->width, 100);
    QCOMPARE(raster->height, 150);
    QCOMPARE(pixel(*raster, 5, 5), red);
    QCOMPARE(pixel(*raster, 15, 5), white);
}

void tst_PdfRendering::annotationsCanBeLeftOut()
{
    PdfMaker maker;
    const int form = maker.addStream("/Type/XObject/Subtype/Form/BBox[0 0 50 50]", "1 0 0 rg 0 0 50 50 re f\n");
    const int stamp = maker.addObject("<</Type/Annot/Subtype/Stamp/F 4/Rect[10 10 60 60]/AP<</N " +
                                      QByteArray::number(form) + " 0 R>>>>");
    maker.addPage({.mediaBox = {0, 0, 100, 100}, .entries = "/Annots[" + QByteArray::number(stamp) + " 0 R]"});
    const auto document = opened(maker);
    QVERIFY(document);
    const auto with = document->render({});
    const auto without = document->render({.withAnnotations = false});
    QVERIFY(with && without);
    QCOMPARE(pixel(*with, 30, 60), red);
    QVERIFY(isBlank(*without));
}

void tst_PdfRendering::badRequests()
{
    PdfMaker maker;
    maker.addPage({});
    const auto document = opened(maker);
    QVERIFY(document);
    QCOMPARE(document->render({.scale = 0}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(document->render({.viewRotation = 45}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(document->render({.clip = QRect(10000, 0, 10, 10)}).error().code, ErrorCode::InvalidArgument);
}

void tst_PdfRendering::tooLargeRaster()
{
    PdfMaker maker;
    maker.addPage({.content = "1 0 0 rg 0 0 600 900 re f\n"});
    const auto document = opened(maker);
    QVERIFY(document);
    QCOMPARE(document->render({.scale = 20}).error().code, ErrorCode::DocumentTooComplex);
    // A tile of the same page is no trouble.
    const auto tile = document->render({.scale = 20, .clip = QRect(5000, 5000, 256, 256)});
    QVERIFY(tile);
    QCOMPARE(pixel(*tile, 128, 128), red);
}

void tst_PdfRendering::endlessPageEndsInTime()
{
    const auto document = opened(bomb());
    QVERIFY(document);
    QElapsedTimer timer;
    timer.start();
    const auto raster = document->render({.timeLimit = std::chrono::milliseconds(500)});
    QVERIFY(!raster);
    QCOMPARE(raster.error().code, ErrorCode::DocumentTooComplex);
    QVERIFY2(timer.elapsed() < 1500 + 1000, qPrintable(QString::number(timer.elapsed())));
}

void tst_PdfRendering::stopEndsDrawing()
{
    const auto document = opened(bomb());
    QVERIFY(document);
    std::stop_source source;
    std::jthread stopper([&source] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        source.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const auto raster = document->render({.timeLimit = std::chrono::seconds(60)}, source.get_token());
    QVERIFY(!raster);
    QCOMPARE(raster.error().code, ErrorCode::Cancelled);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void tst_PdfRendering::otherPagesSurviveABadOne()
{
    PdfMaker maker = bomb();
    maker.addPage(cornerPage());
    const auto document = opened(maker);
    QVERIFY(document);
    QVERIFY(!document->render({.timeLimit = std::chrono::milliseconds(200)}));
    const auto good = document->render({.page = 1});
    QVERIFY(good);
    QCOMPARE(pixel(*good, 10, 90), red);
}

void tst_PdfRendering::threadsDrawTheSame()
{
    PdfMaker maker;
    for (int i = 0; i < 12; ++i)
        maker.addPage({.content = PdfMaker::textAt(50, 700, 20 + i, "Page " + QByteArray::number(i))});
    const auto document = opened(maker);
    QVERIFY(document);
    std::vector<Raster> expected;
    for (int i = 0; i < 12; ++i)
        expected.push_back(*document->render({.page = i}));
    std::atomic<int> different{0};
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 48; ++i) {
                    const int page = (i * 5 + thread * 3) % 12;
                    const auto raster = document->render({.page = page});
                    const Raster &right = expected[static_cast<std::size_t>(page)];
                    const bool same = raster && std::memcmp(raster->pixels.get(), right.pixels.get(),
                                                            static_cast<std::size_t>(right.byteCount())) == 0;
                    different += same ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(different.load(), 0);
}

void tst_PdfRendering::corpusFirstPages_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &group : {QStringLiteral("documents"), QStringLiteral("bids")}) {
        for (const QString &path : corpusFiles(group))
            QTest::newRow(qPrintable(path.section(u'/', -1))) << path;
    }
}

void tst_PdfRendering::corpusFirstPages()
{
    if (corpusFolder().isEmpty())
        QSKIP("no corpus: set BIDSEAL_CORPUS");
    QFETCH(const QString, path);
    const auto document = PdfDocument::open(path);
    if (!document && document.error().code == ErrorCode::PasswordRequired)
        QSKIP("needs a password");
    if (!document && document.error().code == ErrorCode::PdfDamaged && path.contains(QLatin1String("PagesDocument08")))
        QSKIP("its page tree has no page that any reader finds");
    QVERIFY(document);
    const auto raster = (*document)->render({.scale = 0.7});
    QVERIFY2(raster, raster ? "" : qPrintable(raster.error().detail));
    const auto text = (*document)->text(0);
    QVERIFY(text);
    // Where there are letters to read, there is something to see.
    if (!text->simplified().isEmpty())
        QVERIFY(!isBlank(*raster) || path.contains(QLatin1String("invisible")));
}

void tst_PdfRendering::corpusHostile_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("bomb_giant") << QStringLiteral("bomb_giant");
    QTest::newRow("Type3insideType3") << QStringLiteral("CycleType3insideType3");
}

void tst_PdfRendering::corpusHostile()
{
    QFETCH(const QString, part);
    QElapsedTimer timer;
    int seen = 0;
    for (const QString &path : corpusFiles(QStringLiteral("malformed"))) {
        if (!path.contains(part))
            continue;
        ++seen;
        timer.start();
        const auto document = PdfDocument::open(path);
        QVERIFY(document);
        const auto raster = (*document)->render({.timeLimit = std::chrono::seconds(2)});
        QVERIFY2(timer.elapsed() < 3500, qPrintable(QString::number(timer.elapsed())));
        if (!raster)
            QCOMPARE(raster.error().code, ErrorCode::DocumentTooComplex);
    }
    if (seen == 0)
        QSKIP("not in the corpus");
}

QTEST_GUILESS_MAIN(tst_PdfRendering)
#include "tst_PdfRendering.moc"
