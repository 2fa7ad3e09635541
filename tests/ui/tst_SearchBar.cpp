#include "tests/ui/SmallBid.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/document/SearchBar.h"
#include "ui/document/SearchController.h"

#include <QLabel>
#include <QLineEdit>

using namespace bidseal;

class tst_SearchBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nearestPagesComeFirst();
    void findsAndSteps();
    void beginsAtTheShownPage();
    void saysWhenNothingIsFound();
    void escapeClosesAndForgets();
    void newDocumentIsSearchedAnew();

private:
    void type(const QString &text) const
    {
        m_field->selectAll();
        QTest::keyClicks(m_field, text);
    }
    [[nodiscard]] QString count() const { return m_count->text(); }
    [[nodiscard]] const SearchController &search() const { return *m_pane->searchBar()->controller(); }

    test::SmallBid m_bid;
    std::unique_ptr<DocumentPane> m_pane;
    QLineEdit *m_field = nullptr;
    QLabel *m_count = nullptr;
};

void tst_SearchBar::init()
{
    m_pane = std::make_unique<DocumentPane>();
    m_pane->resize(900, 700);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->setDocument(m_bid.open());
    m_field = m_pane->findChild<QLineEdit *>(QStringLiteral("searchField"));
    m_count = m_pane->findChild<QLabel *>(QStringLiteral("searchCount"));
    QVERIFY(m_field && m_count);
    QVERIFY(!m_field->isVisible());
    QTest::keyClick(m_pane->view(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(m_field->hasFocus());
}

void tst_SearchBar::cleanup()
{
    m_pane.reset();
}

void tst_SearchBar::nearestPagesComeFirst()
{
    QCOMPARE(SearchController::pageOrder(5, 2), (std::vector<int>{2, 3, 1, 4, 0}));
    QCOMPARE(SearchController::pageOrder(3, 0), (std::vector<int>{0, 1, 2}));
    QCOMPARE(SearchController::pageOrder(3, 99), (std::vector<int>{2, 1, 0}));
    QCOMPARE(SearchController::pageOrder(0, 0), std::vector<int>{});
}

void tst_SearchBar::findsAndSteps()
{
    type(QStringLiteral("ALPHA"));
    QTRY_COMPARE(count(), QStringLiteral("1/12"));
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(count(), QStringLiteral("2/12"));
    QCOMPARE(m_pane->view()->currentPage(), 1);
    QTest::keyClick(m_field, Qt::Key_F3);
    QCOMPARE(count(), QStringLiteral("3/12"));
    QTest::keyClick(m_field, Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(m_field, Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(m_field, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(count(), QStringLiteral("12/12"));
    QCOMPARE(m_pane->view()->currentPage(), 11);
}

void tst_SearchBar::beginsAtTheShownPage()
{
    m_pane->view()->goToPage(6);
    type(QStringLiteral("alpha"));
    QTRY_COMPARE(count(), QStringLiteral("7/12"));
    QCOMPARE(search().hits()[std::size_t(search().current())].page, 6);
    for (std::size_t i = 1; i < search().hits().size(); ++i) {
        QVERIFY(search().hits()[i - 1].page <= search().hits()[i].page);
    }
}

void tst_SearchBar::saysWhenNothingIsFound()
{
    type(QStringLiteral("omega"));
    QTRY_VERIFY(!search().isRunning() && !search().text().isEmpty());
    QVERIFY(!count().isEmpty());
    QVERIFY(!count().contains(QLatin1Char('/')));
    QTest::keyClick(m_field, Qt::Key_Return);
    QTRY_VERIFY(!search().isRunning());
    QCOMPARE(search().current(), -1);
}

void tst_SearchBar::escapeClosesAndForgets()
{
    type(QStringLiteral("beta"));
    QTRY_COMPARE(count(), QStringLiteral("1/12"));
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(!m_field->isVisible());
    QVERIFY(search().hits().empty());
    QVERIFY(m_pane->view()->hasFocus());
}

void tst_SearchBar::newDocumentIsSearchedAnew()
{
    type(QStringLiteral("beta"));
    QTRY_COMPARE(count(), QStringLiteral("1/12"));
    test::MadePage further;
    further.content = test::PdfMaker::textAt(72, 700, 14, "beta beta");
    m_pane->setDocument(m_bid.open({further}));
    QTRY_COMPARE(count(), QStringLiteral("1/14"));
}

QTEST_MAIN(tst_SearchBar)
#include "tst_SearchBar.moc"
