#include "core/pdf/PdfDocument.h"

#include "tests/support/Corpus.h"
#include "tests/support/PdfMaker.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace bidseal;
using namespace bidseal::test;

class tst_PdfDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void factsOfAPlainFile();
    void pathWithChineseLetters();
    void missingFile();
    void folderInsteadOfFile();
    void textIsNotAPdf();
    void pdfWithoutPages();
    void brokenXrefIsRepaired();
    void revisionIsTheFileAsItWas();
    void geometryOfTurnedCroppedScaledPage();
    void pageOutOfRange();
    void outlineWithTargets();
    void outlineThatRunsInACircle();
    void signatureFields();
    void cyclicFormTree();
    void certificateEncryptionIsSaid();
    void corpusDocuments_data();
    void corpusDocuments();
    void corpusPasswords();
    void corpusPermissions();
    void corpusIdentityFont();

private:
    [[nodiscard]] QString pathOf(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString saved(const PdfMaker &maker, PdfMaker::Xref xref = PdfMaker::Xref::Table) const
    {
        const QString path = pathOf(QStringLiteral("made.pdf"));
        return maker.save(path, xref) ? path : QString();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(pathOf(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
};

namespace {

PdfMaker onePage(const QByteArray &text = "Hello")
{
    PdfMaker maker;
    maker.addPage({.content = PdfMaker::textAt(100, 700, 24, text)});
    return maker;
}

} // namespace

void tst_PdfDocument::factsOfAPlainFile()
{
    PdfMaker maker = onePage();
    maker.addPage({});
    const int info = maker.addObject("<</Title<FEFF680753F7>/Producer(Maker)>>");
    maker.addTrailerEntries("/Info " + QByteArray::number(info) + " 0 R");
    for (const auto xref : {PdfMaker::Xref::Table, PdfMaker::Xref::Stream}) {
        const auto document = PdfDocument::open(saved(maker, xref));
        QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
        const DocumentFacts &facts = (*document)->facts();
        QCOMPARE(facts.pageCount, 2);
        QCOMPARE(facts.title, QStringLiteral("标号"));
        QCOMPARE(facts.producer, QStringLiteral("Maker"));
        QCOMPARE(facts.pdfVersion, QStringLiteral("1.7"));
        QCOMPARE(facts.fileSize, qint64(maker.bytes(xref).size()));
        QCOMPARE(facts.hasXrefStreams, xref == PdfMaker::Xref::Stream);
        QVERIFY(!facts.isEncrypted && !facts.isRepaired && !facts.isLinearized && !facts.hasForm);
        QVERIFY(facts.openedWithOwnerRights && facts.mayModify && facts.mayFillForms);
    }
}

void tst_PdfDocument::pathWithChineseLetters()
{
    const QString path = pathOf(QStringLiteral("投标文件（正本）.pdf"));
    QVERIFY(onePage().save(path));
    const auto document = PdfDocument::open(path);
    QVERIFY(document);
    QCOMPARE((*document)->path(), path);
}

void tst_PdfDocument::missingFile()
{
    const auto document = PdfDocument::open(pathOf(QStringLiteral("none.pdf")));
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::FileNotFound);
    QCOMPARE(document.error().context.fileName, QStringLiteral("none.pdf"));
}

void tst_PdfDocument::folderInsteadOfFile()
{
    const auto document = PdfDocument::open(m_folder.path());
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::FileUnreadable);
}

void tst_PdfDocument::textIsNotAPdf()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("hello\n"), QByteArray(100000, 'x')}) {
        write(QStringLiteral("text.pdf"), bytes);
        const auto document = PdfDocument::open(pathOf(QStringLiteral("text.pdf")));
        QVERIFY(!document);
        QCOMPARE(document.error().code, ErrorCode::NotAPdf);
    }
}

void tst_PdfDocument::pdfWithoutPages()
{
    write(QStringLiteral("empty.pdf"),
          "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");
    const auto document = PdfDocument::open(pathOf(QStringLiteral("empty.pdf")));
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::PdfDamaged);
}

void tst_PdfDocument::brokenXrefIsRepaired()
{
    QByteArray bytes = onePage().bytes();
    bytes.replace("startxref\n", "startxref\n9");
    write(QStringLiteral("broken.pdf"), bytes);
    const auto document = PdfDocument::open(pathOf(QStringLiteral("broken.pdf")));
    QVERIFY(document);
    QVERIFY((*document)->facts().isRepaired);
    QCOMPARE((*document)->pageCount(), 1);
}

