#include "core/model/DateStamp.h"

#include <QTest>

using namespace bidseal;

class tst_DateStamp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesTheDate_data();
    void writesTheDate();
    void namesComeBack();
    void invalidDateIsEmpty();
};

void tst_DateStamp::writesTheDate_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("text");
    const QDate usual(2026, 11, 23);
    QTest::newRow("numeric") << usual << int(DateFormat::ChineseNumeric) << QStringLiteral("2026年11月23日");
    QTest::newRow("words") << usual << int(DateFormat::ChineseWords) << QStringLiteral("二〇二六年十一月二十三日");
    QTest::newRow("words, round tens") << QDate(2030, 10, 20) << int(DateFormat::ChineseWords)
                                       << QStringLiteral("二〇三〇年十月二十日");
    QTest::newRow("words, small") << QDate(2027, 1, 5) << int(DateFormat::ChineseWords)
                                  << QStringLiteral("二〇二七年一月五日");
    QTest::newRow("words, last") << QDate(2027, 12, 31) << int(DateFormat::ChineseWords)
                                 << QStringLiteral("二〇二七年十二月三十一日");
    QTest::newRow("dashes") << QDate(2026, 3, 4) << int(DateFormat::Dashes) << QStringLiteral("2026-03-04");
    QTest::newRow("dots") << QDate(2026, 3, 4) << int(DateFormat::Dots) << QStringLiteral("2026.03.04");
}

void tst_DateStamp::writesTheDate()
{
    QFETCH(QDate, date);
    QFETCH(int, format);
    QFETCH(QString, text);
    QCOMPARE(dateStampText({date, static_cast<DateFormat>(format), 6}), text);
}

void tst_DateStamp::namesComeBack()
{
    for (const auto format :
         {DateFormat::ChineseNumeric, DateFormat::ChineseWords, DateFormat::Dashes, DateFormat::Dots})
        QCOMPARE(dateFormatFromName(dateFormatName(format)), std::optional(format));
    QVERIFY(!dateFormatFromName(QStringLiteral("roman")));
}

void tst_DateStamp::invalidDateIsEmpty()
{
    QVERIFY(dateStampText({}).isEmpty());
}

QTEST_GUILESS_MAIN(tst_DateStamp)
#include "tst_DateStamp.moc"
