#include "tests/support/SignedPdf.h"
#include "tests/support/UiFakes.h"
#include "ui/validation/SignatureFacets.h"
#include "ui/validation/ValidationPresenter.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

namespace bidseal {

class TestValidationPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unsignedFile();
    void signedFile();
    void walksThroughTheSeals();
    void cancels();
    void mayGoWhileRunning();
    void facetsKeepTheirOrder();
};

void TestValidationPresenter::unsignedFile()
{
    test::UiFakes fakes;
    test::SignedPdf pdf;
    ValidationPresenter presenter(pdf.open(), fakes.services());
    presenter.start();
    QCOMPARE(presenter.state(), ValidationPresenter::State::Running);
    QTRY_COMPARE(presenter.state(), ValidationPresenter::State::Done);
    QCOMPARE(presenter.report().verdict, Verdict::NoSignature);
    QVERIFY(!presenter.signature());
    presenter.stepSeal(1);
    QCOMPARE(presenter.currentSeal(), -1);
}

void TestValidationPresenter::signedFile()
{
    test::UiFakes fakes;
    test::SignedPdf pdf;
    pdf.sign();
    ValidationPresenter presenter(pdf.open(), fakes.services());
    presenter.start();
    QTRY_COMPARE(presenter.state(), ValidationPresenter::State::Done);
    QCOMPARE(presenter.report().verdict, Verdict::Intact);
    QCOMPARE(presenter.currentSignature(), 0);
    QCOMPARE(presenter.seals().size(), std::size_t(2));
}

void TestValidationPresenter::walksThroughTheSeals()
{
    test::UiFakes fakes;
    test::SignedPdf pdf;
    pdf.sign();
    ValidationPresenter presenter(pdf.open(), fakes.services());
    presenter.start();
    QTRY_COMPARE(presenter.state(), ValidationPresenter::State::Done);
    QSignalSpy moved(&presenter, &ValidationPresenter::selectionChanged);
    const int first = presenter.currentSeal();
    presenter.stepSeal(1);
    QVERIFY(presenter.currentSeal() != first);
    presenter.stepSeal(1); // round about
    QCOMPARE(presenter.currentSeal(), first);
    QCOMPARE(moved.count(), 2);
    const SealAppearance &seal = presenter.appearance(presenter.seals().front());
    QCOMPARE(presenter.sealAt(seal.page, seal.rect.center()), 0);
    QCOMPARE(presenter.sealAt(seal.page, {-100, -100}), -1);
}

void TestValidationPresenter::cancels()
{
    test::UiFakes fakes;
    test::SignedPdf pdf(200);
    pdf.sign();
    ValidationPresenter presenter(pdf.open(), fakes.services());
    presenter.start();
    presenter.cancel();
    QTRY_VERIFY(presenter.state() == ValidationPresenter::State::Cancelled ||
                presenter.state() == ValidationPresenter::State::Done);
    presenter.start();
    QTRY_COMPARE(presenter.state(), ValidationPresenter::State::Done);
}

void TestValidationPresenter::mayGoWhileRunning()
{
    test::UiFakes fakes;
    test::SignedPdf pdf;
    pdf.sign();
    {
        ValidationPresenter presenter(pdf.open(), fakes.services());
        presenter.start();
    }
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
}

void TestValidationPresenter::facetsKeepTheirOrder()
{
    SignatureFacts facts;
    facts.verdict = Verdict::Modified;
    facts.integrity = Verdict::Intact; // the signed bytes themselves are as they were
    facts.trust = Trust::Trusted;
    facts.signer = Certificate{};
    const auto facets = signatureFacets(facts);
    QCOMPARE(facets[0].name, QStringLiteral("Content"));
    QCOMPARE(facets[1].name, QStringLiteral("Signer"));
    QCOMPARE(facets[2].name, QStringLiteral("Time"));
    QCOMPARE(facets[3].name, QStringLiteral("Revocation"));
    QCOMPARE(facets[0].tone, Tone::Bad);
    QCOMPARE(facets[1].tone, Tone::Ok); // who signed is another question than what is left of it
}

} // namespace bidseal

QTEST_MAIN(bidseal::TestValidationPresenter)
#include "tst_ValidationPresenter.moc"
