#include "ui/placing/PlacementModel.h"

#include "core/signing/PlacementRules.h"
#include "tests/support/SampleSeals.h"
#include "ui/placing/PlacementAlignment.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace bidseal;

namespace {

/** Page n is turned by n quarter turns; every other one has a shifted box. */
Result<PageGeometry> turnedPage(int page)
{
    const RectF box = page % 2 ? RectF{-20, 30, 575, 872} : RectF{0, 0, 595, 842};
    return PageGeometry(box, box, page * 90, 1);
}

bool near(double a, double b, double tolerance = 0.01)
{
    return std::abs(a - b) < tolerance;
}

} // namespace

class tst_PlacementModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsAndUndoes();
    void keepsTheStampOnThePage();
    void movesAcrossPages();
    void nudgesAsShownOnTurnedPages();
    void joinsNudges();
    void resizesOnlyWhatMayBeResized();
    void scalesTheDateWithItsFrame();
    void removesAndRestoresTheOrder();
    void copiesToPages();
    void changesDates();
    void alignsOnThePage();
    void walksInReadingOrder();
    void restoringIsNotUndoable();

private:
    QUuid place(int page, PointF at) { return m_model->addStamp(m_seal, page, at).value(); }
    [[nodiscard]] RectF shown(const QUuid &id) const { return m_model->shownRect(*m_model->find(id)); }

    std::unique_ptr<PlacementModel> m_model;
    Seal m_seal = test::sampleCompanySeal();
};

void tst_PlacementModel::init()
{
    m_model = std::make_unique<PlacementModel>();
    m_model->setPages(4, turnedPage);
}

void tst_PlacementModel::addsAndUndoes()
{
    QSignalSpy changes(m_model.get(), &PlacementModel::changed);
    const QUuid id = place(0, {300, 400});
    QCOMPARE(changes.count(), 1);
    QVERIFY(near(pointsToMm(shown(id).width()), 42));
    QVERIFY(near(shown(id).center().x, 300));
    QVERIFY(m_model->isSelected(id));
    m_model->undoStack()->undo();
    QVERIFY(m_model->placements().empty());
    QVERIFY(m_model->selection().empty());
    m_model->undoStack()->redo();
    QCOMPARE(m_model->placements().size(), std::size_t(1));
    QVERIFY(!m_model->addStamp(m_seal, 9, {0, 0}));
}

void tst_PlacementModel::keepsTheStampOnThePage()
{
    for (int page = 0; page < 4; ++page) {
        const RectF rect = shown(place(page, {0, 0}));
        QVERIFY(near(rect.x0, 0) && near(rect.y0, 0));
    }
}

void tst_PlacementModel::movesAcrossPages()
{
    const QUuid id = place(0, {300, 400});
    const RectF target = rectForStamp({42, 42}, {200, 200}, *turnedPage(1));
    m_model->move({{id, 1, target}});
    QCOMPARE(m_model->find(id)->page, 1);
    QVERIFY(near(shown(id).center().x, 200) && near(shown(id).center().y, 200));
    m_model->undoStack()->undo();
    QCOMPARE(m_model->find(id)->page, 0);
    m_model->undoStack()->redo();
    QCOMPARE(m_model->find(id)->page, 1);
    const int commands = m_model->undoStack()->count();
    m_model->move({{id, 1, target}}); // nowhere: no command
    QCOMPARE(m_model->undoStack()->count(), commands);
}

void tst_PlacementModel::nudgesAsShownOnTurnedPages()
{
    for (int page = 0; page < 4; ++page) {
        const QUuid id = place(page, {250, 250});
        const RectF before = shown(id);
        m_model->nudge(1, 0);
        m_model->nudge(0, 10);
        m_model->nudge(-0.1, 0);
        QVERIFY(near(pointsToMm(shown(id).x0 - before.x0), 0.9, 0.001));
        QVERIFY(near(pointsToMm(shown(id).y0 - before.y0), 10, 0.001));
    }
}

void tst_PlacementModel::joinsNudges()
{
    const QUuid first = place(0, {250, 250});
    const RectF before = shown(first);
    for (int i = 0; i < 5; ++i)
        m_model->nudge(1, 0);
    QCOMPARE(m_model->undoStack()->count(), 2);
    m_model->undoStack()->undo();
    QVERIFY(near(shown(first).x0, before.x0));
    m_model->undoStack()->redo();
    const QUuid second = place(0, {100, 100});
    m_model->nudge(1, 0);
    m_model->select({first});
    m_model->nudge(1, 0); // another stamp: its own command
    QCOMPARE(m_model->undoStack()->count(), 5);
    QVERIFY(m_model->find(second));
}

void tst_PlacementModel::resizesOnlyWhatMayBeResized()
{
    const QUuid company = place(0, {250, 250});
    const RectF before = m_model->find(company)->rect;
    m_model->resize(company, {10, 10, 20, 20});
    QCOMPARE(m_model->find(company)->rect, before);
    Seal personal = m_seal;
    personal.kind = SealKind::Personal;
    const QUuid own = m_model->addStamp(personal, 0, {250, 250}).value();
    m_model->resize(own, {10, 10, 60, 60});
    QCOMPARE(m_model->find(own)->rect, (RectF{10, 10, 60, 60}));
    m_model->undoStack()->undo();
    QVERIFY(near(pointsToMm(m_model->find(own)->rect.width()), 42));
}

