#include "ui/signing/SigningPage.h"

#include "tests/support/PlainPdf.h"
#include "tests/support/SampleSeals.h"
#include "tests/support/UiFakes.h"
#include "ui/common/FileDialogs.h"
#include "ui/common/InfoBar.h"
#include "ui/common/SecretEdit.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/placing/PlacementModel.h"
#include "ui/placing/StampMime.h"
#include "ui/placing/StampTile.h"
#include "ui/signing/ConfirmDialog.h"
#include "ui/signing/PinDialog.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QAction>
#include <QDragEnterEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace bidseal;
using test::PkiName;

class tst_SigningPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void draftIsSavedAtOnceAndRestored();
    void takesASealFromThePalette();
    void enterOnATilePlacesOnTheShownPage();
    void footCountsAndEnables();
    void undoAndRedoByKey();
    void tabWalksThePlacements();
    void copiesToPagesByKey();
    void changedFileForbidsSigning();
    void ctrlEnterOnlyAsks();
    void signsTheWholeWay();
    void wrongPinAsksAgainAndCancelKeepsEverything();
    void everyControlHasAName();

private:
    template <typename T> T *child(const char *name) { return m_page->findChild<T *>(QLatin1String(name)); }
    void open(const QString &path);
    void typePin(const QString &pin);
    void confirm();

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::UiFakes> m_fakes;
    std::unique_ptr<SigningPage> m_page;
    QString m_path;
};

void tst_SigningPage::initTestCase()
{
    m_theme = std::make_unique<Theme>();
}

void tst_SigningPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fakes = std::make_unique<test::UiFakes>();
    m_fakes->seals.seals = {test::sampleCompanySeal(), test::sampleLegalRepresentativeSeal()};
    m_fakes->signers.add(PkiName::EnterpriseRsa);
    test::PlainPdf pdf;
    pdf.pages.resize(4);
    pdf.pages[1].rotate = 90;
    m_path = m_folder->filePath(QStringLiteral("投标文件.pdf"));
    test::writeFile(m_path, pdf.bytes());
    open(m_path);
}

void tst_SigningPage::cleanup()
{
    m_page.reset();
}

void tst_SigningPage::open(const QString &path)
{
    m_page = std::make_unique<SigningPage>(m_fakes->services());
    m_page->resize(1366, 740);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->openDocument(PdfDocument::open(path).value());
    QTRY_VERIFY(!child<QLabel>("footFingerprint")->text().isEmpty());
    QTRY_VERIFY(m_page->pane()->view()->knownGeometry(3).has_value());
}

void tst_SigningPage::draftIsSavedAtOnceAndRestored()
{
    QSignalSpy status(m_page.get(), &SigningPage::statusMessage);
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 1, {200, 200}).value();
    QTRY_COMPARE(m_fakes->drafts.drafts.size(), std::size_t(1));
    QTRY_VERIFY(status.count() > 0);
    const std::vector<Placement> before = m_page->placements()->placements();
    open(m_path); // as after a crash: a new page, the same store
    QTRY_COMPARE(m_page->placements()->placements(), before);
    QTRY_VERIFY(child<InfoBar>("restoredBar")->isVisible());
    m_page->placements()->remove({before.front().id});
    QTRY_VERIFY(m_fakes->drafts.drafts.empty());
}

