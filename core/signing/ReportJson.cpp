#include "core/signing/ReportJson.h"

#include <QJsonArray>

namespace bidseal {

namespace {

QJsonValue timeOrNull(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonArray findingsToJson(const std::vector<Finding> &findings, const FindingWords &words)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        QJsonObject object{{QStringLiteral("code"), finding.code},
                           {QStringLiteral("severity"), severityName(finding.severity)},
                           {QStringLiteral("text"), words(finding)}};
        if (const QString page = finding.args.value(1); !page.isEmpty())
            object.insert(QStringLiteral("page"), page.toInt());
        array.append(object);
    }
    return array;
}

QJsonValue certificateToJson(const std::optional<Certificate> &certificate)
{
    if (!certificate)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("subject"), certificate->subject},
                       {QStringLiteral("issuer"), certificate->issuer},
                       {QStringLiteral("serial"), certificate->serial},
                       {QStringLiteral("not_before"), certificate->notBefore.toUTC().toString(Qt::ISODate)},
                       {QStringLiteral("not_after"), certificate->notAfter.toUTC().toString(Qt::ISODate)}};
}

QJsonArray sealsToJson(const std::vector<SealAppearance> &seals)
{
    QJsonArray array;
    for (const SealAppearance &seal : seals) {
        array.append(
            QJsonObject{{QStringLiteral("field"), seal.field},
                        {QStringLiteral("page"), seal.page + 1},
                        {QStringLiteral("rect"), QJsonArray{seal.rect.x0, seal.rect.y0, seal.rect.x1, seal.rect.y1}}});
    }
    return array;
}

QJsonObject signatureToJson(const SignatureFacts &facts, const FindingWords &words)
{
    const QJsonValue certification =
        facts.certificationLevel ? QJsonValue(*facts.certificationLevel) : QJsonValue(QJsonValue::Null);
    return {{QStringLiteral("field"), facts.field},
            {QStringLiteral("other_fields"), QJsonArray::fromStringList(facts.otherFields)},
            {QStringLiteral("verdict"), verdictName(facts.verdict)},
            {QStringLiteral("document_timestamp"), facts.isDocumentTimestamp},
            {QStringLiteral("sub_filter"), textOrNull(facts.subFilter)},
            {QStringLiteral("level"), textOrNull(facts.level)},
            {QStringLiteral("signer"), certificateToJson(facts.signer)},
            {QStringLiteral("digest"), textOrNull(facts.digest)},
            {QStringLiteral("algorithm"), textOrNull(facts.algorithm)},
            {QStringLiteral("reason"), textOrNull(facts.reason)},
            {QStringLiteral("location"), textOrNull(facts.location)},
            {QStringLiteral("time_claimed"), timeOrNull(facts.timeClaimed)},
            {QStringLiteral("time_proven"), timeOrNull(facts.timeProven)},
            {QStringLiteral("timestamp_authority"), textOrNull(facts.timestampAuthority)},
            {QStringLiteral("integrity"), verdictName(facts.integrity)},
            {QStringLiteral("coverage"), coverageName(facts.coverage)},
            {QStringLiteral("changes_after"), changesAfterName(facts.changesAfter)},
            {QStringLiteral("trust"), trustName(facts.trust)},
            {QStringLiteral("revocation"), revocationName(facts.revocation)},
            {QStringLiteral("certification"), certification},
            {QStringLiteral("signed_bytes"), facts.signedEnd},
            {QStringLiteral("revision"), facts.revision},
            {QStringLiteral("seals"), sealsToJson(facts.seals)},
            {QStringLiteral("findings"), findingsToJson(facts.findings, words)}};
}

} // namespace

QJsonObject reportToJson(const SignatureReport &report, const FindingWords &words)
{
    QJsonArray signatures;
    for (const SignatureFacts &facts : report.signatures)
        signatures.append(signatureToJson(facts, words));
    return {{QStringLiteral("file"), report.file},
            {QStringLiteral("verdict"), verdictName(report.verdict)},
            {QStringLiteral("file_size"), report.fileSize},
            {QStringLiteral("signed_bytes"), report.signedBytes},
            {QStringLiteral("revisions"), report.revisions},
            {QStringLiteral("checked_at"), report.checkedAt.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("signatures"), signatures},
            {QStringLiteral("findings"), findingsToJson(report.findings, words)}};
}

} // namespace bidseal
