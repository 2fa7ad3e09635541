#include "tests/ui/SmallBid.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentToolBar.h"
#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"
#include "ui/document/ThumbnailPanel.h"

#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>
#include <QWheelEvent>

using namespace bidseal;

namespace {

/** Notes what it is told; takes presses on pages when asked to. */
class NotingInteraction final : public PageInteraction
{
public:
    bool press(const PageEvent &event) override
    {
        pressed = event;
        return takes;
    }
    bool move(const PageEvent &event) override
    {
        moved = event;
        return takes;
    }
    bool release(const PageEvent &event) override
    {
        released = event;
        return takes;
    }
    bool drop(const PageEvent &event, const QMimeData &) override
    {
        dropped = event;
        return takes;
    }
    void cancel() override { ++cancelled; }
    void paint(QPainter &painter, int page, const QTransform &toViewport) override
    {
        if (page == 0) {
            painter.fillRect(toViewport.mapRect(QRectF(10, 10, 30, 30)), Qt::green);
        }
    }

    bool takes = true;
    PageEvent pressed;
    PageEvent moved;
    PageEvent released;
    PageEvent dropped;
    int cancelled = 0;
};

QPoint viewportPoint(const DocumentView &view, int page, double x, double y)
{
    return view.pageToViewport(page).map(QPointF(x, y)).toPoint();
}

void wheel(QWidget *viewport, const QPoint &pos, const QPoint &pixels, const QPoint &angle, Qt::KeyboardModifiers keys)
{
    QWheelEvent event(pos, viewport->mapToGlobal(QPointF(pos)), pixels, angle, Qt::NoButton, keys, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(viewport, &event);
}

/** As the window system does it: a drop counts only after the drag has entered. */
void dropOn(QWidget *viewport, const QPoint &pos, const QMimeData &data)
{
    QDragEnterEvent enter(pos, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &enter);
    QDropEvent drop(QPointF(pos), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &drop);
}

} // namespace

class tst_DocumentView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void drawsThePageAsItIs();
    void keysScroll();
    void keysZoom();
    void wheelZoomsAtTheCursor();
    void wheelScrollsByPixels();
    void goesToPagesEvenWhenManyAreInSight();
    void rotatesTheViewOnly();
    void lateSizesKeepThePlace();
    void interactionGetsPageCoordinates();
    void escapeAbandonsTheGesture();
    void filesAreHandedOn();
    void failedPageSaysWhy();
    void middleButtonPans();
    void toolBarFollowsAndLeads();
    void sidePanelOpensAndCloses();
    void thumbnailsGoToPages();
    void everythingHasAName();
    void nullClears();

private:
    [[nodiscard]] DocumentView &view() const { return *m_pane->view(); }
    [[nodiscard]] bool allKnown() const
    {
        for (int page = 0; page < test::SmallBid::pageCount; ++page) {
            if (!view().knownGeometry(page)) {
                return false;
            }
        }
        return true;
    }

    test::SmallBid m_bid;
    std::unique_ptr<DocumentPane> m_pane;
};

