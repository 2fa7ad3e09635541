#include "core/storage/LocalStore.h"

#include "core/common/Log.h"
#include "core/storage/Migrations.h"
#include "core/storage/PlacementCodec.h"

#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace bidseal {

namespace {

constexpr int recentFileLimit = 20;

Error storeError(const QSqlError &error)
{
    return Error{ErrorCode::StoreUnavailable, error.text()};
}

QDateTime fromStored(const QVariant &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

// SQLite tells NULL from an empty blob; the columns are NOT NULL.
QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QString notNull(const QString &text)
{
    return text.isNull() ? QString(QLatin1String("")) : text;
}

bool isSound(QSqlDatabase &database)
{
    QSqlQuery query(database);
    return query.exec(QStringLiteral("PRAGMA quick_check(1)")) && query.next() && query.value(0).toString() == u"ok";
}

Result<void> configure(QSqlDatabase &database)
{
    QSqlQuery query(database);
    // FULL: a recorded signing step must survive a power cut, which NORMAL does not promise in WAL mode.
    for (const auto *pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA busy_timeout = 5000"}) {
        if (!query.exec(QLatin1String(pragma)))
            return std::unexpected(storeError(query.lastError()));
    }
    return {};
}

void moveAside(const QString &path)
{
    const QString suffix =
        QStringLiteral(".damaged-") + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    for (const QString &part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(path + part, path + suffix + part);
}

} // namespace

struct LocalStore::Private
{
    QString connection = QUuid::createUuid().toString();
    bool wasReset = false;

    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(connection, false); }

    Result<void> openAt(const QString &path)
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        db.setDatabaseName(path);
        if (!db.open())
            return std::unexpected(storeError(db.lastError()));
        if (auto done = configure(db); !done)
            return isSound(db) ? done : fail(ErrorCode::StoreCorrupt, done.error().detail);
        if (!isSound(db))
            return fail(ErrorCode::StoreCorrupt);
        return migrateStore(db);
    }

    void close()
    {
        if (!QSqlDatabase::contains(connection))
            return;
        {
            QSqlDatabase db = database();
            db.close();
        }
        QSqlDatabase::removeDatabase(connection);
    }

    /** Runs one prepared statement; the query is left for reading rows. */
    Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const
    {
        QSqlQuery query(database());
        if (!query.prepare(sql))
            return std::unexpected(storeError(query.lastError()));
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            return std::unexpected(storeError(query.lastError()));
        return query;
    }

    Result<void> change(const QString &sql, const QVariantList &values = {}) const
    {
        auto query = run(sql, values);
        if (!query)
            return std::unexpected(query.error());
        return {};
    }

    static Result<Draft> draftFrom(const QSqlQuery &row)
    {
        auto placements = decodePlacements(row.value(2).toByteArray());
        if (!placements)
            return std::unexpected(placements.error());
        return Draft{row.value(0).toByteArray(), row.value(1).toString(), std::move(*placements),
                     fromStored(row.value(3))};
    }
};

LocalStore::LocalStore()
    : m_d(std::make_unique<Private>())
{
}

LocalStore::~LocalStore()
{
    m_d->close();
}

Result<std::unique_ptr<LocalStore>> LocalStore::open(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("the data folder cannot be made"));
    std::unique_ptr<LocalStore> store(new LocalStore);
    auto opened = store->m_d->openAt(path);
    if (!opened && opened.error().code == ErrorCode::StoreCorrupt) {
        qCWarning(logStorage) << "the store is damaged and starts anew:" << opened.error().detail;
        store->m_d->close();
        moveAside(path);
        store->m_d->wasReset = true;
        opened = store->m_d->openAt(path);
    }
    if (!opened)
        return std::unexpected(opened.error());
    // Drafts and paths concern nobody else on this PC.
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return store;
}

bool LocalStore::wasReset() const
{
    return m_d->wasReset;
}

