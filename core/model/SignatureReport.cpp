#include "core/model/SignatureReport.h"

#include <algorithm>

namespace bidseal {

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NoSignature:
        return QStringLiteral("no-signature");
    case Verdict::Intact:
        return QStringLiteral("intact");
    case Verdict::ModifiedAfterSigningAllowed:
        return QStringLiteral("modified-after-signing-allowed");
    case Verdict::CannotBeChecked:
        return QStringLiteral("cannot-be-checked");
    case Verdict::Modified:
        return QStringLiteral("modified");
    case Verdict::ForgedOrMalformed:
        break;
    }
    return QStringLiteral("forged-or-malformed");
}

QString coverageName(Coverage coverage)
{
    switch (coverage) {
    case Coverage::WholeFile:
        return QStringLiteral("whole-file");
    case Coverage::EarlierRevision:
        return QStringLiteral("earlier-revision");
    case Coverage::Partial:
        break;
    }
    return QStringLiteral("partial");
}

QString changesAfterName(ChangesAfter changes)
{
    switch (changes) {
    case ChangesAfter::None:
        return QStringLiteral("none");
    case ChangesAfter::Allowed:
        return QStringLiteral("allowed");
    case ChangesAfter::NotAllowed:
        return QStringLiteral("not-allowed");
    case ChangesAfter::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString trustName(Trust trust)
{
    switch (trust) {
    case Trust::Trusted:
        return QStringLiteral("trusted");
    case Trust::Untrusted:
        return QStringLiteral("untrusted");
    case Trust::NoAnchors:
        break;
    }
    return QStringLiteral("no-anchors");
}

QString revocationName(Revocation revocation)
{
    switch (revocation) {
    case Revocation::Good:
        return QStringLiteral("good");
    case Revocation::Revoked:
        return QStringLiteral("revoked");
    case Revocation::Unknown:
        return QStringLiteral("unknown");
    case Revocation::NotChecked:
        break;
    }
    return QStringLiteral("not-checked");
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QStringLiteral("info");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        break;
    }
    return QStringLiteral("error");
}

Verdict graver(Verdict a, Verdict b)
{
    return std::max(a, b);
}

} // namespace bidseal
