#include "ui/placing/SnapEngine.h"

#include <QTest>

using namespace bidseal;

namespace {

constexpr SizeF page{600, 800};

} // namespace

class tst_SnapEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatIsFarAway();
    void catchesTheMiddleOfThePage();
    void catchesTheCentreOfAnotherStamp();
    void catchesEdges();
    void takesTheNearest();
    void guideReachesBothStamps();
};

void tst_SnapEngine::leavesWhatIsFarAway()
{
    const RectF moving{10, 10, 60, 60};
    const SnapResult result = snapRect(moving, page, {{300, 300, 340, 340}}, 5);
    QCOMPARE(result.rect, moving);
    QVERIFY(result.guides.empty());
}

void tst_SnapEngine::catchesTheMiddleOfThePage()
{
    const SnapResult result = snapRect(RectF::centeredAt({303, 100}, {50, 50}), page, {}, 5);
    QCOMPARE(result.rect.center().x, 300.0);
    QCOMPARE(result.rect.center().y, 100.0);
    QVERIFY(result.onPageMiddle);
    QCOMPARE(result.guides.size(), std::size_t(1));
    QCOMPARE(result.guides[0], (GuideLine{GuideLine::Direction::Vertical, 300, 0, 800}));
}

void tst_SnapEngine::catchesTheCentreOfAnotherStamp()
{
    const RectF other = RectF::centeredAt({150, 300}, {120, 120});
    const SnapResult result = snapRect(RectF::centeredAt({153, 420}, {100, 20}), page, {{0, 700, 20, 720}, other}, 5);
    QCOMPARE(result.rect.center().x, 150.0);
    QCOMPARE(result.centredOn, std::optional<std::size_t>(1));
    QVERIFY(!result.onPageMiddle);
}

void tst_SnapEngine::catchesEdges()
{
    const RectF other{100, 100, 150, 150};
    const SnapResult result = snapRect({152, 300, 177, 330}, page, {other}, 5);
    QCOMPARE(result.rect.x0, 150.0); // its left edge on the other's right one
    QCOMPARE(result.rect.width(), 25.0);
    QCOMPARE(result.alignedTo, std::optional<std::size_t>(0));
}

void tst_SnapEngine::takesTheNearest()
{
    const RectF other = RectF::centeredAt({296, 400}, {40, 40});
    const SnapResult result = snapRect(RectF::centeredAt({299.5, 100}, {50, 50}), page, {other}, 8);
    QCOMPARE(result.rect.center().x, 300.0);
}

void tst_SnapEngine::guideReachesBothStamps()
{
    const RectF other = RectF::centeredAt({150, 300}, {100, 100});
    const SnapResult result = snapRect(RectF::centeredAt({151, 500}, {80, 80}), page, {other}, 5);
    QCOMPARE(result.guides.size(), std::size_t(1));
    QVERIFY(result.guides[0].from < 250);
    QVERIFY(result.guides[0].to > 540);
}

QTEST_GUILESS_MAIN(tst_SnapEngine)
#include "tst_SnapEngine.moc"
