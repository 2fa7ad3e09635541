#include "core/pdf/PdfDocument.h"

#include "tests/support/Corpus.h"
#include "tests/support/PdfMaker.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace bidseal;
using namespace bidseal::test;

namespace {

QByteArray ref(int object)
{
    return QByteArray::number(object) + " 0 R";
}

bool has(const std::vector<PreflightWarning> &warnings, PreflightCode code, const QString &subject = {},
         const std::vector<int> &pages = {})
{
    return std::ranges::any_of(warnings, [&](const PreflightWarning &warning) {
        return warning.code == code && warning.subject == subject && warning.pages == pages;
    });
}

QString list(const std::vector<PreflightWarning> &warnings)
{
    QString text;
    for (const PreflightWarning &warning : warnings) {
        text += preflightCodeName(warning.code) + u'(' + warning.subject + u')';
        for (const int page : warning.pages)
            text += QString::number(page) + u' ';
    }
    return text;
}

} // namespace

class tst_Preflight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void plainFileHasNothing();
    void javaScript();
    void pageActions();
    void layersXfaAndFiles();
    void externalReferences();
    void fonts();
    void fieldsAboveText();
    void contentOutsideTheCropBox();
    void annotationOutsideThePage();
    void repaired();
    void stopped();
    void corpusThousandPages();

private:
    [[nodiscard]] std::vector<PreflightWarning> looked(const PdfMaker &maker) const
    {
        const QString path = m_folder.filePath(QStringLiteral("made.pdf"));
        auto document = maker.save(path) ? PdfDocument::open(path) : fail(ErrorCode::OutputUnwritable);
        const auto warnings = document ? (*document)->preflight() : fail(ErrorCode::PdfDamaged);
        return warnings ? *warnings
                        : std::vector{PreflightWarning{PreflightCode::RepairedFile, {-1}, QStringLiteral("failed")}};
    }

    QTemporaryDir m_folder;
};

#define VERIFY_HAS(warnings, ...) QVERIFY2(has(warnings, __VA_ARGS__), qPrintable(list(warnings)))

void tst_Preflight::plainFileHasNothing()
{
    PdfMaker maker;
    maker.addPage({.content = PdfMaker::textAt(50, 700, 12, "Plain")});
    maker.addCatalogEntries("/OpenAction[" + ref(5) + "/Fit]");
    const int web =
        maker.addObject("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.invalid)>>>>");
    maker.addPage({.entries = "/Annots[" + ref(web) + "]"});
    const auto warnings = looked(maker);
    QVERIFY2(warnings.empty(), qPrintable(list(warnings)));
}

void tst_Preflight::javaScript()
{
    for (const QByteArray &where :
         {QByteArray("/OpenAction<</S/JavaScript/JS(1)>>"), QByteArray("/AA<</WC<</S/JavaScript/JS(1)>>>>"),
          QByteArray("/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>")}) {
        PdfMaker maker;
        maker.addPage({});
        maker.addCatalogEntries(where);
        const auto warnings = looked(maker);
        VERIFY_HAS(warnings, PreflightCode::JavaScript);
        QCOMPARE(warnings.size(), 1U);
    }
}

void tst_Preflight::pageActions()
{
    PdfMaker maker;
    maker.addPage({});
    const int launch = maker.addObject("<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(calc.exe)>>>>");
    const int movie = maker.addObject("<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>");
    maker.addPage({.entries = "/AA<</O<</S/JavaScript/JS(1)>>>>/Annots[" + ref(launch) + ' ' + ref(movie) + "]"});
    const auto warnings = looked(maker);
    VERIFY_HAS(warnings, PreflightCode::LaunchAction, QStringLiteral("calc.exe"), {1});
    VERIFY_HAS(warnings, PreflightCode::JavaScript, {}, {1});
    VERIFY_HAS(warnings, PreflightCode::Multimedia, {}, {1});
}