void tst_DocumentView::init()
{
    m_pane = std::make_unique<DocumentPane>();
    m_pane->resize(1000, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    const auto document = m_bid.open();
    QVERIFY(document);
    m_pane->setDocument(document);
    QTRY_VERIFY(allKnown());
}

void tst_DocumentView::cleanup()
{
    m_pane.reset();
}

void tst_DocumentView::drawsThePageAsItIs()
{
    QCOMPARE(view().currentPage(), 0);
    QTRY_VERIFY(view().openDocument()->drawnTiles() > 0);
    // The square: 100..200 from the left, 842 - 600 .. 842 - 500 from the top.
    QTRY_COMPARE(view().viewport()->grab().toImage().pixelColor(viewportPoint(view(), 0, 150, 292)), QColor(Qt::black));
    const QImage picture = view().viewport()->grab().toImage();
    QCOMPARE(picture.pixelColor(viewportPoint(view(), 0, 300, 292)), QColor(Qt::white));
    QCOMPARE(picture.pixelColor(viewportPoint(view(), 0, 103, 245)), QColor(Qt::black));
    QCOMPARE(picture.pixelColor(viewportPoint(view(), 0, 96, 245)), QColor(Qt::white));
    QVERIFY(picture.pixelColor(2, 300) != QColor(Qt::white)); // the canvas beside the page
}

void tst_DocumentView::keysScroll()
{
    QScrollBar *bar = view().verticalScrollBar();
    QTest::keyClick(&view(), Qt::Key_PageDown);
    const int one = bar->value();
    QVERIFY(one > view().viewport()->height() / 2);
    QTest::keyClick(&view(), Qt::Key_Space);
    QVERIFY(bar->value() > one);
    QTest::keyClick(&view(), Qt::Key_PageUp);
    QCOMPARE(bar->value(), one);
    QTest::keyClick(&view(), Qt::Key_End);
    QCOMPARE(bar->value(), bar->maximum());
    QCOMPARE(view().currentPage(), 11);
    QTest::keyClick(&view(), Qt::Key_Home);
    QCOMPARE(bar->value(), 0);
    QCOMPARE(view().currentPage(), 0);
    QTest::keyClick(&view(), Qt::Key_Down);
    QVERIFY(bar->value() > 0);
}

void tst_DocumentView::keysZoom()
{
    QSignalSpy changed(&view(), &DocumentView::zoomChanged);
    view().setZoom(1);
    QCOMPARE(view().zoom(), 1.0);
    QTest::keyClick(&view(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(view().zoom(), 1.1);
    QTest::keyClick(&view(), Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&view(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(view().zoom(), 0.9);
    QVERIFY(changed.count() >= 3);
    QCOMPARE(view().zoomMode(), DocumentView::ZoomMode::Free);
    QTest::keyClick(&view(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view().zoomMode(), DocumentView::ZoomMode::FitWidth);
    const QRectF page = view().pageRectInViewport(view().currentPage());
    QVERIFY(page.width() > view().viewport()->width() - 40 && page.width() < view().viewport()->width());
    view().setZoom(1000);
    QCOMPARE(view().zoom(), 8.0);
    view().setZoom(0.01);
    QCOMPARE(view().zoom(), 0.25);
}

void tst_DocumentView::wheelZoomsAtTheCursor()
{
    view().setZoom(1);
    view().goToPage(6);
    const QPoint pos(300, 350);
    const PageEvent before = view().pageEventAt(pos);
    QVERIFY(before.page >= 0);
    for (int i = 0; i < 3; ++i) {
        wheel(view().viewport(), pos, {}, {0, 120}, Qt::ControlModifier);
    }
    QVERIFY(view().zoom() > 1.4);
    const PageEvent after = view().pageEventAt(pos);
    QCOMPARE(after.page, before.page);
    QVERIFY(qAbs(after.shown.x - before.shown.x) < 2);
    QVERIFY(qAbs(after.shown.y - before.shown.y) < 2);
}

void tst_DocumentView::wheelScrollsByPixels()
{
    QScrollBar *bar = view().verticalScrollBar();
    wheel(view().viewport(), {100, 100}, {0, -37}, {0, -50}, Qt::NoModifier);
    QCOMPARE(bar->value(), 37);
    wheel(view().viewport(), {100, 100}, {}, {0, -120}, Qt::NoModifier);
    QCOMPARE(bar->value(), 37 + 96);
}

void tst_DocumentView::goesToPagesEvenWhenManyAreInSight()
{
    view().setZoom(0.25);
    for (const int page : {0, 7, 11, 1}) {
        view().goToPage(page);
        QCOMPARE(view().currentPage(), page);
    }
    view().goToPage(500);
    QCOMPARE(view().currentPage(), 11);
    view().goToPage(-3);
    QCOMPARE(view().currentPage(), 0);
}

void tst_DocumentView::rotatesTheViewOnly()
{
    view().goToPage(1);
    const QRectF upright = view().pageRectInViewport(1);
    QVERIFY(upright.height() > upright.width());
    view().rotateView();
    QCOMPARE(view().viewRotation(), 90);
    const QRectF turned = view().pageRectInViewport(1);
    QVERIFY(turned.width() > turned.height());
    // The page's upper left corner is now at the upper right.
    QVERIFY((view().pageToViewport(1).map(QPointF(0, 0)) - turned.topRight()).manhattanLength() < 2);
    QTRY_COMPARE(view().viewport()->grab().toImage().pixelColor(viewportPoint(view(), 1, 150, 292)), QColor(Qt::black));
    QCOMPARE(view().knownGeometry(1)->rotation(), 0);
}

void tst_DocumentView::lateSizesKeepThePlace()
{
    // A fresh document: the sizes of all pages are still borrowed when the page is gone to.
    m_pane->setDocument(m_bid.open());
    view().setZoom(1);
    view().goToPage(9);
    QVERIFY(!view().knownGeometry(9));
    const double before = view().pageRectInViewport(9).top();
    QTRY_VERIFY(allKnown());
    QCOMPARE(view().currentPage(), 9);
    QVERIFY(qAbs(view().pageRectInViewport(9).top() - before) < 3);
}

void tst_DocumentView::interactionGetsPageCoordinates()
{
    NotingInteraction interaction;
    view().setInteraction(&interaction);
    QTest::mousePress(view().viewport(), Qt::LeftButton, Qt::ShiftModifier, viewportPoint(view(), 0, 200, 300));
    QCOMPARE(interaction.pressed.page, 0);
    QVERIFY(qAbs(interaction.pressed.shown.x - 200) < 1);
    QVERIFY(qAbs(interaction.pressed.shown.y - 300) < 1);
    QCOMPARE(interaction.pressed.button, Qt::LeftButton);
    QVERIFY(interaction.pressed.modifiers.testFlag(Qt::ShiftModifier));
    QTest::mouseMove(view().viewport(), viewportPoint(view(), 0, 250, 310));
    QVERIFY(qAbs(interaction.moved.shown.x - 250) < 1);
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, viewportPoint(view(), 0, 260, 310));
    QVERIFY(qAbs(interaction.released.shown.x - 260) < 1);
    QTest::mousePress(view().viewport(), Qt::LeftButton, {}, {3, 300});
    QCOMPARE(interaction.pressed.page, -1);
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, {3, 300});
    QCOMPARE(view().viewport()->grab().toImage().pixelColor(viewportPoint(view(), 0, 20, 20)), QColor(Qt::green));
    view().setInteraction(nullptr);
}

void tst_DocumentView::escapeAbandonsTheGesture()
{
    NotingInteraction interaction;
    view().setInteraction(&interaction);
    QTest::mousePress(view().viewport(), Qt::LeftButton, {}, viewportPoint(view(), 0, 200, 300));
    QTest::keyClick(&view(), Qt::Key_Escape);
    QCOMPARE(interaction.cancelled, 1);
    QTest::keyClick(&view(), Qt::Key_Escape);
    QCOMPARE(interaction.cancelled, 1);
    QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, viewportPoint(view(), 0, 200, 300));
    view().setInteraction(nullptr);
}

void tst_DocumentView::filesAreHandedOn()
{
    QSignalSpy dropped(m_pane.get(), &DocumentPane::filesDropped);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/some/bid.pdf")), QUrl(QStringLiteral("https://example.com/a"))});
    dropOn(view().viewport(), {200, 200}, data);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.first().first().toStringList(), QStringList{QStringLiteral("/some/bid.pdf")});

    NotingInteraction interaction;
    view().setInteraction(&interaction);
    dropOn(view().viewport(), viewportPoint(view(), 0, 120, 130), data);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(interaction.dropped.page, 0);
    view().setInteraction(nullptr);
}

void tst_DocumentView::failedPageSaysWhy()
{
    test::MadePage huge;
    huge.userUnit = 1000; // 297 metres high: no raster of it can be made
    m_pane->setDocument(m_bid.open({huge}));
    QTRY_VERIFY(view().knownGeometry(12).has_value());
    view().setZoom(0.25);
    view().goToPage(12);
    QTRY_VERIFY(view().openDocument()->pageError(12).has_value());
    QCOMPARE(view().openDocument()->pageError(12)->code, ErrorCode::DocumentTooComplex);
    const QImage picture = view().viewport()->grab().toImage();
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            dark += picture.pixelColor(x, y).lightness() < 100 ? 1 : 0;
        }
    }
    QVERIFY2(dark > 50, "the reason is to be read on the page");
    view().goToPage(0);
    QTRY_VERIFY(view().openDocument()->drawnTiles() > 0); // the others are drawn all the same
}

