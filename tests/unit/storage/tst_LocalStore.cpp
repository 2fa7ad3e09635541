#include "core/storage/LocalStore.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace bidseal;

namespace {

const QDateTime someTime = QDateTime(QDate(2026, 11, 23), QTime(14, 26), Qt::UTC);

Seal someSeal(const QString &id)
{
    return {id, QStringLiteral("公章"), {}, SealKind::Company, {42, 42}, "png"};
}

JournalEntry someEntry()
{
    JournalEntry entry;
    entry.job = QUuid::createUuid();
    entry.step = SigningStep::Signed;
    entry.inputPath = QStringLiteral("/投标/投标文件.pdf");
    entry.outputPath = QStringLiteral("/投标/投标文件_已签.pdf");
    entry.workPath = QStringLiteral("/投标/.part");
    entry.inputSha256 = QByteArray(32, 'h');
    entry.allowWithoutTimestamp = true;
    entry.level = QStringLiteral("B-T");
    entry.digest = QStringLiteral("sha256");
    entry.preparedState = "prepared";
    entry.cmsState = "cms";
    entry.signerName = QStringLiteral("示例科技有限公司");
    entry.updatedAt = someTime;
    return entry;
}

} // namespace

class tst_LocalStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void draftsComeBackByContent();
    void sealsKeepTheirOrder();
    void recentFilesAreBounded();
    void settingsKeepTheirTypes();
    void journalSurvivesReopening();
    void damagedStoreIsMovedAside();
    void newerStoreIsRefusedUntouched();
    void unwritableFolderIsAnError();
    void twoProcessesMayShareIt();
    void onlyTheOwnerMayRead();

