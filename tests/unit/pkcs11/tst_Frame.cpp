#include "pkcs11/protocol/Frame.h"

#include <QTest>

using namespace bidseal;

class tst_Frame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAStreamIntoMessages();
    void refusesNonsense_data();
    void refusesNonsense();
    void refusesASecretFromTheHelper();
    void secretBlock_data();
    void secretBlock();
    void secretTooLong();
    void secretNeverEntersTheMessage();
};

void tst_Frame::cutsAStreamIntoMessages()
{
    const QCborMap first{{QStringLiteral("a"), 1}};
    const QCborMap second{{QStringLiteral("b"), QByteArray(100000, 'x')}};
    const QByteArray stream = encodeFrame(first) + encodeFrame(second);
    FrameReader reader;
    std::vector<QCborMap> got;
    constexpr qsizetype step = 7;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        reader.feed(stream.mid(at, step));
        auto message = reader.next();
        QVERIFY(message);
        if (*message)
            got.push_back(**message);
    }
    QCOMPARE(got.size(), std::size_t(2));
    QCOMPARE(got[0], first);
    QCOMPARE(got[1], second);
}

void tst_Frame::refusesNonsense_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("size 0") << QByteArray::fromHex("0000000000000000");
    QTest::newRow("too large") << QByteArray::fromHex("0100000100000000");
    QTest::newRow("odd secret size") << QByteArray::fromHex("0000000100000005");
    QTest::newRow("text of a driver") << QByteArray("vendor driver 1.0: hello");
    QTest::newRow("not CBOR") << QByteArray::fromHex("0000000100000000ff");
    QTest::newRow("an array") << QByteArray::fromHex("000000010000000080");
    QTest::newRow("bytes behind the map") << QByteArray::fromHex("0000000200000000a000");
}

void tst_Frame::refusesNonsense()
{
    QFETCH(QByteArray, bytes);
    FrameReader reader;
    reader.feed(bytes);
    const auto message = reader.next();
    QVERIFY(!message);
    QCOMPARE(message.error().code, ErrorCode::InvalidArgument);
}

void tst_Frame::refusesASecretFromTheHelper()
{
    FrameReader reader;
    reader.feed(encodeFrame({{QStringLiteral("a"), 1}}, true));
    QVERIFY(!reader.next());
}

void tst_Frame::secretBlock_data()
{
    QTest::addColumn<QByteArray>("pin");
    QTest::newRow("usual") << QByteArray("123456");
    QTest::newRow("with a zero byte") << QByteArray("12\0 34", 6);
    QTest::newRow("longest") << QByteArray(255, '9');
    QTest::newRow("empty") << QByteArray();
}

void tst_Frame::secretBlock()
{
    QFETCH(QByteArray, pin);
    const auto block = encodeSecretBlock(SecureBytes(pin));
    QVERIFY(block);
    QCOMPARE(block->size(), std::size_t(secretBlockSize)); // tells nothing of the PIN's length
    const auto back = decodeSecretBlock(*block);
    QVERIFY(back);
    QCOMPARE(back->view(), QByteArrayView(pin));
    QVERIFY(!decodeSecretBlock(SecureBytes(pin)));
}

void tst_Frame::secretTooLong()
{
    const auto block = encodeSecretBlock(SecureBytes(QByteArray(256, '9')));
    QVERIFY(!block);
    QCOMPARE(block.error().code, ErrorCode::PinLengthInvalid);
}

void tst_Frame::secretNeverEntersTheMessage()
{
    const QByteArray frame = encodeFrame({{QStringLiteral("op"), QStringLiteral("sign")}}, true);
    const auto header = decodeFrameHeader(QByteArrayView(frame).first(frameHeaderSize));
    QVERIFY(header);
    QCOMPARE(header->secretSize, secretBlockSize);
    QCOMPARE(frame.size(), frameHeaderSize + qsizetype(header->messageSize)); // the block is written by itself
}

QTEST_GUILESS_MAIN(tst_Frame)
#include "tst_Frame.moc"
