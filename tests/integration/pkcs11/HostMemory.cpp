#include "tests/integration/pkcs11/HostMemory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace bidseal::test {

namespace {

QByteArray procFile(qint64 pid, const char *name)
{
    QFile file(QStringLiteral("/proc/%1/%2").arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isRunningHost(qint64 pid)
{
    const QByteArray status = procFile(pid, "status");
    const QByteArray parent = "\nPPid:\t" + QByteArray::number(QCoreApplication::applicationPid()) + '\n';
    return status.startsWith("Name:\tbidseal-tokenho") && status.contains(parent) && !status.contains("State:\tZ");
}

} // namespace

qint64 tokenHostPid()
{
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &name : names) {
        const qint64 pid = name.toLongLong();
        if (pid > 0 && isRunningHost(pid))
            return pid;
    }
    return 0;
}

std::optional<int> countInMemory(qint64 pid, const QByteArray &wanted)
{
    QFile memory(QStringLiteral("/proc/%1/mem").arg(pid));
    const QList<QByteArray> maps = procFile(pid, "maps").split('\n');
    if (!memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || maps.size() < 2)
        return std::nullopt;
    int count = 0;
    for (const QByteArray &line : maps) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw"))
            continue;
        const QList<QByteArray> range = words[0].split('-');
        const qint64 begin = range[0].toLongLong(nullptr, 16);
        if (!memory.seek(begin))
            continue;
        count += static_cast<int>(memory.read(range[1].toLongLong(nullptr, 16) - begin).count(wanted));
    }
    return count;
}

} // namespace bidseal::test
