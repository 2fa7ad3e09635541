#include "ui/document/PageLayout.h"

#include <QTest>

using namespace bidseal;

namespace {

constexpr SizeF a4{595.28, 841.89};
constexpr SizeF a3Wide{1190.55, 841.89};

} // namespace

class tst_PageLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyHasNoPages();
    void stacksPagesWithGaps();
    void centresNarrowPages();
    void borrowsSizeOfFirstPage();
    void findsPagesInThousands();
    void rotationSwapsSides();
    void mapsShownPoints_data();
    void mapsShownPoints();
    void anchorSurvivesZoomAndLateSizes();
    void staysInRangeOfScrollBars();
    void survivesAbsurdSizes();
};

void tst_PageLayout::emptyHasNoPages()
{
    PageLayout layout;
    QCOMPARE(layout.pageCount(), 0);
    QCOMPARE(layout.pageNear(10), -1);
    const auto range = layout.pagesBetween(0, 100);
    QVERIFY(range.second < range.first);
    QCOMPARE(layout.contentSize(), QSize());
}

void tst_PageLayout::stacksPagesWithGaps()
{
    PageLayout layout;
    layout.setSpacing({16, 14});
    layout.setPageCount(3, a4);
    layout.setScale(2);
    QCOMPARE(layout.pageRect(0), QRect(16, 16, 1191, 1684));
    QCOMPARE(layout.pageRect(1).top(), 16 + 1684 + 14);
    QCOMPARE(layout.contentSize(), QSize(1191 + 32, 16 + 3 * 1684 + 2 * 14 + 16));
}

void tst_PageLayout::centresNarrowPages()
{
    PageLayout layout;
    layout.setPageCount(2, a4);
    layout.setPageSizes(0, {a4, a3Wide});
    const QRect narrow = layout.pageRect(0);
    const QRect wide = layout.pageRect(1);
    QVERIFY(qAbs(narrow.center().x() - wide.center().x()) <= 1);
}

void tst_PageLayout::borrowsSizeOfFirstPage()
{
    PageLayout layout;
    layout.setPageCount(5);
    QVERIFY(layout.setPageSizes(0, {a3Wide}));
    QVERIFY(layout.isKnown(0));
    QVERIFY(!layout.isKnown(4));
    QCOMPARE(layout.pageSize(4), a3Wide);
    QVERIFY(layout.setPageSizes(4, {a4}));
    QCOMPARE(layout.pageSize(4), a4);
    QVERIFY(!layout.setPageSizes(4, {a4}));
}

void tst_PageLayout::findsPagesInThousands()
{
    PageLayout layout;
    layout.setPageCount(3000, a4);
    layout.setScale(1.3);
    for (int page = 0; page < 3000; page += 7) {
        const QRect rect = layout.pageRect(page);
        QCOMPARE(layout.pageNear(rect.top()), page);
        QCOMPARE(layout.pageNear(rect.bottom()), page);
        const auto range = layout.pagesBetween(rect.top() + 5, rect.bottom() + 20);
        QCOMPARE(range.first, page);
        QCOMPARE(range.second, page + 1);
    }
    const QRect first = layout.pageRect(0);
    const auto onlyGap = layout.pagesBetween(first.bottom() + 2, first.bottom() + 4);
    QVERIFY(onlyGap.second < onlyGap.first);
}

void tst_PageLayout::rotationSwapsSides()
{
    PageLayout layout;
    layout.setPageCount(1, a4);
    layout.setRotation(90);
    QCOMPARE(layout.pageRect(0).size(), QSize(842, 595));
    layout.setRotation(-90);
    QCOMPARE(layout.rotation(), 270);
    layout.setRotation(450);
    QCOMPARE(layout.rotation(), 90);
}

void tst_PageLayout::mapsShownPoints_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<QPointF>("corner"); // where the page's upper left corner is, in parts of the turned page
    QTest::newRow("0") << 0 << QPointF(0, 0);
    QTest::newRow("90") << 90 << QPointF(1, 0);
    QTest::newRow("180") << 180 << QPointF(1, 1);
    QTest::newRow("270") << 270 << QPointF(0, 1);
}

void tst_PageLayout::mapsShownPoints()
{
    QFETCH(int, rotation);
    QFETCH(QPointF, corner);
    PageLayout layout;
    layout.setPageCount(1, a4);
    layout.setScale(1.5);
    layout.setRotation(rotation);
    const QRect rect = layout.pageRect(0);
    const QPointF mapped = layout.toContent(0).map(QPointF(0, 0));
    QVERIFY(qAbs(mapped.x() - (rect.x() + corner.x() * rect.width())) < 1);
    QVERIFY(qAbs(mapped.y() - (rect.y() + corner.y() * rect.height())) < 1);
    const QPointF middle = layout.toContent(0).map(QPointF(a4.width / 2, a4.height / 2));
    QVERIFY((middle - QRectF(rect).center()).manhattanLength() < 1.5);
}

void tst_PageLayout::anchorSurvivesZoomAndLateSizes()
{
    PageLayout layout;
    layout.setPageCount(100, a4);
    const QRect before = layout.pageRect(50);
    const PageLayout::Anchor anchor = layout.anchorAt(QPointF(before.left() + 100, before.top() + 300));
    QCOMPARE(anchor.page, 50);
    layout.setPageSizes(1, std::vector<SizeF>(20, a3Wide));
    layout.setScale(2);
    const QRect after = layout.pageRect(50);
    QVERIFY((layout.positionOf(anchor) - QPointF(after.left() + 200, after.top() + 600)).manhattanLength() < 2);
}

void tst_PageLayout::staysInRangeOfScrollBars()
{
    PageLayout layout;
    layout.setPageCount(3000, {14400, 14400});
    layout.setScale(100);
    QVERIFY(layout.scale() < 100);
    QVERIFY(layout.contentSize().height() > 0);
    QVERIFY(layout.pageRect(2999).bottom() > layout.pageRect(2998).bottom());
}

void tst_PageLayout::survivesAbsurdSizes()
{
    PageLayout layout;
    layout.setPageCount(2, {0, -3});
    layout.setPageSizes(0, {SizeF{qQNaN(), qInf()}});
    layout.setScale(qQNaN());
    QVERIFY(layout.pageRect(0).isValid());
    QVERIFY(layout.contentSize().isValid());
}

QTEST_GUILESS_MAIN(tst_PageLayout)
#include "tst_PageLayout.moc"
