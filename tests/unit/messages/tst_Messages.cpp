#include "core/messages/Messages.h"

#include "core/messages/ReportHtml.h"
#include "core/pdf/HtmlToPdf.h"
#include "core/pdf/PdfDocument.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace bidseal;

namespace {

std::vector<ErrorCode> allCodes()
{
    std::vector<ErrorCode> codes;
    for (int i = 0; i <= static_cast<int>(ErrorCode::InternalError); ++i)
        codes.push_back(static_cast<ErrorCode>(i));
    return codes;
}

SignatureFacts goodSignature()
{
    SignatureFacts facts;
    facts.field = QStringLiteral("Seal1");
    facts.verdict = Verdict::Intact;
    facts.integrity = Verdict::Intact;
    facts.trust = Trust::Trusted;
    facts.timeProven = QDateTime(QDate(2026, 11, 23), QTime(8, 0), Qt::UTC);
    return facts;
}

} // namespace

class tst_Messages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasWords();
    void everyCodeHasChinese();
    void wordsAreCalm();
    void saysWhetherAnythingWasSigned();
    void pinTries();
    void timestampAfterSigning();
    void verdictSentences_data();
    void verdictSentences();
    void gravestOfTheFile();
    void findings();
    void everyPreflightCodeHasWords();
    void reportEscapes();
    void reportAsPdfShowsChinese();
};

void tst_Messages::everyCodeHasWords()
{
    QStringList sentences;
    for (const ErrorCode code : allCodes()) {
        const ErrorText text = errorText(Error{code, QStringLiteral("detail"), {}});
        QVERIFY2(!text.whatHappened.isEmpty() && !text.whatNext.isEmpty(), qPrintable(errorCodeName(code)));
        QCOMPARE(text.code, errorCodeName(code));
        QCOMPARE(text.detail, QStringLiteral("detail"));
        // A code without a row of its own would get the words of another one.
        QVERIFY2(!sentences.contains(text.whatHappened), qPrintable(text.code));
        sentences.append(text.whatHappened);
    }
}

void tst_Messages::everyCodeHasChinese()
{
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/i18n/bidseal_zh_CN.qm")));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    static const QRegularExpression han(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    for (const ErrorCode code : allCodes()) {
        const ErrorText text = errorText(Error{code, {}, {}});
        QVERIFY2(text.whatHappened.contains(han) && text.whatNext.contains(han), qPrintable(text.code));
    }
    for (const QString &code : findingCodes())
        QVERIFY2(findingText({code, Severity::Info, {}}).contains(han), qPrintable(code));
    QCOMPARE(verdictText(goodSignature()).sentence, QStringLiteral("印章有效，文件自签署后未被修改"));
    QCOMPARE(verdictText(SignatureReport{}).sentence, QStringLiteral("没有数字签名。页面上的红色印章可能只是图片"));
    QCOMPARE(sealKindText(SealKind::Company), QStringLiteral("公章"));
    QCoreApplication::removeTranslator(&translator);
}

void tst_Messages::wordsAreCalm()
{
    for (const ErrorCode code : allCodes()) {
        const ErrorText text = errorText(Error{code, {}, {}});
        for (const QString &sentence : {text.whatHappened, text.whatNext}) {
            QVERIFY2(!sentence.contains(u'!'), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        }
    }
}

void tst_Messages::saysWhetherAnythingWasSigned()
{
    QCOMPARE(errorText(Error{ErrorCode::TokenNotFound, {}, {}}).wasSigned, QStringLiteral("Nothing has been signed."));
    QVERIFY(errorText(Error{ErrorCode::FileNotFound, {}, {}}).wasSigned.isEmpty());
    ErrorContext made;
    made.signatureMade = true;
    QVERIFY(errorText(Error{ErrorCode::DiskFull, {}, made}).wasSigned.startsWith(QLatin1String("Signed already")));
}

void tst_Messages::pinTries()
{
    ErrorContext context;
    const QString plain = errorText(Error{ErrorCode::PinIncorrect, {}, context}).whatHappened;
    context.pinLow = true;
    const QString low = errorText(Error{ErrorCode::PinIncorrect, {}, context}).whatHappened;
    context.pinFinalTry = true;
    const ErrorText last = errorText(Error{ErrorCode::PinIncorrect, {}, context});
    QVERIFY(plain != low && low != last.whatHappened);
    QVERIFY(last.whatHappened.contains(QLatin1String("last try")));
    QVERIFY(!last.wasSigned.isEmpty());
}

void tst_Messages::timestampAfterSigning()
{
    ErrorContext made;
    made.signatureMade = true;
    const ErrorText text = errorText(Error{ErrorCode::TimestampUnreachable, {}, made});
    QVERIFY(text.whatHappened.startsWith(QLatin1String("Signed, but")));
    QVERIFY(text.whatNext.contains(QLatin1String("do not sign again")));
}

void tst_Messages::verdictSentences_data()
{
    QTest::addColumn<SignatureFacts>("facts");
    QTest::addColumn<int>("tone");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, VerdictTone tone, const char *part, auto change) {
        SignatureFacts facts = goodSignature();
        change(facts);
        QTest::newRow(name) << facts << static_cast<int>(tone) << QString::fromLatin1(part);
    };
    const auto find = [](const char *code) { return Finding{QString::fromLatin1(code), Severity::Warning, {}}; };
    row("good", VerdictTone::Ok, "has not been modified", [](SignatureFacts &) {});
    row("allowed", VerdictTone::Ok, "only permitted additions",
        [](SignatureFacts &f) { f.verdict = Verdict::ModifiedAfterSigningAllowed; });
    row("untrusted", VerdictTone::Warn, "identity", [](SignatureFacts &f) { f.trust = Trust::Untrusted; });
    row("no time", VerdictTone::Warn, "no trusted proof", [](SignatureFacts &f) { f.timeProven.reset(); });
    row("weak", VerdictTone::Warn, "weak algorithm",
        [&](SignatureFacts &f) { f.findings.push_back(find("weak-digest")); });
    row("revoked", VerdictTone::Bad, "no longer valid", [](SignatureFacts &f) { f.revocation = Revocation::Revoked; });
    row("expired", VerdictTone::Bad, "no longer valid",
        [&](SignatureFacts &f) { f.findings.push_back(find("certificate-expired-when-signed")); });
    row("modified", VerdictTone::Bad, "modified after signing",
        [](SignatureFacts &f) { f.verdict = Verdict::Modified; });
    row("forged", VerdictTone::Bad, "may be forged", [](SignatureFacts &f) { f.verdict = Verdict::ForgedOrMalformed; });
    row("unknown", VerdictTone::Unknown, "cannot check it (unknown kind",
        [](SignatureFacts &f) { f.verdict = Verdict::CannotBeChecked; });
}

