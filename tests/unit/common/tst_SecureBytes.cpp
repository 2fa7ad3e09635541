#include "core/common/SecureBytes.h"

#include <QTest>

#include <array>

using namespace bidseal;

class tst_SecureBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void growsAndKeepsItsContent();
    void chopWipesTheTail();
    void clearWipes();
    void moveLeavesNothingBehind();
    void cloneIsIndependent();
    void wipeOverwrites();
};

void tst_SecureBytes::growsAndKeepsItsContent()
{
    SecureBytes bytes;
    QVERIFY(bytes.isEmpty());
    for (int i = 0; i < 10000; ++i)
        bytes.append(static_cast<char>('a' + i % 26));
    QCOMPARE(bytes.size(), std::size_t(10000));
    QCOMPARE(bytes.data()[9999], static_cast<char>('a' + 9999 % 26));
    QCOMPARE(bytes.data()[0], 'a');
}

void tst_SecureBytes::chopWipesTheTail()
{
    SecureBytes bytes("123456");
    const char *memory = bytes.data();
    bytes.chop(2);
    QCOMPARE(bytes.view(), QByteArrayView("1234"));
    QCOMPARE(memory[4], '\0');
    QCOMPARE(memory[5], '\0');
    bytes.chop(100);
    QVERIFY(bytes.isEmpty());
}

void tst_SecureBytes::clearWipes()
{
    SecureBytes bytes("654321");
    const char *memory = bytes.data();
    bytes.clear();
    for (int i = 0; i < 6; ++i)
        QCOMPARE(memory[i], '\0');
}

void tst_SecureBytes::moveLeavesNothingBehind()
{
    SecureBytes from("secret");
    SecureBytes to(std::move(from));
    QCOMPARE(to.view(), QByteArrayView("secret"));
    QVERIFY(from.isEmpty()); // NOLINT(bugprone-use-after-move): the contract says it is empty
    QVERIFY(!from.data());
}

void tst_SecureBytes::cloneIsIndependent()
{
    SecureBytes first("1234");
    SecureBytes second = first.clone();
    QVERIFY(first == second);
    second.append('5');
    QVERIFY(!(first == second));
    QCOMPARE(first.view(), QByteArrayView("1234"));
}

void tst_SecureBytes::wipeOverwrites()
{
    std::array<char, 4> memory{'a', 'b', 'c', 'd'};
    wipe(memory);
    QCOMPARE(memory, (std::array<char, 4>{}));
}

QTEST_GUILESS_MAIN(tst_SecureBytes)
#include "tst_SecureBytes.moc"
