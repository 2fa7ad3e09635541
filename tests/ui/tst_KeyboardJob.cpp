// The main job from the first key to the signed file without any mouse: open, place, move, confirm, PIN.

#include "app/gui/SigningShellPage.h"
#include "tests/support/PlainPdf.h"
#include "tests/support/SampleSeals.h"
#include "tests/support/UiFakes.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/TimestampProbe.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/home/HomePage.h"
#include "ui/placing/PlacementModel.h"
#include "ui/placing/PlacementText.h"
#include "ui/placing/StampTile.h"
#include "ui/shell/HelpPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/signing/SigningPage.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;

namespace {

/** A key goes where the focus is, as from a keyboard. */
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus);
    QTest::keyClick(focus, key, modifiers);
    QTest::qWait(10);
}

bool hasFocus(const QString &objectName)
{
    const QWidget *focus = QApplication::focusWidget();
    return focus && focus->objectName() == objectName;
}

QString focusName()
{
    const QWidget *focus = QApplication::focusWidget();
    return focus ? QLatin1String(focus->metaObject()->className()) + u' ' + focus->objectName()
                 : QStringLiteral("nothing has the focus");
}

/** Presses Tab until the named widget has the focus. */
bool tabTo(const QString &objectName)
{
    for (int i = 0; i < 80 && !hasFocus(objectName); ++i)
        press(Qt::Key_Tab);
    return hasFocus(objectName);
}

} // namespace

class tst_KeyboardJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signsWithoutAMouse();
    void placementsAreReadOut();

private:
    void openByKey();
    void placeByKey();
    [[nodiscard]] SigningPage *page() const;

    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<test::UiFakes> m_fakes;
    std::unique_ptr<TimestampProbe> m_probe;
    std::unique_ptr<MainWindow> m_window;
    QString m_path;
};

void tst_KeyboardJob::init()
{
    m_theme = std::make_unique<Theme>();
    m_fakes = std::make_unique<test::UiFakes>();
    m_fakes->seals.seals = {test::sampleCompanySeal(), test::sampleLegalRepresentativeSeal()};
    m_fakes->signers.add(test::PkiName::EnterpriseRsa);
    m_probe = std::make_unique<TimestampProbe>(&m_fakes->timestamps, &m_fakes->clock);
    test::PlainPdf pdf;
    pdf.pages.resize(4);
    m_path = m_folder.filePath(QStringLiteral("投标文件.pdf"));
    test::writeFile(m_path, pdf.bytes());
    QFile::remove(m_folder.filePath(QStringLiteral("投标文件_signed.pdf")));
    FileDialogs::setAnswerer([this](const FileQuestion &) { return QStringList{m_path}; });
    PageFactories pages;
    pages.home = [this] { return new HomePage(m_fakes->services(), m_probe.get()); };
    pages.help = [] { return new HelpPage; };
    pages.signing = [this](const OpenedDocument &opened) { return new SigningShellPage(opened, m_fakes->services()); };
    m_window = std::make_unique<MainWindow>(m_fakes->services(), m_probe.get(), pages);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_KeyboardJob::cleanup()
{
    FileDialogs::setAnswerer({});
    m_window.reset();
    m_theme.reset();
}

SigningPage *tst_KeyboardJob::page() const
{
    const auto *shown = qobject_cast<SigningShellPage *>(m_window->currentPage());
    return shown ? shown->signingPage() : nullptr;
}

void tst_KeyboardJob::openByKey()
{
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QTRY_VERIFY(page());
    QTRY_COMPARE(page()->findChildren<StampTile *>().size(), 3);
    QTRY_VERIFY(page()->pane()->view()->knownGeometry(3).has_value());
    QTRY_VERIFY(page()->pane()->view()->hasFocus());
}

void tst_KeyboardJob::placeByKey()
{
    const QString tile = QStringLiteral("sealTile-%1").arg(m_fakes->seals.seals.front().id);
    QVERIFY(tabTo(tile));
    press(Qt::Key_Return);
    QCOMPARE(page()->placements()->placements().size(), std::size_t(1));
    QTRY_VERIFY(page()->pane()->view()->hasFocus());
}

void tst_KeyboardJob::signsWithoutAMouse()
{
    openByKey();
    placeByKey();
    const PlacementModel &model = *page()->placements();
    const RectF before = model.shownRect(model.placements().front());
    press(Qt::Key_Right);
    press(Qt::Key_Down, Qt::ShiftModifier);
    const RectF after = model.shownRect(model.placements().front());
    QVERIFY(std::abs(after.x0 - before.x0 - mmToPoints(1)) < 0.01);
    QVERIFY(std::abs(after.y0 - before.y0 - mmToPoints(10)) < 0.01);

    QSignalSpy done(page(), &SigningPage::documentSigned);
    QTRY_VERIFY(page()->findChild<QPushButton *>(QStringLiteral("footSign"))->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(hasFocus(QStringLiteral("confirmBack")));
    QVERIFY(!page()->isSigning());
    press(Qt::Key_Tab);
    QVERIFY(hasFocus(QStringLiteral("confirmSign")));
    press(Qt::Key_Return);
    QTRY_VERIFY2_WITH_TIMEOUT(hasFocus(QStringLiteral("pinEdit")), qPrintable(focusName()), 10000);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("123456"));
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 30000);
    const auto result = done.front().front().value<SigningResult>();
    QCOMPARE(result.report.verdict, Verdict::Intact);
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("投标文件_signed.pdf"))));
    const QWidget *next = m_window->focusWidget(); // has the focus as soon as the window is the active one again
    QVERIFY(next);
    QCOMPARE(next->objectName(), QStringLiteral("resultOpen"));
    QCOMPARE(page()->stage(), SigningPage::Stage::Finished);
}

void tst_KeyboardJob::placementsAreReadOut()
{
    openByKey();
    placeByKey();
    PlacementModel &model = *page()->placements();
    model.addStamp(m_fakes->seals.seals[1], 2, {300, 400}).value();
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(page()->pane()->view());
    QVERIFY(view);
    QCOMPARE(view->childCount(), 2);
    const Placement &second = model.placements()[1];
    QAccessibleInterface *face = view->child(1);
    QVERIFY(face && face->isValid());
    QCOMPARE(face->text(QAccessible::Name), placementSpokenText(second, model.shownRect(second), 2, 2));
    QVERIFY(face->text(QAccessible::Name).contains(QLatin1String("page 3")));
    QVERIFY(face->state().selected);
    QVERIFY(!view->child(0)->state().selected);
    QCOMPARE(view->indexOfChild(face), 1);
    QVERIFY(!face->rect().isEmpty());
    model.remove({second.id});
    QCOMPARE(view->childCount(), 1);
    QVERIFY(!face->isValid());
}

QTEST_MAIN(tst_KeyboardJob)
#include "tst_KeyboardJob.moc"
