// Every window of placing and signing in both schemes and the sizes that are promised: nothing is cut, the main button
// is in sight. With BIDSEAL_SHOTS=<folder> the pictures are kept; BIDSEAL_SHOTS_QM=<file> shows them in another
// language.

#include "tests/support/PlainPdf.h"
#include "tests/support/SampleSeals.h"
#include "tests/support/ScreenRules.h"
#include "tests/support/UiFakes.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/placing/AddSealDialog.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/placing/CopyToPagesDialog.h"
#include "ui/placing/PlacementInspector.h"
#include "ui/placing/PlacementModel.h"
#include "ui/placing/StampTile.h"
#include "ui/signing/ConfirmDialog.h"
#include "ui/signing/PinDialog.h"
#include "ui/signing/ResultPage.h"
#include "ui/signing/SigningPage.h"
#include "ui/theme/Theme.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace bidseal;
using test::PkiName;

namespace {

std::vector<Placement> samplePlacements(PlacementModel &model)
{
    const Seal company = test::sampleCompanySeal();
    model.addStamp(test::sampleLegalRepresentativeSeal(), 2, {150, 150}).value();
    model.addStamp(company, 1, {420, 560}).value();
    model.addStamp(company, 2, {420, 560}).value();
    model.addStamp(DateStamp{QDate(2026, 11, 23)}, 0, {300, 560}).value();
    model.addStamp(company, 0, {300, 430}).value();
    return model.placements();
}

/** Names of the parts with what they need at least, for the words of a failure. */
QString widestOf(const QWidget &sections)
{
    QStringList parts;
    for (const QWidget *child : sections.findChildren<QWidget *>()) {
        if (child->isVisible() && child->minimumSizeHint().width() > 100)
            parts << QStringLiteral("%1 %2: %3")
                         .arg(QLatin1String(child->metaObject()->className()), child->objectName())
                         .arg(child->minimumSizeHint().width());
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

class tst_SigningScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void signingPage_data();
    void signingPage();
    void fitsEverywhere_data();
    void fitsEverywhere();
    void speaksTheOtherLanguageAtOnce();
    void dialogs_data();
    void dialogs();
    void resultStates_data();
    void resultStates();

private:
    void keep(QWidget &widget, const QString &name) const;
    static void checkWords(const QWidget &window);
    static void addSchemes();

    std::unique_ptr<Theme> m_theme;
    QTranslator m_words;
};

void tst_SigningScreens::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    const QString words = qEnvironmentVariable("BIDSEAL_SHOTS_QM");
    if (!words.isEmpty()) {
        QVERIFY(m_words.load(words));
        QCoreApplication::installTranslator(&m_words);
    }
}

void tst_SigningScreens::keep(QWidget &widget, const QString &name) const
{
    const QString folder = qEnvironmentVariable("BIDSEAL_SHOTS");
    if (folder.isEmpty())
        return;
    QVERIFY(QDir().mkpath(folder));
    const QString scheme = m_theme->scheme() == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    QVERIFY(widget.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, scheme)));
}

/** A label that does not wrap shows all of its text; a button too. */
void tst_SigningScreens::checkWords(const QWidget &window)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisibleTo(&window) || label->wordWrap() || label->text().isEmpty())
            continue;
        QVERIFY2(
            label->width() >= label->sizeHint().width() - 1,
            qPrintable(
                QStringLiteral("%1: %2 < %3").arg(label->text()).arg(label->width()).arg(label->sizeHint().width())));
    }
    for (const QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isVisibleTo(&window))
            QVERIFY2(button->width() >= button->minimumSizeHint().width() - 2, qPrintable(button->text()));
    }
}

void tst_SigningScreens::addSchemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void tst_SigningScreens::signingPage_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    for (const bool dark : {false, true}) {
        for (const QSize size : {QSize(1440 - 52, 900 - 60 - 28), QSize(1366 - 52, 768 - 60 - 28)})
            QTest::addRow("%s %d", dark ? "dark" : "light", size.width()) << dark << size;
    }
}

void tst_SigningScreens::signingPage()
{
    QFETCH(const bool, dark);
    QFETCH(const QSize, size);
    m_theme->setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    QTemporaryDir folder;
    test::UiFakes fakes;
    fakes.seals.seals = {test::sampleCompanySeal(), test::sampleLegalRepresentativeSeal(), test::sampleContractSeal()};
    fakes.signers.add(PkiName::EnterpriseRsa);
    fakes.signers.add(PkiName::Expired, UnusableReason::Expired);
    QString path = qEnvironmentVariable("BIDSEAL_SHOTS_PDF");
    if (path.isEmpty()) {
        test::PlainPdf pdf;
        pdf.pages.resize(4);
        path = folder.filePath(QStringLiteral("投标文件.pdf"));
        test::writeFile(path, pdf.bytes());
    }
    SigningPage page(fakes.services());
    page.resize(size);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    page.openDocument(PdfDocument::open(path).value());
    auto *hash = page.findChild<QLabel *>(QStringLiteral("footFingerprint"));
    QTRY_VERIFY(!hash->text().isEmpty());
    QTRY_VERIFY(page.findChildren<StampTile *>().size() == 4);
    samplePlacements(*page.placements());
    QTest::qWait(1500); // tiles and pictures
    page.pane()->view()->ensureVisible(0, {200, 350, 400, 600});
    QTest::qWait(700);
    const auto *sign = page.findChild<QPushButton *>(QStringLiteral("footSign"));
    QVERIFY(sign->isEnabled());
    QVERIFY(page.rect().contains(QRect(sign->mapTo(&page, QPoint()), sign->size())));
    checkWords(page);
    keep(page, QStringLiteral("page-%1").arg(size.width()));
}