void tst_PlacementModel::scalesTheDateWithItsFrame()
{
    const DateStamp date{QDate(2026, 11, 23), DateFormat::Dashes, 6};
    const QUuid id = m_model->addStamp(date, 1, {250, 250}).value();
    const RectF rect = shown(id);
    const RectF doubled{rect.x0, rect.y0, rect.x0 + 2 * rect.width(), rect.y0 + 2 * rect.height()};
    m_model->resize(id, turnedPage(1)->toUserSpace(doubled));
    QVERIFY(near(dateStampOf(*m_model->find(id))->heightMm, 12));
    m_model->undoStack()->undo();
    QVERIFY(near(dateStampOf(*m_model->find(id))->heightMm, 6));
}

void tst_PlacementModel::removesAndRestoresTheOrder()
{
    const QUuid a = place(0, {100, 100});
    const QUuid b = place(1, {100, 100});
    const QUuid c = place(2, {100, 100});
    QSignalSpy gone(m_model.get(), &PlacementModel::removed);
    m_model->remove({a, c});
    QCOMPARE(gone.count(), 1);
    QCOMPARE(m_model->placements().size(), std::size_t(1));
    m_model->undoStack()->undo();
    QCOMPARE(m_model->placements()[0].id, a);
    QCOMPARE(m_model->placements()[1].id, b);
    QCOMPARE(m_model->placements()[2].id, c);
    QCOMPARE(gone.count(), 1); // undo deletes nothing by hand
    m_model->undoStack()->redo();
    QCOMPARE(m_model->placements().size(), std::size_t(1));
}

void tst_PlacementModel::copiesToPages()
{
    const QUuid id = place(0, {200, 300});
    const Result<int> copies = m_model->copyToPages({id}, {0, 1, 2, 3});
    QVERIFY(copies);
    QCOMPARE(*copies, 3); // not once more onto its own place
    for (const Placement &copy : m_model->placements()) {
        QVERIFY(near(m_model->shownRect(copy).center().x, 200));
        QVERIFY(near(m_model->shownRect(copy).center().y, 300));
    }
    m_model->undoStack()->undo(); // one command for all
    QCOMPARE(m_model->placements().size(), std::size_t(1));
    QVERIFY(!m_model->copyToPages({id}, {17}));
}

void tst_PlacementModel::changesDates()
{
    const DateStamp date{QDate(2026, 11, 23), DateFormat::Dashes, 6};
    const QUuid id = m_model->addStamp(date, 3, {250, 250}).value();
    const RectF before = shown(id);
    QVERIFY(m_model->changeDate({id}, {QDate(2026, 12, 1), DateFormat::ChineseWords, 6}));
    QCOMPARE(dateStampOf(*m_model->find(id))->date, QDate(2026, 12, 1));
    QVERIFY(near(shown(id).x0, before.x0) && near(shown(id).y0, before.y0));
    QVERIFY(shown(id).width() > before.width());
    m_model->undoStack()->undo();
    QCOMPARE(*dateStampOf(*m_model->find(id)), date);
}

void tst_PlacementModel::alignsOnThePage()
{
    const QUuid a = place(1, {200, 300});
    const QUuid b = place(1, {400, 500});
    m_model->select({a, b});
    m_model->move(alignedMoves(*m_model, Alignment::Centres));
    QVERIFY(near(shown(b).center().x, 200));
    QVERIFY(near(shown(b).center().y, 500));
    m_model->move(alignedMoves(*m_model, Alignment::PageCentreHorizontally));
    QVERIFY(near(shown(a).center().x, 421)); // turned: 842 wide
    m_model->undoStack()->undo();
    QVERIFY(near(shown(a).center().x, 200));
}

void tst_PlacementModel::walksInReadingOrder()
{
    const QUuid second = place(0, {100, 500});
    const QUuid third = place(2, {100, 100});
    const QUuid first = place(0, {100, 100});
    m_model->select({});
    QCOMPARE(m_model->selectNext(false), first);
    QCOMPARE(m_model->selectNext(false), second);
    QCOMPARE(m_model->selectNext(false), third);
    QCOMPARE(m_model->selectNext(false), first);
    QCOMPARE(m_model->selectNext(true), third);
}

void tst_PlacementModel::restoringIsNotUndoable()
{
    place(0, {100, 100});
    const std::vector<Placement> kept = m_model->placements();
    Placement beyond = kept.front();
    beyond.page = 40;
    m_model->restore({kept.front(), beyond});
    QCOMPARE(m_model->placements(), kept);
    QVERIFY(!m_model->undoStack()->canUndo());
}

QTEST_MAIN(tst_PlacementModel)
#include "tst_PlacementModel.moc"
