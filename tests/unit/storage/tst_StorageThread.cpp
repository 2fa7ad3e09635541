#include "core/storage/StorageThread.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;

class tst_StorageThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsKeepTheirOrder();
    void settingsAreThereAtOnceAndAfterRestart();
    void destructorFinishesWhatWasAsked();
    void failureToOpenIsTold();
    void journalWorksFromAnyThread();
};

void tst_StorageThread::callsKeepTheirOrder()
{
    QTemporaryDir folder;
    const auto storage = *StorageThread::start(folder.filePath(QStringLiteral("s.sqlite")));
    const QByteArray sha(32, 'x');
    for (int i = 0; i < 50; ++i)
        storage->drafts().save({sha, QString::number(i), {}, QDateTime::fromSecsSinceEpoch(i, Qt::UTC)});
    const auto found = storage->drafts().find(sha).result();
    QVERIFY(found && *found);
    QCOMPARE((*found)->path, QStringLiteral("49"));
}

void tst_StorageThread::settingsAreThereAtOnceAndAfterRestart()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.sqlite"));
    {
        const auto storage = *StorageThread::start(path);
        QSignalSpy changed(&storage->settings(), &Settings::changed);
        storage->settings().setValue(QLatin1String(settingKey::theme), QStringLiteral("dark"));
        storage->settings().setValue(QLatin1String(settingKey::theme), QStringLiteral("dark"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(storage->settings().value(QLatin1String(settingKey::theme)).toString(), QStringLiteral("dark"));
    }
    const auto storage = *StorageThread::start(path);
    QCOMPARE(storage->settings().value(QLatin1String(settingKey::theme)).toString(), QStringLiteral("dark"));
    QCOMPARE(storage->settings().value(QStringLiteral("none"), 7).toInt(), 7);
}

void tst_StorageThread::destructorFinishesWhatWasAsked()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.sqlite"));
    {
        const auto storage = *StorageThread::start(path);
        for (int i = 0; i < 15; ++i)
            storage->recentFiles().add(QString::number(i), QDateTime::fromSecsSinceEpoch(i, Qt::UTC));
    }
    const auto storage = *StorageThread::start(path);
    QCOMPARE(storage->recentFiles().all().result()->size(), std::size_t(15));
}

void tst_StorageThread::failureToOpenIsTold()
{
    const auto storage = StorageThread::start(QStringLiteral("/proc/none/s.sqlite"));
    QVERIFY(!storage);
    QCOMPARE(storage.error().code, ErrorCode::StoreUnavailable);
}

void tst_StorageThread::journalWorksFromAnyThread()
{
    QTemporaryDir folder;
    const auto storage = *StorageThread::start(folder.filePath(QStringLiteral("s.sqlite")));
    JournalEntry entry;
    entry.job = QUuid::createUuid();
    entry.updatedAt = QDateTime::currentDateTimeUtc();
    QVERIFY(storage->record(entry));
    QCOMPARE(storage->unfinishedJobs().result()->size(), std::size_t(1));
    QVERIFY(storage->remove(entry.job));
    QVERIFY(storage->unfinished()->empty());
}

QTEST_GUILESS_MAIN(tst_StorageThread)
#include "tst_StorageThread.moc"
