#include "pkcs11/host/CkrMapping.h"

#include "pkcs11/host/Cryptoki.h"

#include <QTest>

using namespace bidseal;

Q_DECLARE_METATYPE(ErrorCode)

class tst_CkrMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codes_data();
    void codes();
    void flagsAfterAWrongPin();
};

void tst_CkrMapping::codes_data()
{
    QTest::addColumn<unsigned long>("value");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("name");
    QTest::newRow("wrong PIN") << 0xa0UL << ErrorCode::PinIncorrect << QStringLiteral("CKR_PIN_INCORRECT (0xa0)");
    QTest::newRow("PIN length") << 0xa2UL << ErrorCode::PinLengthInvalid << QStringLiteral("CKR_PIN_LEN_RANGE (0xa2)");
    QTest::newRow("locked") << 0xa4UL << ErrorCode::PinLocked << QStringLiteral("CKR_PIN_LOCKED (0xa4)");
    // A failure that is not the PIN's fault must never look like one.
    QTest::newRow("function failed") << 0x6UL << ErrorCode::TokenFailed << QStringLiteral("CKR_FUNCTION_FAILED (0x6)");
    QTest::newRow("pulled") << 0x32UL << ErrorCode::TokenRemoved << QStringLiteral("CKR_DEVICE_REMOVED (0x32)");
    QTest::newRow("no token") << 0xe0UL << ErrorCode::TokenRemoved << QStringLiteral("CKR_TOKEN_NOT_PRESENT (0xe0)");
    QTest::newRow("mechanism") << 0x70UL << ErrorCode::KeyMechanismUnsupported
                               << QStringLiteral("CKR_MECHANISM_INVALID (0x70)");
    QTest::newRow("cancelled on the pad")
        << 0x50UL << ErrorCode::Cancelled << QStringLiteral("CKR_FUNCTION_CANCELED (0x50)");
    QTest::newRow("not initialised") << 0x190UL << ErrorCode::ModuleFailed
                                     << QStringLiteral("CKR_CRYPTOKI_NOT_INITIALIZED (0x190)");
    QTest::newRow("vendor") << 0x80000001UL << ErrorCode::TokenFailed << QStringLiteral("CKR (0x80000001)");
}

void tst_CkrMapping::codes()
{
    QFETCH(unsigned long, value);
    QFETCH(ErrorCode, code);
    QFETCH(QString, name);
    QCOMPARE(errorCodeForCkr(value), code);
    QCOMPARE(ckrName(value), name);
    QCOMPARE(ckrError("C_Login", value).detail, QStringLiteral("C_Login: ") + name);
}

void tst_CkrMapping::flagsAfterAWrongPin()
{
    const Error wrong = ckrError("C_Login", CKR_PIN_INCORRECT);
    const Error low = withPinFlags(wrong, {.pinLow = true});
    QVERIFY(low.code == ErrorCode::PinIncorrect && low.context.pinLow && !low.context.pinFinalTry);
    const Error last = withPinFlags(wrong, {.pinFinalTry = true});
    QVERIFY(last.code == ErrorCode::PinIncorrect && last.context.pinFinalTry);
    QCOMPARE(withPinFlags(wrong, {.pinLocked = true}).code, ErrorCode::PinLocked);
    QCOMPARE(withPinFlags(ckrError("C_Login", CKR_DEVICE_REMOVED), {.pinLocked = true}).code, ErrorCode::TokenRemoved);
}

QTEST_GUILESS_MAIN(tst_CkrMapping)
#include "tst_CkrMapping.moc"