Result<void> LocalStore::saveDraft(const Draft &draft)
{
    return m_d->change(
        QStringLiteral("INSERT INTO draft (document_sha256, path, placements, saved_at) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (document_sha256) DO UPDATE SET path = excluded.path, placements = "
                       "excluded.placements, saved_at = excluded.saved_at"),
        {draft.documentSha256, notNull(draft.path), encodePlacements(draft.placements),
         draft.savedAt.toMSecsSinceEpoch()});
}

Result<std::optional<Draft>> LocalStore::draftFor(const QByteArray &documentSha256) const
{
    auto query = m_d->run(QStringLiteral("SELECT document_sha256, path, placements, saved_at FROM draft WHERE "
                                         "document_sha256 = ?"),
                          {documentSha256});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::optional<Draft>();
    auto draft = Private::draftFrom(*query);
    if (!draft)
        return std::unexpected(draft.error());
    return std::optional(std::move(*draft));
}

Result<std::vector<Draft>> LocalStore::drafts() const
{
    auto query =
        m_d->run(QStringLiteral("SELECT document_sha256, path, placements, saved_at FROM draft ORDER BY saved_at "
                                "DESC"));
    if (!query)
        return std::unexpected(query.error());
    std::vector<Draft> drafts;
    while (query->next()) {
        auto draft = Private::draftFrom(*query);
        if (draft)
            drafts.push_back(std::move(*draft));
        else
            qCWarning(logStorage) << "one draft cannot be read:" << draft.error().detail;
    }
    return drafts;
}

Result<void> LocalStore::removeDraft(const QByteArray &documentSha256)
{
    return m_d->change(QStringLiteral("DELETE FROM draft WHERE document_sha256 = ?"), {documentSha256});
}

Result<std::vector<Seal>> LocalStore::seals() const
{
    auto query = m_d->run(QStringLiteral("SELECT id, name, owner, kind, width_mm, height_mm, png FROM seal ORDER BY "
                                         "position"));
    if (!query)
        return std::unexpected(query.error());
    std::vector<Seal> seals;
    while (query->next()) {
        const auto kind = sealKindFromName(query->value(3).toString());
        if (!kind)
            return fail(ErrorCode::StoreCorrupt, QStringLiteral("seal kind"));
        seals.push_back(Seal{query->value(0).toString(),
                             query->value(1).toString(),
                             query->value(2).toString(),
                             *kind,
                             {query->value(4).toDouble(), query->value(5).toDouble()},
                             query->value(6).toByteArray()});
    }
    return seals;
}

Result<void> LocalStore::saveSeal(const Seal &seal)
{
    return m_d->change(
        QStringLiteral("INSERT INTO seal (id, name, owner, kind, width_mm, height_mm, png) VALUES (?, ?, ?, "
                       "?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, owner = "
                       "excluded.owner, kind = excluded.kind, width_mm = excluded.width_mm, height_mm = "
                       "excluded.height_mm, png = excluded.png"),
        {seal.id, notNull(seal.name), notNull(seal.owner), sealKindName(seal.kind), seal.sizeMm.width,
         seal.sizeMm.height, notNull(seal.png)});
}

Result<void> LocalStore::removeSeal(const QString &id)
{
    return m_d->change(QStringLiteral("DELETE FROM seal WHERE id = ?"), {id});
}

Result<std::vector<RecentFile>> LocalStore::recentFiles() const
{
    auto query = m_d->run(QStringLiteral("SELECT path, opened_at FROM recent_file ORDER BY opened_at DESC LIMIT %1")
                              .arg(recentFileLimit));
    if (!query)
        return std::unexpected(query.error());
    std::vector<RecentFile> files;
    while (query->next())
        files.push_back({query->value(0).toString(), fromStored(query->value(1))});
    return files;
}