void tst_Messages::verdictSentences()
{
    QFETCH(SignatureFacts, facts);
    QFETCH(int, tone);
    QFETCH(QString, part);
    const VerdictText text = verdictText(facts);
    QCOMPARE(static_cast<int>(text.tone), tone);
    QVERIFY2(text.sentence.contains(part), qPrintable(text.sentence));
}

void tst_Messages::gravestOfTheFile()
{
    SignatureReport report;
    report.signatures = {goodSignature(), goodSignature()};
    report.verdict = Verdict::Modified;
    report.signatures[0].verdict = Verdict::Modified;
    QCOMPARE(verdictText(report).tone, VerdictTone::Bad);
    report.signatures[0].verdict = Verdict::Intact;
    report.verdict = Verdict::Intact;
    QCOMPARE(verdictText(report).tone, VerdictTone::Ok);
}

void tst_Messages::findings()
{
    QCOMPARE(findingText({QStringLiteral("weak-digest"), Severity::Warning, {QStringLiteral("sha1")}}),
             QStringLiteral("A weak hash algorithm was used (sha1)"));
    QCOMPARE(findingText({QStringLiteral("no-such-code"), Severity::Info, {}}), QStringLiteral("no-such-code"));
    QStringList codes = findingCodes();
    QCOMPARE(codes.removeDuplicates(), 0);
}

void tst_Messages::everyPreflightCodeHasWords()
{
    for (int i = 0; i <= static_cast<int>(PreflightCode::RepairedFile); ++i) {
        const PreflightWarning warning{static_cast<PreflightCode>(i), {}, {}};
        const QString text = preflightText(warning);
        QVERIFY2(!text.isEmpty() && !text.contains(u'%') && !text.endsWith(u':'), qPrintable(text));
    }
}

void tst_Messages::reportEscapes()
{
    SignatureReport report;
    report.file = QStringLiteral("/x/a<b>&.pdf");
    report.verdict = Verdict::Intact;
    report.signatures = {goodSignature()};
    report.signatures[0].field = QStringLiteral("<script>alert(1)</script>");
    report.signatures[0].reason = QStringLiteral("\"><img src=x>");
    const QString html = reportHtml(report, QByteArray(32, '\x12'));
    QVERIFY(!html.contains(QLatin1String("<script")));
    QVERIFY(!html.contains(QLatin1String("<img")));
    QVERIFY(html.contains(QLatin1String("a&lt;b&gt;&amp;.pdf")));
    QVERIFY(html.contains(QLatin1String("12121212 12121212")));
    QVERIFY(!html.contains(QLatin1String("http")));
}

void tst_Messages::reportAsPdfShowsChinese()
{
    const auto pdf = htmlToPdf(QStringLiteral("<html><body><h1>验证签署证书</h1></body></html>"));
    QVERIFY(pdf);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
    file.close();
    const auto document = PdfDocument::open(path);
    QVERIFY(document);
    QCOMPARE((*document)->pageCount(), 1);
    const auto text = (*document)->text(0);
    QVERIFY(text);
    QVERIFY2(text->contains(QStringLiteral("验证签署")), qPrintable(*text));
    // Simplified characters need their own glyphs: text that cannot be seen would be found all the same.
    RenderRequest request;
    const auto raster = (*document)->render(request);
    QVERIFY(raster);
    int dark = 0;
    for (std::int64_t i = 0; i < raster->byteCount(); i += 4)
        dark += raster->pixels[static_cast<std::size_t>(i)] < 128 ? 1 : 0;
    QVERIFY2(dark > 200, qPrintable(QString::number(dark)));
}

QTEST_GUILESS_MAIN(tst_Messages)
#include "tst_Messages.moc"