void tst_Preflight::layersXfaAndFiles()
{
    PdfMaker maker;
    maker.addPage({});
    const int layer = maker.addObject("<</Type/OCG/Name(Prices)>>");
    const int stream = maker.addStream("/Type/EmbeddedFile", "data");
    const int file = maker.addObject("<</Type/Filespec/F(a.xlsx)/UF(a.xlsx)/EF<</F " + ref(stream) + ">>>>");
    maker.addCatalogEntries("/OCProperties<</OCGs[" + ref(layer) +
                            "]/D<<>>>>/AcroForm<</Fields[]/XFA[(x)(y)]>>"
                            "/Names<</EmbeddedFiles<</Names[(a)" +
                            ref(file) + "]>>>>");
    const auto warnings = looked(maker);
    VERIFY_HAS(warnings, PreflightCode::OptionalContent, QStringLiteral("Prices"));
    VERIFY_HAS(warnings, PreflightCode::Xfa);
    VERIFY_HAS(warnings, PreflightCode::EmbeddedFile, QStringLiteral("a.xlsx"));
    QCOMPARE(warnings.size(), 3U);
}

void tst_Preflight::externalReferences()
{
    PdfMaker maker;
    const int picture = maker.addStream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
                                        "/ColorSpace/DeviceGray/F(price.bin)",
                                        "");
    const int form = maker.addStream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Ref<</F(other.pdf)/Page 0>>", "");
    maker.addPage({.resources = "/XObject<</A " + ref(picture) + "/B " + ref(form) + ">>"});
    const auto warnings = looked(maker);
    VERIFY_HAS(warnings, PreflightCode::ExternalReference, QStringLiteral("price.bin"), {0});
    VERIFY_HAS(warnings, PreflightCode::ExternalReference, {}, {0});
}

void tst_Preflight::fonts()
{
    PdfMaker maker;
    const auto composite = [&maker](const QByteArray &encoding, const QByteArray &ordering) {
        const int descendant = maker.addObject(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(" + ordering +
            ")/Supplement 0>>/FontDescriptor<</Type/FontDescriptor>>>>");
        return maker.addObject("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/" + encoding + "/DescendantFonts[" +
                               ref(descendant) + "]>>");
    };
    const int known = composite("GBK-EUC-H", "GB1");
    const int identity = composite("Identity-H", "Identity");
    const int inner =
        maker.addStream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</G " + ref(identity) + ">>>>", "");
    maker.addPage({});
    maker.addPage({.resources = "/ExtGState<<>>/XObject<</X " + ref(inner) + ">>"});
    maker.addPage({.resources = "/XObject<</X " + ref(inner) + ">>/Pattern<<>>", .entries = "/Dummy " + ref(known)});
    const int plain = maker.addObject("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+KaiTi>>");
    const int annotation = maker.addStream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</H " +
                                               ref(plain) + "/K " + ref(known) + ">>>>",
                                           "");
    const int stamp = maker.addObject("<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/AP<</N " + ref(annotation) + ">>>>");
    maker.addPage({.entries = "/Annots[" + ref(stamp) + "]"});
    const auto warnings = looked(maker);
    VERIFY_HAS(warnings, PreflightCode::IdentityFontNotEmbedded, QStringLiteral("SimSun"), {1, 2});
    VERIFY_HAS(warnings, PreflightCode::FontNotEmbedded, QStringLiteral("SimSun"), {3});
    VERIFY_HAS(warnings, PreflightCode::FontNotEmbedded, QStringLiteral("KaiTi"), {3});
    QCOMPARE(warnings.size(), 3U); // Helvetica is harmless
}

void tst_Preflight::fieldsAboveText()
{
    PdfMaker maker;
    const int above = maker.addObject("<</FT/Tx/T(Above)/Subtype/Widget/Rect[40 690 200 720]>>");
    const int beside = maker.addObject("<</FT/Tx/T(Beside)/Subtype/Widget/Rect[40 600 200 620]>>");
    const int line = maker.addObject("<</FT/Tx/T(Line)/Subtype/Widget/Rect[40 490 300 520]>>");
    const int locked = maker.addObject("<</FT/Tx/Ff 1/T(Locked)/Subtype/Widget/Rect[40 690 200 720]>>");
    const int seal = maker.addObject("<</FT/Sig/T(Seal)/Subtype/Widget/Rect[40 690 200 720]>>");
    const QByteArray all = ref(above) + ' ' + ref(beside) + ' ' + ref(line) + ' ' + ref(locked) + ' ' + ref(seal);
    maker.addPage({.content = PdfMaker::textAt(50, 700, 12, "Price: 100") + PdfMaker::textAt(50, 500, 12, "_________"),
                   .entries = "/Annots[" + all + "]"});
    maker.addCatalogEntries("/AcroForm<</Fields[" + all + "]>>");
    const auto warnings = looked(maker);
    VERIFY_HAS(warnings, PreflightCode::FormFieldAboveText, QStringLiteral("Above"), {0});
    QCOMPARE(warnings.size(), 1U);
}

