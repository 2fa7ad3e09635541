#include "ui/common/UkeySummary.h"

#include "core/messages/Messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace bidseal {

namespace {

constexpr qsizetype shownDigits = 4;

QString words(const char *source)
{
    return QCoreApplication::translate("UkeySummary", source);
}

} // namespace

QString ukeyName(const SigningIdentity &identity)
{
    const Certificate &certificate = identity.certificate;
    QString owner = !certificate.organization.isEmpty() ? certificate.organization
                    : !certificate.commonName.isEmpty() ? certificate.commonName
                                                        : identity.mediumLabel;
    if (identity.mediumSerial.isEmpty())
        return owner;
    return words(QT_TRANSLATE_NOOP("UkeySummary", "%1 (last four %2)"))
        .arg(owner, identity.mediumSerial.right(shownDigits));
}

UkeySummary ukeySummary(const SignerProvider &provider)
{
    const auto identities = provider.identities();
    const auto usable = std::find_if(identities.begin(), identities.end(), [](const SigningIdentity &identity) {
        return identity.unusable == UnusableReason::None;
    });
    if (usable != identities.end())
        return {UkeySummary::State::Usable,
                words(QT_TRANSLATE_NOOP("UkeySummary", "UKey in: %1")).arg(ukeyName(*usable)), *usable};
    if (!identities.empty())
        return {UkeySummary::State::NotUsable,
                words(QT_TRANSLATE_NOOP("UkeySummary", "UKey in, but no certificate that can sign")),
                identities.front()};
    if (provider.isSearching())
        return {UkeySummary::State::Searching, words(QT_TRANSLATE_NOOP("UkeySummary", "Looking for UKeys…")), {}};
    if (!provider.problems().empty())
        return {
            UkeySummary::State::Trouble, words(QT_TRANSLATE_NOOP("UkeySummary", "No UKey, a driver has trouble")), {}};
    return {UkeySummary::State::None, words(QT_TRANSLATE_NOOP("UkeySummary", "No UKey in")), {}};
}

} // namespace bidseal
