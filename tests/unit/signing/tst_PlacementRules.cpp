#include "core/signing/PlacementRules.h"

#include <QTest>

using namespace bidseal;

namespace {

const PageGeometry a4({0, 0, 595, 842}, {0, 0, 595, 842}, 0, 1);

Placement placementAt(const RectF &rect, int page = 0)
{
    return {QUuid::createUuid(), page, rect, DateStamp{QDate(2026, 11, 23)}};
}

Result<PageGeometry> onlyPageOne(int page)
{
    if (page != 0)
        return fail(ErrorCode::PageOutOfRange);
    return a4;
}

} // namespace

class tst_PlacementRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rectHasItsTrueSizeOnEveryPage_data();
    void rectHasItsTrueSizeOnEveryPage();
    void clampingKeepsTheSize();
    void largerThanThePageStaysAtTheOrigin();
    void checks();
};

void tst_PlacementRules::rectHasItsTrueSizeOnEveryPage_data()
{
    QTest::addColumn<int>("rotate");
    QTest::addColumn<double>("unit");
    for (const int rotate : {0, 90, 180, 270}) {
        QTest::addRow("%d", rotate) << rotate << 1.0;
        QTest::addRow("%d, UserUnit 2", rotate) << rotate << 2.0;
    }
}

void tst_PlacementRules::rectHasItsTrueSizeOnEveryPage()
{
    QFETCH(int, rotate);
    QFETCH(double, unit);
    const PageGeometry page({-20, -30, 800, 900}, {10, 20, 600, 850}, rotate, unit);
    const PointF center{200, 250};
    const RectF shown = page.toShown(rectForStamp({42, 21}, center, page));
    QVERIFY(std::abs(shown.width() - mmToPoints(42)) < 1e-9);
    QVERIFY(std::abs(shown.height() - mmToPoints(21)) < 1e-9);
    QVERIFY(std::abs(shown.center().x - center.x) < 1e-9 && std::abs(shown.center().y - center.y) < 1e-9);
}

void tst_PlacementRules::clampingKeepsTheSize()
{
    QCOMPARE(clampedToPage({-50, 800, 50, 900}, a4), (RectF{0, 742, 100, 842}));
    QCOMPARE(clampedToPage({10, 20, 110, 120}, a4), (RectF{10, 20, 110, 120}));
}

void tst_PlacementRules::largerThanThePageStaysAtTheOrigin()
{
    const RectF huge = clampedToPage({100, 100, 1100, 1100}, a4);
    QCOMPARE(huge.x0, 0.0);
    QCOMPARE(huge.width(), 1000.0);
}

void tst_PlacementRules::checks()
{
    QVERIFY(checkPlacements({placementAt({0, 0, 595, 842})}, onlyPageOne));
    QCOMPARE(checkPlacements({}, onlyPageOne).error().code, ErrorCode::NothingPlaced);
    const auto outside = checkPlacements({placementAt({10, 10, 20, 20}), placementAt({590, 0, 600, 10})}, onlyPageOne);
    QCOMPARE(outside.error().code, ErrorCode::PlacementOutsidePage);
    QCOMPARE(outside.error().context.page, std::optional(1));
    QCOMPARE(checkPlacements({placementAt({10, 10, 10, 20})}, onlyPageOne).error().code,
             ErrorCode::PlacementOutsidePage);
    QCOMPARE(checkPlacements({placementAt({0, 0, 5, 5}, 7)}, onlyPageOne).error().code, ErrorCode::PageOutOfRange);
}

QTEST_GUILESS_MAIN(tst_PlacementRules)
#include "tst_PlacementRules.moc"
