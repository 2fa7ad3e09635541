#include "ui/placing/SealPlacementInteraction.h"

#include "tests/support/PlainPdf.h"
#include "tests/support/SampleSeals.h"
#include "tests/support/TestPki.h"
#include "ui/document/DocumentView.h"
#include "ui/placing/PlacementText.h"
#include "ui/placing/StampMime.h"

#include <QDragEnterEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace bidseal;

class tst_SealPlacementInteraction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void dropsAStampFromThePalette();
    void refusesForeignData();
    void dropBesideAPagePlacesNothing();
    void dragsOnEveryRotation_data();
    void dragsOnEveryRotation();
    void dragsToAnotherPage();
    void snapsToTheMiddleOfThePage();
    void selectsSeveral();
    void rubberBandSelects();
    void keysNudgeAndDelete();
    void escapeAbandonsADrag();
    void handleResizesADate();
    void tagButtonsWork();
    void signedSealsStay();
    void passiveLeavesTheMouseAlone();
    void paintsTheAppearance();

private:
    [[nodiscard]] QPoint pixel(int page, PointF shown) const
    {
        return m_view->pageToViewport(page).map(QPointF(shown.x, shown.y)).toPoint();
    }
    [[nodiscard]] RectF shown(const QUuid &id) const { return m_model->shownRect(*m_model->find(id)); }
    QUuid place(int page, PointF at) { return m_model->addStamp(m_seal, page, at).value(); }
    void drag(QPoint from, QPoint to);
    bool drop(const QMimeData &data, QPoint at);

    QTemporaryDir m_folder;
    Seal m_seal = test::sampleCompanySeal();
    std::unique_ptr<PlacementModel> m_model;
    std::unique_ptr<AppearanceCache> m_cache;
    std::unique_ptr<DocumentView> m_view;
    std::unique_ptr<SealPlacementInteraction> m_placing;
};

void tst_SealPlacementInteraction::init()
{
    test::PlainPdf pdf;
    pdf.pages.clear();
    for (const int rotate : {0, 90, 180, 270}) {
        test::PlainPage page;
        page.cropBox = RectF{20, 10, 575, 800};
        page.rotate = rotate;
        pdf.pages.push_back(page);
    }
    const QString path = m_folder.filePath(QStringLiteral("turned.pdf"));
    test::writeFile(path, pdf.bytes());
    const std::shared_ptr<PdfDocument> document = PdfDocument::open(path).value();
    m_model = std::make_unique<PlacementModel>();
    m_model->setPages(document->pageCount(), [document](int page) { return document->pageGeometry(page); });
    m_cache = std::make_unique<AppearanceCache>();
    m_view = std::make_unique<DocumentView>();
    m_placing = std::make_unique<SealPlacementInteraction>(*m_model, *m_cache);
    m_placing->setSnapping(false);
    m_placing->setPageMapping([view = m_view.get()](int page) { return view->pageToViewport(page); });
    connect(m_placing.get(), &SealPlacementInteraction::overlayChanged, m_view.get(), &DocumentView::updateOverlay);
    m_view->setInteraction(m_placing.get());
    m_view->resize(900, 1000);
    m_view->setDocument(document);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setZoom(0.4);
    QTRY_VERIFY(m_view->knownGeometry(3).has_value());
    QTest::qWait(20);
}

void tst_SealPlacementInteraction::cleanup()
{
    m_view->setInteraction(nullptr);
    m_placing.reset();
    m_view.reset();
}

void tst_SealPlacementInteraction::drag(QPoint from, QPoint to)
{
    QWidget *canvas = m_view->viewport();
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, (from + to) / 2);
    QTest::mouseMove(canvas, to);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
}

bool tst_SealPlacementInteraction::drop(const QMimeData &data, QPoint at)
{
    QWidget *canvas = m_view->viewport();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(canvas, &enter);
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(canvas, &move);
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(canvas, &event);
    return event.isAccepted();
}

void tst_SealPlacementInteraction::dropsAStampFromThePalette()
{
    const auto data = stampMimeData(m_seal);
    QVERIFY(drop(*data, pixel(0, {250, 300})));
    QCOMPARE(m_model->placements().size(), std::size_t(1));
    const Placement &placed = m_model->placements().front();
    QCOMPARE(placed.page, 0);
    QCOMPARE(*sealOf(placed), m_seal);
    const RectF rect = m_model->shownRect(placed);
    QVERIFY(std::abs(rect.center().x - 250) < 2 && std::abs(rect.center().y - 300) < 2);
    QVERIFY(std::abs(pointsToMm(rect.width()) - 42) < 0.01);
    QVERIFY(m_model->isSelected(placed.id));
}

