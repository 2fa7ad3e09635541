#include "tests/support/VirtualReader.h"

#include "tests/support/TestPki.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace bidseal::test {

namespace {

constexpr int waitMs = 10000;
constexpr unsigned long stepMs = 50;
const QString socketPath = QStringLiteral("/run/pcscd/pcscd.comm");
const QString driverPath = QStringLiteral("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
const QString python = QStringLiteral("/usr/bin/python3"); // the one that Debian's python3-cryptography belongs to
const QString port = QStringLiteral("35963");

QString whatIsMissing()
{
    if (geteuid() != 0)
        return QStringLiteral("pcscd and its network namespace need root");
    for (const QString &tool : {QStringLiteral("pcscd"), QStringLiteral("unshare"), QStringLiteral("nsenter"),
                                QStringLiteral("ip"), python}) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            return tool + QStringLiteral(" is not installed");
    }
    if (!QFileInfo::exists(driverPath))
        return QStringLiteral("vsmartcard-vpcd is not installed");
    if (VirtualReader::openScPath().isEmpty())
        return QStringLiteral("opensc-pkcs11 is not installed");
    if (QFileInfo::exists(socketPath))
        return QStringLiteral("a pcscd runs here already; it is left alone");
    if (runTool(python, {QStringLiteral("-c"), QStringLiteral("import cryptography")}).exitCode != 0)
        return QStringLiteral("python3-cryptography is not installed for /usr/bin/python3");
    return {};
}

/** Whatever ends the test, also a signal, ends the process too. */
void bindToThisProcess(QProcess &process)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(waitMs)) {
        process.kill();
        process.waitForFinished(waitMs);
    }
}

} // namespace

QString VirtualReader::openScPath()
{
    for (const QString &place : {QStringLiteral("/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"),
                                 QStringLiteral("/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so"),
                                 QStringLiteral("/usr/lib64/opensc-pkcs11.so")}) {
        const QString path = QFileInfo(place).canonicalFilePath();
        if (!path.isEmpty())
            return path;
    }
    return {};
}

VirtualReader::~VirtualReader()
{
    remove();
    if (m_daemon.state() != QProcess::NotRunning)
        end(m_daemon);
}

QString VirtualReader::start()
{
    const QString missing = whatIsMissing();
    return missing.isEmpty() ? startDaemon() : missing;
}

QString VirtualReader::startDaemon()
{
    writeFile(m_configuration.filePath(QStringLiteral("vpcd")),
              "FRIENDLYNAME \"Virtual PCD\"\nDEVICENAME /dev/null:0x8C7B\nLIBPATH " + driverPath.toUtf8() +
                  "\nCHANNELID 0x8C7B\n");
    // Whatever this computer's OpenSC is told to cache, the tests' one caches nothing.
    const QString openSc = m_openScConfiguration.filePath(QStringLiteral("opensc.conf"));
    writeFile(openSc, "app default {\n\tframework pkcs15 {\n\t\tuse_file_caching = no;\n\t}\n}\n");
    qputenv("OPENSC_CONF", openSc.toUtf8());
    bindToThisProcess(m_daemon);
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    m_daemon.start(
        QStringLiteral("unshare"),
        {QStringLiteral("--net"), QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral("ip link set lo up && mkdir -p /run/pcscd && exec pcscd --foreground --config \"$0\""),
         m_configuration.path()});
    QDeadlineTimer limit(waitMs);
    while (!limit.hasExpired() && !m_daemon.waitForFinished(static_cast<int>(stepMs))) {
        if (QFileInfo::exists(socketPath))
            return {};
    }
    return QStringLiteral("pcscd does not run: ") + QString::fromUtf8(m_daemon.readAll());
}

void VirtualReader::insert(const QString &derPath, const QString &keyPath, const QString &pin)
{
    QDeadlineTimer limit(waitMs);
    while (!limit.hasExpired()) {
        m_card = std::make_unique<QProcess>();
        bindToThisProcess(*m_card);
        m_card->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_card->start(QStringLiteral("nsenter"),
                      {QStringLiteral("--target"), QString::number(m_daemon.processId()), QStringLiteral("--net"),
                       python, QStringLiteral(BIDSEAL_SOURCE_DIR "/tests/support/pivcard.py"), port, derPath, keyPath,
                       pin});
        constexpr int settleMs = 800; // a refused connection shows within this
        if (!m_card->waitForFinished(settleMs))
            return;
        QThread::msleep(stepMs);
    }
    qFatal("the virtual card cannot be put into its reader");
}

void VirtualReader::remove()
{
    if (m_card && m_card->state() != QProcess::NotRunning)
        end(*m_card);
    m_card.reset();
}

} // namespace bidseal::test
