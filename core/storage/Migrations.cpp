#include "core/storage/Migrations.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>

#include <vector>

namespace bidseal {

namespace {

// A released step is never edited; a change is a new step.
const std::vector<QStringList> &migrationSteps()
{
    static const std::vector<QStringList> steps{
        {
            QStringLiteral("CREATE TABLE setting (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"),
            QStringLiteral("CREATE TABLE recent_file (path TEXT PRIMARY KEY, opened_at INTEGER NOT NULL)"),
            QStringLiteral("CREATE TABLE seal (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, "
                           "name TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL, width_mm REAL NOT NULL, "
                           "height_mm REAL NOT NULL, png BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE draft (document_sha256 BLOB PRIMARY KEY, path TEXT NOT NULL, "
                           "placements BLOB NOT NULL, saved_at INTEGER NOT NULL)"),
            QStringLiteral(
                "CREATE TABLE signing_job (job TEXT PRIMARY KEY, step INTEGER NOT NULL, input_path TEXT NOT "
                "NULL, output_path TEXT NOT NULL, work_path TEXT NOT NULL, input_sha256 BLOB NOT NULL, "
                "overwrite_output INTEGER NOT NULL, allow_without_timestamp INTEGER NOT NULL, level TEXT NOT "
                "NULL, digest TEXT NOT NULL, prepared_state BLOB NOT NULL, cms_state BLOB NOT NULL, "
                "signer_name TEXT NOT NULL, updated_at INTEGER NOT NULL)"),
        },
    };
    return steps;
}

Result<void> run(QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        return fail(ErrorCode::StoreUnavailable, query.lastError().text());
    return {};
}

Result<int> storeVersion(QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return fail(ErrorCode::StoreUnavailable, query.lastError().text());
    return query.value(0).toInt();
}

Result<void> apply(QSqlDatabase &database, const QStringList &statements, int newVersion)
{
    for (const QString &sql : statements) {
        if (auto done = run(database, sql); !done)
            return done;
    }
    return run(database, QStringLiteral("PRAGMA user_version = %1").arg(newVersion));
}

} // namespace

Result<void> migrateStore(QSqlDatabase &database)
{
    const auto &steps = migrationSteps();
    const int newest = static_cast<int>(steps.size());
    // The write lock comes first: of two processes that start together one migrates, the other finds it done.
    if (auto locked = run(database, QStringLiteral("BEGIN IMMEDIATE")); !locked)
        return locked;
    const auto version = storeVersion(database);
    Result<void> outcome;
    if (!version)
        outcome = std::unexpected(version.error());
    else if (*version > newest)
        outcome = fail(ErrorCode::StoreUnavailable, QStringLiteral("the store was made by a newer version"));
    for (int step = version.value_or(newest); outcome && step < newest; ++step)
        outcome = apply(database, steps[static_cast<std::size_t>(step)], step + 1);
    const auto ended = run(database, outcome ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
    return outcome ? ended : outcome;
}

} // namespace bidseal
