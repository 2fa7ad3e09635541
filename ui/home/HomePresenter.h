#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"
#include "ui/common/UiServices.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace bidseal {

class SigningJob;

/** What the home page shows, without widgets: recent files, drafts, unfinished signings. Everything is read and done
 * beside the window. */
class HomePresenter : public QObject
{
    Q_OBJECT
public:
    explicit HomePresenter(const UiServices &services, QObject *parent = nullptr);
    ~HomePresenter() override;

    void refresh();
    [[nodiscard]] const std::vector<RecentFile> &recentFiles() const { return m_recent; }
    [[nodiscard]] const std::vector<Draft> &drafts() const { return m_drafts; }
    [[nodiscard]] const std::vector<JournalEntry> &unfinished() const { return m_unfinished; }
    /** True once the journal's first job carries a token signature, so that it can be completed. */
    [[nodiscard]] bool canComplete() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }

    void removeRecent(const QString &path);
    void clearRecent();
    void removeDraft(const QByteArray &documentSha256);
    /** Finishes the first unfinished signing: timestamp, embed, verify, publish. */
    void completeFirst();
    /** The same for a job whose file is encrypted, after `passwordNeeded`. */
    void completeWithPassword(const JournalEntry &entry, SecureBytes password);
    /** Forgets the first unfinished signing and deletes what it left. */
    void discardFirst();

Q_SIGNALS:
    void changed();
    void failed(const bidseal::Error &error);
    /** An unfinished signing was completed; the file is there. */
    void completed(const QString &outputPath);
    /** The file of an unfinished signing is encrypted. */
    void passwordNeeded(const bidseal::JournalEntry &entry, bool previousWasWrong);

private:
    template <typename T> void read(QFuture<Result<std::vector<T>>> future, std::vector<T> &target);
    void openInput(const JournalEntry &entry, const std::shared_ptr<SecureBytes> &password);
    void complete(const JournalEntry &entry, const SecureBytes *password);
    void takeCompletion();
    void setBusy(bool busy);

    UiServices m_services;
    std::vector<RecentFile> m_recent;
    std::vector<Draft> m_drafts;
    std::vector<JournalEntry> m_unfinished;
    std::shared_ptr<const TrustStore> m_trustInUse; ///< the running completion reads it
    std::unique_ptr<SigningJob> m_completion;
    bool m_busy = false;
};

} // namespace bidseal
