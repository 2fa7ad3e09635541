#include "tests/support/ScreenRules.h"
#include "tests/support/SignedPdf.h"
#include "tests/support/UiFakes.h"
#include "ui/common/ErrorBar.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/TimestampProbe.h"
#include "ui/home/HomePage.h"
#include "ui/settings/SettingsPage.h"
#include "ui/shell/HeaderBar.h"
#include "ui/shell/HelpPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/theme/Theme.h"
#include "ui/validation/ValidationPage.h"
#include "ui/validation/ValidationPresenter.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QTest>
#include <QTranslator>

namespace bidseal {

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void startsAtHome();
    void opensAndGoesBack();
    void tellsWhatCannotBeOpened();
    void keysLeadToPages();
    void openKeyAsksForAFile();
    void droppedFileIsOpened();
    void paneKeyMovesTheFocus();
    void remembersItsGeometry();
    void everythingIsNamed_data();
    void everythingIsNamed();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    void addPages();
    void showPage(const QString &name);

    std::unique_ptr<test::UiFakes> m_fakes;
    std::unique_ptr<TimestampProbe> m_probe;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    QTranslator m_chinese;
    std::unique_ptr<test::SignedPdf> m_pdf;
    QString m_file;
};

void TestMainWindow::initTestCase()
{
    m_pdf = std::make_unique<test::SignedPdf>();
    m_pdf->sign();
    m_file = m_pdf->save();
}

void TestMainWindow::init()
{
    m_fakes = std::make_unique<test::UiFakes>();
    m_probe = std::make_unique<TimestampProbe>(&m_fakes->timestamps, &m_fakes->clock);
    m_theme = std::make_unique<Theme>();
    PageFactories pages;
    pages.home = [this] { return new HomePage(m_fakes->services(), m_probe.get()); };
    pages.help = [] { return new HelpPage; };
    pages.settings = [this] {
        SettingsPorts ports{m_fakes->services(), m_probe.get(), {}, [] { return QStringList(); }};
        return new SettingsPage(ports);
    };
    pages.validation = [this](const OpenedDocument &opened) { return new ValidationPage(opened, m_fakes->services()); };
    pages.signing = pages.validation; // the frame does not care which page a document gets
    m_window = std::make_unique<MainWindow>(m_fakes->services(), m_probe.get(), pages);
    m_window->resize(1024, 680);
    m_window->show();
}

void TestMainWindow::cleanup()
{
    FileDialogs::setAnswerer({});
    m_window.reset();
    m_theme.reset();
    QCoreApplication::removeTranslator(&m_chinese);
}

void TestMainWindow::startsAtHome()
{
    QVERIFY(qobject_cast<HomePage *>(m_window->currentPage()));
    QCOMPARE(m_window->navigation()->current(), NavEntry::Home);
    QCOMPARE(m_window->minimumSize(), QSize(1024, 680));
    QVERIFY(m_window->navigation()->isRail());
    m_window->resize(1440, 870);
    QVERIFY(!m_window->navigation()->isRail());
}

void TestMainWindow::opensAndGoesBack()
{
    m_window->verifyFile(m_file);
    QTRY_VERIFY(qobject_cast<ValidationPage *>(m_window->currentPage()));
    QCOMPARE(m_window->navigation()->current(), NavEntry::Verify);
    QCOMPARE(m_window->findChild<HeaderBar *>()->title(), QFileInfo(m_file).fileName());
    QCOMPARE(m_fakes->recentFiles.files.size(), std::size_t(1));
    m_window->showSettings();
    QVERIFY(qobject_cast<SettingsPage *>(m_window->currentPage()));
    m_window->goBack(); // to the document, not home
    QVERIFY(qobject_cast<ValidationPage *>(m_window->currentPage()));
    m_window->goBack();
    QVERIFY(qobject_cast<HomePage *>(m_window->currentPage()));
}

void TestMainWindow::tellsWhatCannotBeOpened()
{
    m_window->openFile(QStringLiteral("/nowhere/bid.pdf"));
    QTRY_VERIFY(m_window->errorBar()->isVisible());
    QCOMPARE(m_window->errorBar()->error()->code, ErrorCode::FileNotFound);
    QVERIFY(qobject_cast<HomePage *>(m_window->currentPage()));
}

void TestMainWindow::keysLeadToPages()
{
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY(qobject_cast<HelpPage *>(m_window->currentPage()));
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(qobject_cast<SettingsPage *>(m_window->currentPage()));
    QTest::keyClick(m_window.get(), Qt::Key_Home, Qt::AltModifier);
    QVERIFY(qobject_cast<HomePage *>(m_window->currentPage()));
}

void TestMainWindow::openKeyAsksForAFile()
{
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    FileDialogs::setAnswerer([this](const FileQuestion &) { return QStringList{m_file}; });
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(m_window->navigation()->current(), NavEntry::Open);
}

void TestMainWindow::droppedFileIsOpened()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_file)});
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(qobject_cast<ValidationPage *>(m_window->currentPage()));
}

void TestMainWindow::paneKeyMovesTheFocus()
{
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->navigation()->setFocus();
    const QWidget *before = QApplication::focusWidget();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QVERIFY(QApplication::focusWidget() != before);
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), before);
}

void TestMainWindow::remembersItsGeometry()
{
    m_window->close();
    QVERIFY(!m_fakes->settings.value(QLatin1String(settingKey::windowGeometry)).toByteArray().isEmpty());
}

void TestMainWindow::addPages()
{
    QTest::addColumn<QString>("page");
    for (const char *name : {"home", "settings", "help", "validation"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestMainWindow::showPage(const QString &name)
{
    if (name == QLatin1String("settings"))
        m_window->showSettings();
    if (name == QLatin1String("help"))
        m_window->showHelp();
    if (name == QLatin1String("validation")) {
        m_window->verifyFile(m_file);
        QTRY_VERIFY(qobject_cast<ValidationPage *>(m_window->currentPage()));
        auto *presenter = qobject_cast<ValidationPage *>(m_window->currentPage())->presenter();
        QTRY_COMPARE(presenter->state(), ValidationPresenter::State::Done);
    }
    QTest::qWait(50);
}

void TestMainWindow::everythingIsNamed_data()
{
    addPages();
}

void TestMainWindow::everythingIsNamed()
{
    QFETCH(QString, page);
    showPage(page);
    const QStringList nameless = test::namelessWidgets(m_window.get());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1String("; "))));
}

void TestMainWindow::nothingIsCut_data()
{
    addPages();
}

void TestMainWindow::nothingIsCut()
{
    QFETCH(QString, page);
    QVERIFY(m_chinese.load(QStringLiteral(":/i18n/bidseal_zh_CN.qm")));
    QCoreApplication::installTranslator(&m_chinese);
    showPage(page);
    const QStringList cut = test::cutWidgets(m_window.get());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1String("; "))));
}

} // namespace bidseal

QTEST_MAIN(bidseal::TestMainWindow)
#include "tst_MainWindow.moc"