void tst_DocumentView::middleButtonPans()
{
    view().goToPage(3);
    const int before = view().verticalScrollBar()->value();
    QTest::mousePress(view().viewport(), Qt::MiddleButton, {}, {300, 300});
    QTest::mouseMove(view().viewport(), {300, 250});
    QTest::mouseRelease(view().viewport(), Qt::MiddleButton, {}, {300, 250});
    QCOMPARE(view().verticalScrollBar()->value(), before + 50);
}

void tst_DocumentView::toolBarFollowsAndLeads()
{
    auto *pageBox = m_pane->findChild<QLineEdit *>(QStringLiteral("pageBox"));
    QVERIFY(pageBox);
    view().goToPage(4);
    QCOMPARE(pageBox->text(), QStringLiteral("5"));
    QTest::keyClick(&view(), Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(pageBox->hasFocus());
    pageBox->selectAll();
    QTest::keyClicks(pageBox, QStringLiteral("8"));
    QTest::keyClick(pageBox, Qt::Key_Return);
    QCOMPARE(view().currentPage(), 7);
    pageBox->selectAll();
    QTest::keyClicks(pageBox, QStringLiteral("x"));
    QTest::keyClick(pageBox, Qt::Key_Return);
    QCOMPARE(view().currentPage(), 7);
    QCOMPARE(pageBox->text(), QStringLiteral("8"));

    auto *zoomBox = m_pane->findChild<QComboBox *>(QStringLiteral("zoomBox"));
    QVERIFY(zoomBox);
    zoomBox->lineEdit()->selectAll();
    QTest::keyClicks(zoomBox->lineEdit(), QStringLiteral("137"));
    QTest::keyClick(zoomBox->lineEdit(), Qt::Key_Return);
    QCOMPARE(view().zoom(), 1.37);
    QCOMPARE(zoomBox->currentText(), QStringLiteral("137 %"));
    QTest::mouseClick(m_pane->findChild<QToolButton *>(QStringLiteral("zoomInButton")), Qt::LeftButton);
    QCOMPARE(view().zoom(), 1.5);

    QAction extra(QStringLiteral("Extra"));
    extra.setObjectName(QStringLiteral("extra"));
    QSignalSpy triggered(&extra, &QAction::triggered);
    m_pane->toolBar()->addExtraAction(&extra);
    auto *button = m_pane->findChild<QToolButton *>(QStringLiteral("extraButton"));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    delete button; // before its action goes
}

void tst_DocumentView::sidePanelOpensAndCloses()
{
    QSignalSpy changed(m_pane.get(), &DocumentPane::sidePanelVisibleChanged);
    auto *button = m_pane->findChild<QToolButton *>(QStringLiteral("sidePanelButton"));
    QVERIFY(button && button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!m_pane->isSidePanelVisible());
    QCOMPARE(changed.count(), 1);
    auto *content = new QWidget;
    const int tab = m_pane->addSideTab(content, QStringLiteral("More"));
    QCOMPARE(tab, 2);
    m_pane->showSideTab(tab);
    QVERIFY(m_pane->isSidePanelVisible());
    QVERIFY(content->isVisible());
    m_pane->setSidePanelAvailable(false);
    QVERIFY(!m_pane->isSidePanelVisible());
    QVERIFY(!button->isVisible());
}

void tst_DocumentView::thumbnailsGoToPages()
{
    auto *list = m_pane->findChild<QListView *>(QStringLiteral("thumbnailList"));
    QVERIFY(list);
    QCOMPARE(list->model()->rowCount(), 12);
    QTRY_VERIFY(view().openDocument()->hasPreview(1));
    QSignalSpy activated(m_pane->thumbnails(), &ThumbnailPanel::pageActivated);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(view().currentPage(), 1);
    QCOMPARE(activated.count(), 1);
    view().goToPage(10);
    QCOMPARE(list->currentIndex().row(), 10);
    QCOMPARE(activated.count(), 1);
    QTRY_VERIFY(view().openDocument()->hasPreview(10));
    m_pane->thumbnails()->setPageMark([](int page) { return page == 2 ? QStringLiteral("mark") : QString(); });
    const QString words = list->model()->index(2, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(words.contains(QStringLiteral("3")) && words.contains(QStringLiteral("mark")));
}

void tst_DocumentView::everythingHasAName()
{
    m_pane->openSearch();
    const auto buttons = m_pane->findChildren<QToolButton *>();
    for (const QToolButton *button : buttons) {
        if (button->isVisible() && button->parentWidget()->inherits("QLineEdit")) {
            continue; // the field's own clear button
        }
        QVERIFY2(!button->isVisible() || !button->accessibleName().isEmpty(), qPrintable(button->objectName()));
    }
    for (const char *name : {"pageBox", "searchField"}) {
        QVERIFY(!m_pane->findChild<QLineEdit *>(QString::fromLatin1(name))->accessibleName().isEmpty());
    }
    QVERIFY(!view().accessibleName().isEmpty());
    QVERIFY(!m_pane->findChild<QTreeView *>(QStringLiteral("outlineTree"))->accessibleName().isEmpty());
}

void tst_DocumentView::nullClears()
{
    QSignalSpy changed(&view(), &DocumentView::documentChanged);
    m_pane->setDocument(nullptr);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!view().document());
    QCOMPARE(view().currentPage(), -1);
    view().goToPage(3);
    view().zoomIn();
    view().rotateView();
    QTest::keyClick(&view(), Qt::Key_PageDown);
    QCOMPARE(view().pageEventAt({100, 100}).page, -1);
}

QTEST_MAIN(tst_DocumentView)
#include "tst_DocumentView.moc"