void tst_Preflight::contentOutsideTheCropBox()
{
    const QByteArray inside = PdfMaker::textAt(150, 150, 12, "seen");
    const QByteArray outside = PdfMaker::textAt(10, 280, 12, "hidden");
    PdfMaker maker;
    const RectF crop{100, 100, 250, 250};
    maker.addPage({.mediaBox = {0, 0, 300, 300}, .cropBox = crop, .content = inside});
    maker.addPage({.mediaBox = {0, 0, 300, 300}, .cropBox = crop, .content = inside + outside});
    maker.addPage({.mediaBox = {0, 0, 300, 300}, .content = inside + outside});
    // Clipped away: no box brings it to light.
    maker.addPage(
        {.mediaBox = {0, 0, 300, 300}, .cropBox = crop, .content = "q 100 100 50 50 re W n " + outside + " Q"});
    maker.addPage({.mediaBox = {0, 0, 300, 300}, .cropBox = crop, .rotate = 90, .userUnit = 2, .content = outside});
    const auto warnings = looked(maker);
    VERIFY_HAS(warnings, PreflightCode::ContentOutsidePage, {}, {1, 4});
    QCOMPARE(warnings.size(), 1U);
}

void tst_Preflight::annotationOutsideThePage()
{
    PdfMaker maker;
    const int out = maker.addObject("<</Type/Annot/Subtype/Square/Rect[700 10 800 20]>>");
    const int empty = maker.addObject("<</Type/Annot/Subtype/Square/Rect[0 0 0 0]>>");
    const int hidden = maker.addObject("<</Type/Annot/Subtype/Square/F 2/Rect[700 10 800 20]>>");
    maker.addPage({.entries = "/Annots[" + ref(empty) + ' ' + ref(hidden) + "]"});
    maker.addPage({.entries = "/Annots[" + ref(out) + "]"});
    const auto warnings = looked(maker);
    VERIFY_HAS(warnings, PreflightCode::ContentOutsidePage, {}, {1});
}

void tst_Preflight::repaired()
{
    PdfMaker maker;
    maker.addPage({});
    QByteArray bytes = maker.bytes();
    bytes.replace("startxref\n", "startxref\n9");
    QFile file(m_folder.filePath(QStringLiteral("broken.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto document = PdfDocument::open(file.fileName());
    QVERIFY(document);
    const auto warnings = (*document)->preflight();
    QVERIFY(warnings);
    VERIFY_HAS(*warnings, PreflightCode::RepairedFile);
}

void tst_Preflight::stopped()
{
    PdfMaker maker;
    maker.addPage({});
    const QString path = m_folder.filePath(QStringLiteral("made.pdf"));
    QVERIFY(maker.save(path));
    const auto document = PdfDocument::open(path);
    QVERIFY(document);
    std::stop_source source;
    source.request_stop();
    QCOMPARE((*document)->preflight(source.get_token()).error().code, ErrorCode::Cancelled);
}

void tst_Preflight::corpusThousandPages()
{
    QElapsedTimer timer;
    int looked = 0;
    for (const QString &path : corpusFiles(QStringLiteral("documents"))) {
        if (!path.contains(QLatin1String("1000Pages")))
            continue;
        const auto document = PdfDocument::open(path);
        QVERIFY(document);
        timer.start();
        QVERIFY((*document)->preflight());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(path));
        ++looked;
    }
    if (looked == 0)
        QSKIP("no corpus: set BIDSEAL_CORPUS");
}

QTEST_GUILESS_MAIN(tst_Preflight)
#include "tst_Preflight.moc"
