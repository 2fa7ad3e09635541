#include "pkcs11/protocol/ModuleFile.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <array>

namespace bidseal {

namespace {

enum class Format { Elf, Pe };

struct Architecture
{
    Format format = Format::Elf;
    quint16 machine = 0;

    bool operator==(const Architecture &) const = default;
};

// e_machine (System V ABI, ELF header) and Machine (PE/COFF, COFF file header)
constexpr quint16 elf386 = 3;
constexpr quint16 elfArm = 40;
constexpr quint16 elfX86 = 62;
constexpr quint16 elfArm64 = 183;
constexpr quint16 elfLoongArch = 258;
constexpr quint16 pe386 = 0x014c;
constexpr quint16 peX86 = 0x8664;
constexpr quint16 peArm64 = 0xaa64;

struct ArchitectureName
{
    Architecture architecture;
    QLatin1String name;
};

constexpr std::array architectureNames{
    ArchitectureName{{Format::Elf, elf386}, QLatin1String("32-bit x86 Linux")},
    ArchitectureName{{Format::Elf, elfArm}, QLatin1String("32-bit ARM Linux")},
    ArchitectureName{{Format::Elf, elfX86}, QLatin1String("64-bit x86 Linux")},
    ArchitectureName{{Format::Elf, elfArm64}, QLatin1String("64-bit ARM Linux")},
    ArchitectureName{{Format::Elf, elfLoongArch}, QLatin1String("LoongArch Linux")},
    ArchitectureName{{Format::Pe, pe386}, QLatin1String("32-bit x86 Windows")},
    ArchitectureName{{Format::Pe, peX86}, QLatin1String("64-bit x86 Windows")},
    ArchitectureName{{Format::Pe, peArm64}, QLatin1String("64-bit ARM Windows")},
};

constexpr Architecture ownArchitecture()
{
#if defined(Q_OS_WIN)
    constexpr Format format = Format::Pe;
#else
    constexpr Format format = Format::Elf;
#endif
#if defined(Q_PROCESSOR_X86_64)
    return {format, format == Format::Pe ? peX86 : elfX86};
#elif defined(Q_PROCESSOR_ARM_64)
    return {format, format == Format::Pe ? peArm64 : elfArm64};
#elif defined(Q_PROCESSOR_X86_32)
    return {format, format == Format::Pe ? pe386 : elf386};
#elif defined(Q_PROCESSOR_LOONGARCH_64)
    return {format, elfLoongArch};
#else
    return {format, elfArm};
#endif
}

QString nameOf(const Architecture &architecture)
{
    for (const ArchitectureName &entry : architectureNames) {
        if (entry.architecture == architecture)
            return entry.name;
    }
    return QStringLiteral("machine %1").arg(architecture.machine);
}

std::optional<Architecture> readElf(const QByteArray &head)
{
    constexpr qsizetype machineOffset = 18; // e_machine, the same in ELF32 and ELF64
    constexpr qsizetype dataOffset = 5;     // EI_DATA: 1 little-endian, 2 big-endian
    if (!head.startsWith("\177ELF") || head.size() < machineOffset + 2)
        return std::nullopt;
    const char *machine = head.constData() + machineOffset;
    const bool bigEndian = head[dataOffset] == 2;
    return Architecture{Format::Elf,
                        bigEndian ? qFromBigEndian<quint16>(machine) : qFromLittleEndian<quint16>(machine)};
}

std::optional<Architecture> readPe(QFile &file, const QByteArray &head)
{
    constexpr qsizetype offsetOfPe = 0x3c; // e_lfanew
    if (!head.startsWith("MZ") || head.size() < offsetOfPe + 4)
        return std::nullopt;
    if (!file.seek(qFromLittleEndian<quint32>(head.constData() + offsetOfPe)))
        return std::nullopt;
    const QByteArray coff = file.read(6);
    if (coff.size() != 6 || !coff.startsWith(QByteArray("PE\0\0", 4)))
        return std::nullopt;
    return Architecture{Format::Pe, qFromLittleEndian<quint16>(coff.constData() + 4)};
}

} // namespace

Result<void> checkModuleFile(const QString &path)
{
    if (!QFileInfo(path).isAbsolute())
        return fail(ErrorCode::ModuleFailed, QStringLiteral("the driver's path is not absolute: %1").arg(path));
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::ModuleNotFound, QStringLiteral("no such driver file: %1").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::ModuleFailed, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    constexpr qint64 headSize = 64;
    const QByteArray head = file.read(headSize);
    std::optional<Architecture> found = readElf(head);
    if (!found)
        found = readPe(file, head);
    if (!found)
        return fail(ErrorCode::ModuleFailed, QStringLiteral("%1 is not a driver library").arg(path));
    if (*found != ownArchitecture()) {
        return fail(ErrorCode::ModuleWrongArchitecture, QStringLiteral("%1 is a %2 driver; this program is %3")
                                                            .arg(path, nameOf(*found), nameOf(ownArchitecture())));
    }
    return {};
}

} // namespace bidseal
