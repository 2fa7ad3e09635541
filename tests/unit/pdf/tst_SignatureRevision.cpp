#include "core/pdf/SignatureRevision.h"

#include "core/pdf/StampAppearance.h"
#include "tests/support/PdfJudges.h"
#include "tests/support/PlainPdf.h"
#include "tests/support/SampleSeals.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <cmath>

using namespace bidseal;
using test::PlainPage;
using test::PlainPdf;

namespace {

using Document = std::shared_ptr<PdfDocument>;

QDateTime signingTime()
{
    return QDateTime(QDate(2026, 11, 23), QTime(14, 5, 9), Qt::OffsetFromUTC, 8 * 3600);
}

DateStamp dateStamp()
{
    return {QDate(2026, 11, 23), DateFormat::ChineseNumeric, 6};
}

/** A placement whose upper left corner, as shown, is `shown` points from the page's. */
Placement placed(const PdfDocument &document, int page, const Stamp &stamp, PointF shown)
{
    const SizeF mm = stampSizeMm(stamp).value();
    const double width = std::round(mmToPoints(mm.width));
    const double height = std::round(mmToPoints(mm.height));
    const PageGeometry geometry = document.pageGeometry(page).value();
    return {QUuid::createUuid(), page, geometry.toUserSpace(RectF{shown.x, shown.y, shown.x + width, shown.y + height}),
            stamp};
}

SignatureRevisionRequest requestFor(std::vector<Placement> placements)
{
    SignatureRevisionRequest request;
    request.placements = std::move(placements);
    request.signingTime = signingTime();
    request.signerName = QStringLiteral("示例科技有限公司");
    request.reason = QStringLiteral("投标");
    request.location = QStringLiteral("Example (City)");
    return request;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray signedBytes(const QByteArray &file, const std::array<qint64, 4> &range)
{
    return file.mid(range[0], range[1]) + file.mid(range[2], range[3]);
}

/** Compares blending of `stamp` onto `page` at (left, top) with `result`; the mean difference a channel. */
double differenceWithin(const Raster &page, const Raster &stamp, const Raster &result, int left, int top)
{
    qint64 sum = 0;
    for (int y = 0; y < stamp.height; ++y) {
        for (int x = 0; x < stamp.width; ++x) {
            const auto at = [](const Raster &r, int px, int py) {
                return r.pixels.get() + std::ptrdiff_t(py) * r.stride + px * 4;
            };
            const std::uint8_t *s = at(stamp, x, y);
            for (int c = 0; c < 3; ++c) {
                const int expected = s[c] + at(page, left + x, top + y)[c] * (255 - s[3]) / 255;
                sum += std::abs(expected - at(result, left + x, top + y)[c]);
            }
        }
    }
    return double(sum) / (3.0 * stamp.width * stamp.height);
}

/** Empty when `result` shows `stamp` on `before` at (left, top): far nearer to it than to the page without the stamp.
 */
QString stampMissing(const Raster &before, const Raster &stamp, const Raster &result, int left, int top)
{
    const double difference = differenceWithin(before, stamp, result, left, top);
    const double withoutStamp = differenceWithin(before, stamp, before, left, top);
    // Where the box falls between pixels, edges are smoothed otherwise; a missing or turned stamp is far worse.
    return difference < withoutStamp / 4
               ? QString()
               : QStringLiteral("difference %1, without the stamp %2").arg(difference).arg(withoutStamp);
}

/** How many pixels outside `inside` differ at all. */
int differencesOutside(const Raster &before, const Raster &after, const QList<QRect> &inside)
{
    int count = 0;
    for (int y = 0; y < before.height; ++y) {
        for (int x = 0; x < before.width; ++x) {
            const bool isInside =
                std::any_of(inside.begin(), inside.end(), [&](const QRect &r) { return r.contains(x, y); });
            const std::ptrdiff_t at = std::ptrdiff_t(y) * before.stride + x * 4;
            count += !isInside && std::memcmp(before.pixels.get() + at, after.pixels.get() + at, 4) != 0 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class tst_SignatureRevision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void filesOfEveryKind_data();
    void filesOfEveryKind();
    void looksAsPlaced_data();
    void looksAsPlaced();
    void theDictionarySaysWhatItShould();
    void manySealsShareTheirPicture();
    void namesDoNotCollide();
    void formsOfEveryShape_data();
    void formsOfEveryShape();
    void earlierSignaturesStayValid();
    void existingFieldIsFilled();
    void existingFieldTakesTheStampPlacedOnIt();
    void existingFieldMustBeUsable();
    void lockOfTheFieldIsSigned();
    void certificationIsHonoured_data();
    void certificationIsHonoured();
    void fieldLocksAreHonoured_data();
    void fieldLocksAreHonoured();
    void permissionsAreHonoured_data();
    void permissionsAreHonoured();
    void damagedFiles();
    void damagedSignedFilesAreRefused();
    void impossibleRequestsAreRefused();
    void hugeFilesAreRefused();
    void canBeStopped();
    void cmsMustFit();
    void corpusBids_data();
    void corpusBids();

private:
    QString write(const QByteArray &bytes, const QString &name = QStringLiteral("in.pdf"));
    Document open(const QString &path, const QString &password = {});
    /** Signs and returns the path of the signed file; empty when it failed (the test is marked). */
    QString sign(const PdfDocument &document, const SignatureRevisionRequest &request, PreparedRevision *out = nullptr);
    /** `earlier` of the `fields` belong to signatures of earlier revisions. */
    void judge(const QString &file, int fields, const QString &password = {}, int earlier = 0);

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_outputs = 0;
};

void tst_SignatureRevision::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_outputs = 0;
}

QString tst_SignatureRevision::write(const QByteArray &bytes, const QString &name)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a test file");
    return path;
}

Document tst_SignatureRevision::open(const QString &path, const QString &password)
{
    const SecureBytes secret(password.toUtf8());
    auto document = PdfDocument::open(path, password.isEmpty() ? nullptr : &secret);
    if (!document)
        qFatal("%s: %s", qPrintable(errorCodeName(document.error().code)), qPrintable(document.error().detail));
    return *document;
}

QString tst_SignatureRevision::sign(const PdfDocument &document, const SignatureRevisionRequest &request,
                                    PreparedRevision *out)
{
    auto prepared = prepareRevision(document, request);
    if (!prepared) {
        QTest::qFail(qPrintable(errorCodeName(prepared.error().code) + u' ' + prepared.error().detail), __FILE__,
                     __LINE__);
        return {};
    }
    const QByteArray original = contentOf(document.path()).first(prepared->originalSize);
    const QByteArray unsignedFile = original + prepared->appended;
    if (auto embedded = embedCms(*prepared, test::cmsByOpenssl(signedBytes(unsignedFile, prepared->byteRange)));
        !embedded) {
        QTest::qFail(qPrintable(embedded.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (out != nullptr)
        *out = *prepared;
    return write(original + prepared->appended, QStringLiteral("signed%1.pdf").arg(++m_outputs));
}

void tst_SignatureRevision::judge(const QString &file, int fields, const QString &password, int earlier)
{
    QVERIFY(!file.isEmpty());
    if (test::isInstalled(QStringLiteral("pdfsig")))
        QCOMPARE(test::judgedByPdfsig(file, fields, password), QString());
    if (test::isInstalled(QStringLiteral("mutool")))
        QCOMPARE(test::judgedByMutool(file, fields, password, earlier), QString());
    if (test::isInstalled(QStringLiteral("qpdf")))
        QCOMPARE(test::judgedByQpdf(file, password), QString());
}

void tst_SignatureRevision::filesOfEveryKind_data()
{
    QTest::addColumn<QStringList>("qpdfOptions");
    QTest::addColumn<QString>("password");
    const auto options = [](const char *text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); };
    QTest::newRow("classic table") << QStringList() << QString();
    QTest::newRow("object and xref streams") << options("--object-streams=generate") << QString();
    QTest::newRow("linearized") << options("--linearize") << QString();
    QTest::newRow("linearized streams") << options("--linearize --object-streams=generate") << QString();
    QTest::newRow("AES-256") << options("--encrypt user owner 256 --") << QStringLiteral("user");
    QTest::newRow("AES-256 by owner") << options("--encrypt user owner 256 --modify=none --")
                                      << QStringLiteral("owner");
    QTest::newRow("AES-256 streams") << options("--object-streams=generate --encrypt user owner 256 --")
                                     << QStringLiteral("user");
    QTest::newRow("AES-128") << options("--allow-weak-crypto --encrypt user owner 128 --use-aes=y --")
                             << QStringLiteral("user");
    QTest::newRow("RC4-128") << options("--allow-weak-crypto --encrypt user owner 128 --use-aes=n --")
                             << QStringLiteral("user");
    QTest::newRow("RC4-40") << options("--allow-weak-crypto --encrypt user owner 40 --") << QStringLiteral("user");
}

void tst_SignatureRevision::filesOfEveryKind()
{
    QFETCH(QStringList, qpdfOptions);
    QFETCH(QString, password);
    PlainPdf plain;
    plain.pages = {PlainPage{}, PlainPage{}, PlainPage{}};
    QString path = write(plain.bytes());
    if (!qpdfOptions.isEmpty()) {
        if (!test::isInstalled(QStringLiteral("qpdf")))
            QSKIP("qpdf is not installed");
        const QString made = m_folder->filePath(QStringLiteral("made.pdf"));
        const auto spoken = test::run(QStringLiteral("qpdf"), qpdfOptions + QStringList{path, made});
        QVERIFY2(spoken.exitCode == 0, qPrintable(spoken.text));
        path = made;
    }
    const QByteArray before = contentOf(path);
    const Document document = open(path, password);
    QVERIFY(checkSignable(*document));
    PreparedRevision revision;
    const QString output = sign(*document,
                                requestFor({placed(*document, 0, test::sampleCompanySeal(), {100, 400}),
                                            placed(*document, 2, test::sampleLegalRepresentativeSeal(), {300, 300}),
                                            placed(*document, 2, dateStamp(), {300, 500})}),
                                &revision);
    judge(output, 3, password);
    QVERIFY2(contentOf(path) == before, "the input is not touched");
    QVERIFY(contentOf(output).startsWith(before));
    QCOMPARE(revision.originalSize, before.size());
    QVERIFY(!revision.wasRepaired);
    QCOMPARE(revision.fieldNames,
             (QStringList{QStringLiteral("Seal1"), QStringLiteral("Seal2"), QStringLiteral("Seal3")}));
    QVERIFY2(revision.appended.size() < 200'000, "pictures are compressed");
    const QByteArray file = contentOf(output);
    QCOMPARE(file.at(revision.contentsOffset), '<');
    QCOMPARE(revision.byteRange[1], revision.contentsOffset);
    QCOMPARE(revision.byteRange[2], revision.contentsOffset + 2 * revision.contentsCapacity + 2);
    QCOMPARE(revision.byteRange[2] + revision.byteRange[3], file.size());
}

void tst_SignatureRevision::looksAsPlaced_data()
{
    QTest::addColumn<int>("rotate");
    QTest::addColumn<int>("boxes");
    QTest::addColumn<double>("userUnit");
    for (const int rotate : {0, 90, 180, 270, -90, 450}) {
        for (const int boxes : {0, 1, 2, 3}) {
            for (const double unit : {1.0, 2.0, 1.5}) {
                QTest::addRow("rotate %d, boxes %d, unit %g", rotate, boxes, unit) << rotate << boxes << unit;
            }
        }
    }
}

void tst_SignatureRevision::looksAsPlaced()
{
    QFETCH(int, rotate);
    QFETCH(int, boxes);
    QFETCH(double, userUnit);
    PlainPdf plain;
    PlainPage &page = plain.pages.front();
    page.rotate = rotate;
    page.userUnit = userUnit;
    if (boxes == 1)
        page.mediaBox = {-200, -300, 395, 542};
    if (boxes == 2)
        page.cropBox = RectF{57.25, 101.5, 533.75, 780};
    if (boxes == 3) {
        page.mediaBox = {595, 842, 0, 0}; // corners the wrong way round
        page.cropBox = RectF{-50, 33.3, 500.7, 2000};
    }
    const QString path = write(plain.bytes());
    const Document document = open(path);
    const Seal seal = test::sampleCompanySeal();
    const std::vector<Placement> placements{placed(*document, 0, seal, {40, 50}),
                                            placed(*document, 0, dateStamp(), {60, 200})};
    const QString output = sign(*document, requestFor(placements));
    QVERIFY(!output.isEmpty());
    const Document after = open(output);

    RenderRequest request;
    request.scale = 2;
    const auto rasterBefore = document->render(request);
    const auto rasterAfter = after->render(request);
    QVERIFY(rasterBefore && rasterAfter);
    QCOMPARE(rasterAfter->width, rasterBefore->width);
    const PageGeometry geometry = document->pageGeometry(0).value();
    QList<QRect> inside;
    for (const Placement &placement : placements) {
        const RectF shown = geometry.toShown(placement.rect);
        const QRect pixels(qRound(shown.x0 * 2), qRound(shown.y0 * 2), qRound(shown.width() * 2),
                           qRound(shown.height() * 2));
        inside.append(pixels.adjusted(-1, -1, 1, 1));
        const auto appearance = stampAppearance(placement.stamp);
        const auto stamp = renderAppearance(*appearance, pixels.width(), pixels.height());
        QVERIFY(stamp);
        QCOMPARE(stampMissing(*rasterBefore, *stamp, *rasterAfter, pixels.x(), pixels.y()), QString());
    }
    QCOMPARE(differencesOutside(*rasterBefore, *rasterAfter, inside), 0);
}

void tst_SignatureRevision::theDictionarySaysWhatItShould()
{
    const Document document = open(write(PlainPdf().bytes()));
    auto revision = prepareRevision(*document, requestFor({placed(*document, 0, dateStamp(), {100, 100})}));
    QVERIFY(revision);
    const QByteArray &bytes = revision->appended;
    QVERIFY(bytes.contains("/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Type/Sig/M(D:20261123140509+08'00')"));
    QVERIFY(bytes.contains("/Reason<FEFF62956807>"));
    QVERIFY(bytes.contains("/Location(Example \\(City\\))"));
    QVERIFY(bytes.contains("/SigFlags 3"));
    QVERIFY(bytes.contains("/F 132"));
    QVERIFY(!bytes.contains("/Cert"));
    QVERIFY(!bytes.contains("/Lock"));
    QVERIFY(!bytes.contains("/DA"));
    const QByteArray range = "/ByteRange[0 " + QByteArray::number(revision->byteRange[1]) + ' ' +
                             QByteArray::number(revision->byteRange[2]) + ' ' +
                             QByteArray::number(revision->byteRange[3]) + ']';
    QVERIFY(bytes.contains(range));

    auto request = requestFor({placed(*document, 0, dateStamp(), {100, 100})});
    request.signingTime = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::OffsetFromUTC, -(3 * 3600 + 1800));
    revision = prepareRevision(*document, request);
    QVERIFY(revision && revision->appended.contains("(D:20260102030405-03'30')"));
}

void tst_SignatureRevision::manySealsShareTheirPicture()
{
    PlainPdf plain;
    plain.pages.assign(300, PlainPage{});
    for (std::size_t i = 0; i < plain.pages.size(); ++i)
        plain.pages[i].rotate = i % 2 == 0 ? 0 : 90;
    const Document document = open(write(plain.bytes()));
    std::vector<Placement> placements;
    for (int page = 0; page < 300; ++page)
        placements.push_back(placed(*document, page, test::sampleCompanySeal(), {100, 100}));
    const auto revision = prepareRevision(*document, requestFor(placements));
    QVERIFY(revision);
    QCOMPARE(revision->appended.count("/Subtype/Image"), 2); // the picture and its mask
    QCOMPARE(revision->appended.count("/Subtype/Form"), 2);  // for both rotations
    QCOMPARE(revision->appended.count("/ByteRange"), 1);
    QCOMPARE(revision->appended.count("/Subtype/Widget"), 300);
    QCOMPARE(revision->fieldNames.size(), 300);
    QVERIFY2(revision->appended.size() < 400'000, qPrintable(QString::number(revision->appended.size())));
}

void tst_SignatureRevision::namesDoNotCollide()
{
    PlainPdf plain;
    plain.catalogEntries = "/AcroForm << /Fields [" + QByteArray::number(plain.firstObject()) + " 0 R] >>";
    plain.objects << "<< /FT /Tx /T (Seal1) >>";
    const Document document = open(write(plain.bytes()));
    PreparedRevision revision;
    QString output = sign(*document, requestFor({placed(*document, 0, dateStamp(), {100, 100})}), &revision);
    QCOMPARE(revision.fieldNames, QStringList{QStringLiteral("Seal2")});
    const Document again = open(output);
    sign(*again, requestFor({placed(*again, 0, dateStamp(), {100, 200})}), &revision);
    QCOMPARE(revision.fieldNames, QStringList{QStringLiteral("Seal3")});
}

void tst_SignatureRevision::formsOfEveryShape_data()
{
    QTest::addColumn<QByteArray>("catalog");
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QByteArrayList>("objects");
    // One page, so further objects begin at 6.
    const QByteArray none;
    QTest::newRow("no form") << none << none << QByteArrayList();
    QTest::newRow("indirect form and fields, regenerating")
        << QByteArray("/AcroForm 6 0 R") << QByteArray("/Annots [8 0 R]")
        << QByteArrayList{"<< /Fields 7 0 R /NeedAppearances true >>", "[8 0 R]",
                          "<< /Type /Annot /Subtype /Widget /FT /Tx /T (Date) /Rect [50 50 150 70] /P 4 0 R >>"};
    QTest::newRow("form without fields") << QByteArray("/AcroForm << /SigFlags 1 >>") << none << QByteArrayList();
    QTest::newRow("form is null") << QByteArray("/AcroForm null") << QByteArray("/Annots null") << QByteArrayList();
    QTest::newRow("indirect annotations") << none << QByteArray("/Annots 6 0 R") << QByteArrayList{"[]"};
    QTest::newRow("cyclic fields") << QByteArray("/AcroForm << /Fields [6 0 R 7 0 R] >>") << none
                                   << QByteArrayList{"<< /T (A) /Kids [7 0 R 6 0 R] >>",
                                                     "<< /T (B) /Parent 6 0 R /Kids [6 0 R] >>"};
}

void tst_SignatureRevision::formsOfEveryShape()
{
    QFETCH(QByteArray, catalog);
    QFETCH(QByteArray, page);
    QFETCH(QByteArrayList, objects);
    PlainPdf plain;
    plain.catalogEntries = catalog;
    plain.pages.front().entries = page;
    plain.objects = objects;
    for (const QStringList &options : {QStringList{}, QStringList{QStringLiteral("--object-streams=generate")}}) {
        QString path = write(plain.bytes());
        if (!options.isEmpty()) {
            const QString made = m_folder->filePath(QStringLiteral("made.pdf"));
            if (test::run(QStringLiteral("qpdf"), options + QStringList{path, made}).exitCode != 0)
                continue;
            path = made;
        }
        const Document document = open(path);
        const QString output =
            sign(*document, requestFor({placed(*document, 0, test::sampleCompanySeal(), {100, 100})}));
        if (QByteArray(QTest::currentDataTag()) == "cyclic fields") // the others do not survive such a form
            QVERIFY(output.isEmpty() || test::judgedByQpdf(output).isEmpty());
        else
            judge(output, 1);
    }
}

void tst_SignatureRevision::earlierSignaturesStayValid()
{
    const Document first = open(write(PlainPdf().bytes()));
    const QString once = sign(*first, requestFor({placed(*first, 0, test::sampleCompanySeal(), {100, 300}),
                                                  placed(*first, 0, dateStamp(), {300, 300})}));
    judge(once, 2);
    const Document second = open(once);
    QVERIFY(checkSignable(*second));
    const QString twice = sign(*second, requestFor({placed(*second, 0, test::sampleContractSeal(), {100, 500})}));
    QVERIFY(contentOf(twice).startsWith(contentOf(once)));
    judge(twice, 3, {}, 2);
}

namespace {

/** One page with two empty signature fields, Bidder and Representative; objects 6 and 7. */
PlainPdf formWithFields(const QByteArray &fieldEntries = {}, const QByteArray &catalogEntries = {})
{
    PlainPdf plain;
    plain.catalogEntries = "/AcroForm << /Fields [6 0 R 7 0 R] >> " + catalogEntries;
    plain.pages.front().entries = "/Annots [6 0 R 7 0 R]";
    plain.objects
        << "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Bidder) /Rect [100 400 300 500] /P 4 0 R /F 4 " +
               fieldEntries + " >>"
        << "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Representative) /Rect [320 400 420 500] /P 4 0 R /F 4 >>";
    return plain;
}

} // namespace

void tst_SignatureRevision::existingFieldIsFilled()
{
    const Document document = open(write(formWithFields().bytes()));
    auto request = requestFor(
        {placed(*document, 0, test::sampleCompanySeal(), {100, 100}), placed(*document, 0, dateStamp(), {300, 600})});
    request.existingField = QStringLiteral("Bidder");
    QVERIFY(checkSignable(*document, request.existingField));
    PreparedRevision revision;
    const QString output = sign(*document, request, &revision);
    judge(output, 2);
    QCOMPARE(revision.fieldNames, (QStringList{QStringLiteral("Bidder"), QStringLiteral("Seal1")}));

    // The seal stands in the middle of the field's box (shown: x 100 to 300, y 342 to 442), as high as the box.
    const Document after = open(output);
    RenderRequest render;
    render.scale = 2;
    RenderRequest bare = render;
    bare.withAnnotations = false; // MuPDF draws a mark of its own into empty signature fields
    const auto before = document->render(bare);
    const auto drawn = after->render(render);
    QVERIFY(before && drawn);
    const auto stamp = renderAppearance(*stampAppearance(test::sampleCompanySeal()), 200, 200);
    QVERIFY(stamp);
    QCOMPARE(stampMissing(*before, *stamp, *drawn, 300, 684), QString());
}

void tst_SignatureRevision::existingFieldTakesTheStampPlacedOnIt()
{
    const Document document = open(write(formWithFields().bytes()));
    const Seal seal = test::sampleLegalRepresentativeSeal(); // 51 points wide
    auto request = requestFor({placed(*document, 0, dateStamp(), {300, 600}), placed(*document, 0, seal, {120, 360})});
    request.existingField = QStringLiteral("Bidder");
    PreparedRevision revision;
    QString output = sign(*document, request, &revision);
    judge(output, 2);
    QCOMPARE(revision.fieldNames, (QStringList{QStringLiteral("Seal1"), QStringLiteral("Bidder")}));
    RenderRequest render;
    render.scale = 2;
    RenderRequest bare = render;
    bare.withAnnotations = false; // MuPDF draws a mark of its own into empty signature fields
    const auto before = document->render(bare);
    auto drawn = open(output)->render(render);
    QVERIFY(before && drawn);
    const auto stamp = renderAppearance(*stampAppearance(seal), 102, 102);
    QCOMPARE(stampMissing(*before, *stamp, *drawn, 240, 720), QString());

    // Sticking out of the field, it still stands where it was placed: nothing is signed yet, so the box follows.
    request.placements = {placed(*document, 0, test::sampleCompanySeal(), {90, 330})};
    output = sign(*document, request, &revision);
    judge(output, 1);
    drawn = open(output)->render(render);
    const auto large = renderAppearance(*stampAppearance(test::sampleCompanySeal()), 238, 238);
    QVERIFY(drawn && large);
    QCOMPARE(stampMissing(*before, *large, *drawn, 180, 660), QString());
}

void tst_SignatureRevision::existingFieldMustBeUsable()
{
    PlainPdf plain = formWithFields("/SV << /Ff 2 /SubFilter [/adbe.pkcs7.detached] >>");
    plain.catalogEntries = "/AcroForm << /Fields [6 0 R 7 0 R 8 0 R 9 0 R] >>";
    plain.objects << "<< /FT /Tx /T (Text) >>" << "<< /FT /Sig /T (ReadOnly) /Ff 1 >>";
    const Document document = open(write(plain.bytes()));
    const auto codeFor = [&](const QString &field) {
        auto request = requestFor({placed(*document, 0, dateStamp(), {100, 100})});
        request.existingField = field;
        const auto revision = prepareRevision(*document, request);
        return revision ? QString() : errorCodeName(revision.error().code);
    };
    QCOMPARE(codeFor(QStringLiteral("Missing")), QStringLiteral("signature-field-unusable"));
    QCOMPARE(codeFor(QStringLiteral("Text")), QStringLiteral("signature-field-unusable"));
    QCOMPARE(codeFor(QStringLiteral("Bidder")), QStringLiteral("signature-field-unusable")); // demands another format
    QCOMPARE(codeFor(QStringLiteral("ReadOnly")), QStringLiteral("field-lock-forbids"));
    QCOMPARE(codeFor(QStringLiteral("Representative")), QString());
    QCOMPARE(checkSignable(*document, QStringLiteral("Missing")).error().code, ErrorCode::SignatureFieldUnusable);

    auto request = requestFor({});
    request.existingField = QStringLiteral("Representative");
    const QString output = sign(*document, request);
    judge(output, 1);
    QCOMPARE(checkSignable(*open(output), request.existingField).error().code, ErrorCode::SignatureFieldUnusable);
}

void tst_SignatureRevision::lockOfTheFieldIsSigned()
{
    const Document document = open(
        write(formWithFields("/Lock << /Type /SigFieldLock /Action /Include /Fields [(Representative)] >>").bytes()));
    auto request = requestFor({placed(*document, 0, test::sampleCompanySeal(), {100, 400})});
    request.existingField = QStringLiteral("Bidder");
    PreparedRevision revision;
    const QString output = sign(*document, request, &revision);
    judge(output, 1);
    QVERIFY(revision.appended.contains("/TransformMethod/FieldMDP"));
    const Document after = open(output);
    QVERIFY(checkSignable(*after));
    QCOMPARE(checkSignable(*after, QStringLiteral("Representative")).error().code, ErrorCode::FieldLockForbids);
}

namespace {

/** A file that looks certified: what counts here is the structure, not the CMS. Field Certified is object 8. */
QByteArray certified(const QByteArray &parameters, bool inPermissions = true)
{
    PlainPdf plain = formWithFields({}, inPermissions ? "/Perms << /DocMDP 9 0 R >>" : "");
    plain.catalogEntries.replace("7 0 R]", "7 0 R 8 0 R]");
    plain.objects << "<< /FT /Sig /T (Certified) /V 9 0 R /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /P 4 0 R >>"
                  << "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 1 2 3] "
                     "/Contents <00> /Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << "
                     "/Type /TransformParams /V /1.2 " +
                         parameters + " >> >>] >>";
    return plain.bytes();
}

} // namespace

void tst_SignatureRevision::certificationIsHonoured_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<bool>("inPermissions");
    QTest::addColumn<bool>("fieldMayBeFilled");
    QTest::newRow("P=1") << QByteArray("/P 1") << true << false;
    QTest::newRow("P=2") << QByteArray("/P 2") << true << true;
    QTest::newRow("P=3") << QByteArray("/P 3") << true << true;
    QTest::newRow("default is 2") << QByteArray() << true << true;
    QTest::newRow("P=1 in the reference only") << QByteArray("/P 1") << false << false;
}

void tst_SignatureRevision::certificationIsHonoured()
{
    QFETCH(QByteArray, parameters);
    QFETCH(bool, inPermissions);
    QFETCH(bool, fieldMayBeFilled);
    const Document document = open(write(certified(parameters, inPermissions)));
    const auto prepareWith = [&](const std::vector<Placement> &placements, const QString &field) {
        auto request = requestFor(placements);
        request.existingField = field;
        const auto revision = prepareRevision(*document, request);
        return revision ? QString() : errorCodeName(revision.error().code);
    };
    const QString forbidden = QStringLiteral("certification-forbids");
    const Placement onField = placed(*document, 0, test::sampleLegalRepresentativeSeal(), {120, 360});
    const Placement elsewhere = placed(*document, 0, dateStamp(), {300, 600});

    QCOMPARE(checkSignable(*document).error().code, ErrorCode::CertificationForbids);
    QCOMPARE(prepareWith({elsewhere}, {}), forbidden);
    const QString bidder = QStringLiteral("Bidder");
    QCOMPARE(checkSignable(*document, bidder).has_value(), fieldMayBeFilled);
    QCOMPARE(prepareWith({onField}, bidder), fieldMayBeFilled ? QString() : forbidden);
    QCOMPARE(prepareWith({elsewhere}, bidder), fieldMayBeFilled ? QString() : forbidden);
    QCOMPARE(prepareWith({onField, elsewhere}, bidder), forbidden); // a further seal would be a new field
}

void tst_SignatureRevision::fieldLocksAreHonoured_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<bool>("isLocked");
    QTest::newRow("all") << QByteArray("/Action /All") << true;
    QTest::newRow("include it") << QByteArray("/Action /Include /Fields [(Bidder)]") << true;
    QTest::newRow("include another") << QByteArray("/Action /Include /Fields [(Bidders)]") << false;
    QTest::newRow("exclude it") << QByteArray("/Action /Exclude /Fields [(Bidder)]") << false;
    QTest::newRow("exclude another") << QByteArray("/Action /Exclude /Fields [(Date)]") << true;
}

void tst_SignatureRevision::fieldLocksAreHonoured()
{
    QFETCH(QByteArray, action);
    QFETCH(bool, isLocked);
    QByteArray bytes = certified(action, false);
    bytes.replace("/TransformMethod /DocMDP", "/TransformMethod /FieldMDP");
    // The text above grew by two bytes: let qpdf write the table anew.
    const QString path = write(bytes);
    const QString made = m_folder->filePath(QStringLiteral("made.pdf"));
    if (!test::isInstalled(QStringLiteral("qpdf")))
        QSKIP("qpdf is not installed");
    test::run(QStringLiteral("qpdf"), {path, made});
    const Document document = open(made);
    const auto field = checkSignable(*document, QStringLiteral("Bidder"));
    QCOMPARE(field ? QString() : errorCodeName(field.error().code),
             isLocked ? QStringLiteral("field-lock-forbids") : QString());
    QVERIFY2(checkSignable(*document), "a field that did not exist is not covered");
}

void tst_SignatureRevision::permissionsAreHonoured_data()
{
    QTest::addColumn<QString>("restrictions");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("newField");
    QTest::addColumn<bool>("existingField");
    const QString user = QStringLiteral("user");
    QTest::newRow("all allowed") << QStringLiteral("--modify=all") << user << true << true;
    QTest::newRow("annotate but not modify") << QStringLiteral("--modify=annotate") << user << false << true;
    QTest::newRow("fill only") << QStringLiteral("--modify=form") << user << false << true;
    QTest::newRow("assembly only") << QStringLiteral("--modify=assembly") << user << false << false;
    QTest::newRow("nothing") << QStringLiteral("--modify=none") << user << false << false;
    QTest::newRow("nothing, but the owner")
        << QStringLiteral("--modify=none") << QStringLiteral("owner") << true << true;
}

void tst_SignatureRevision::permissionsAreHonoured()
{
    QFETCH(QString, restrictions);
    QFETCH(QString, password);
    QFETCH(bool, newField);
    QFETCH(bool, existingField);
    if (!test::isInstalled(QStringLiteral("qpdf")))
        QSKIP("qpdf is not installed");
    const QString made = m_folder->filePath(QStringLiteral("made.pdf"));
    const auto spoken =
        test::run(QStringLiteral("qpdf"),
                  {QStringLiteral("--encrypt"), QStringLiteral("user"), QStringLiteral("owner"), QStringLiteral("256"),
                   restrictions, QStringLiteral("--"), write(formWithFields().bytes()), made});
    QVERIFY2(spoken.exitCode == 0, qPrintable(spoken.text));
    const Document document = open(made, password);
    const auto codeOf = [](const auto &result) { return result ? QString() : errorCodeName(result.error().code); };
    const auto expected = [](bool allowed) { return allowed ? QString() : QStringLiteral("document-forbids-changes"); };

    QCOMPARE(codeOf(checkSignable(*document)), expected(newField));
    QCOMPARE(codeOf(checkSignable(*document, QStringLiteral("Bidder"))), expected(existingField));
    auto request = requestFor({placed(*document, 0, dateStamp(), {120, 380})});
    QCOMPARE(codeOf(prepareRevision(*document, request)), expected(newField));
    request.existingField = QStringLiteral("Bidder");
    QCOMPARE(codeOf(prepareRevision(*document, request)), expected(existingField));
}

void tst_SignatureRevision::damagedFiles()
{
    QByteArray withoutEnd = PlainPdf().bytes();
    withoutEnd.chop(1);
    QByteArray badStart = PlainPdf().bytes();
    badStart.replace("startxref\n", "startxref\n9");
    const QByteArray junk = "HTTP/1.1 200 OK\r\nServer: none\r\n\r\n" + PlainPdf().bytes();
    const QByteArray padded = PlainPdf().bytes() + QByteArray(3000, '\0');
    int index = 0;
    for (const QByteArray &bytes : {withoutEnd, badStart, junk, padded}) {
        const Document document = open(write(bytes));
        PreparedRevision revision;
        const QString output =
            sign(*document, requestFor({placed(*document, 0, test::sampleCompanySeal(), {100, 100})}), &revision);
        judge(output, 1);
        QCOMPARE(revision.wasRepaired, index > 0);
        QCOMPARE(revision.originalSize, index > 0 ? 0 : bytes.size());
        ++index;
    }
}

void tst_SignatureRevision::damagedSignedFilesAreRefused()
{
    const Document document = open(write(PlainPdf().bytes()));
    const QString once = sign(*document, requestFor({placed(*document, 0, dateStamp(), {100, 300})}));
    const Document damaged = open(write("junk before the header\n" + contentOf(once), QStringLiteral("damaged.pdf")));
    QCOMPARE(checkSignable(*damaged).error().code, ErrorCode::DamagedAndSigned);
    const auto revision = prepareRevision(*damaged, requestFor({placed(*damaged, 0, dateStamp(), {100, 100})}));
    QVERIFY(!revision);
    QCOMPARE(revision.error().code, ErrorCode::DamagedAndSigned);
    QCOMPARE(revision.error().context.fileName, QStringLiteral("damaged.pdf"));
}

void tst_SignatureRevision::impossibleRequestsAreRefused()
{
    const Document document = open(write(PlainPdf().bytes()));
    const auto codeOf = [&](const SignatureRevisionRequest &request) {
        const auto revision = prepareRevision(*document, request);
        return revision ? QString() : errorCodeName(revision.error().code);
    };
    QCOMPARE(codeOf(requestFor({})), QStringLiteral("nothing-placed"));
    const Placement good = placed(*document, 0, dateStamp(), {100, 100});
    Placement bad = good;
    bad.page = 1;
    QCOMPARE(codeOf(requestFor({good, bad})), QStringLiteral("page-out-of-range"));
    bad = good;
    bad.rect = {0, 0, 0, 0};
    QCOMPARE(codeOf(requestFor({bad})), QStringLiteral("invalid-argument"));
    bad.rect = {1000, 1000, 1100, 1100};
    QCOMPARE(codeOf(requestFor({bad})), QStringLiteral("placement-outside-page"));
    Seal broken = test::sampleCompanySeal();
    broken.png = "no picture";
    bad = good;
    bad.stamp = broken;
    QCOMPARE(codeOf(requestFor({bad})), QStringLiteral("seal-image-unusable"));
    auto request = requestFor({good});
    request.signingTime = {};
    QCOMPARE(codeOf(request), QStringLiteral("invalid-argument"));
    request = requestFor({good});
    request.contentsCapacity = 0;
    QCOMPARE(codeOf(request), QStringLiteral("invalid-argument"));
}

void tst_SignatureRevision::hugeFilesAreRefused()
{
    const QString path = write(PlainPdf().bytes());
    const Document document = open(path);
    // A sparse file whose end is a valid PDF would take minutes to make; the size alone decides.
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    const qint64 shift = 2'100'000'000;
    QVERIFY(file.resize(shift));
    QVERIFY(file.seek(shift));
    file.write("\n" + bytes.mid(bytes.indexOf("xref\n0")));
    file.close();
    const auto huge = PdfDocument::open(path);
    QVERIFY(huge);
    QCOMPARE(checkSignable(**huge).error().code, ErrorCode::FileTooLarge);
    QCOMPARE(checkSignable(**huge).error().context.limit, std::optional<qint64>(2'000'000'000));
}

void tst_SignatureRevision::canBeStopped()
{
    const Document document = open(write(PlainPdf().bytes()));
    std::stop_source stop;
    stop.request_stop();
    const auto revision =
        prepareRevision(*document, requestFor({placed(*document, 0, dateStamp(), {100, 100})}), stop.get_token());
    QVERIFY(!revision);
    QCOMPARE(revision.error().code, ErrorCode::Cancelled);
}

void tst_SignatureRevision::cmsMustFit()
{
    const Document document = open(write(PlainPdf().bytes()));
    auto request = requestFor({placed(*document, 0, dateStamp(), {100, 100})});
    request.contentsCapacity = 64;
    auto revision = prepareRevision(*document, request);
    QVERIFY(revision);
    const QByteArray before = revision->appended;
    QCOMPARE(embedCms(*revision, QByteArray(65, 'x')).error().code, ErrorCode::CmsMalformed);
    QCOMPARE(embedCms(*revision, {}).error().code, ErrorCode::CmsMalformed);
    QCOMPARE(revision->appended, before);
    QVERIFY(embedCms(*revision, QByteArray(63, '\xab')));
    QCOMPARE(revision->appended.size(), before.size());
    QVERIFY(revision->appended.contains('<' + QByteArray(63, '\xab').toHex() + "00>"));
    QVERIFY(embedCms(*revision, QByteArray(64, '\xcd')));
    QVERIFY(!revision->appended.contains("abab"));
}

void tst_SignatureRevision::corpusBids_data()
{
    QTest::addColumn<QString>("path");
    const QString corpus =
        qEnvironmentVariable("BIDSEAL_CORPUS", QStringLiteral(BIDSEAL_SOURCE_DIR "/../shared/corpus"));
    const QDir bids(corpus + QStringLiteral("/bids"));
    const QStringList files = bids.entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        QTest::newRow(qPrintable(file.left(2))) << bids.filePath(file);
    if (files.isEmpty())
        QTest::newRow("none") << QString();
}

void tst_SignatureRevision::corpusBids()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("the corpus is not here (BIDSEAL_CORPUS)");
    const QString name = QFileInfo(path).fileName().left(2);
    const QString password = name == QLatin1String("11") ? QStringLiteral("Bid-2026") : QString();
    const Document document = open(path, password);
    if (name == QLatin1String("10")) {
        QCOMPARE(checkSignable(*document).error().code, ErrorCode::DocumentForbidsChanges);
        return;
    }
    QVERIFY(checkSignable(*document));
    std::vector<Placement> placements;
    for (int page = 0; page < std::min(document->pageCount(), 40); ++page)
        placements.push_back(placed(*document, page, test::sampleCompanySeal(), {200, 200}));
    placements.push_back(placed(*document, 0, dateStamp(), {300, 100}));
    const int count = int(placements.size());
    auto request = requestFor(placements);
    const QString output = sign(*document, request);
    if (document->facts().fileSize < 20'000'000)
        judge(output, count, password);
}

QTEST_GUILESS_MAIN(tst_SignatureRevision)
#include "tst_SignatureRevision.moc"