void tst_SealPlacementInteraction::refusesForeignData()
{
    QMimeData text;
    text.setText(QStringLiteral("公章"));
    drop(text, pixel(0, {250, 300}));
    QMimeData broken;
    broken.setData(QLatin1String(stampMimeType), QByteArray("\1\2\3", 3));
    drop(broken, pixel(0, {250, 300}));
    QVERIFY(m_model->placements().empty());
}

void tst_SealPlacementInteraction::dropBesideAPagePlacesNothing()
{
    const auto data = stampMimeData(m_seal);
    drop(*data, QPoint(4, 200));
    QVERIFY(m_model->placements().empty());
    const QUuid id = place(0, {250, 300});
    const RectF before = shown(id);
    drag(pixel(0, {250, 300}), QPoint(4, 200));
    QCOMPARE(shown(id), before);
}

void tst_SealPlacementInteraction::dragsOnEveryRotation_data()
{
    QTest::addColumn<int>("page");
    QTest::newRow("0") << 0;
    QTest::newRow("90") << 1;
    QTest::newRow("180") << 2;
    QTest::newRow("270") << 3;
}

void tst_SealPlacementInteraction::dragsOnEveryRotation()
{
    QFETCH(const int, page);
    const QUuid id = place(page, {250, 250});
    m_view->ensureVisible(page, shown(id));
    const RectF before = shown(id);
    drag(pixel(page, {260, 240}), pixel(page, {360, 320}));
    const RectF after = shown(id);
    QVERIFY(std::abs(after.x0 - before.x0 - 100) < 3);
    QVERIFY(std::abs(after.y0 - before.y0 - 80) < 3);
    QVERIFY(std::abs(after.width() - before.width()) < 0.001);
    QCOMPARE(m_model->undoStack()->count(), 2); // placed, moved once
    m_model->undoStack()->undo();
    QCOMPARE(shown(id), before);
}

void tst_SealPlacementInteraction::dragsToAnotherPage()
{
    const QUuid id = place(0, {250, 700});
    m_view->ensureVisible(0, {250, 650, 260, 780});
    drag(pixel(0, {250, 700}), pixel(1, {300, 100}));
    QCOMPARE(m_model->find(id)->page, 1);
    QVERIFY(std::abs(shown(id).center().x - 300) < 3);
}

void tst_SealPlacementInteraction::snapsToTheMiddleOfThePage()
{
    m_placing->setSnapping(true);
    const QUuid id = place(0, {150, 300});
    const double middle = m_model->geometryOf(0)->shownSize().width / 2;
    drag(pixel(0, {150, 300}), pixel(0, {middle + 5, 500}));
    QVERIFY(std::abs(shown(id).center().x - middle) < 0.001);
}

void tst_SealPlacementInteraction::selectsSeveral()
{
    const QUuid a = place(0, {120, 120});
    const QUuid b = place(0, {350, 120});
    QWidget *canvas = m_view->viewport();
    QTest::mouseClick(canvas, Qt::LeftButton, {}, pixel(0, {120, 120}));
    QCOMPARE(m_model->selection(), std::vector{a});
    QTest::mouseClick(canvas, Qt::LeftButton, Qt::ControlModifier, pixel(0, {350, 120}));
    QCOMPARE(m_model->selection(), (std::vector{a, b}));
    const RectF beforeA = shown(a);
    const RectF beforeB = shown(b);
    drag(pixel(0, {350, 120}), pixel(0, {370, 220})); // one drags both
    QVERIFY(shown(a).y0 > beforeA.y0 + 90);
    QVERIFY(std::abs((shown(a).x0 - beforeA.x0) - (shown(b).x0 - beforeB.x0)) < 0.001);
    QTest::mouseClick(canvas, Qt::LeftButton, Qt::ShiftModifier, pixel(0, {370, 220}));
    QCOMPARE(m_model->selection(), std::vector{a});
    QTest::mouseClick(canvas, Qt::LeftButton, {}, pixel(0, {250, 600}));
    QVERIFY(m_model->selection().empty());
}

void tst_SealPlacementInteraction::rubberBandSelects()
{
    const QUuid a = place(0, {120, 120});
    const QUuid b = place(0, {350, 120});
    place(0, {250, 600});
    m_model->select({});
    drag(pixel(0, {10, 230}), pixel(0, {500, 90}));
    QCOMPARE(m_model->selection(), (std::vector{a, b}));
}

