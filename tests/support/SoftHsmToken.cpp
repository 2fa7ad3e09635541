#include "tests/support/SoftHsmToken.h"

#include "tests/support/TestPki.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace bidseal::test {

namespace {

void runOrEnd(const QString &program, const QStringList &arguments)
{
    const ToolOutcome outcome = runTool(program, arguments);
    if (outcome.exitCode != 0)
        qFatal("%s failed: %s%s", qPrintable(program), outcome.output.constData(), outcome.errors.constData());
}

} // namespace

SoftHsmToken::SoftHsmToken()
    : m_formerConfiguration(qgetenv("SOFTHSM2_CONF"))
{
    const QDir directory(m_directory.path());
    directory.mkpath(QStringLiteral("tokens"));
    directory.mkpath(QStringLiteral("pulled"));
    const QString configuration = directory.filePath(QStringLiteral("softhsm2.conf"));
    writeFile(configuration, "directories.tokendir = " + directory.filePath(QStringLiteral("tokens")).toUtf8() +
                                 "\nobjectstore.backend = file\nlog.level = ERROR\n");
    qputenv("SOFTHSM2_CONF", configuration.toUtf8());
}

SoftHsmToken::~SoftHsmToken()
{
    if (m_formerConfiguration.isNull())
        qunsetenv("SOFTHSM2_CONF");
    else
        qputenv("SOFTHSM2_CONF", m_formerConfiguration);
}

QString SoftHsmToken::modulePath()
{
    const bool tools = !QStandardPaths::findExecutable(QStringLiteral("softhsm2-util")).isEmpty() &&
                       !QStandardPaths::findExecutable(QStringLiteral("pkcs11-tool")).isEmpty();
    for (const char *place : {"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                              "/usr/lib64/softhsm/libsofthsm2.so", "/usr/local/lib/softhsm/libsofthsm2.so"}) {
        const QString path = QFileInfo(QString::fromLatin1(place)).canonicalFilePath();
        if (tools && !path.isEmpty())
            return path;
    }
    return {};
}

void SoftHsmToken::initialize(const QString &label, const QString &pin)
{
    runOrEnd(QStringLiteral("softhsm2-util"),
             {QStringLiteral("--init-token"), QStringLiteral("--free"), QStringLiteral("--label"), label,
              QStringLiteral("--pin"), pin, QStringLiteral("--so-pin"), QStringLiteral("87654321")});
}

void SoftHsmToken::importKey(const QString &label, const QString &pin, const QString &pemPath, const QByteArray &id)
{
    runOrEnd(QStringLiteral("softhsm2-util"),
             {QStringLiteral("--import"), pemPath, QStringLiteral("--token"), label, QStringLiteral("--pin"), pin,
              QStringLiteral("--label"), QStringLiteral("key"), QStringLiteral("--id"),
              QString::fromLatin1(id.toHex())});
}

void SoftHsmToken::importCertificate(const QString &label, const QString &pin, const QString &derPath,
                                     const QByteArray &id)
{
    runOrEnd(QStringLiteral("pkcs11-tool"),
             {QStringLiteral("--module"), modulePath(), QStringLiteral("--token-label"), label,
              QStringLiteral("--login"), QStringLiteral("--pin"), pin, QStringLiteral("--write-object"), derPath,
              QStringLiteral("--type"), QStringLiteral("cert"), QStringLiteral("--label"),
              QStringLiteral("certificate"), QStringLiteral("--id"), QString::fromLatin1(id.toHex())});
}

QString SoftHsmToken::folderOf(const QString &label) const
{
    const QDir tokens(m_directory.filePath(QStringLiteral("tokens")));
    for (const QString &name : tokens.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        // SoftHSM writes a token's label into this file in plain bytes.
        if (readFile(tokens.filePath(name + QStringLiteral("/token.object"))).contains(label.toUtf8()))
            return name;
    }
    qFatal("no token called %s", qPrintable(label));
}

void SoftHsmToken::remove(const QString &label)
{
    m_removed = folderOf(label);
    if (!QFile::rename(m_directory.filePath(QStringLiteral("tokens/") + m_removed),
                       m_directory.filePath(QStringLiteral("pulled/") + m_removed)))
        qFatal("the token cannot be moved");
}

void SoftHsmToken::putBack()
{
    if (!QFile::rename(m_directory.filePath(QStringLiteral("pulled/") + m_removed),
                       m_directory.filePath(QStringLiteral("tokens/") + m_removed)))
        qFatal("the token cannot be moved back");
}

} // namespace bidseal::test
