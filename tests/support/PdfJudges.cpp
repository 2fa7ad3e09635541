#include "tests/support/PdfJudges.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace bidseal::test {

namespace {

/** Key and certificate for one run of a test program. */
struct ThrowAwayKey
{
    QTemporaryDir folder;
    QString key = folder.filePath(QStringLiteral("key.pem"));
    QString certificate = folder.filePath(QStringLiteral("certificate.pem"));

    ThrowAwayKey()
    {
        const Spoken made =
            run(QStringLiteral("openssl"),
                {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                 QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=Throw-away test key"), QStringLiteral("-keyout"), key, QStringLiteral("-out"),
                 certificate});
        if (made.exitCode != 0)
            qFatal("openssl req: %s", qPrintable(made.text));
    }
};

QStringList withPassword(const QStringList &options, const QString &password)
{
    return password.isEmpty() ? QStringList{} : options + QStringList{password};
}

} // namespace

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

Spoken run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, program + QStringLiteral(" did not end")};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

QString judgedByPdfsig(const QString &file, int signatureFields, const QString &password)
{
    const Spoken spoken =
        run(QStringLiteral("pdfsig"), QStringList{QStringLiteral("-nocert")} +
                                          withPassword({QStringLiteral("-upw")}, password) +
                                          withPassword({QStringLiteral("-opw")}, password) + QStringList{file});
    const bool isGood = spoken.text.count(QLatin1String("Signature is Valid.")) == signatureFields &&
                        spoken.text.contains(QLatin1String("Total document signed")) &&
                        spoken.text.count(QLatin1String("Signature Validation:")) == signatureFields;
    return isGood ? QString() : QStringLiteral("pdfsig: ") + spoken.text;
}

QString judgedByMutool(const QString &file, int signatureFields, const QString &password, int earlier)
{
    const Spoken spoken =
        run(QStringLiteral("mutool"), QStringList{QStringLiteral("sign"), QStringLiteral("-v")} +
                                          withPassword({QStringLiteral("-p")}, password) + QStringList{file});
    const bool isGood =
        spoken.text.count(QLatin1String("The document is unchanged since signing.")) == signatureFields - earlier &&
        spoken.text.count(QLatin1String("valid but there have been edits")) == earlier;
    return isGood ? QString() : QStringLiteral("mutool: ") + spoken.text;
}

QString judgedByQpdf(const QString &file, const QString &password)
{
    const QStringList secret =
        password.isEmpty() ? QStringList{} : QStringList{QStringLiteral("--password=") + password};
    const Spoken spoken =
        run(QStringLiteral("qpdf"), QStringList{QStringLiteral("--check")} + secret + QStringList{file});
    return spoken.exitCode == 0 ? QString() : QStringLiteral("qpdf: ") + spoken.text;
}

QByteArray cmsByOpenssl(const QByteArray &data)
{
    static const ThrowAwayKey signer;
    const QTemporaryDir folder;
    const QString input = folder.filePath(QStringLiteral("data"));
    const QString output = folder.filePath(QStringLiteral("cms"));
    QFile file(input);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        return {};
    file.close();
    const Spoken spoken = run(QStringLiteral("openssl"),
                              {QStringLiteral("cms"), QStringLiteral("-sign"), QStringLiteral("-binary"),
                               QStringLiteral("-md"), QStringLiteral("sha256"), QStringLiteral("-signer"),
                               signer.certificate, QStringLiteral("-inkey"), signer.key, QStringLiteral("-outform"),
                               QStringLiteral("DER"), QStringLiteral("-in"), input, QStringLiteral("-out"), output});
    QFile made(output);
    if (spoken.exitCode != 0 || !made.open(QIODevice::ReadOnly))
        qFatal("openssl cms: %s", qPrintable(spoken.text));
    return made.readAll();
}

} // namespace bidseal::test
