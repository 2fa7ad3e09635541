#include "ui/document/ToolBarOverflow.h"

#include "tests/support/ScreenRules.h"
#include "ui/document/DocumentToolBar.h"
#include "ui/document/DocumentView.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace bidseal;

class tst_ToolBarOverflow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void wideBarShowsAll();
    void narrowBarCoversNothing_data();
    void narrowBarCoversNothing();
    void menuDoesWhatTheButtonDoes();
    void unwantedButtonsStayAway();

private:
    [[nodiscard]] QToolButton *button(const char *name) const
    {
        return m_bar->findChild<QToolButton *>(QLatin1String(name));
    }
    void resizeTo(int width);
    [[nodiscard]] QList<QAction *> menu() const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DocumentView> m_view;
    std::unique_ptr<QWidget> m_window;
    DocumentToolBar *m_bar = nullptr;
    QAction m_undo;
    QAction m_snap;
};

void tst_ToolBarOverflow::init()
{
    m_theme = std::make_unique<Theme>();
    m_view = std::make_unique<DocumentView>();
    m_window = std::make_unique<QWidget>();
    m_bar = new DocumentToolBar(m_view.get(), m_window.get());
    m_undo.setText(QStringLiteral("Undo"));
    m_undo.setObjectName(QStringLiteral("actionUndo"));
    m_snap.setText(QStringLiteral("Snap"));
    m_snap.setObjectName(QStringLiteral("actionSnap"));
    m_snap.setCheckable(true);
    m_snap.setChecked(true);
    m_bar->addExtraSeparator();
    m_bar->addExtraAction(&m_undo);
    m_bar->addExtraAction(&m_snap);
    m_window->resize(1200, 60);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void tst_ToolBarOverflow::cleanup()
{
    m_window.reset();
    m_view.reset();
    m_theme.reset();
}

void tst_ToolBarOverflow::resizeTo(int width)
{
    m_bar->resize(width, 44);
    QTest::qWait(20);
}

QList<QAction *> tst_ToolBarOverflow::menu() const
{
    QMenu *menu = button("moreButton")->menu();
    Q_EMIT menu->aboutToShow();
    return menu->actions();
}

void tst_ToolBarOverflow::wideBarShowsAll()
{
    resizeTo(900);
    QVERIFY(!button("moreButton")->isVisible());
    for (const char *name : {"rotateButton", "printButton", "actionUndoButton", "actionSnapButton", "searchButton"})
        QVERIFY2(button(name)->isVisible(), name);
}

void tst_ToolBarOverflow::narrowBarCoversNothing_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {300, 340, 420, 500, 560, 600, 640, 700})
        QTest::addRow("%d", width) << width;
}

void tst_ToolBarOverflow::narrowBarCoversNothing()
{
    QFETCH(const int, width);
    resizeTo(900);
    resizeTo(qMax(width, m_bar->minimumSizeHint().width()));
    const QStringList wrong = test::misplacedWidgets(m_bar);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    resizeTo(900);
    QVERIFY(button("printButton")->isVisible()); // it comes back
}

void tst_ToolBarOverflow::menuDoesWhatTheButtonDoes()
{
    resizeTo(m_bar->minimumSizeHint().width());
    QVERIFY(button("moreButton")->isVisible());
    QVERIFY(!button("actionSnapButton")->isVisible());
    QAction *snap = nullptr;
    const auto actions = menu();
    for (QAction *action : actions) {
        if (action->text() == QStringLiteral("Snap"))
            snap = action;
    }
    QVERIFY(snap);
    QVERIFY(snap->isChecked());
    snap->trigger();
    QVERIFY(!m_snap.isChecked());
}

void tst_ToolBarOverflow::unwantedButtonsStayAway()
{
    m_bar->setFitAndRotateVisible(false);
    resizeTo(900);
    QVERIFY(!button("rotateButton")->isVisible());
    resizeTo(m_bar->minimumSizeHint().width());
    const auto actions = menu();
    for (const QAction *action : actions)
        QVERIFY(action->text() != button("rotateButton")->accessibleName());
}

QTEST_MAIN(tst_ToolBarOverflow)
#include "tst_ToolBarOverflow.moc"
