#include "pkcs11/protocol/ModuleFile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;

class tst_ModuleFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownLibraryIsFine();
    void headers_data();
    void headers();
    void paths();

private:
    QTemporaryDir m_directory;
};

namespace {

QByteArray elf(char elfClass, char data, const char *machineHex)
{
    QByteArray head(64, '\0');
    head.replace(0, 4, "\177ELF");
    head[4] = elfClass;
    head[5] = data;
    head.replace(18, 2, QByteArray::fromHex(machineHex));
    return head;
}

QByteArray pe(const char *machineHex)
{
    QByteArray file(0x80, '\0');
    file.replace(0, 2, "MZ");
    file[0x3c] = '\x80';
    return file + QByteArray("PE\0\0", 4) + QByteArray::fromHex(machineHex) + QByteArray(20, '\0');
}

} // namespace

void tst_ModuleFile::ownLibraryIsFine()
{
    // A program has the header of a library of the same system.
    const auto checked = checkModuleFile(QCoreApplication::applicationFilePath());
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
}

void tst_ModuleFile::headers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const int wrong = int(ErrorCode::ModuleWrongArchitecture);
    const int failed = int(ErrorCode::ModuleFailed);
    QTest::newRow("32-bit ELF") << elf(1, 1, "0300") << wrong << QStringLiteral("32-bit x86 Linux");
    QTest::newRow("32-bit ARM") << elf(1, 1, "2800") << wrong << QStringLiteral("32-bit ARM Linux");
    QTest::newRow("unknown, big-endian") << elf(2, 2, "0016") << wrong << QStringLiteral("machine 22");
    QTest::newRow("32-bit DLL") << pe("4c01") << wrong << QStringLiteral("32-bit x86 Windows");
    QTest::newRow("DOS program") << QByteArray("MZ") + QByteArray(62, '\0') << failed << QString();
    QTest::newRow("header beyond the end") << pe("4c01").first(0x80) << failed << QString();
    QTest::newRow("text") << QByteArray("#!/bin/sh\n") << failed << QString();
    QTest::newRow("empty") << QByteArray() << failed << QString();
    QTest::newRow("cut ELF") << QByteArray("\177ELF") << failed << QString();
}

void tst_ModuleFile::headers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, words);
    const QString path = m_directory.filePath(QStringLiteral("driver"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto checked = checkModuleFile(path);
    QVERIFY(!checked);
    QCOMPARE(int(checked.error().code), code);
    QVERIFY2(checked.error().detail.contains(words), qPrintable(checked.error().detail));
}

void tst_ModuleFile::paths()
{
    QCOMPARE(checkModuleFile(m_directory.filePath(QStringLiteral("absent.so"))).error().code,
             ErrorCode::ModuleNotFound);
    QCOMPARE(checkModuleFile(m_directory.path()).error().code, ErrorCode::ModuleNotFound);
    QCOMPARE(checkModuleFile(QStringLiteral("driver.so")).error().code, ErrorCode::ModuleFailed);
    QCOMPARE(checkModuleFile(QString()).error().code, ErrorCode::ModuleFailed);
}

QTEST_GUILESS_MAIN(tst_ModuleFile)
#include "tst_ModuleFile.moc"
