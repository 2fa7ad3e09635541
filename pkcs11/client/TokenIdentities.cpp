#include "pkcs11/client/TokenIdentities.h"

#include "core/crypto/CertificateReader.h"

#include <QCryptographicHash>

#include <algorithm>

namespace bidseal {

namespace {

/** A short name that stays the same each time the same token is plugged in. */
QString identityId(const QString &modulePath, const TokenDescription &token, const TokenCertificate &certificate)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QList<QByteArray> parts{modulePath.toUtf8(), token.serial.toUtf8(), token.label.toUtf8(), certificate.keyId,
                                  certificate.der};
    for (const QByteArray &part : parts)
        hash.addData(QByteArray::number(part.size()) + ':' + part);
    constexpr qsizetype enoughBytes = 12;
    return QString::fromLatin1(hash.result().first(enoughBytes).toHex());
}

Certificate readOrKeep(const QByteArray &der)
{
    if (auto certificate = readCertificate(der))
        return *std::move(certificate);
    Certificate unreadable; // no dates: unusableReason() calls it Unreadable
    unreadable.der = der;
    return unreadable;
}

std::vector<Certificate> chainOf(const Certificate &leaf, const std::vector<Certificate> &all)
{
    constexpr std::size_t deepest = 8;
    std::vector<Certificate> chain;
    const Certificate *current = &leaf;
    while (chain.size() < deepest && !current->issuer.isEmpty() && current->issuer != current->subject) {
        const auto issuer = std::ranges::find_if(all, [current, &chain](const Certificate &candidate) {
            return candidate.isCa && candidate.subject == current->issuer &&
                   std::ranges::find(chain, candidate) == chain.end();
        });
        if (issuer == all.end())
            break;
        chain.push_back(*issuer);
        current = &*issuer;
    }
    return chain;
}

UnusableReason reasonOf(const TokenCertificate &onToken, const Certificate &certificate, const QDateTime &now)
{
    const UnusableReason reason = unusableReason(certificate, now);
    if (reason != UnusableReason::Unreadable && onToken.key == KeyPresence::Absent)
        return UnusableReason::NoPrivateKey;
    return reason;
}

} // namespace

std::vector<SigningIdentity> identitiesOf(const TokenDescription &token, const QString &modulePath,
                                          const QDateTime &now)
{
    std::vector<Certificate> all;
    all.reserve(token.certificates.size());
    for (const TokenCertificate &onToken : token.certificates)
        all.push_back(readOrKeep(onToken.der));
    std::vector<SigningIdentity> identities;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const TokenCertificate &onToken = token.certificates[i];
        if (all[i].isCa && onToken.key != KeyPresence::Present)
            continue;
        SigningIdentity identity;
        identity.id = identityId(modulePath, token, onToken);
        identity.mediumLabel = token.label;
        identity.mediumSerial = token.serial;
        identity.modulePath = modulePath;
        identity.slot = static_cast<int>(token.slot);
        identity.keyId = onToken.keyId;
        identity.certificate = all[i];
        identity.chain = chainOf(all[i], all);
        identity.unusable = reasonOf(onToken, all[i], now);
        identity.needsPinForEachUse = onToken.alwaysAuthenticate;
        setFlags(identity, token.flags);
        identities.push_back(std::move(identity));
    }
    return identities;
}

void setFlags(SigningIdentity &identity, const TokenFlags &flags)
{
    identity.hasProtectedPath = flags.protectedPath;
    identity.pinLow = flags.pinLow;
    identity.pinFinalTry = flags.pinFinalTry;
    identity.pinLocked = flags.pinLocked;
}

TokenAddress addressOf(const SigningIdentity &identity)
{
    return {identity.slot, identity.mediumLabel, identity.mediumSerial};
}

} // namespace bidseal