void tst_SigningScreens::fitsEverywhere_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QSize>("window");
    QTest::addColumn<int>("textFactor");
    for (const bool chinese : {false, true}) {
        for (const QSize window : {QSize(1024, 680), QSize(1366, 768), QSize(1440, 900)}) {
            for (const int factor : {100, 115, 130})
                QTest::addRow("%s %d %d%%", chinese ? "zh" : "en", window.width(), factor)
                    << chinese << window << factor;
        }
    }
}

/** The signing page as it stands in the window of this size: less navigation, header and status bar. */
void tst_SigningScreens::fitsEverywhere()
{
    QFETCH(const bool, chinese);
    QFETCH(const QSize, window);
    QFETCH(const int, textFactor);
    QTranslator words;
    if (chinese) {
        QVERIFY(words.load(QStringLiteral(":/i18n/bidseal_zh_CN.qm")));
        QCoreApplication::installTranslator(&words);
    }
    m_theme->set(ThemeMode::Light, textFactor);
    QTemporaryDir folder;
    test::UiFakes fakes;
    fakes.seals.seals = {test::sampleCompanySeal(), test::sampleLegalRepresentativeSeal(), test::sampleContractSeal()};
    fakes.signers.add(PkiName::EnterpriseRsa);
    test::PlainPdf pdf;
    pdf.pages.resize(128);
    const QString path = folder.filePath(QStringLiteral("投标文件（正本）.pdf"));
    test::writeFile(path, pdf.bytes());
    SigningPage page(fakes.services());
    page.setFixedSize(window - QSize(52, 60 + 28));
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    page.openDocument(PdfDocument::open(path).value());
    QTRY_VERIFY(!page.findChild<QLabel *>(QStringLiteral("footFingerprint"))->text().isEmpty());
    QTRY_COMPARE(page.findChildren<StampTile *>().size(), 4);
    samplePlacements(*page.placements());
    QTest::qWait(100);                                  // the layout
    QCOMPARE(page.size(), window - QSize(52, 60 + 28)); // nothing pushes it wider
    const QStringList wrong = test::misplacedWidgets(&page);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    const QStringList cut = test::cutWidgets(&page);
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    const auto *sections = page.findChild<PlacementInspector *>()->parentWidget();
    QVERIFY2(sections->width() <= sections->parentWidget()->width(), qPrintable(widestOf(*sections)));
    const QList<StampTile *> tiles = page.findChildren<StampTile *>();
    QCOMPARE(tiles.at(0)->width(), tiles.at(1)->width());
    keep(page,
         QStringLiteral("fits-%1-%2-%3").arg(QLatin1String(chinese ? "zh" : "en")).arg(window.width()).arg(textFactor));
    m_theme->set(ThemeMode::Light, 100);
    QCoreApplication::removeTranslator(&words);
}

void tst_SigningScreens::speaksTheOtherLanguageAtOnce()
{
    QTranslator words;
    QVERIFY(words.load(QStringLiteral(":/i18n/bidseal_zh_CN.qm")));
    ResultPage page;
    page.resize(1200, 800);
    page.show();
    page.showWaiting({ErrorCode::TimestampUnreachable, {}, {.signatureMade = true}});
    const auto *title = page.findChild<QLabel *>(QStringLiteral("resultTitle"));
    QCOMPARE(title->text(), QStringLiteral("Signed, waiting for the timestamp"));
    QCoreApplication::installTranslator(&words);
    QTRY_COMPARE(title->text(), QStringLiteral("已签名，等待时间戳"));
    QCOMPARE(page.findChild<QPushButton *>(QStringLiteral("resultRetryTimestamp"))->text(), QStringLiteral("立即重试"));
    page.showFailure({ErrorCode::TokenRemoved, {}, {}});
    QVERIFY(title->text().contains(QStringLiteral("尚未签署")));
    QCoreApplication::removeTranslator(&words);
    QTRY_VERIFY(title->text().startsWith(QStringLiteral("Nothing has been signed")));
}

void tst_SigningScreens::dialogs_data()
{
    addSchemes();
}

