#include "ui/validation/ReportExporter.h"

#include "core/messages/ReportHtml.h"
#include "core/pdf/HtmlToPdf.h"
#include "core/signing/Fingerprint.h"

#include <QSaveFile>
#include <QtConcurrent>

namespace bidseal {

namespace {

Result<void> writeWhole(const QString &target, const QByteArray &bytes)
{
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::OutputUnwritable, file.errorString());
    return {};
}

Result<void> writeReport(const SignatureReport &report, const QString &validatedFile, const QString &target)
{
    const auto fingerprint = fingerprintFile(validatedFile);
    if (!fingerprint)
        return fail(fingerprint.error());
    const QString html = reportHtml(report, fingerprint->sha256);
    if (target.endsWith(QLatin1String(".html"), Qt::CaseInsensitive))
        return writeWhole(target, html.toUtf8());
    const auto pdf = htmlToPdf(html);
    if (!pdf)
        return fail(pdf.error());
    return writeWhole(target, *pdf);
}

} // namespace

QFuture<Result<void>> exportReport(const SignatureReport &report, const QString &validatedFile, const QString &target)
{
    return QtConcurrent::run(writeReport, report, validatedFile, target);
}

} // namespace bidseal
