#include "tests/support/SignedPdf.h"
#include "tests/support/UiFakes.h"
#include "ui/common/FileDialogs.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentView.h"
#include "ui/validation/FacetPanel.h"
#include "ui/validation/RevisionPage.h"
#include "ui/validation/SignatureList.h"
#include "ui/validation/ValidationPage.h"
#include "ui/validation/ValidationPresenter.h"
#include "ui/validation/VerdictBanner.h"

#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace bidseal {

class TestValidationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bannerTellsTheVerdict();
    void unsignedFileIsGrey();
    void modifiedFileIsRed();
    void clickOnASealSelectsIt();
    void opensTheSignedRevision();
    void exportsTheReport();

private:
    ValidationPage *show();

    std::unique_ptr<test::UiFakes> m_fakes;
    std::unique_ptr<test::SignedPdf> m_pdf;
    std::unique_ptr<ValidationPage> m_page;
};

void TestValidationPage::init()
{
    m_fakes = std::make_unique<test::UiFakes>();
    m_pdf = std::make_unique<test::SignedPdf>();
}

void TestValidationPage::cleanup()
{
    FileDialogs::setAnswerer({});
    m_page.reset();
}

ValidationPage *TestValidationPage::show()
{
    m_page = std::make_unique<ValidationPage>(OpenedDocument{m_pdf->open(), nullptr}, m_fakes->services());
    m_page->resize(1300, 800);
    m_page->show();
    [&] { QTRY_COMPARE(m_page->presenter()->state(), ValidationPresenter::State::Done); }();
    return m_page.get();
}

void TestValidationPage::bannerTellsTheVerdict()
{
    m_pdf->sign();
    ValidationPage *page = show();
    QCOMPARE(page->banner()->tone(), Tone::Warn); // intact, but nobody is trusted here
    QVERIFY(!page->banner()->sentence().isEmpty());
    QCOMPARE(page->findChild<SignatureList *>()->model()->rowCount(), 1);
}

void TestValidationPage::unsignedFileIsGrey()
{
    QCOMPARE(show()->banner()->tone(), Tone::Unknown);
}

void TestValidationPage::modifiedFileIsRed()
{
    m_pdf->sign();
    const int content = 5; // the content stream of page 1
    m_pdf->append({{content, "<< /Length 0 >>\nstream\n\nendstream"}});
    QCOMPARE(show()->banner()->tone(), Tone::Bad);
}

void TestValidationPage::clickOnASealSelectsIt()
{
    m_pdf->sign();
    ValidationPage *page = show();
    auto *view = page->pane()->view();
    QTRY_VERIFY(view->knownGeometry(0));
    ValidationPresenter *presenter = page->presenter();
    const int wanted = presenter->currentSeal() == 0 ? 1 : 0;
    const SealAppearance &seal = presenter->appearance(presenter->seals().at(static_cast<std::size_t>(wanted)));
    const RectF shown = view->knownGeometry(0)->toShown(seal.rect);
    view->ensureVisible(0, shown);
    const PointF center = shown.center();
    const QPoint at = view->pageToViewport(0).map(QPointF(center.x, center.y)).toPoint();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(presenter->currentSeal(), wanted);
}

void TestValidationPage::opensTheSignedRevision()
{
    m_pdf->sign();
    const qint64 signedLength = m_pdf->bytes().size();
    m_pdf->append({{m_pdf->freeNumber(), "<< /Later true >>"}});
    ValidationPage *page = show();
    ShellPage *opened = nullptr;
    connect(page, &ShellPage::pageRequested, page, [&](ShellPage *revision) { opened = revision; });
    Q_EMIT page->findChild<FacetPanel *>()->revisionRequested();
    QTRY_VERIFY(opened);
    auto *revision = qobject_cast<RevisionPage *>(opened);
    QVERIFY(revision);
    const auto document = revision->findChild<DocumentPane *>()->document();
    QCOMPARE(document->facts().fileSize, signedLength);
    delete opened;
}

void TestValidationPage::exportsTheReport()
{
    m_pdf->sign();
    ValidationPage *page = show();
    QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("report.html"));
    FileDialogs::setAnswerer([&](const FileQuestion &) { return QStringList{target}; });
    const auto buttons = page->banner()->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible())
            button->click();
    }
    QTRY_VERIFY(QFile::exists(target));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("<html"));
}

} // namespace bidseal

QTEST_MAIN(bidseal::TestValidationPage)
#include "tst_ValidationPage.moc"
