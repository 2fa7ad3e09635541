#include "core/pdf/PdfDocument.h"

#include "tests/support/Corpus.h"
#include "tests/support/PdfMaker.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace bidseal;
using namespace bidseal::test;

namespace {

RectF bounds(const Quad &quad)
{
    RectF box{quad[0].x, quad[0].y, quad[0].x, quad[0].y};
    for (const PointF corner : quad)
        box = box.united({corner.x, corner.y, corner.x, corner.y});
    return box;
}

bool isInk(const std::uint8_t *bgra)
{
    return std::min({bgra[0], bgra[1], bgra[2]}) < 235;
}

/** How many pixels in `area` (shown points) of the drawn page are not white. */
int inkIn(const PdfDocument &document, int page, const RectF &area)
{
    const auto raster = document.render({.page = page});
    int ink = 0;
    for (int y = std::max(0, int(area.y0)); raster && y < std::min(raster->height, int(area.y1) + 1); ++y) {
        for (int x = std::max(0, int(area.x0)); x < std::min(raster->width, int(area.x1) + 1); ++x)
            ink += isInk(raster->pixels.get() + std::ptrdiff_t{y} * raster->stride + std::ptrdiff_t{x} * 4) ? 1 : 0;
    }
    return ink;
}

} // namespace

class tst_PdfText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void textOfAPage();
    void caseAndSpacesInSearch();
    void hitsAreInShownSpace_data();
    void hitsAreInShownSpace();
    void hitOverTwoLines();
    void charactersWithoutWidthAreMarked();
    void corpusHeadingWithoutWidths();
    void selection();
    void emptyNeedle();
    void stoppedSearch();
    void corpusKangxiRadicals();
    void corpusTurnedAndScaledPages();

private:
    [[nodiscard]] std::shared_ptr<PdfDocument> opened(const PdfMaker &maker) const
    {
        const QString path = m_folder.filePath(QStringLiteral("made.pdf"));
        auto document = maker.save(path) ? PdfDocument::open(path) : fail(ErrorCode::OutputUnwritable);
        return document ? *document : nullptr;
    }

    QTemporaryDir m_folder;
};

void tst_PdfText::textOfAPage()
{
    PdfMaker maker;
    maker.addPage(
        {.content = PdfMaker::textAt(50, 700, 12, "First line") + PdfMaker::textAt(50, 680, 12, "Second line")});
    maker.addPage({});
    const auto document = opened(maker);
    QVERIFY(document);
    QCOMPARE(document->text(0).value(), QStringLiteral("First line\nSecond line"));
    QCOMPARE(document->text(1).value(), QString());
}

void tst_PdfText::caseAndSpacesInSearch()
{
    PdfMaker maker;
    maker.addPage({.content = PdfMaker::textAt(50, 700, 12, "The Bid Bond and another bid bond")});
    const auto document = opened(maker);
    QVERIFY(document);
    QCOMPARE(document->search(0, QStringLiteral("BID BOND"))->size(), 2U);
    QCOMPARE(document->search(0, QStringLiteral("an other"))->size(), 0U);
    QCOMPARE(document->search(0, QStringLiteral("missing"))->size(), 0U);
    QCOMPARE(document->search(0, QStringLiteral("\uFF22id"))->size(), 2U); // a full-width B
}

void tst_PdfText::hitsAreInShownSpace_data()
{
    QTest::addColumn<int>("rotate");
    QTest::addColumn<double>("unit");
    for (const int rotate : {0, 90, 180, 270}) {
        QTest::addRow("%d", rotate) << rotate << 1.0;
        QTest::addRow("%d unit 2", rotate) << rotate << 2.0;
    }
}

void tst_PdfText::hitsAreInShownSpace()
{
    QFETCH(const int, rotate);
    QFETCH(const double, unit);
    PdfMaker maker;
    maker.addPage({.mediaBox = {0, 0, 400, 600},
                   .cropBox = RectF{20, 30, 400, 600},
                   .rotate = rotate,
                   .userUnit = unit,
                   .content = PdfMaker::textAt(100, 500, 20, "SEAL") + PdfMaker::textAt(100, 100, 20, "other")});
    const auto document = opened(maker);
    QVERIFY(document);
    const auto hits = document->search(0, QStringLiteral("seal"));
    QVERIFY(hits);
    QCOMPARE(hits->size(), 1U);
    QCOMPARE(hits->at(0).quads.size(), 1U);
    const RectF hit = bounds(hits->at(0).quads.at(0));
    // Helvetica: S 667, E 667, A 667, L 556 thousandths.
    const RectF letters = document->pageGeometry(0)->toShown(RectF{100, 500, 100 + 20 * 2.557, 515});
    QVERIFY(hit.contains(letters.center()));
    QVERIFY(std::abs(std::max(hit.width(), hit.height()) - std::max(letters.width(), letters.height())) < 2 * unit);
    QVERIFY(inkIn(*document, 0, hit) > 50);
}

void tst_PdfText::hitOverTwoLines()
{
    PdfMaker maker;
    maker.addPage({.content = PdfMaker::textAt(50, 700, 12, "the legal") +
                              PdfMaker::textAt(50, 685, 12, "representative signs")});
    const auto document = opened(maker);
    QVERIFY(document);
    const auto hits = document->search(0, QStringLiteral("legal representative"));
    QVERIFY(hits);
    QCOMPARE(hits->size(), 1U);
    QCOMPARE(hits->at(0).quads.size(), 2U);
    QVERIFY(hits->at(0).quads.at(0)[0].y < hits->at(0).quads.at(1)[0].y);
}

