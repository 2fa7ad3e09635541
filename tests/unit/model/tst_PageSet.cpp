#include "core/model/PageSet.h"

#include <QTest>

using namespace bidseal;

class tst_PageSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void resolves_data();
    void resolves();
    void refuses_data();
    void refuses();
    void pageBeyondTheEnd();
    void compactList();
};

void tst_PageSet::resolves_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pages");
    QTest::newRow("one") << "3" << "2";
    QTest::newRow("range and single") << "1-3,5" << "0 1 2 4";
    QTest::newRow("spaces, repeated") << " 2 , 1-2 " << "0 1";
    QTest::newRow("all") << "all" << "0 1 2 3 4";
    QTest::newRow("odd") << "ODD" << "0 2 4";
    QTest::newRow("even") << "even" << "1 3";
    QTest::newRow("last") << "last" << "4";
}

void tst_PageSet::resolves()
{
    QFETCH(QString, text);
    QFETCH(QString, pages);
    const auto set = PageSet::parse(text);
    QVERIFY(set);
    const auto resolved = set->resolve(5);
    QVERIFY(resolved);
    QStringList found;
    for (const int page : *resolved)
        found << QString::number(page);
    QCOMPARE(found.join(u' '), pages);
}

void tst_PageSet::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "0", "-1", "3-1", "a", "1,,2", "1-", "1-2-3", "99999999999"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_PageSet::refuses()
{
    QFETCH(QString, text);
    const auto set = PageSet::parse(text);
    QVERIFY(!set);
    QCOMPARE(set.error().code, ErrorCode::InvalidArgument);
}

void tst_PageSet::pageBeyondTheEnd()
{
    const auto resolved = PageSet::parse(QStringLiteral("4-6"))->resolve(5);
    QVERIFY(!resolved);
    QCOMPARE(resolved.error().code, ErrorCode::PageOutOfRange);
    QCOMPARE(resolved.error().context.page, std::optional(6));
}

void tst_PageSet::compactList()
{
    QCOMPARE(compactPageList({0, 2, 3, 4, 11}, QStringLiteral("、")), QStringLiteral("1、3–5、12"));
    QCOMPARE(compactPageList({0, 1}, QStringLiteral(", ")), QStringLiteral("1, 2"));
    QCOMPARE(compactPageList({}, QStringLiteral(", ")), QString());
}

QTEST_GUILESS_MAIN(tst_PageSet)
#include "tst_PageSet.moc"
