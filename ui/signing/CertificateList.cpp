#include "ui/signing/CertificateList.h"

#include "core/messages/Messages.h"

#include <algorithm>

namespace bidseal {

namespace {

bool canBeUsed(const SigningIdentity &identity)
{
    return identity.unusable == UnusableReason::None;
}

QString fingerprintHex(const SigningIdentity &identity)
{
    return QString::fromLatin1(identity.certificate.sha256.toHex());
}

} // namespace

QString ownerName(const Certificate &certificate)
{
    if (!certificate.commonName.isEmpty())
        return certificate.commonName;
    return certificate.organization.isEmpty() ? certificate.subject : certificate.organization;
}

QString identityText(const SigningIdentity &identity)
{
    const QString owner = ownerName(identity.certificate);
    const QString medium =
        identity.medium == SigningIdentity::Medium::UKey ? CertificateList::tr("UKey") : CertificateList::tr("Cloud");
    if (!identity.certificate.notAfter.isValid())
        return CertificateList::tr("%1: %2").arg(medium, owner);
    const QString until = identity.certificate.notAfter.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
    return CertificateList::tr("%1: %2 (until %3)").arg(medium, owner, until);
}

QString serialTail(const SigningIdentity &identity)
{
    return identity.mediumSerial.trimmed().right(4);
}

CertificateList::CertificateList(SignerProvider &provider, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_provider(provider)
    , m_settings(settings)
{
    connect(&provider, &SignerProvider::changed, this, &CertificateList::rebuild);
    rebuild();
}

std::optional<SigningIdentity> CertificateList::current() const
{
    const std::vector<SigningIdentity> identities = m_provider.identities();
    const auto it = std::ranges::find(identities, m_currentId, &SigningIdentity::id);
    if (it == identities.end() || !canBeUsed(*it))
        return std::nullopt;
    return *it;
}

void CertificateList::choose(const QString &identityId)
{
    const std::vector<SigningIdentity> identities = m_provider.identities();
    const auto it = std::ranges::find(identities, identityId, &SigningIdentity::id);
    if (it == identities.end() || !canBeUsed(*it) || identityId == m_currentId)
        return;
    m_currentId = identityId;
    m_settings.setValue(QLatin1String(settingKey::lastCertificate), fingerprintHex(*it));
    Q_EMIT changed();
}

void CertificateList::refresh()
{
    m_provider.refresh();
}

void CertificateList::rebuild()
{
    std::vector<SigningIdentity> identities = m_provider.identities();
    std::ranges::stable_partition(identities, canBeUsed);
    keepChoice(identities);
    m_entries.clear();
    for (const SigningIdentity &identity : identities) {
        QString reason;
        if (!canBeUsed(identity))
            reason = unusableReasonText(identity.unusable, identity.certificate);
        else if (identity.pinLocked)
            reason = tr("The UKey is locked");
        m_entries.push_back(
            {CertificateEntry::Kind::Identity, identity.id, identityText(identity), reason, canBeUsed(identity)});
    }
    for (const Error &problem : m_provider.problems()) {
        const ErrorText words = errorText(problem);
        m_entries.push_back({CertificateEntry::Kind::Problem, {}, words.whatHappened, words.whatNext, false});
    }
    if (identities.empty()) {
        const QString words = m_provider.isSearching() ? tr("Looking for certificates…")
                                                       : tr("No certificate found. Please insert the UKey");
        m_entries.insert(m_entries.begin(), {CertificateEntry::Kind::Note, {}, words, {}, false});
    }
    Q_EMIT changed();
}

/** Stays with what was chosen; else the certificate used last; else the first one that can be used. */
void CertificateList::keepChoice(const std::vector<SigningIdentity> &identities)
{
    const auto isCurrent = [this](const SigningIdentity &i) { return i.id == m_currentId && canBeUsed(i); };
    if (std::ranges::any_of(identities, isCurrent))
        return;
    const QString last = m_settings.value(QLatin1String(settingKey::lastCertificate)).toString();
    const auto isLast = [&last](const SigningIdentity &i) { return canBeUsed(i) && fingerprintHex(i) == last; };
    auto it = std::ranges::find_if(identities, isLast);
    if (it == identities.end())
        it = std::ranges::find_if(identities, canBeUsed);
    m_currentId = it == identities.end() ? QString() : it->id;
}

} // namespace bidseal
