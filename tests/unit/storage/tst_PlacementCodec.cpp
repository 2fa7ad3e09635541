#include "core/storage/PlacementCodec.h"

#include <QTest>

using namespace bidseal;

namespace {

Seal companySeal()
{
    return {
        QStringLiteral("s1"), QStringLiteral("公章"), QStringLiteral("示例科技有限公司"), SealKind::Company, {42, 42},
        QByteArray(1000, 'p')};
}

std::vector<Placement> somePlacements()
{
    return {{QUuid::createUuid(), 0, {10, 20, 129, 139}, companySeal()},
            {QUuid::createUuid(), 7, {10.5, 20.25, 129, 139}, companySeal()},
            {QUuid::createUuid(), 2, {50, 50, 150, 70}, DateStamp{QDate(2026, 11, 23), DateFormat::ChineseWords, 7.5}}};
}

} // namespace

class tst_PlacementCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBack();
    void keepsASealOnce();
    void refusesGarbage();
    void refusesCutBytes();
};

void tst_PlacementCodec::comesBack()
{
    const auto placements = somePlacements();
    const auto decoded = decodePlacements(encodePlacements(placements));
    QVERIFY(decoded);
    QVERIFY(*decoded == placements);
    QVERIFY(decodePlacements(encodePlacements({}))->empty());
}

void tst_PlacementCodec::keepsASealOnce()
{
    QVERIFY(encodePlacements(somePlacements()).size() < 2 * companySeal().png.size());
}

void tst_PlacementCodec::refusesGarbage()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("garbage"), QByteArray("\xa0")})
        QCOMPARE(decodePlacements(bytes).error().code, ErrorCode::StoreCorrupt);
}

void tst_PlacementCodec::refusesCutBytes()
{
    const QByteArray whole = encodePlacements(somePlacements());
    for (qsizetype length = 0; length < whole.size(); length += 7)
        QVERIFY(!decodePlacements(whole.first(length)));
}

QTEST_GUILESS_MAIN(tst_PlacementCodec)
#include "tst_PlacementCodec.moc"