void tst_PdfDocument::revisionIsTheFileAsItWas()
{
    const QByteArray first = onePage("Before").bytes();
    // An increment that turns the page: its object is 5 (catalog, tree, font, content, page).
    QByteArray bytes = first;
    const qsizetype object = bytes.size();
    bytes += "5 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate 90/Contents 4 0 R>>\nendobj\n";
    const qsizetype xref = bytes.size();
    const qsizetype previous = first.indexOf("\nxref\n") + 1;
    bytes += "xref\n5 1\n" + QByteArray::number(object).rightJustified(10, '0') +
             " 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev " + QByteArray::number(previous) + ">>\nstartxref\n" +
             QByteArray::number(xref) + "\n%%EOF\n";
    write(QStringLiteral("two.pdf"), bytes);
    const QString path = pathOf(QStringLiteral("two.pdf"));

    const auto now = PdfDocument::open(path);
    const auto before = PdfDocument::openRevision(path, first.size());
    QVERIFY(now && before);
    QVERIFY(!(*now)->facts().isRepaired && !(*before)->facts().isRepaired);
    QCOMPARE((*now)->pageGeometry(0)->rotation(), 90);
    QCOMPARE((*before)->pageGeometry(0)->rotation(), 0);
    QCOMPARE((*before)->facts().fileSize, qint64(first.size()));
    QCOMPARE((*now)->facts().fileSize, qint64(bytes.size()));
}

void tst_PdfDocument::geometryOfTurnedCroppedScaledPage()
{
    PdfMaker maker;
    maker.addPage({.mediaBox = {0, 0, 400, 600}, .cropBox = RectF{50, 100, 350, 500}, .rotate = 90, .userUnit = 2});
    maker.addPage({.mediaBox = {-100, -100, 100, 300}, .rotate = -90});
    const auto document = PdfDocument::open(saved(maker));
    QVERIFY(document);
    const auto first = (*document)->pageGeometry(0);
    QVERIFY(first);
    QCOMPARE(first->visibleBox(), (RectF{50, 100, 350, 500}));
    QCOMPARE(first->shownSize(), (SizeF{800, 600}));
    const auto second = (*document)->pageGeometry(1);
    QVERIFY(second);
    QCOMPARE(second->rotation(), 270);
    QCOMPARE(second->shownSize(), (SizeF{400, 200}));
}

void tst_PdfDocument::pageOutOfRange()
{
    const auto document = PdfDocument::open(saved(onePage()));
    QVERIFY(document);
    for (const int page : {-1, 1, 1000000}) {
        QCOMPARE((*document)->pageGeometry(page).error().code, ErrorCode::PageOutOfRange);
        QCOMPARE((*document)->text(page).error().code, ErrorCode::PageOutOfRange);
        QCOMPARE((*document)->render({.page = page}).error().code, ErrorCode::PageOutOfRange);
    }
}

void tst_PdfDocument::outlineWithTargets()
{
    PdfMaker maker;
    maker.addPage({});
    const int page = maker.addPage({.mediaBox = {0, 0, 500, 800}});
    const int root = maker.reserveObject();
    const int chapter = maker.reserveObject();
    const int section = maker.reserveObject();
    const int web = maker.reserveObject();
    const auto ref = [](int n) { return QByteArray::number(n) + " 0 R"; };
    maker.setObject(root, "<</First " + ref(chapter) + "/Last " + ref(web) + ">>");
    maker.setObject(chapter, "<</Title<FEFF6295>/First " + ref(section) + "/Next " + ref(web) + "/Dest[" + ref(page) +
                                 "/XYZ 100 700 0]>>");
    maker.setObject(section, "<</Title(Section)/A<</S/GoTo/D[0/Fit]>>>>");
    maker.setObject(web, "<</Title(Web)/A<</S/URI/URI(http://example.invalid)>>>>");
    maker.addCatalogEntries("/Outlines " + ref(root));
    const auto document = PdfDocument::open(saved(maker));
    QVERIFY(document);
    const auto outline = (*document)->outline();
    QVERIFY(outline);
    QCOMPARE(outline->size(), 2U);
    QCOMPARE(outline->at(0).title, QStringLiteral("投"));
    QCOMPARE(outline->at(0).page, 1);
    QCOMPARE(outline->at(0).shownPoint, (PointF{100, 100}));
    QCOMPARE(outline->at(0).children.size(), 1U);
    QCOMPARE(outline->at(0).children.at(0).page, 0);
    QVERIFY(!outline->at(0).children.at(0).shownPoint);
    QCOMPARE(outline->at(1).page, -1);
}