void tst_SealPlacementInteraction::keysNudgeAndDelete()
{
    const QUuid id = place(0, {250, 300});
    const RectF before = shown(id);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(std::abs(pointsToMm(shown(id).x0 - before.x0) - 0.9) < 0.001);
    QVERIFY(std::abs(pointsToMm(shown(id).y0 - before.y0) - 10) < 0.001);
    place(1, {200, 200});
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_model->selection().size(), std::size_t(2));
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QVERIFY(m_model->placements().empty());
    m_model->undoStack()->undo();
    QCOMPARE(m_model->placements().size(), std::size_t(2));
}

void tst_SealPlacementInteraction::escapeAbandonsADrag()
{
    const QUuid id = place(0, {250, 300});
    const RectF before = shown(id);
    QWidget *canvas = m_view->viewport();
    QTest::mousePress(canvas, Qt::LeftButton, {}, pixel(0, {250, 300}));
    QTest::mouseMove(canvas, pixel(0, {300, 350}));
    QTest::mouseMove(canvas, pixel(0, {350, 400}));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, pixel(0, {350, 400}));
    QCOMPARE(shown(id), before);
}

void tst_SealPlacementInteraction::handleResizesADate()
{
    const DateStamp date{QDate(2026, 11, 23), DateFormat::ChineseNumeric, 10};
    const QUuid id = m_model->addStamp(date, 1, {300, 250}).value();
    m_view->setZoom(1);
    m_view->ensureVisible(1, shown(id));
    const RectF before = shown(id);
    const QPoint corner = pixel(1, {before.x1, before.y1}) + QPoint(4, 4);
    const QPoint far = pixel(1, {before.x0 + before.width() * 1.5, before.y0 + before.height() * 1.5}) + QPoint(4, 4);
    drag(corner, far);
    const RectF after = shown(id);
    QVERIFY(std::abs(after.x0 - before.x0) < 0.01);
    QVERIFY(std::abs(after.width() / before.width() - 1.5) < 0.1);
    QVERIFY(std::abs(after.width() / after.height() - before.width() / before.height()) < 0.01);
    QVERIFY(dateStampOf(*m_model->find(id))->heightMm > 14);
}

void tst_SealPlacementInteraction::tagButtonsWork()
{
    const QUuid id = place(0, {250, 300});
    QSignalSpy copies(m_placing.get(), &SealPlacementInteraction::copyRequested);
    const RectF rect = shown(id);
    const QRectF frame = m_view->pageToViewport(0).mapRect(QRectF(rect.x0, rect.y0, rect.width(), rect.height()));
    const auto layout = placementPainter::tagLayout(frame, stampTagText(m_seal, rect));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, layout.copyButton.center().toPoint());
    QCOMPARE(copies.count(), 1);
    QVERIFY(m_model->isSelected(id));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, layout.deleteButton.center().toPoint());
    QVERIFY(m_model->placements().empty());
}

void tst_SealPlacementInteraction::signedSealsStay()
{
    m_placing->setLockedFrames({{0, {100, 100, 200, 200}}});
    PageEvent over;
    over.page = 0;
    over.shown = {150, 150};
    over.viewport = pixel(0, over.shown);
    QCOMPARE(m_placing->toolTipAt(over), QStringLiteral("Signed seals can't be moved or deleted"));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, over.viewport);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QVERIFY(m_model->placements().empty());
    QVERIFY(m_model->undoStack()->count() == 0);
}

void tst_SealPlacementInteraction::passiveLeavesTheMouseAlone()
{
    const QUuid id = place(0, {250, 300});
    const RectF before = shown(id);
    m_placing->setPassive(true);
    drag(pixel(0, {250, 300}), pixel(0, {350, 400}));
    QCOMPARE(shown(id), before);
    QVERIFY(m_model->selection().empty());
}

void tst_SealPlacementInteraction::paintsTheAppearance()
{
    QSignalSpy ready(m_cache.get(), &AppearanceCache::ready);
    place(0, {250, 300});
    m_model->select({});
    QTRY_VERIFY(ready.count() > 0);
    const QImage seen = m_view->viewport()->grab().toImage();
    const RectF rect = m_model->shownRect(m_model->placements().front());
    const QRect area =
        m_view->pageToViewport(0).mapRect(QRectF(rect.x0, rect.y0, rect.width(), rect.height())).toRect();
    int red = 0;
    for (int y = area.top(); y < area.bottom(); ++y) {
        for (int x = area.left(); x < area.right(); ++x) {
            const QColor color = seen.pixelColor(x, y);
            red += color.red() > 150 && color.green() < 100 && color.blue() < 100;
        }
    }
    QVERIFY(red > 100);
}

QTEST_MAIN(tst_SealPlacementInteraction)
#include "tst_SealPlacementInteraction.moc"