void tst_SigningScreens::dialogs()
{
    QFETCH(const bool, dark);
    m_theme->setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    PlacementModel model;
    model.setPages(4,
                   [](int) -> Result<PageGeometry> { return PageGeometry({0, 0, 595, 842}, {0, 0, 595, 842}, 0, 1); });
    AppearanceCache cache;
    test::FakeSigner signer(PkiName::EnterpriseRsa);

    ConfirmQuestion question;
    question.inputPath = QStringLiteral("/投标/投标文件（正本）.pdf");
    question.outputPath = QStringLiteral("/投标/投标文件（正本）_已签.pdf");
    question.facts.pageCount = 128;
    question.facts.fileSize = 25795000;
    question.fingerprint.sha256 =
        QByteArray::fromHex("7f3a09c451e2b86d0a97f3d148bc6e2093d5a17ec40b72f85e1936aab7d4c21e");
    question.placements = samplePlacements(model);
    question.identity = signer.identity();
    question.timestampConfigured = true;
    ConfirmDialog confirm(question, cache);
    confirm.show();
    QTest::qWait(600);
    checkWords(confirm);
    keep(confirm, QStringLiteral("confirm"));

    PinQuestion pin{signer.identity(), QStringLiteral("投标文件（正本）.pdf"),
                    QString::fromLatin1(question.fingerprint.sha256.toHex()), 6, false};
    const auto showPin = [&](const QString &name) {
        PinDialog dialog(pin);
        dialog.show();
        QTest::qWait(50);
        checkWords(dialog);
        keep(dialog, name);
    };
    showPin(QStringLiteral("pin-normal"));
    pin.identity.pinFinalTry = true;
    pin.previousWasWrong = true;
    showPin(QStringLiteral("pin-last"));
    pin.identity.pinLocked = true;
    showPin(QStringLiteral("pin-locked"));
    pin.identity.pinLocked = false;
    pin.identity.hasProtectedPath = true;
    showPin(QStringLiteral("pin-pad"));

    CopyToPagesDialog copy(128);
    copy.show();
    checkWords(copy);
    keep(copy, QStringLiteral("copy"));
    AddSealDialog add(test::sampleCompanySeal(), nullptr);
    add.show();
    checkWords(add);
    keep(add, QStringLiteral("add-seal"));
}

void tst_SigningScreens::resultStates_data()
{
    addSchemes();
}

void tst_SigningScreens::resultStates()
{
    QFETCH(const bool, dark);
    m_theme->setMode(dark ? ThemeMode::Dark : ThemeMode::Light);
    QTemporaryDir folder;
    test::PlainPdf pdf;
    pdf.pages.resize(4);
    SigningResult result;
    result.outputPath = folder.filePath(QStringLiteral("投标文件_已签.pdf"));
    test::writeFile(result.outputPath, pdf.bytes());
    result.inputSha256 = QByteArray(32, '\x7f');
    result.outputSha256 = QByteArray(32, '\xd1');
    result.level = QStringLiteral("B-T");
    result.report.verdict = Verdict::Intact;
    SignatureFacts facts;
    facts.integrity = facts.verdict = Verdict::Intact;
    facts.trust = Trust::Trusted;
    facts.signer = test::TestPki::instance().certificate(PkiName::EnterpriseRsa);
    facts.timeProven = QDateTime(QDate(2026, 11, 23), QTime(6, 32, 8), Qt::UTC);
    facts.timestampAuthority = QStringLiteral("示例时间戳服务");
    result.report.signatures = {facts};

    PlacementModel model;
    model.setPages(4,
                   [](int) -> Result<PageGeometry> { return PageGeometry({0, 0, 595, 842}, {0, 0, 595, 842}, 0, 1); });
    SigningRequest request;
    request.placements = samplePlacements(model);
    request.outputPath = result.outputPath;
    ResultPage page;
    page.resize(1388, 812);
    page.show();
    page.showWorking(request);
    const QDateTime at(QDate(2026, 11, 23), QTime(6, 32, 6), Qt::UTC);
    page.showStep(SigningStep::Prepared, at);
    page.showStep(SigningStep::Authorised, at);
    page.showProgress(186, 300);
    QTest::qWait(50); // the layout
    checkWords(page);
    keep(page, QStringLiteral("result-working"));
    page.showStep(SigningStep::Signed, at);
    page.showWaiting({ErrorCode::TimestampUnreachable, QStringLiteral("no answer"), {.signatureMade = true}});
    QTest::qWait(50); // the layout
    checkWords(page);
    keep(page, QStringLiteral("result-waiting"));
    page.showFailure({ErrorCode::TokenRemoved, QStringLiteral("CKR_DEVICE_REMOVED"), {}});
    QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("resultBack"))->isVisible());
    QTest::qWait(50); // the layout
    checkWords(page);
    keep(page, QStringLiteral("result-failed"));
    for (const SigningStep step :
         {SigningStep::Stamped, SigningStep::Embedded, SigningStep::Verified, SigningStep::Published})
        page.showStep(step, at);
    page.showResult(result);
    QTest::qWait(900);
    QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("resultOpen"))->isVisible());
    QTest::qWait(50); // the layout
    checkWords(page);
    keep(page, QStringLiteral("result-done"));
}

QTEST_MAIN(tst_SigningScreens)
#include "tst_SigningScreens.moc"