void tst_PdfDocument::outlineThatRunsInACircle()
{
    PdfMaker maker = onePage();
    const int root = maker.reserveObject();
    const int item = maker.reserveObject();
    const QByteArray self = QByteArray::number(item) + " 0 R";
    maker.setObject(root, "<</First " + self + ">>");
    maker.setObject(item, "<</Title(Loop)/Next " + self + "/First " + self + ">>");
    maker.addCatalogEntries("/Outlines " + QByteArray::number(root) + " 0 R");
    const auto document = PdfDocument::open(saved(maker));
    QVERIFY(document);
    const auto outline = (*document)->outline();
    QVERIFY(outline);
    QCOMPARE(outline->size(), 1U);
    QVERIFY(outline->at(0).children.empty());
}

void tst_PdfDocument::signatureFields()
{
    PdfMaker maker;
    const int value = maker.addObject("<</Type/Sig/SubFilter/ETSI.CAdES.detached/Contents<00>/ByteRange[0 0 0 0]>>");
    const int merged = maker.addObject("<</FT/Sig/T(Seal)/V " + QByteArray::number(value) +
                                       " 0 R/Subtype/Widget/Rect[300 200 100 50]>>");
    const int parent = maker.reserveObject();
    const int kid = maker.addObject("<</Parent " + QByteArray::number(parent) + " 0 R/Subtype/Widget/Rect[0 0 0 0]>>");
    maker.setObject(parent, "<</FT/Sig/T(Empty)/Kids[" + QByteArray::number(kid) + " 0 R]>>");
    maker.addPage({.entries = "/Annots[" + QByteArray::number(merged) + " 0 R " + QByteArray::number(kid) + " 0 R]"});
    maker.addCatalogEntries("/AcroForm<</Fields[" + QByteArray::number(merged) + " 0 R " + QByteArray::number(parent) +
                            " 0 R]>>");
    const auto document = PdfDocument::open(saved(maker));
    QVERIFY(document);
    QVERIFY((*document)->facts().hasForm);
    const auto fields = (*document)->signatureFields();
    QVERIFY(fields);
    QCOMPARE(fields->size(), 2U);
    QCOMPARE(fields->at(0).name, QStringLiteral("Seal"));
    QVERIFY(fields->at(0).isSigned);
    QCOMPARE(fields->at(0).valueObject, value);
    QCOMPARE(fields->at(0).subFilter, QStringLiteral("ETSI.CAdES.detached"));
    QCOMPARE(fields->at(0).widgets.size(), 1U);
    QCOMPARE(fields->at(0).widgets.at(0).page, 0);
    QCOMPARE(fields->at(0).widgets.at(0).rect, (RectF{100, 50, 300, 200}));
    QCOMPARE(fields->at(1).name, QStringLiteral("Empty"));
    QVERIFY(!fields->at(1).isSigned);
    QVERIFY(fields->at(1).widgets.at(0).rect.isEmpty());
}

void tst_PdfDocument::cyclicFormTree()
{
    PdfMaker maker = onePage();
    const int a = maker.reserveObject();
    const int b = maker.reserveObject();
    maker.setObject(a, "<</T(a)/Kids[" + QByteArray::number(b) + " 0 R]>>");
    maker.setObject(b, "<</T(b)/FT/Sig/Kids[" + QByteArray::number(a) + " 0 R]/Parent " + QByteArray::number(a) +
                           " 0 R>>");
    maker.addCatalogEntries("/AcroForm<</Fields[" + QByteArray::number(a) + " 0 R]>>");
    const auto document = PdfDocument::open(saved(maker));
    QVERIFY(document);
    QVERIFY((*document)->signatureFields());
    QVERIFY((*document)->preflight());
}

void tst_PdfDocument::certificateEncryptionIsSaid()
{
    PdfMaker maker = onePage();
    maker.addTrailerEntries("/Encrypt<</Filter/Adobe.PubSec/V 4>>/ID[<00><00>]");
    const auto document = PdfDocument::open(saved(maker));
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::AlgorithmUnsupported);
}

void tst_PdfDocument::corpusDocuments_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("pages");
    QTest::addColumn<QString>("size");
    QTest::addColumn<bool>("hopeless");
    for (const CorpusRow &row : corpusRows(QStringLiteral("documents"))) {
        // The size column is the media box; a crop box stands in the note.
        static const QRegularExpression crop(QStringLiteral("cropbox=\\[(.*?), (.*?), (.*?), (.*?)\\]"));
        const auto box = crop.match(row.note);
        const auto side = [&box](int from, int to) {
            return QString::number(box.captured(to).toDouble() - box.captured(from).toDouble());
        };
        const QString size = box.hasMatch() ? side(1, 3) + u'x' + side(2, 4) : row.pageSize;
        QTest::newRow(qPrintable(row.path.section(u'/', -1)))
            << row.path << row.password << row.pages << size << row.othersSay.contains(QLatin1String("rc=1"));
    }
}

