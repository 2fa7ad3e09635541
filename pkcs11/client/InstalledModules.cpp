#include "pkcs11/client/TokenMonitor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace bidseal {

namespace {

#if defined(Q_OS_WIN)

// Drivers that install themselves into the system folder, and the well-known open ones in theirs.
QStringList knownPlaces()
{
    const QString system =
        qEnvironmentVariable("SystemRoot", QStringLiteral("C:/Windows")) + QStringLiteral("/System32/");
    const QString programs = qEnvironmentVariable("ProgramFiles", QStringLiteral("C:/Program Files")) + u'/';
    return {
        programs + QStringLiteral("OpenSC Project/OpenSC/pkcs11/opensc-pkcs11.dll"),
        programs + QStringLiteral("Yubico/Yubico PIV Tool/bin/libykcs11.dll"),
        system + QStringLiteral("eTPKCS11.dll"),          // SafeNet eToken
        system + QStringLiteral("eps2003csp11.dll"),      // Feitian ePass2003
        system + QStringLiteral("ShuttleCsp11_3003.dll"), // Feitian ePass3003
        system + QStringLiteral("gm3000_pkcs11.dll"),     // Longmai mToken GM3000
        system + QStringLiteral("cryptoide_pkcs11.dll"),  // Longmai mToken CryptoID
        system + QStringLiteral("SignatureP11.dll"),      // Watchdata ProxKey
        system + QStringLiteral("aetpkss1.dll"),          // SafeSign
    };
}

QStringList configuredModules()
{
    return {}; // p11-kit has no place on this system
}

#else

QStringList libraryFolders()
{
    QStringList folders{QStringLiteral("/usr/lib64"),        QStringLiteral("/usr/lib"),
                        QStringLiteral("/usr/local/lib"),    QStringLiteral("/usr/lib/x86_64-linux-gnu"),
                        QStringLiteral("/usr/lib64/pkcs11"), QStringLiteral("/usr/lib/pkcs11")};
    for (const QString &triplet :
         {QStringLiteral("x86_64"), QStringLiteral("aarch64"), QStringLiteral("loongarch64")}) {
        folders << QStringLiteral("/usr/lib/%1-linux-gnu").arg(triplet)
                << QStringLiteral("/usr/lib/%1-linux-gnu/pkcs11").arg(triplet);
    }
    return folders;
}

// The file names under which drivers are commonly installed. A UKey whose driver lies elsewhere is added by its path.
QStringList knownNames()
{
    return {
        QStringLiteral("opensc-pkcs11.so"),       // OpenSC: PIV, OpenPGP and many national cards
        QStringLiteral("libeTPkcs11.so"),         // SafeNet eToken
        QStringLiteral("libcastle.so.1.0.0"),     // Feitian ePass2003
        QStringLiteral("libshuttle_p11v220.so"),  // Feitian ePass3003
        QStringLiteral("libgm3000_pkcs11.so"),    // Longmai mToken GM3000
        QStringLiteral("libcryptoide_pkcs11.so"), // Longmai mToken CryptoID
        QStringLiteral("libwdpkcs.so"),           // Watchdata
        QStringLiteral("libaetpkss.so.3"),        // SafeSign
        QStringLiteral("libykcs11.so"),           // Yubico PIV
    };
}

QStringList knownPlaces()
{
    QStringList places;
    for (const QString &name : knownNames()) {
        for (const QString &folder : libraryFolders())
            places << folder + u'/' + name;
    }
    // Drivers that bring a folder of their own.
    places << QStringLiteral("/usr/lib/WatchData/ProxKey/lib/libwdpkcs_SignatureP11.so");
    // SoftHSM keeps keys in files: it is offered only to somebody who has set one up on purpose.
    if (qEnvironmentVariableIsSet("SOFTHSM2_CONF")) {
        for (const QString &folder : libraryFolders())
            places << folder + QStringLiteral("/softhsm/libsofthsm2.so") << folder + QStringLiteral("/libsofthsm2.so");
    }
    return places;
}

/** The module in one file of p11-kit's configuration (pkcs11.conf(5)), made absolute; empty when there is none. */
QString moduleOf(const QString &configuration)
{
    QFile file(configuration);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QString module;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.startsWith(QLatin1String("module:")))
            module = line.section(u':', 1).trimmed();
        if (line.startsWith(QLatin1String("enable-in:")) || line.startsWith(QLatin1String("remote:")))
            return {}; // meant for certain programs, or not a library here
    }
    if (module.isEmpty() || QFileInfo(module).isAbsolute())
        return module;
    for (const QString &folder : libraryFolders()) {
        QString candidate = folder + QStringLiteral("/pkcs11/") + module;
        if (QFileInfo::exists(candidate))
            return candidate;
    }
    return {};
}

QStringList configuredModules()
{
    QStringList modules;
    for (const QString &folder :
         {QStringLiteral("/etc/pkcs11/modules"), QStringLiteral("/usr/share/p11-kit/modules")}) {
        const QDir directory(folder);
        for (const QString &name : directory.entryList({QStringLiteral("*.module")}, QDir::Files, QDir::Name)) {
            const QString module = moduleOf(directory.filePath(name));
            const bool unwantedSoftHsm =
                module.contains(QLatin1String("softhsm")) && !qEnvironmentVariableIsSet("SOFTHSM2_CONF");
            // The trust module holds authorities only, and p11-kit's proxy would show every token twice.
            const bool noToken =
                module.contains(QLatin1String("p11-kit-trust")) || module.contains(QLatin1String("p11-kit-proxy"));
            if (!module.isEmpty() && !unwantedSoftHsm && !noToken)
                modules << module;
        }
    }
    return modules;
}

#endif

} // namespace

QStringList findInstalledModules()
{
    QStringList found;
    QSet<QString> seen;
    for (const QString &place : knownPlaces() + configuredModules()) {
        const QString canonical = QFileInfo(place).canonicalFilePath(); // empty when it does not exist
        if (canonical.isEmpty() || seen.contains(canonical))
            continue;
        seen.insert(canonical);
        found << canonical;
    }
    return found;
}

} // namespace bidseal
