#include "tests/ui/SmallBid.h"
#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"
#include "ui/document/WordFinder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

#include <cmath>

using namespace bidseal;

namespace {

/** One line of characters 10 points wide each, beginning at 100. */
Result<TextSelection> selectOnLine(const QString &line, PointF from, PointF to)
{
    TextSelection selection;
    for (int i = 0; i < line.size(); ++i) {
        const double left = 100 + 10 * i;
        if (left < to.x && left + 10 > from.x) {
            selection.text += line[i];
        }
    }
    return selection;
}

} // namespace

class tst_TextSelection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void findsWords_data();
    void findsWords();
    void dragSelects();
    void dragOverPagesSelectsBoth();
    void doubleClickSelectsAWord();
    void copies();
    void clickClears();

private:
    [[nodiscard]] QPoint at(int page, double x, double y) const
    {
        return m_view->pageToViewport(page).map(QPointF(x, y)).toPoint();
    }
    void drag(const QPoint &from, const QPoint &to) const
    {
        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(m_view->viewport(), (from + to) / 2);
        QTest::mouseMove(m_view->viewport(), to);
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    }

    test::SmallBid m_bid;
    std::unique_ptr<DocumentView> m_view;
};

void tst_TextSelection::init()
{
    m_view = std::make_unique<DocumentView>();
    m_view->resize(900, 800);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setDocument(m_bid.open());
    QTRY_VERIFY(m_view->knownGeometry(11).has_value());
    m_view->setZoom(0.6);
}

void tst_TextSelection::cleanup()
{
    m_view.reset();
}

void tst_TextSelection::findsWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<double>("x");
    QTest::addColumn<QString>("word");
    QTest::newRow("latin") << QStringLiteral("one two three") << 155.0 << QStringLiteral("two");
    QTest::newRow("first") << QStringLiteral("one two three") << 104.0 << QStringLiteral("one");
    QTest::newRow("last") << QStringLiteral("one two three") << 225.0 << QStringLiteral("three");
    QTest::newRow("chinese") << QStringLiteral("投标人：示例科技，盖章") << 155.0 << QStringLiteral("示例科技");
    QTest::newRow("amount") << QStringLiteral("price 14.25 total") << 175.0 << QStringLiteral("14.25");
}

void tst_TextSelection::findsWords()
{
    QFETCH(QString, line);
    QFETCH(double, x);
    QFETCH(QString, word);
    const WordFinder finder([&line](PointF from, PointF to) { return selectOnLine(line, from, to); }, 595);
    const auto found = finder.at({x, 50});
    QVERIFY(found.has_value());
    QCOMPARE(found->text, word);
}

void tst_TextSelection::dragSelects()
{
    QSignalSpy changed(m_view.get(), &DocumentView::selectionChanged);
    drag(at(0, 70, 842 - 704), at(0, 200, 842 - 704));
    QTRY_COMPARE(m_view->selectedText().trimmed(), QStringLiteral("alpha 1"));
    QVERIFY(!changed.isEmpty());
}

void tst_TextSelection::dragOverPagesSelectsBoth()
{
    drag(at(0, 70, 842 - 704), at(1, 200, 842 - 704));
    QTRY_VERIFY(m_view->selectedText().contains(QStringLiteral("alpha 2")));
    const QString text = m_view->selectedText();
    QVERIFY(text.startsWith(QStringLiteral("alpha 1")));
    QVERIFY(text.contains(QStringLiteral("beta gamma delta")));
    QVERIFY(text.indexOf(QStringLiteral("alpha 1")) < text.indexOf(QStringLiteral("alpha 2")));
}

void tst_TextSelection::doubleClickSelectsAWord()
{
    // "beta gamma delta" in Helvetica 14: gamma begins about 33 points behind the line's begin
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(0, 72 + 33 + 20, 842 - 654));
    QTRY_COMPARE(m_view->selectedText(), QStringLiteral("gamma"));
}

void tst_TextSelection::copies()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    drag(at(0, 70, 842 - 654), at(0, 300, 842 - 654));
    QTRY_VERIFY(m_view->selectedText().contains(QStringLiteral("delta")));
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().trimmed(), QStringLiteral("beta gamma delta"));
}

void tst_TextSelection::clickClears()
{
    drag(at(0, 70, 842 - 654), at(0, 300, 842 - 654));
    QTRY_VERIFY(!m_view->selectedText().isEmpty());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(0, 300, 300));
    QVERIFY(m_view->selectedText().isEmpty());
}

QTEST_MAIN(tst_TextSelection)
#include "tst_TextSelection.moc"