Result<void> LocalStore::addRecentFile(const QString &path, const QDateTime &at)
{
    auto added =
        m_d->change(QStringLiteral("INSERT INTO recent_file (path, opened_at) VALUES (?, ?) ON CONFLICT (path) DO "
                                   "UPDATE SET opened_at = excluded.opened_at"),
                    {path, at.toMSecsSinceEpoch()});
    if (!added)
        return added;
    return m_d->change(
        QStringLiteral("DELETE FROM recent_file WHERE path NOT IN (SELECT path FROM recent_file ORDER BY "
                       "opened_at DESC LIMIT %1)")
            .arg(recentFileLimit));
}

Result<void> LocalStore::removeRecentFile(const QString &path)
{
    return m_d->change(QStringLiteral("DELETE FROM recent_file WHERE path = ?"), {path});
}

Result<void> LocalStore::clearRecentFiles()
{
    return m_d->change(QStringLiteral("DELETE FROM recent_file"));
}

Result<QVariantHash> LocalStore::settings() const
{
    auto query = m_d->run(QStringLiteral("SELECT key, value FROM setting"));
    if (!query)
        return std::unexpected(query.error());
    QVariantHash all;
    while (query->next()) {
        QDataStream stream(query->value(1).toByteArray());
        stream.setVersion(QDataStream::Qt_6_4);
        QVariant value;
        stream >> value;
        if (stream.status() == QDataStream::Ok)
            all.insert(query->value(0).toString(), value);
    }
    return all;
}

Result<void> LocalStore::setSetting(const QString &key, const QVariant &value)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << value;
    return m_d->change(
        QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value "
                       "= excluded.value"),
        {key, bytes});
}

Result<void> LocalStore::record(const JournalEntry &entry)
{
    return m_d->change(
        QStringLiteral(
            "INSERT INTO signing_job (job, step, input_path, output_path, work_path, input_sha256, "
            "overwrite_output, allow_without_timestamp, level, digest, prepared_state, cms_state, signer_name, "
            "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job) DO UPDATE SET step "
            "= excluded.step, input_sha256 = excluded.input_sha256, prepared_state = excluded.prepared_state, "
            "cms_state = excluded.cms_state, updated_at = excluded.updated_at"),
        {entry.job.toString(), static_cast<int>(entry.step), notNull(entry.inputPath), notNull(entry.outputPath),
         notNull(entry.workPath), notNull(entry.inputSha256), entry.overwriteOutput, entry.allowWithoutTimestamp,
         notNull(entry.level), notNull(entry.digest), notNull(entry.preparedState), notNull(entry.cmsState),
         notNull(entry.signerName), entry.updatedAt.toMSecsSinceEpoch()});
}

Result<void> LocalStore::remove(const QUuid &job)
{
    return m_d->change(QStringLiteral("DELETE FROM signing_job WHERE job = ?"), {job.toString()});
}

Result<std::vector<JournalEntry>> LocalStore::unfinished() const
{
    auto query = m_d->run(QStringLiteral("SELECT job, step, input_path, output_path, work_path, input_sha256, "
                                         "overwrite_output, allow_without_timestamp, level, digest, prepared_state, "
                                         "cms_state, signer_name, updated_at FROM signing_job ORDER BY updated_at"));
    if (!query)
        return std::unexpected(query.error());
    std::vector<JournalEntry> entries;
    while (query->next()) {
        JournalEntry entry;
        entry.job = QUuid::fromString(query->value(0).toString());
        entry.step = static_cast<SigningStep>(query->value(1).toInt());
        entry.inputPath = query->value(2).toString();
        entry.outputPath = query->value(3).toString();
        entry.workPath = query->value(4).toString();
        entry.inputSha256 = query->value(5).toByteArray();
        entry.overwriteOutput = query->value(6).toBool();
        entry.allowWithoutTimestamp = query->value(7).toBool();
        entry.level = query->value(8).toString();
        entry.digest = query->value(9).toString();
        entry.preparedState = query->value(10).toByteArray();
        entry.cmsState = query->value(11).toByteArray();
        entry.signerName = query->value(12).toString();
        entry.updatedAt = fromStored(query->value(13));
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace bidseal