private:
    [[nodiscard]] QString storePath() const { return m_folder->filePath(QStringLiteral("data/store.sqlite")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_LocalStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_LocalStore::draftsComeBackByContent()
{
    const auto store = *LocalStore::open(storePath());
    Draft draft{QByteArray(32, 'a'),
                QStringLiteral("/a.pdf"),
                {{QUuid::createUuid(), 3, {1, 2, 3, 4}, someSeal(QStringLiteral("s"))}},
                someTime};
    QVERIFY(store->saveDraft(draft));
    draft.placements.push_back({QUuid::createUuid(), 4, {1, 2, 3, 4}, DateStamp{QDate(2026, 1, 2)}});
    draft.savedAt = someTime.addSecs(60);
    QVERIFY(store->saveDraft(draft));

    const auto found = store->draftFor(draft.documentSha256);
    QVERIFY(found && *found);
    QVERIFY((*found)->placements == draft.placements);
    QCOMPARE((*found)->savedAt, draft.savedAt);
    QCOMPARE(store->drafts()->size(), std::size_t(1));
    QVERIFY(!*store->draftFor(QByteArray(32, 'b')));
    QVERIFY(store->removeDraft(draft.documentSha256));
    QVERIFY(store->drafts()->empty());
}

void tst_LocalStore::sealsKeepTheirOrder()
{
    const auto store = *LocalStore::open(storePath());
    for (const char *id : {"c", "a", "b"})
        QVERIFY(store->saveSeal(someSeal(QString::fromLatin1(id))));
    Seal changed = someSeal(QStringLiteral("a"));
    changed.name = QStringLiteral("合同专用章");
    QVERIFY(store->saveSeal(changed));
    const auto seals = *store->seals();
    QCOMPARE(seals.size(), std::size_t(3));
    QCOMPARE(seals[0].id, QStringLiteral("c"));
    QVERIFY(seals[1] == changed);
    QVERIFY(store->removeSeal(QStringLiteral("c")));
    QCOMPARE(store->seals()->front().id, QStringLiteral("a"));
}

void tst_LocalStore::recentFilesAreBounded()
{
    const auto store = *LocalStore::open(storePath());
    for (int i = 0; i < 25; ++i)
        QVERIFY(store->addRecentFile(QStringLiteral("/%1.pdf").arg(i), someTime.addSecs(i)));
    QVERIFY(store->addRecentFile(QStringLiteral("/10.pdf"), someTime.addSecs(100)));
    auto files = *store->recentFiles();
    QCOMPARE(files.size(), std::size_t(20));
    QCOMPARE(files.front().path, QStringLiteral("/10.pdf"));
    QVERIFY(store->removeRecentFile(QStringLiteral("/10.pdf")));
    QCOMPARE(store->recentFiles()->front().path, QStringLiteral("/24.pdf"));
    QVERIFY(store->clearRecentFiles());
    QVERIFY(store->recentFiles()->empty());
}

void tst_LocalStore::settingsKeepTheirTypes()
{
    {
        const auto store = *LocalStore::open(storePath());
        QVERIFY(store->setSetting(QStringLiteral("textFactor"), 115));
        QVERIFY(store->setSetting(QStringLiteral("list"), QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(store->setSetting(QStringLiteral("textFactor"), 130));
    }
    const auto settings = *(*LocalStore::open(storePath()))->settings();
    QCOMPARE(settings.value(QStringLiteral("textFactor")).toInt(), 130);
    QCOMPARE(settings.value(QStringLiteral("list")).toStringList().size(), 2);
}

void tst_LocalStore::journalSurvivesReopening()
{
    JournalEntry entry = someEntry();
    {
        const auto store = *LocalStore::open(storePath());
        entry.step = SigningStep::Prepared;
        QVERIFY(store->record(entry));
        entry.step = SigningStep::Signed;
        QVERIFY(store->record(entry));
    }
    const auto store = *LocalStore::open(storePath());
    const auto entries = *store->unfinished();
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(entries[0].job, entry.job);
    QCOMPARE(entries[0].step, SigningStep::Signed);
    QCOMPARE(entries[0].cmsState, entry.cmsState);
    QCOMPARE(entries[0].outputPath, entry.outputPath);
    QCOMPARE(entries[0].updatedAt, entry.updatedAt);
    QVERIFY(entries[0].allowWithoutTimestamp);
    QVERIFY(store->remove(entry.job));
    QVERIFY(store->unfinished()->empty());
}

void tst_LocalStore::damagedStoreIsMovedAside()
{
    QVERIFY((*LocalStore::open(storePath()))->saveSeal(someSeal(QStringLiteral("s"))));
    {
        QFile file(storePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, '\x5a'));
    }
    const auto store = LocalStore::open(storePath());
    QVERIFY(store);
    QVERIFY((*store)->wasReset());
    QVERIFY((*store)->seals()->empty());
    const QStringList kept = QFileInfo(storePath()).dir().entryList({QStringLiteral("*.damaged-*")});
    QVERIFY(!kept.isEmpty());
}

void tst_LocalStore::newerStoreIsRefusedUntouched()
{
    QVERIFY(LocalStore::open(storePath()));
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        db.setDatabaseName(storePath());
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(QStringLiteral("PRAGMA user_version = 9999")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
    const auto store = LocalStore::open(storePath());
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::StoreUnavailable);
    QVERIFY(QFileInfo(storePath()).dir().entryList({QStringLiteral("*.damaged-*")}).isEmpty());
}

void tst_LocalStore::unwritableFolderIsAnError()
{
    const auto store = LocalStore::open(QStringLiteral("/proc/none/store.sqlite"));
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::StoreUnavailable);
}

void tst_LocalStore::twoProcessesMayShareIt()
{
    const auto first = *LocalStore::open(storePath());
    const auto second = *LocalStore::open(storePath());
    QVERIFY(first->saveSeal(someSeal(QStringLiteral("a"))));
    QVERIFY(second->saveSeal(someSeal(QStringLiteral("b"))));
    QCOMPARE(first->seals()->size(), std::size_t(2));
}

void tst_LocalStore::onlyTheOwnerMayRead()
{
    const auto store = *LocalStore::open(storePath());
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(storePath()) & others));
}

QTEST_GUILESS_MAIN(tst_LocalStore)
#include "tst_LocalStore.moc"