void tst_SigningPage::takesASealFromThePalette()
{
    QTRY_VERIFY(!m_page->findChildren<StampTile *>().isEmpty());
    StampTile *tile = nullptr;
    QTRY_VERIFY((tile = m_page->findChild<StampTile *>(QStringLiteral("sealTile-%1").arg(m_fakes->seals.seals[0].id))));
    DocumentView *view = m_page->pane()->view();
    const QPoint target = view->pageToViewport(0).map(QPointF(300, 250)).toPoint();
    const auto data = stampMimeData(tile->stamp()); // what the tile's QDrag carries
    QDragEnterEvent enter(target, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &enter);
    QDragMoveEvent move(target, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &move);
    QDropEvent drop(target, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(view->viewport(), &drop);
    QTRY_COMPARE(m_page->placements()->placements().size(), std::size_t(1));
    const Placement &placed = m_page->placements()->placements().front();
    QCOMPARE(placed.page, 0);
    const PointF centre = m_page->placements()->shownRect(placed).center();
    QVERIFY(std::abs(centre.x - 300) < 8 && std::abs(centre.y - 250) < 8); // snapping may pull a little
}

void tst_SigningPage::enterOnATilePlacesOnTheShownPage()
{
    m_page->pane()->view()->goToPage(2);
    StampTile *tile = nullptr;
    QTRY_VERIFY((tile = m_page->findChild<StampTile *>(QStringLiteral("sealTile-%1").arg(m_fakes->seals.seals[1].id))));
    const int shown = m_page->pane()->view()->currentPage();
    QTest::keyClick(tile, Qt::Key_Return);
    QCOMPARE(m_page->placements()->placements().size(), std::size_t(1));
    QCOMPARE(m_page->placements()->placements().front().page, shown);
}

void tst_SigningPage::footCountsAndEnables()
{
    auto *sign = child<QPushButton>("footSign");
    QVERIFY(!sign->isEnabled());
    QVERIFY(!sign->toolTip().isEmpty());
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 0, {200, 200}).value();
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 2, {200, 200}).value();
    m_page->placements()->addStamp(DateStamp{QDate(2026, 11, 23)}, 2, {200, 400}).value();
    const QString text = child<QLabel>("footCounts")->text();
    QVERIFY2(text.contains(m_fakes->seals.seals[0].name + QStringLiteral(" 2")), qPrintable(text));
    QVERIFY(sign->isEnabled());
    m_fakes->signers.clear();
    m_fakes->signers.refresh();
    QTRY_VERIFY(!sign->isEnabled());
}

void tst_SigningPage::undoAndRedoByKey()
{
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 0, {200, 200}).value();
    m_page->pane()->view()->setFocus();
    QTest::keyClick(m_page->pane()->view(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_page->placements()->placements().empty());
    QTest::keyClick(m_page->pane()->view(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(m_page->placements()->placements().size(), std::size_t(1));
}

void tst_SigningPage::tabWalksThePlacements()
{
    const QUuid second = m_page->placements()->addStamp(m_fakes->seals.seals[0], 1, {200, 200}).value();
    const QUuid first = m_page->placements()->addStamp(m_fakes->seals.seals[0], 0, {200, 200}).value();
    m_page->placements()->select({});
    DocumentView *view = m_page->pane()->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Tab);
    QCOMPARE(m_page->placements()->selection(), std::vector{first});
    QVERIFY(view->accessibleDescription().contains(QStringLiteral("page 1")));
    QTest::keyClick(view, Qt::Key_Tab);
    QCOMPARE(m_page->placements()->selection(), std::vector{second});
    QTest::keyClick(view, Qt::Key_Tab); // behind the last one the focus leaves
    QVERIFY(m_page->placements()->selection().empty());
    QVERIFY(!view->hasFocus());
}

void tst_SigningPage::copiesToPagesByKey()
{
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 0, {200, 200}).value();
    m_page->pane()->view()->setFocus();
    QTest::keyClick(m_page->pane()->view(), Qt::Key_D, Qt::ControlModifier);
    auto *copy = child<QPushButton>("copyAccept");
    QVERIFY(copy);
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(m_page->placements()->placements().size(), std::size_t(4));
}

void tst_SigningPage::changedFileForbidsSigning()
{
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 0, {200, 200}).value();
    QVERIFY(child<QPushButton>("footSign")->isEnabled());
    test::writeFile(m_path, test::readFile(m_path) + "% changed\n");
    QTRY_VERIFY(child<InfoBar>("changedBar")->isVisible());
    QVERIFY(!child<QPushButton>("footSign")->isEnabled());
    QSignalSpy again(m_page.get(), &SigningPage::reopenRequested);
    QTest::mouseClick(child<QPushButton>("changedReopen"), Qt::LeftButton);
    QCOMPARE(again.count(), 1);
}

void tst_SigningPage::ctrlEnterOnlyAsks()
{
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 0, {200, 200}).value();
    m_page->pane()->view()->setFocus();
    QTest::keyClick(m_page->pane()->view(), Qt::Key_Return, Qt::ControlModifier);
    auto *dialog = m_page->findChild<ConfirmDialog *>();
    QVERIFY(dialog);
    QVERIFY(!m_page->isSigning());
    dialog->reject();
}