void tst_PdfDocument::corpusDocuments()
{
    if (corpusFolder().isEmpty())
        QSKIP("no corpus: set BIDSEAL_CORPUS");
    QFETCH(const QString, path);
    QFETCH(const QString, password);
    QFETCH(const QString, pages);
    QFETCH(const QString, size);
    QFETCH(const bool, hopeless);
    const SecureBytes secret{QByteArrayView(password.toUtf8())};
    const auto document = PdfDocument::open(path, password.isEmpty() ? nullptr : &secret);
    if (!document && document.error().code == ErrorCode::PasswordRequired)
        QSKIP("the corpus does not tell this file's password");
    if (hopeless && !document) { // its page tree has no page that any reader finds
        QCOMPARE(document.error().code, ErrorCode::PdfDamaged);
        return;
    }
    QVERIFY2(document, document ? "" : qPrintable(errorCodeName(document.error().code)));
    if (!pages.isEmpty())
        QCOMPARE((*document)->pageCount(), pages.toInt());
    const auto geometry = (*document)->pageGeometry(0);
    QVERIFY(geometry);
    if (size.contains(u'x')) { // of the box, neither turned nor scaled
        const RectF box = geometry->visibleBox();
        QVERIFY2(std::abs(box.width() - size.section(u'x', 0, 0).toDouble()) < 0.1, qPrintable(size));
        QVERIFY2(std::abs(box.height() - size.section(u'x', 1, 1).toDouble()) < 0.1, qPrintable(size));
    }
}

namespace {

QString bid(const QString &begin)
{
    for (const QString &path : corpusFiles(QStringLiteral("bids"))) {
        if (path.section(u'/', -1).startsWith(begin))
            return path;
    }
    return {};
}

} // namespace

void tst_PdfDocument::corpusPasswords()
{
    if (corpusFolder().isEmpty())
        QSKIP("no corpus: set BIDSEAL_CORPUS");
    QFile manifest(corpusFolder() + QStringLiteral("/bids/manifest.tsv"));
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    QByteArray password;
    for (const QByteArray &line : manifest.readAll().split('\n')) {
        if (line.startsWith("11_"))
            password = line.split('\t').value(4);
    }
    QVERIFY(!password.isEmpty());
    const QString path = bid(QStringLiteral("11_"));
    QCOMPARE(PdfDocument::open(path).error().code, ErrorCode::PasswordRequired);
    const SecureBytes wrong{QByteArrayView("wrong")};
    QCOMPARE(PdfDocument::open(path, &wrong).error().code, ErrorCode::PasswordIncorrect);
    const SecureBytes right{QByteArrayView(password)};
    const auto document = PdfDocument::open(path, &right);
    QVERIFY(document);
    QVERIFY((*document)->facts().isEncrypted);
    QVERIFY((*document)->facts().encryption.startsWith(QLatin1String("AES-")));
    QVERIFY((*document)->render({.scale = 0.5}));
}

void tst_PdfDocument::corpusPermissions()
{
    if (corpusFolder().isEmpty())
        QSKIP("no corpus: set BIDSEAL_CORPUS");
    const auto document = PdfDocument::open(bid(QStringLiteral("10 ")));
    QVERIFY(document);
    QVERIFY((*document)->facts().isEncrypted);
    QVERIFY(!(*document)->facts().openedWithOwnerRights);
    QVERIFY(!(*document)->facts().mayModify);
}

void tst_PdfDocument::corpusIdentityFont()
{
    if (corpusFolder().isEmpty())
        QSKIP("no corpus: set BIDSEAL_CORPUS");
    const auto bad = PdfDocument::open(bid(QStringLiteral("06_")));
    const auto good = PdfDocument::open(bid(QStringLiteral("05 ")));
    QVERIFY(bad && good);
    QVERIFY((*bad)->facts().hasUnembeddedIdentityFont);
    QVERIFY((*bad)->unembeddedIdentityFonts()->contains(QStringLiteral("SimSun")));
    QVERIFY(!(*good)->facts().hasUnembeddedIdentityFont);
    QVERIFY((*good)->unembeddedIdentityFonts()->isEmpty());
}

QTEST_GUILESS_MAIN(tst_PdfDocument)
#include "tst_PdfDocument.moc"
