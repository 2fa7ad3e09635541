#include "pkcs11/client/UKeySigner.h"

#include "pkcs11/client/ModuleWatcher.h"
#include "pkcs11/client/TokenIdentities.h"

#include <QPromise>

#include <memory>

namespace bidseal {

namespace {

QString schemeName(SignatureScheme scheme)
{
    switch (scheme) {
    case SignatureScheme::RsaPkcs1:
        return QStringLiteral("rsa-pkcs1");
    case SignatureScheme::RsaPss:
        return QStringLiteral("rsa-pss");
    case SignatureScheme::Ecdsa:
        return QStringLiteral("ecdsa");
    }
    return {};
}

template <typename T> std::shared_ptr<QPromise<Result<T>>> startedPromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T> void finish(QPromise<Result<T>> &promise, Result<T> result)
{
    promise.addResult(std::move(result));
    promise.finish();
}

std::unexpected<Error> moduleGone()
{
    return fail(ErrorCode::TokenRemoved, QStringLiteral("the driver of this token is not in use any more"));
}

} // namespace

UKeySigner::UKeySigner(SigningIdentity identity, ModuleWatcher *watcher, QObject *parent)
    : Signer(parent)
    , m_identity(std::move(identity))
    , m_watcher(watcher)
{
}

UKeySigner::~UKeySigner() = default;

QFuture<Result<SigningIdentity>> UKeySigner::refresh()
{
    auto promise = startedPromise<SigningIdentity>();
    if (!m_watcher) {
        finish<SigningIdentity>(*promise, moduleGone());
        return promise->future();
    }
    HostRequest request;
    request.operation = HostOperation::TokenFlags;
    request.token = addressOf(m_identity);
    m_watcher->ask(std::move(request), {}, [self = QPointer(this), promise](const Result<QCborMap> &outcome) {
        if (self)
            finish(*promise, self->withFlags(outcome));
        else
            finish<SigningIdentity>(*promise, fail(ErrorCode::Cancelled, QStringLiteral("nobody waits any more")));
    });
    return promise->future();
}

Result<SigningIdentity> UKeySigner::withFlags(const Result<QCborMap> &outcome)
{
    if (!outcome)
        return fail(outcome.error());
    setFlags(m_identity, tokenFlagsFromCbor(*outcome));
    return m_identity;
}

QFuture<Result<QByteArray>> UKeySigner::sign(const CmsToBeSigned &toBeSigned, SecureBytes pin, std::stop_token stop)
{
    auto promise = startedPromise<QByteArray>();
    if (!m_watcher) {
        finish<QByteArray>(*promise, moduleGone());
        return promise->future();
    }
    HostRequest request;
    request.operation = HostOperation::Sign;
    request.order.token = addressOf(m_identity);
    request.order.keyId = m_identity.keyId;
    request.order.scheme = schemeName(toBeSigned.scheme);
    request.order.digestName = digestName(toBeSigned.digestAlgorithm);
    request.order.toSign = toBeSigned.toSign;
    request.order.digest = toBeSigned.digest;
    request.order.pin = std::move(pin);
    m_watcher->ask(std::move(request), std::move(stop), [promise](const Result<QCborMap> &outcome) {
        finish<QByteArray>(*promise, outcome ? signatureFromCbor(*outcome) : fail(outcome.error()));
    });
    return promise->future();
}

} // namespace bidseal
