#pragma once

#include "core/common/Result.h"
#include "core/model/Placement.h"
#include "core/model/Seal.h"
#include "core/signing/SigningJournal.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QVariant>

#include <optional>
#include <vector>

namespace bidseal {

/** The placements of an unfinished file. Found again by the file's content, not by its name. */
struct Draft
{
    QByteArray documentSha256;
    QString path;
    std::vector<Placement> placements;
    QDateTime savedAt; ///< UTC
};

struct RecentFile
{
    QString path;
    QDateTime openedAt; ///< UTC
};

/** Drafts on this PC. Calls return at once; futures finish on the storage thread in the order of the calls. */
class DraftStore
{
public:
    virtual ~DraftStore() = default;
    virtual QFuture<Result<void>> save(const Draft &draft) = 0;
    virtual QFuture<Result<std::optional<Draft>>> find(const QByteArray &documentSha256) = 0;
    virtual QFuture<Result<std::vector<Draft>>> all() = 0; ///< newest first
    virtual QFuture<Result<void>> remove(const QByteArray &documentSha256) = 0;
};

/** The seals of this PC. */
class SealStore
{
public:
    virtual ~SealStore() = default;
    virtual QFuture<Result<std::vector<Seal>>> all() = 0; ///< in the order they were added
    virtual QFuture<Result<void>> save(const Seal &seal) = 0;
    virtual QFuture<Result<void>> remove(const QString &id) = 0;
};

class RecentFiles
{
public:
    virtual ~RecentFiles() = default;
    virtual QFuture<Result<std::vector<RecentFile>>> all() = 0; ///< newest first, at most 20
    virtual QFuture<Result<void>> add(const QString &path, const QDateTime &at) = 0;
    virtual QFuture<Result<void>> remove(const QString &path) = 0;
    virtual QFuture<Result<void>> clear() = 0;
};

/** The journal without waiting, for the window. */
class JournalReader
{
public:
    virtual ~JournalReader() = default;
    virtual QFuture<Result<std::vector<JournalEntry>>> unfinishedJobs() = 0;
};

/** Settings, read from memory and written behind. Only the window's thread. */
class Settings : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual QVariant value(const QString &key, const QVariant &fallback = {}) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0;

Q_SIGNALS:
    void changed(const QString &key);
};

/** Keys of the settings, each with its meaning. */
namespace settingKey {
inline constexpr auto language = "language";                   ///< "zh_CN", "en", empty = the system's
inline constexpr auto theme = "theme";                         ///< "system", "light", "dark"
inline constexpr auto textFactor = "textFactor";               ///< percent: 100, 115, 130
inline constexpr auto timestampServices = "timestampServices"; ///< list of URLs
inline constexpr auto pkcs11Modules = "pkcs11Modules";         ///< list of absolute paths added by the user
inline constexpr auto trustFolders = "trustFolders";           ///< list of files or folders added by the user
inline constexpr auto lastCertificate = "lastCertificate";     ///< SHA-256 hex of the certificate used last
inline constexpr auto windowGeometry = "windowGeometry";
inline constexpr auto snapping = "snapping"; ///< bool
} // namespace settingKey

} // namespace bidseal
