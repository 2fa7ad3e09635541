#include "pkcs11/protocol/TokenMessages.h"

#include <QCborArray>
#include <QTest>

using namespace bidseal;

class tst_TokenMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signRequest();
    void flagsRequest();
    void unknownRequest();
    void tokens();
    void events();
    void replies();
    void malformedReplies();
    void errorCodesOutOfRange();
};

namespace {

TokenDescription sampleToken()
{
    TokenDescription token;
    token.slot = 1234567890;
    token.slotDescription = QStringLiteral("读卡器 0");
    token.label = QStringLiteral("示例科技有限公司 UKey");
    token.serial = QStringLiteral("0011223344557C21");
    token.manufacturer = QStringLiteral("Maker");
    token.model = QStringLiteral("M1");
    token.flags = {.loginRequired = true, .pinInitialized = true, .protectedPath = true, .pinFinalTry = true};
    token.certificates = {{QByteArray::fromHex("00ff"), QStringLiteral("签名"), "der", KeyPresence::Present, true},
                          {{}, {}, "other", KeyPresence::Absent, false}};
    token.problem = Error{ErrorCode::TokenFailed, QStringLiteral("C_FindObjects: CKR_DEVICE_ERROR (0x30)")};
    return token;
}

} // namespace

void tst_TokenMessages::signRequest()
{
    HostRequest request;
    request.id = 7;
    request.operation = HostOperation::Sign;
    request.order.token = {5, QStringLiteral("label"), QStringLiteral("serial")};
    request.order.keyId = "id";
    request.order.scheme = QStringLiteral("ecdsa");
    request.order.digestName = QStringLiteral("sha256");
    request.order.toSign = "attributes";
    request.order.digest = QByteArray(32, 'd');
    request.order.pin = SecureBytes(QByteArrayView("48151623"));
    const QCborMap map = toCbor(request);
    QVERIFY(!map.toCborValue().toCbor().contains("48151623"));
    const auto back = hostRequestFromCbor(map);
    QVERIFY(back);
    QCOMPARE(back->id, 7);
    QCOMPARE(back->operation, HostOperation::Sign);
    QVERIFY(back->order.token == request.order.token);
    QCOMPARE(back->order.keyId, request.order.keyId);
    QCOMPARE(back->order.scheme, request.order.scheme);
    QCOMPARE(back->order.digestName, request.order.digestName);
    QCOMPARE(back->order.toSign, request.order.toSign);
    QCOMPARE(back->order.digest, request.order.digest);
    QVERIFY(back->order.pin.isEmpty());
}

void tst_TokenMessages::flagsRequest()
{
    HostRequest request;
    request.operation = HostOperation::TokenFlags;
    request.token = {1, QStringLiteral("a"), QStringLiteral("b")};
    const auto back = hostRequestFromCbor(toCbor(request));
    QVERIFY(back);
    QCOMPARE(back->operation, HostOperation::TokenFlags);
    QVERIFY(back->token == request.token);
}

void tst_TokenMessages::unknownRequest()
{
    QVERIFY(!hostRequestFromCbor({{QStringLiteral("id"), 1}, {QStringLiteral("op"), QStringLiteral("format")}}));
    QVERIFY(!hostRequestFromCbor({{QStringLiteral("op"), QStringLiteral("enumerate")}}));
    QVERIFY(!hostRequestFromCbor({}));
}

void tst_TokenMessages::tokens()
{
    const std::vector<TokenDescription> tokens{sampleToken(), TokenDescription()};
    const auto back = tokensFromCbor(toCbor(tokens));
    QVERIFY(back);
    QVERIFY(*back == tokens);
    QVERIFY(!tokensFromCbor({}));
}

void tst_TokenMessages::events()
{
    HostEvent ready;
    ready.hello = {QStringLiteral("libp11"), QStringLiteral("OpenSC 0.23")};
    const auto readyBack = hostEventFromCbor(toCbor(ready));
    QVERIFY(readyBack && readyBack->kind == HostEvent::Kind::Ready && readyBack->hello == ready.hello);

    HostEvent failed;
    failed.kind = HostEvent::Kind::LoadFailed;
    failed.error = {ErrorCode::ModuleFailed, QStringLiteral("why")};
    const auto failedBack = hostEventFromCbor(toCbor(failed));
    QVERIFY(failedBack && failedBack->kind == HostEvent::Kind::LoadFailed && failedBack->error == failed.error);

    HostEvent changed;
    changed.kind = HostEvent::Kind::SlotsChanged;
    changed.presentSlots = {0, 42};
    const auto changedBack = hostEventFromCbor(toCbor(changed));
    QVERIFY(changedBack && changedBack->presentSlots == changed.presentSlots);

    QVERIFY(isHostEvent(toCbor(ready)) && !isHostEvent(toCbor(HostReply{1, QCborMap()})));
    QVERIFY(!hostEventFromCbor({{QStringLiteral("event"), QStringLiteral("party")}}));
}

void tst_TokenMessages::replies()
{
    const auto good = hostReplyFromCbor(toCbor(HostReply{3, signatureToCbor("sig")}));
    QVERIFY(good && good->id == 3 && good->outcome);
    QCOMPARE(signatureFromCbor(*good->outcome).value_or(QByteArray()), QByteArray("sig"));

    Error wrongPin{ErrorCode::PinIncorrect, QStringLiteral("C_Login"), {.pinLow = true, .pinFinalTry = true}};
    const auto bad = hostReplyFromCbor(toCbor(HostReply{4, fail(wrongPin)}));
    QVERIFY(bad && bad->id == 4 && !bad->outcome);
    QCOMPARE(bad->outcome.error(), wrongPin);
}

void tst_TokenMessages::malformedReplies()
{
    QVERIFY(!hostReplyFromCbor({}));
    QVERIFY(!hostReplyFromCbor({{QStringLiteral("id"), 1}}));
    QVERIFY(!hostReplyFromCbor({{QStringLiteral("id"), 1}, {QStringLiteral("value"), 5}}));
    QVERIFY(!signatureFromCbor({}));
}

void tst_TokenMessages::errorCodesOutOfRange()
{
    const QCborMap error{{QStringLiteral("code"), 100000}};
    const auto reply = hostReplyFromCbor({{QStringLiteral("id"), 1}, {QStringLiteral("error"), error}});
    QVERIFY(reply && !reply->outcome);
    QCOMPARE(reply->outcome.error().code, ErrorCode::InternalError);
}

QTEST_GUILESS_MAIN(tst_TokenMessages)
#include "tst_TokenMessages.moc"
