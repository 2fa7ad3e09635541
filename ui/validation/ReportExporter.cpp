#include "ui/validation/ReportExporter.h"

#include "core/messages/ReportHtml.h"
#include "core/pdf/HtmlToPdf.h"
#include "core/signing/Fingerprint.h"
#include "ui/common/FileDialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QWidget>
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

void askAndExportReport(QWidget *parent, const SignatureReport &report, const QString &validatedFile,
                        const std::function<void()> &started, const std::function<void(const Result<QString> &)> &done)
{
    const auto words = [](const char *source) { return QCoreApplication::translate("ReportExporter", source); };
    const QFileInfo file(validatedFile);
    const FileQuestion question{
        FileQuestion::Kind::SaveAs, words(QT_TRANSLATE_NOOP("ReportExporter", "Export the validation report")),
        words(QT_TRANSLATE_NOOP("ReportExporter", "PDF (*.pdf);;Web page (*.html)")),
        file.dir().filePath(
            words(QT_TRANSLATE_NOOP("ReportExporter", "%1_validation.pdf")).arg(file.completeBaseName()))};
    FileDialogs::ask(parent, question, [=](const QStringList &paths) {
        started();
        exportReport(report, validatedFile, paths.front())
            .then(parent, [done, target = paths.front()](const Result<void> &result) {
                if (result)
                    done(target);
                else
                    done(fail(result.error()));
            });
    });
}

} // namespace bidseal
