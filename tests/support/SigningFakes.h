#pragma once

#include "core/common/Clock.h"
#include "core/signing/PinPrompt.h"
#include "core/signing/Signer.h"
#include "core/signing/SigningJournal.h"
#include "tests/support/TestPki.h"

#include <QMutex>

#include <deque>
#include <functional>

namespace bidseal::test {

/** A clock that stands still until it is told otherwise. */
class FakeClock final : public Clock
{
public:
    explicit FakeClock(QDateTime time = QDateTime::currentDateTimeUtc())
        : m_time(std::move(time))
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_time; }
    void set(const QDateTime &time) { m_time = time; }

private:
    QDateTime m_time;
};

/** A key in memory that behaves like a token: counts tries, locks, can be pulled out. Signs for real. */
class FakeSigner final : public Signer
{
public:
    explicit FakeSigner(PkiName name, QByteArray pin = "123456");

    [[nodiscard]] const SigningIdentity &identity() const override { return m_identity; }
    QFuture<Result<SigningIdentity>> refresh() override;
    QFuture<Result<QByteArray>> sign(const CmsToBeSigned &toBeSigned, SecureBytes pin, std::stop_token stop) override;

    [[nodiscard]] int signatures() const { return m_signatures; }
    [[nodiscard]] int loginTries() const { return m_loginTries; }
    void pullOut() { m_isPulled = true; }
    /** Called on the window's thread before each signature is made. */
    std::function<void()> beforeSigning;

private:
    PkiName m_name;
    QByteArray m_pin;
    SigningIdentity m_identity;
    int m_triesLeft = 3;
    int m_signatures = 0;
    int m_loginTries = 0;
    bool m_isPulled = false;
};

/** Gives the same list of identities to whoever asks; tests add and remove. */
class FakeSignerProvider final : public SignerProvider
{
public:
    using SignerProvider::SignerProvider;

    void add(PkiName name, UnusableReason unusable = UnusableReason::None);
    void clear();
    void setProblems(std::vector<Error> problems);
    void setSearching(bool searching);

    [[nodiscard]] std::vector<SigningIdentity> identities() const override { return m_identities; }
    [[nodiscard]] std::vector<Error> problems() const override { return m_problems; }
    [[nodiscard]] bool isSearching() const override { return m_isSearching; }
    std::unique_ptr<Signer> signerFor(const QString &identityId) override;
    void refresh() override { Q_EMIT changed(); }

private:
    std::vector<SigningIdentity> m_identities;
    std::map<QString, PkiName> m_names;
    std::vector<Error> m_problems;
    bool m_isSearching = false;
};

/** Answers from a list; an empty list means that the person says no. */
class FakePinPrompt final : public PinPrompt
{
public:
    explicit FakePinPrompt(std::deque<QByteArray> answers)
        : m_answers(std::move(answers))
    {
    }

    QFuture<Result<SecureBytes>> ask(const PinQuestion &question) override;
    void finished(const Result<void> &) override {}

    std::vector<PinQuestion> questions;

private:
    std::deque<QByteArray> m_answers;
};

/** The journal in memory, remembering every step. */
class MemoryJournal final : public SigningJournal
{
public:
    Result<void> record(const JournalEntry &entry) override;
    Result<void> remove(const QUuid &job) override;
    [[nodiscard]] Result<std::vector<JournalEntry>> unfinished() const override;

    [[nodiscard]] std::vector<SigningStep> steps() const;
    /** From this step on `record` fails, as a full disk would make it. */
    std::optional<SigningStep> failAt;

private:
    mutable QMutex m_mutex;
    std::map<QUuid, JournalEntry> m_entries;
    std::vector<SigningStep> m_steps;
};

} // namespace bidseal::test
