#include "ui/document/RenderPool.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace bidseal;

namespace {

RenderJob job(int page)
{
    RenderJob made{{page, 10000, 0, 0, 0}, {}};
    made.request.page = page;
    return made;
}

std::vector<RenderJob> jobs(std::initializer_list<int> pages)
{
    std::vector<RenderJob> made;
    for (const int page : pages) {
        made.push_back(job(page));
    }
    return made;
}

Raster dot()
{
    Raster raster{1, 1, 4, std::make_shared<std::uint8_t[]>(4)};
    return raster;
}

/** A renderer that holds each page until it is let go, and notes what was asked of it. */
class HeldRenderer
{
public:
    Result<Raster> operator()(const RenderRequest &request, std::stop_token stop)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_begun.push_back(request.page);
        }
        ++m_active;
        m_most = std::max(m_most.load(), m_active.load());
        while (!m_gate.tryAcquire(1, 5)) {
            if (stop.stop_requested()) {
                --m_active;
                ++m_aborted;
                return fail(ErrorCode::Cancelled);
            }
        }
        --m_active;
        return request.page == 13 ? Result<Raster>(fail(ErrorCode::PageUnreadable)) : dot();
    }

    void letGo(int count) { m_gate.release(count); }
    [[nodiscard]] std::vector<int> begun() const
    {
        const std::lock_guard lock(m_mutex);
        return m_begun;
    }
    [[nodiscard]] int aborted() const { return m_aborted; }
    [[nodiscard]] int most() const { return m_most; }

private:
    mutable std::mutex m_mutex;
    std::vector<int> m_begun;
    QSemaphore m_gate;
    std::atomic<int> m_active = 0;
    std::atomic<int> m_most = 0;
    std::atomic<int> m_aborted = 0;
};

struct Bench
{
    explicit Bench(int threads)
        : pool(
              [this](const RenderRequest &request, std::stop_token stop) { return renderer(request, std::move(stop)); },
              threads)
    {
        QObject::connect(&pool, &RenderPool::finished, &pool, [this](const RenderOutcome &outcome) {
            finished.push_back(outcome.key.page);
            if (outcome.error) {
                failed.push_back(outcome.key.page);
            }
        });
    }

    HeldRenderer renderer;
    std::vector<int> finished;
    std::vector<int> failed;
    RenderPool pool; ///< last: its threads use what stands above
};

using Pages = std::vector<int>;

} // namespace

class tst_RenderPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void drawsInTheOrderAsked();
    void dropsWhatIsNoLongerWanted();
    void abortsWhatIsNoLongerWanted();
    void keepsRunningWhatIsStillWanted();
    void pagesGoBeforeThumbnails();
    void epochSilencesOlderOutcomes();
    void runsNoMoreThanItsThreads();
    void tellsFailures();
    void endsWhileDrawing();
    void imageSharesThePixels();
};

void tst_RenderPool::drawsInTheOrderAsked()
{
    Bench bench(1);
    bench.renderer.letGo(100);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({5, 4, 6, 3, 7}));
    QTRY_COMPARE(bench.finished.size(), 5U);
    QCOMPARE(bench.renderer.begun(), (Pages{5, 4, 6, 3, 7}));
    QCOMPARE(bench.finished, (Pages{5, 4, 6, 3, 7}));
}

void tst_RenderPool::dropsWhatIsNoLongerWanted()
{
    Bench bench(1);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({1, 2, 3, 4}));
    QTRY_COMPARE(bench.renderer.begun(), Pages{1});
    QCOMPARE(bench.pool.queuedCount(), 3);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({1, 9}));
    QCOMPARE(bench.pool.queuedCount(), 1);
    bench.renderer.letGo(100);
    QTRY_COMPARE(bench.finished, (Pages{1, 9}));
    QCOMPARE(bench.renderer.begun(), (Pages{1, 9}));
}

