#include "pkcs11/protocol/TokenMessages.h"

#include <QCborArray>
#include <QCborValue>

#include <array>

namespace bidseal {

namespace {

struct OperationName
{
    HostOperation operation;
    QLatin1String name;
};

constexpr std::array operationNames{
    OperationName{HostOperation::Enumerate, QLatin1String("enumerate")},
    OperationName{HostOperation::TokenFlags, QLatin1String("tokenFlags")},
    OperationName{HostOperation::Sign, QLatin1String("sign")},
};

std::unexpected<Error> malformed()
{
    return fail(ErrorCode::InvalidArgument, QStringLiteral("malformed message between program and token helper"));
}

QCborMap toCbor(const TokenAddress &token)
{
    return {{QStringLiteral("slot"), token.slot},
            {QStringLiteral("label"), token.label},
            {QStringLiteral("serial"), token.serial}};
}

TokenAddress addressFromCbor(const QCborMap &map)
{
    return {map[QLatin1String("slot")].toInteger(), map[QLatin1String("label")].toString(),
            map[QLatin1String("serial")].toString()};
}

void insertOrder(QCborMap &map, const SignOrder &order)
{
    map.insert(QStringLiteral("token"), toCbor(order.token));
    map.insert(QStringLiteral("keyId"), order.keyId);
    map.insert(QStringLiteral("scheme"), order.scheme);
    map.insert(QStringLiteral("digestName"), order.digestName);
    map.insert(QStringLiteral("toSign"), order.toSign);
    map.insert(QStringLiteral("digest"), order.digest);
}

SignOrder orderFromCbor(const QCborMap &map)
{
    SignOrder order;
    order.token = addressFromCbor(map[QLatin1String("token")].toMap());
    order.keyId = map[QLatin1String("keyId")].toByteArray();
    order.scheme = map[QLatin1String("scheme")].toString();
    order.digestName = map[QLatin1String("digestName")].toString();
    order.toSign = map[QLatin1String("toSign")].toByteArray();
    order.digest = map[QLatin1String("digest")].toByteArray();
    return order;
}

QCborMap toCbor(const Error &error)
{
    return {{QStringLiteral("code"), static_cast<qint64>(error.code)},
            {QStringLiteral("detail"), error.detail},
            {QStringLiteral("pinLow"), error.context.pinLow},
            {QStringLiteral("pinFinalTry"), error.context.pinFinalTry}};
}

Error errorFromCbor(const QCborMap &map)
{
    Error error;
    const qint64 code = map[QLatin1String("code")].toInteger(-1);
    if (code >= 0 && code <= static_cast<qint64>(ErrorCode::InternalError))
        error.code = static_cast<ErrorCode>(code);
    error.detail = map[QLatin1String("detail")].toString();
    error.context.pinLow = map[QLatin1String("pinLow")].toBool();
    error.context.pinFinalTry = map[QLatin1String("pinFinalTry")].toBool();
    return error;
}

QCborMap toCbor(const TokenCertificate &certificate)
{
    return {{QStringLiteral("keyId"), certificate.keyId},
            {QStringLiteral("label"), certificate.label},
            {QStringLiteral("der"), certificate.der},
            {QStringLiteral("key"), static_cast<qint64>(certificate.key)},
            {QStringLiteral("alwaysAuthenticate"), certificate.alwaysAuthenticate}};
}

TokenCertificate certificateFromCbor(const QCborMap &map)
{
    TokenCertificate certificate;
    certificate.keyId = map[QLatin1String("keyId")].toByteArray();
    certificate.label = map[QLatin1String("label")].toString();
    certificate.der = map[QLatin1String("der")].toByteArray();
    const qint64 key = map[QLatin1String("key")].toInteger(-1);
    if (key >= 0 && key <= static_cast<qint64>(KeyPresence::Unknown))
        certificate.key = static_cast<KeyPresence>(key);
    certificate.alwaysAuthenticate = map[QLatin1String("alwaysAuthenticate")].toBool();
    return certificate;
}

QCborMap toCbor(const TokenDescription &token)
{
    QCborArray certificates;
    for (const TokenCertificate &certificate : token.certificates)
        certificates.append(toCbor(certificate));
    QCborMap map{{QStringLiteral("slot"), token.slot},
                 {QStringLiteral("slotDescription"), token.slotDescription},
                 {QStringLiteral("label"), token.label},
                 {QStringLiteral("serial"), token.serial},
                 {QStringLiteral("manufacturer"), token.manufacturer},
                 {QStringLiteral("model"), token.model},
                 {QStringLiteral("flags"), toCbor(token.flags)},
                 {QStringLiteral("certificates"), certificates}};
    if (token.problem)
        map.insert(QStringLiteral("problem"), toCbor(*token.problem));
    return map;
}

TokenDescription tokenFromCbor(const QCborMap &map)
{
    TokenDescription token;
    token.slot = map[QLatin1String("slot")].toInteger();
    token.slotDescription = map[QLatin1String("slotDescription")].toString();
    token.label = map[QLatin1String("label")].toString();
    token.serial = map[QLatin1String("serial")].toString();
    token.manufacturer = map[QLatin1String("manufacturer")].toString();
    token.model = map[QLatin1String("model")].toString();
    token.flags = tokenFlagsFromCbor(map[QLatin1String("flags")].toMap());
    for (const auto &value : map[QLatin1String("certificates")].toArray())
        token.certificates.push_back(certificateFromCbor(value.toMap()));
    if (map.contains(QLatin1String("problem")))
        token.problem = errorFromCbor(map[QLatin1String("problem")].toMap());
    return token;
}

std::vector<qint64> slotsFromCbor(const QCborArray &array)
{
    std::vector<qint64> result;
    result.reserve(static_cast<std::size_t>(array.size()));
    for (const auto &value : array)
        result.push_back(value.toInteger());
    return result;
}

} // namespace

QCborMap toCbor(const HostRequest &request)
{
    QCborMap map{{QStringLiteral("id"), request.id}};
    for (const OperationName &name : operationNames) {
        if (name.operation == request.operation)
            map.insert(QStringLiteral("op"), name.name);
    }
    if (request.operation == HostOperation::TokenFlags)
        map.insert(QStringLiteral("token"), toCbor(request.token));
    if (request.operation == HostOperation::Sign)
        insertOrder(map, request.order);
    return map;
}

Result<HostRequest> hostRequestFromCbor(const QCborMap &map)
{
    HostRequest request;
    request.id = map[QLatin1String("id")].toInteger(-1);
    const QString wanted = map[QLatin1String("op")].toString();
    for (const OperationName &name : operationNames) {
        if (name.name != wanted || request.id < 0)
            continue;
        request.operation = name.operation;
        request.token = addressFromCbor(map[QLatin1String("token")].toMap());
        if (request.operation == HostOperation::Sign)
            request.order = orderFromCbor(map);
        return request;
    }
    return malformed();
}

QCborMap toCbor(const HostEvent &event)
{
    switch (event.kind) {
    case HostEvent::Kind::Ready:
        return {{QStringLiteral("event"), QStringLiteral("ready")},
                {QStringLiteral("driver"), event.hello.driver},
                {QStringLiteral("description"), event.hello.description}};
    case HostEvent::Kind::LoadFailed:
        return {{QStringLiteral("event"), QStringLiteral("loadFailed")},
                {QStringLiteral("error"), toCbor(event.error)}};
    case HostEvent::Kind::SlotsChanged:
        break;
    }
    QCborArray present;
    for (const qint64 slot : event.presentSlots)
        present.append(slot);
    return {{QStringLiteral("event"), QStringLiteral("slotsChanged")}, {QStringLiteral("present"), present}};
}

QCborMap toCbor(const HostReply &reply)
{
    QCborMap map{{QStringLiteral("id"), reply.id}};
    if (reply.outcome)
        map.insert(QStringLiteral("value"), *reply.outcome);
    else
        map.insert(QStringLiteral("error"), toCbor(reply.outcome.error()));
    return map;
}

bool isHostEvent(const QCborMap &map)
{
    return map.contains(QLatin1String("event"));
}

Result<HostEvent> hostEventFromCbor(const QCborMap &map)
{
    const QString kind = map[QLatin1String("event")].toString();
    HostEvent event;
    if (kind == QLatin1String("ready")) {
        event.hello = {map[QLatin1String("driver")].toString(), map[QLatin1String("description")].toString()};
    } else if (kind == QLatin1String("loadFailed")) {
        event.kind = HostEvent::Kind::LoadFailed;
        event.error = errorFromCbor(map[QLatin1String("error")].toMap());
    } else if (kind == QLatin1String("slotsChanged")) {
        event.kind = HostEvent::Kind::SlotsChanged;
        event.presentSlots = slotsFromCbor(map[QLatin1String("present")].toArray());
    } else {
        return malformed();
    }
    return event;
}

Result<HostReply> hostReplyFromCbor(const QCborMap &map)
{
    const qint64 id = map[QLatin1String("id")].toInteger(-1);
    if (id < 0)
        return malformed();
    if (map[QLatin1String("value")].isMap())
        return HostReply{id, map[QLatin1String("value")].toMap()};
    if (map[QLatin1String("error")].isMap())
        return HostReply{id, fail(errorFromCbor(map[QLatin1String("error")].toMap()))};
    return malformed();
}

QCborMap toCbor(const std::vector<TokenDescription> &tokens)
{
    QCborArray array;
    for (const TokenDescription &token : tokens)
        array.append(toCbor(token));
    return {{QStringLiteral("tokens"), array}};
}

Result<std::vector<TokenDescription>> tokensFromCbor(const QCborMap &map)
{
    if (!map[QLatin1String("tokens")].isArray())
        return malformed();
    const QCborArray array = map[QLatin1String("tokens")].toArray();
    std::vector<TokenDescription> tokens;
    tokens.reserve(static_cast<std::size_t>(array.size()));
    for (const auto &value : array)
        tokens.push_back(tokenFromCbor(value.toMap()));
    return tokens;
}

QCborMap toCbor(const TokenFlags &flags)
{
    return {{QStringLiteral("loginRequired"), flags.loginRequired},
            {QStringLiteral("pinInitialized"), flags.pinInitialized},
            {QStringLiteral("protectedPath"), flags.protectedPath},
            {QStringLiteral("pinLow"), flags.pinLow},
            {QStringLiteral("pinFinalTry"), flags.pinFinalTry},
            {QStringLiteral("pinLocked"), flags.pinLocked}};
}

TokenFlags tokenFlagsFromCbor(const QCborMap &map)
{
    return {.loginRequired = map[QLatin1String("loginRequired")].toBool(),
            .pinInitialized = map[QLatin1String("pinInitialized")].toBool(),
            .protectedPath = map[QLatin1String("protectedPath")].toBool(),
            .pinLow = map[QLatin1String("pinLow")].toBool(),
            .pinFinalTry = map[QLatin1String("pinFinalTry")].toBool(),
            .pinLocked = map[QLatin1String("pinLocked")].toBool()};
}

QCborMap signatureToCbor(const QByteArray &signature)
{
    return {{QStringLiteral("signature"), signature}};
}

Result<QByteArray> signatureFromCbor(const QCborMap &map)
{
    QByteArray signature = map[QLatin1String("signature")].toByteArray();
    if (signature.isEmpty())
        return malformed();
    return signature;
}

} // namespace bidseal
