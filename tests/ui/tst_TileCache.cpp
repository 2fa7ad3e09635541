#include "ui/document/TileCache.h"
#include "ui/document/TilePlan.h"

#include <QTest>

using namespace bidseal;

namespace {

QImage tile(int width, int height)
{
    return {width, height, QImage::Format_ARGB32_Premultiplied};
}

constexpr qint64 oneTile = 4 * 10 * 10;

} // namespace

class tst_TileCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatWasPutIn();
    void keepsWithinItsBytes();
    void forgetsLeastRecentlyUsed();
    void replacesSameKey();
    void refusesTooLarge();
    void shrinks();
    void gridCoversPageWithoutOverlap_data();
    void gridCoversPageWithoutOverlap();
    void planBeginsInTheMiddle();
    void planSkipsWhatIsDrawnOrFailed();
    void planIsBounded();
};

void tst_TileCache::findsWhatWasPutIn()
{
    TileCache cache(10 * oneTile);
    cache.insert({1, 2, 90, 3, 4}, tile(10, 10));
    QVERIFY(cache.contains({1, 2, 90, 3, 4}));
    QVERIFY(!cache.contains({1, 2, 0, 3, 4}));
    QVERIFY(cache.find({1, 2, 90, 3, 5}).isNull());
    QCOMPARE(cache.find({1, 2, 90, 3, 4}).size(), QSize(10, 10));
}

void tst_TileCache::keepsWithinItsBytes()
{
    TileCache cache(5 * oneTile);
    for (int page = 0; page < 1000; ++page) {
        cache.insert({page, 1, 0, 0, 0}, tile(10, 10));
        QVERIFY(cache.bytes() <= cache.maximumBytes());
    }
    QCOMPARE(cache.count(), 5);
    QCOMPARE(cache.bytes(), 5 * oneTile);
}

void tst_TileCache::forgetsLeastRecentlyUsed()
{
    TileCache cache(3 * oneTile);
    for (int page = 0; page < 3; ++page) {
        cache.insert({page, 1, 0, 0, 0}, tile(10, 10));
    }
    QVERIFY(!cache.find({0, 1, 0, 0, 0}).isNull());
    cache.insert({3, 1, 0, 0, 0}, tile(10, 10));
    QVERIFY(cache.contains({0, 1, 0, 0, 0}));
    QVERIFY(!cache.contains({1, 1, 0, 0, 0}));
}

void tst_TileCache::replacesSameKey()
{
    TileCache cache(10 * oneTile);
    cache.insert({0, 1, 0, 0, 0}, tile(10, 10));
    cache.insert({0, 1, 0, 0, 0}, tile(10, 20));
    QCOMPARE(cache.count(), 1);
    QCOMPARE(cache.bytes(), 2 * oneTile);
}

void tst_TileCache::refusesTooLarge()
{
    TileCache cache(oneTile);
    cache.insert({0, 1, 0, 0, 0}, tile(10, 10));
    cache.insert({1, 1, 0, 0, 0}, tile(100, 100));
    QVERIFY(cache.contains({0, 1, 0, 0, 0}));
    QCOMPARE(cache.count(), 1);
}

void tst_TileCache::shrinks()
{
    TileCache cache(4 * oneTile);
    for (int page = 0; page < 4; ++page) {
        cache.insert({page, 1, 0, 0, 0}, tile(10, 10));
    }
    cache.setMaximumBytes(oneTile);
    QCOMPARE(cache.count(), 1);
    QVERIFY(cache.contains({3, 1, 0, 0, 0}));
    cache.clear();
    QCOMPARE(cache.bytes(), 0);
}

void tst_TileCache::gridCoversPageWithoutOverlap_data()
{
    QTest::addColumn<QSize>("page");
    QTest::newRow("one piece") << QSize(794, 1123);
    QTest::newRow("a3 at 200 %") << QSize(3175, 2245);
    QTest::newRow("800 %") << QSize(6350, 8981);
    QTest::newRow("strip") << QSize(1, 40000);
}

void tst_TileCache::gridCoversPageWithoutOverlap()
{
    QFETCH(QSize, page);
    const TileGrid grid(page);
    qint64 area = 0;
    for (int row = 0; row < grid.rows(); ++row) {
        for (int column = 0; column < grid.columns(); ++column) {
            const QRect rect = grid.rect(column, row);
            QVERIFY(!rect.isEmpty());
            area += qint64(rect.width()) * rect.height();
            QCOMPARE(grid.touchedBy(QRect(rect.center(), QSize(1, 1))), QRect(column, row, 1, 1));
        }
    }
    QCOMPARE(area, qint64(page.width()) * page.height());
}

namespace {

struct Sight
{
    PageLayout layout;
    QRect visible;
    std::vector<TileKey> drawn;
    int failed = -1;

    [[nodiscard]] std::vector<RenderJob> plan(bool previews) const
    {
        return planTiles(
            {layout, visible,
             [this](const TileKey &key) { return std::find(drawn.begin(), drawn.end(), key) != drawn.end(); },
             [previews](int) { return previews; }, [this](int page) { return page == failed; },
             [](int page) { return RenderJob{{page, 0, 0, 0, 0}, {}}; }});
    }
};

Sight sightOn(int page)
{
    Sight sight;
    sight.layout.setPageCount(1000, {595, 842});
    sight.layout.setPageSizes(0, std::vector<SizeF>(1000, SizeF{595, 842}));
    const QRect rect = sight.layout.pageRect(page);
    sight.visible = QRect(0, rect.top() - 300, 800, 1400);
    return sight;
}

} // namespace

void tst_TileCache::planBeginsInTheMiddle()
{
    const Sight sight = sightOn(500);
    const auto jobs = sight.plan(true);
    QVERIFY(jobs.size() >= 3);
    QCOMPARE(jobs[0].key.page, 500);
    QCOMPARE(jobs[0].request.scale, 1.0);
    QVERIFY(jobs[0].request.clip.isNull());
    QVERIFY(jobs[1].key.page == 499 || jobs[1].key.page == 501);
    const auto withoutPreviews = sight.plan(false);
    QCOMPARE(withoutPreviews[0].key.scale, 0); // the quick small picture comes first
    QCOMPARE(withoutPreviews[0].key.page, 500);
}

void tst_TileCache::planSkipsWhatIsDrawnOrFailed()
{
    Sight sight = sightOn(500);
    sight.drawn.push_back(tileKey(sight.layout, 500, 0, 0));
    sight.failed = 501;
    const auto jobs = sight.plan(true);
    for (const RenderJob &job : jobs) {
        QVERIFY(job.key.page != 500);
        QVERIFY(job.key.page != 501);
    }
}

void tst_TileCache::planIsBounded()
{
    Sight sight = sightOn(500);
    QVERIFY(sight.plan(false).size() < 40);
    sight.layout.setScale(10.6667);
    sight.visible = QRect(sight.layout.pageRect(500).center(), QSize(1900, 1000));
    QVERIFY(sight.plan(false).size() < 60);
}

QTEST_GUILESS_MAIN(tst_TileCache)
#include "tst_TileCache.moc"