void tst_PdfText::selection()
{
    PdfMaker maker;
    maker.addPage({.content = PdfMaker::textAt(50, 700, 12, "First line") +
                              PdfMaker::textAt(50, 680, 12, "Second line") +
                              PdfMaker::textAt(50, 660, 12, "Third line")});
    const auto document = opened(maker);
    QVERIFY(document);
    // y down: 842 - 704 and 842 - 664.
    const auto selection = document->select(0, {40, 138}, {300, 182});
    QVERIFY(selection);
    QCOMPARE(selection->text, QStringLiteral("First line\nSecond line\nThird line"));
    QCOMPARE(selection->quads.size(), 3U);
    const auto nothing = document->select(0, {40, 500}, {45, 500});
    QVERIFY(nothing);
    QVERIFY(nothing->quads.empty());
}

void tst_PdfText::emptyNeedle()
{
    PdfMaker maker;
    maker.addPage({.content = PdfMaker::textAt(50, 700, 12, "x")});
    const auto document = opened(maker);
    QVERIFY(document);
    QVERIFY(document->search(0, {})->empty());
    QVERIFY(document->search(0, QStringLiteral("  "))->empty());
}

void tst_PdfText::stoppedSearch()
{
    PdfMaker maker;
    maker.addPage({.content = PdfMaker::textAt(50, 700, 12, "x")});
    const auto document = opened(maker);
    QVERIFY(document);
    std::stop_source source;
    source.request_stop();
    const auto hits = document->search(0, QStringLiteral("x"), source.get_token());
    QVERIFY(!hits);
    QCOMPARE(hits.error().code, ErrorCode::Cancelled);
}

/** A font whose widths are zero: each character is set by itself, and there is nothing to mark. */
void tst_PdfText::charactersWithoutWidthAreMarked()
{
    test::PdfMaker maker;
    test::MadePage page;
    page.content = "BT /F1 14 Tf 0.0001 Tz 100 700 Td (B) Tj 14 0 Td (I) Tj 14 0 Td (D) Tj ET\n";
    maker.addPage(page);
    const QString path = m_folder.filePath(QStringLiteral("narrow.pdf"));
    QVERIFY(maker.save(path));
    const auto document = PdfDocument::open(path).value();
    const auto hits = document->search(0, QStringLiteral("BID"));
    QVERIFY(hits);
    QCOMPARE(hits->size(), std::size_t(1));
    QCOMPARE(hits->front().quads.size(), std::size_t(1));
    const Quad &quad = hits->front().quads.front();
    QVERIFY2(quad[1].x - quad[0].x > 28, qPrintable(QString::number(quad[1].x - quad[0].x)));
    QVERIFY2(quad[1].x - quad[0].x < 44, qPrintable(QString::number(quad[1].x - quad[0].x)));
}

void tst_PdfText::corpusHeadingWithoutWidths()
{
    for (const QString &path : corpusFiles(QStringLiteral("bids"))) {
        if (!path.contains(QStringLiteral("/08_")))
            continue;
        const auto hits = PdfDocument::open(path).value()->search(3, QStringLiteral("投标函附录"));
        QVERIFY(hits);
        QCOMPARE(hits->size(), std::size_t(2)); // the number above and the heading itself
        for (const TextHit &hit : *hits) {
            QCOMPARE(hit.quads.size(), std::size_t(1));
            const Quad &quad = hit.quads.front();
            QVERIFY(quad[1].x - quad[0].x > 3 * (quad[3].y - quad[0].y)); // five characters wide
        }
        return;
    }
    QSKIP("the bid is not there");
}

void tst_PdfText::corpusKangxiRadicals()
{
    if (corpusFolder().isEmpty())
        QSKIP("no corpus: set BIDSEAL_CORPUS");
    for (const QString &path : corpusFiles(QStringLiteral("bids"))) {
        if (!path.section(u'/', -1).startsWith(QLatin1String("03 ")))
            continue;
        const auto document = PdfDocument::open(path);
        QVERIFY(document);
        std::size_t hits = 0;
        for (int page = 0; page < (*document)->pageCount(); ++page)
            hits += (*document)->search(page, QStringLiteral("日期"))->size();
        QVERIFY(hits > 5);
        return;
    }
    QSKIP("the bid is not there");
}

void tst_PdfText::corpusTurnedAndScaledPages()
{
    if (corpusFolder().isEmpty())
        QSKIP("no corpus: set BIDSEAL_CORPUS");
    int looked = 0;
    for (const QString &path : corpusFiles(QStringLiteral("bids"))) {
        if (!path.section(u'/', -1).startsWith(QLatin1String("08_")))
            continue;
        const auto document = PdfDocument::open(path);
        QVERIFY(document);
        for (int page = 0; page < (*document)->pageCount(); ++page) {
            const SizeF size = (*document)->pageGeometry(page)->shownSize();
            const auto hits = (*document)->search(page, QStringLiteral("施工"));
            QVERIFY(hits);
            for (const TextHit &hit : *hits) {
                int ink = 0;
                double width = 0;
                for (const Quad &quad : hit.quads) {
                    const RectF box = bounds(quad);
                    QVERIFY(box.x0 > -1 && box.y0 > -1 && box.x1 < size.width + 1 && box.y1 < size.height + 1);
                    ink += inkIn(**document, page, box);
                    width += box.width();
                }
                if (width < 1)
                    continue; // the file gives one line of page 2 letters without width
                QVERIFY2(ink > 10, qPrintable(QStringLiteral("page %1").arg(page + 1)));
                ++looked;
            }
        }
    }
    if (corpusFiles(QStringLiteral("bids")).isEmpty())
        QSKIP("the bids are not there");
    QVERIFY(looked > 10);
}

QTEST_GUILESS_MAIN(tst_PdfText)
#include "tst_PdfText.moc"
