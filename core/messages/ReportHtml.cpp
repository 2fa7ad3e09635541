#include "core/messages/ReportHtml.h"

#include "core/messages/Messages.h"
#include "core/signing/Fingerprint.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace bidseal {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("ReportHtml", source);
}

QString row(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return {};
    return QStringLiteral("<p><b>%1</b>&#160;&#160;%2</p>\n").arg(label.toHtmlEscaped(), value.toHtmlEscaped());
}

QString toneColour(VerdictTone tone)
{
    switch (tone) {
    case VerdictTone::Ok:
        return QStringLiteral("#17683B");
    case VerdictTone::Warn:
        return QStringLiteral("#7A4F00");
    case VerdictTone::Bad:
        return QStringLiteral("#AE231C");
    case VerdictTone::Unknown:
        break;
    }
    return QStringLiteral("#4A5566");
}

QString verdictBlock(const VerdictText &text, const QString &tag)
{
    QString html = QStringLiteral("<%1 style=\"color:%2\">%3</%1>\n")
                       .arg(tag, toneColour(text.tone), text.sentence.toHtmlEscaped());
    if (!text.detail.isEmpty())
        html += QStringLiteral("<p>%1</p>\n").arg(text.detail.toHtmlEscaped());
    return html;
}

QString findingList(const std::vector<Finding> &findings)
{
    if (findings.empty())
        return {};
    QString html = QStringLiteral("<ul>\n");
    for (const Finding &finding : findings) {
        QString text = findingText(finding);
        if (const QString page = finding.args.value(1); !page.isEmpty())
            text = words(QT_TRANSLATE_NOOP("ReportHtml", "%1 (page %2)")).arg(text, page);
        html += QStringLiteral("<li>%1 <code>%2</code></li>\n").arg(text.toHtmlEscaped(), finding.code.toHtmlEscaped());
    }
    return html + QStringLiteral("</ul>\n");
}

QString utc(const std::optional<QDateTime> &time)
{
    return time ? time->toUTC().toString(Qt::ISODate) : QString();
}

QString technicalDetails(const SignatureFacts &facts)
{
    QString html = QStringLiteral("<h4>%1</h4>\n")
                       .arg(words(QT_TRANSLATE_NOOP("ReportHtml", "Technical details")).toHtmlEscaped());
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Kind")), facts.subFilter + QStringLiteral(" ") + facts.level);
    html +=
        row(words(QT_TRANSLATE_NOOP("ReportHtml", "Algorithm")), facts.digest + QStringLiteral(" ") + facts.algorithm);
    if (facts.signer) {
        html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Subject")), facts.signer->subject);
        html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Issuer")), facts.signer->issuer);
        html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Serial number")), facts.signer->serial);
        html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Fingerprint of the certificate")),
                    groupedHex(facts.signer->sha256));
    }
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Claimed time")), utc(facts.timeClaimed));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Proven time")), utc(facts.timeProven));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Signed bytes")), QString::number(facts.signedEnd));
    return html + findingList(facts.findings);
}

QString sealPages(const SignatureFacts &facts)
{
    QStringList pages;
    for (const SealAppearance &seal : facts.seals)
        pages.append(QString::number(seal.page + 1));
    pages.removeDuplicates();
    return pages.join(QStringLiteral(", "));
}

QString signatureBlock(const SignatureFacts &facts, int number)
{
    QString html = QStringLiteral("<h3>%1</h3>\n")
                       .arg(words(QT_TRANSLATE_NOOP("ReportHtml", "Signature %1: %2"))
                                .arg(QString::number(number), facts.field)
                                .toHtmlEscaped());
    html += verdictBlock(verdictText(facts), QStringLiteral("p"));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Content")), contentFacetText(facts));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Signer")), signerFacetText(facts));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Time")), timeFacetText(facts));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Revocation")), revocationFacetText(facts));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Seals on pages")), sealPages(facts));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Reason")), facts.reason);
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Location")), facts.location);
    return html + technicalDetails(facts);
}

} // namespace

QString reportHtml(const SignatureReport &report, const QByteArray &fileSha256)
{
    const QString title = words(QT_TRANSLATE_NOOP("ReportHtml", "Validation report")).toHtmlEscaped();
    QString html = QStringLiteral("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\"/>\n<title>%1</title>\n"
                                  "<style>body { font-family: \"Microsoft YaHei UI\", \"PingFang SC\", "
                                  "\"Noto Sans CJK SC\", sans-serif; margin: 24pt; line-height: 1.5 } "
                                  "p { margin: 2pt 0 } code { color: #5E6A7B }</style>\n"
                                  "</head>\n<body>\n<h1>%1</h1>\n")
                       .arg(title);
    html += verdictBlock(verdictText(report), QStringLiteral("h2"));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "File")), QFileInfo(report.file).fileName());
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Size")),
                words(QT_TRANSLATE_NOOP("ReportHtml", "%1 bytes")).arg(report.fileSize));
    html += row(QStringLiteral("SHA-256"), groupedHex(fileSha256));
    html += row(words(QT_TRANSLATE_NOOP("ReportHtml", "Checked at")), utc(report.checkedAt));
    html += findingList(report.findings);
    int number = 0;
    for (const SignatureFacts &facts : report.signatures)
        html += signatureBlock(facts, ++number);
    return html + QStringLiteral("</body>\n</html>\n");
}

} // namespace bidseal
