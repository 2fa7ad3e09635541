#include "core/model/PageGeometry.h"

#include <QTest>

#include <cmath>

using namespace bidseal;

namespace {

bool isNear(PointF a, PointF b)
{
    return std::abs(a.x - b.x) < 1e-9 && std::abs(a.y - b.y) < 1e-9;
}

} // namespace

class tst_PageGeometry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainA4();
    void rotationsTurnClockwise_data();
    void rotationsTurnClockwise();
    void roundTrip_data();
    void roundTrip();
    void userUnitScales();
    void brokenBoxesFallBack();
    void negativeRotation();
    void rectKeepsItsSize();
};

void tst_PageGeometry::plainA4()
{
    const PageGeometry page({0, 0, 595, 842}, {0, 0, 595, 842}, 0, 1);
    QCOMPARE(page.shownSize(), (SizeF{595, 842}));
    QVERIFY(isNear(page.toShown(PointF{0, 842}), {0, 0}));
    QVERIFY(isNear(page.toShown(PointF{595, 0}), {595, 842}));
}

void tst_PageGeometry::rotationsTurnClockwise_data()
{
    QTest::addColumn<int>("rotate");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    // Where the user-space origin (lower left of the unrotated page, 100 x 200) is seen.
    QTest::newRow("0") << 0 << 0.0 << 200.0;
    QTest::newRow("90") << 90 << 0.0 << 0.0;
    QTest::newRow("180") << 180 << 100.0 << 0.0;
    QTest::newRow("270") << 270 << 200.0 << 100.0;
}

void tst_PageGeometry::rotationsTurnClockwise()
{
    QFETCH(int, rotate);
    QFETCH(double, x);
    QFETCH(double, y);
    const PageGeometry page({0, 0, 100, 200}, {0, 0, 100, 200}, rotate, 1);
    QVERIFY(isNear(page.toShown(PointF{0, 0}), {x, y}));
}

void tst_PageGeometry::roundTrip_data()
{
    QTest::addColumn<int>("rotate");
    QTest::addColumn<double>("unit");
    for (const int rotate : {0, 90, 180, 270}) {
        for (const double unit : {1.0, 2.0, 0.5})
            QTest::addRow("%d, unit %g", rotate, unit) << rotate << unit;
    }
}

void tst_PageGeometry::roundTrip()
{
    QFETCH(int, rotate);
    QFETCH(double, unit);
    const PageGeometry page({-50, 10, 700, 900}, {20, 30, 620, 800}, rotate, unit);
    for (const PointF p : {PointF{20, 30}, PointF{100.25, 400.5}, PointF{620, 800}}) {
        QVERIFY(isNear(page.toUserSpace(page.toShown(p)), p));
        const PointF shown = page.toShown(p);
        QVERIFY(shown.x >= -1e-9 && shown.y >= -1e-9);
        QVERIFY(shown.x <= page.shownSize().width + 1e-9 && shown.y <= page.shownSize().height + 1e-9);
    }
}

void tst_PageGeometry::userUnitScales()
{
    const PageGeometry page({0, 0, 100, 200}, {0, 0, 100, 200}, 90, 2);
    QCOMPARE(page.shownSize(), (SizeF{400, 200}));
    QVERIFY(isNear(page.toShown(PointF{100, 200}), {400, 200}));
}

void tst_PageGeometry::brokenBoxesFallBack()
{
    const PageGeometry noCrop({0, 0, 100, 200}, {500, 500, 600, 600}, 0, 1);
    QCOMPARE(noCrop.visibleBox(), (RectF{0, 0, 100, 200}));
    const PageGeometry nothing({0, 0, 0, 0}, {0, 0, 0, 0}, 0, std::nan(""));
    QCOMPARE(nothing.visibleBox(), (RectF{0, 0, 612, 792}));
    QCOMPARE(nothing.userUnit(), 1.0);
    const PageGeometry swapped({100, 200, 0, 0}, {100, 200, 0, 0}, 0, 1);
    QCOMPARE(swapped.visibleBox(), (RectF{0, 0, 100, 200}));
}

void tst_PageGeometry::negativeRotation()
{
    QCOMPARE(PageGeometry({0, 0, 10, 20}, {0, 0, 10, 20}, -90, 1).rotation(), 270);
    QCOMPARE(PageGeometry({0, 0, 10, 20}, {0, 0, 10, 20}, 450, 1).rotation(), 90);
}

void tst_PageGeometry::rectKeepsItsSize()
{
    const PageGeometry page({0, 0, 595, 842}, {10, 10, 500, 800}, 270, 2);
    const RectF shown{50, 60, 50 + mmToPoints(42), 60 + mmToPoints(42)};
    const RectF user = page.toUserSpace(shown);
    QVERIFY(std::abs(user.width() * 2 - mmToPoints(42)) < 1e-9);
    const RectF back = page.toShown(user);
    QVERIFY(isNear({back.x0, back.y0}, {shown.x0, shown.y0}));
}

QTEST_GUILESS_MAIN(tst_PageGeometry)
#include "tst_PageGeometry.moc"