void tst_SigningPage::confirm()
{
    QTest::mouseClick(child<QPushButton>("footSign"), Qt::LeftButton);
    auto *dialog = m_page->findChild<ConfirmDialog *>();
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("confirmSign")), Qt::LeftButton);
}

void tst_SigningPage::typePin(const QString &pin)
{
    PinDialog *dialog = nullptr;
    const auto visible = [&] {
        for (PinDialog *candidate : m_page->findChildren<PinDialog *>()) {
            if (candidate->isVisible())
                dialog = candidate;
        }
        return dialog != nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(visible(), 20000);
    QTest::keyClicks(dialog->findChild<SecretEdit *>(QStringLiteral("pinEdit")), pin);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("pinSign")), Qt::LeftButton);
}

void tst_SigningPage::signsTheWholeWay()
{
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 0, {200, 200}).value();
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 1, {300, 200}).value();
    const QByteArray input = test::readFile(m_path);
    QSignalSpy done(m_page.get(), &SigningPage::documentSigned);
    confirm();
    typePin(QStringLiteral("123456"));
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 30000);
    const auto result = done.front().front().value<SigningResult>();
    QCOMPARE(result.outputPath, m_folder->filePath(QStringLiteral("投标文件_signed.pdf")));
    QCOMPARE(result.report.verdict, Verdict::Intact);
    QCOMPARE(result.report.signatures.size(), std::size_t(1));
    QCOMPARE(result.report.signatures.front().seals.size(), std::size_t(2));
    QCOMPARE(test::readFile(m_path), input);
    QCOMPARE(child<QLabel>("resultTitle")->text(), QStringLiteral("Signed and verified"));
    QTRY_VERIFY(m_fakes->drafts.drafts.empty());
    QCOMPARE(m_page->stage(), SigningPage::Stage::Finished);
    const QString report = m_folder->filePath(QStringLiteral("report.html"));
    FileDialogs::setAnswerer([&report](const FileQuestion &) { return QStringList{report}; });
    QTest::mouseClick(child<QPushButton>("resultExport"), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(report));
    QVERIFY(test::readFile(report).contains("<html"));
    FileDialogs::setAnswerer({});
    QSignalSpy look(m_page.get(), &SigningPage::requestValidation);
    QTest::mouseClick(child<QPushButton>("resultOpen"), Qt::LeftButton);
    QCOMPARE(look.front().front().toString(), result.outputPath);
}

void tst_SigningPage::wrongPinAsksAgainAndCancelKeepsEverything()
{
    m_page->placements()->addStamp(m_fakes->seals.seals[0], 0, {200, 200}).value();
    QSignalSpy done(m_page.get(), &SigningPage::documentSigned);
    confirm();
    typePin(QStringLiteral("000000"));
    PinDialog *again = nullptr;
    const auto asked = [&] {
        for (PinDialog *candidate : m_page->findChildren<PinDialog *>()) {
            const auto *bar = candidate->findChild<InfoBar *>(QStringLiteral("pinBar"));
            if (candidate->isVisible() && bar->isVisible())
                again = candidate;
        }
        return again != nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(asked(), 20000);
    QTest::mouseClick(again->findChild<QPushButton *>(QStringLiteral("pinCancel")), Qt::LeftButton);
    QTRY_VERIFY(child<QPushButton>("footSign")->isVisible());
    QCOMPARE(done.count(), 0);
    QCOMPARE(m_page->placements()->placements().size(), std::size_t(1));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("投标文件_signed.pdf"))));
    QCOMPARE(m_fakes->drafts.drafts.size(), std::size_t(1));
}

void tst_SigningPage::everyControlHasAName()
{
    for (QWidget *widget : m_page->findChildren<QWidget *>()) {
        const bool isControl = widget->inherits("QAbstractButton") || widget->inherits("QComboBox") ||
                               widget->inherits("QAbstractSpinBox");
        if (!isControl || !widget->isVisibleTo(m_page.get()))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
                 qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()),
                                                        widget->objectName())));
    }
}

QTEST_MAIN(tst_SigningPage)
#include "tst_SigningPage.moc"