void tst_RenderPool::abortsWhatIsNoLongerWanted()
{
    Bench bench(1);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({1}));
    QTRY_COMPARE(bench.renderer.begun(), Pages{1});
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({2}));
    QTRY_COMPARE(bench.renderer.aborted(), 1);
    bench.renderer.letGo(1);
    QTRY_COMPARE(bench.finished, Pages{2});
}

void tst_RenderPool::keepsRunningWhatIsStillWanted()
{
    Bench bench(1);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({1, 2}));
    QTRY_COMPARE(bench.renderer.begun(), Pages{1});
    for (int i = 0; i < 50; ++i) {
        bench.pool.setWanted(RenderPool::Channel::Pages, jobs({2, 1}));
    }
    bench.renderer.letGo(100);
    QTRY_COMPARE(bench.finished, (Pages{1, 2}));
    QCOMPARE(bench.renderer.begun(), (Pages{1, 2})); // none drawn twice
    QCOMPARE(bench.renderer.aborted(), 0);
}

void tst_RenderPool::pagesGoBeforeThumbnails()
{
    Bench bench(1);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({1}));
    QTRY_COMPARE(bench.renderer.begun(), Pages{1});
    bench.pool.setWanted(RenderPool::Channel::Thumbnails, jobs({20, 21}));
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({1, 2, 3}));
    bench.renderer.letGo(100);
    QTRY_COMPARE(bench.finished, (Pages{1, 2, 3, 20, 21}));
}

void tst_RenderPool::epochSilencesOlderOutcomes()
{
    Bench bench(1);
    bench.renderer.letGo(1);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({1, 2}));
    QTRY_COMPARE(bench.renderer.begun().size(), 2U); // 1 is drawn, but nobody was told: no event loop ran since
    bench.pool.nextEpoch(RenderPool::Channel::Pages);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({3}));
    bench.renderer.letGo(100);
    QTRY_VERIFY(!bench.finished.empty() && bench.finished.back() == 3);
    QVERIFY(std::find(bench.finished.begin(), bench.finished.end(), 2) == bench.finished.end());
}

void tst_RenderPool::runsNoMoreThanItsThreads()
{
    Bench bench(2);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({1, 2, 3, 4, 5, 6}));
    QTRY_COMPARE(bench.renderer.begun().size(), 2U);
    bench.renderer.letGo(100);
    QTRY_COMPARE(bench.finished.size(), 6U);
    QCOMPARE(bench.renderer.most(), 2);
}

void tst_RenderPool::tellsFailures()
{
    Bench bench(1);
    bench.renderer.letGo(100);
    bench.pool.setWanted(RenderPool::Channel::Pages, jobs({12, 13, 14}));
    QTRY_COMPARE(bench.finished.size(), 3U);
    QCOMPARE(bench.failed, Pages{13});
}

void tst_RenderPool::endsWhileDrawing()
{
    auto bench = std::make_unique<Bench>(2);
    bench->pool.setWanted(RenderPool::Channel::Pages, jobs({1, 2, 3}));
    QTRY_COMPARE(bench->renderer.begun().size(), 2U);
    bench->pool.requestStop();
    QTRY_VERIFY(bench->pool.isStopped());
    QCOMPARE(bench->renderer.aborted(), 2);
    bench.reset();
}

void tst_RenderPool::imageSharesThePixels()
{
    Raster raster{3, 2, 12, std::make_shared<std::uint8_t[]>(24)};
    raster.pixels[0] = 7;
    QImage image = toImage(raster);
    QCOMPARE(image.constBits(), raster.pixels.get());
    std::weak_ptr<std::uint8_t[]> watch = raster.pixels;
    raster = {};
    QVERIFY(!watch.expired());
    QCOMPARE(image.constBits()[0], uchar(7));
    image = {};
    QVERIFY(watch.expired());
    QVERIFY(toImage({}).isNull());
}

QTEST_GUILESS_MAIN(tst_RenderPool)
#include "tst_RenderPool.moc"
