#include "tests/support/SigningFakes.h"

#include "core/common/ReadyFuture.h"

namespace bidseal::test {

namespace {

SigningIdentity identityOf(PkiName name)
{
    const TestPki &pki = TestPki::instance();
    SigningIdentity identity;
    identity.certificate = pki.certificate(name);
    identity.chain = pki.chain();
    identity.id = QString::fromLatin1(identity.certificate.sha256.toHex());
    identity.mediumLabel = identity.certificate.commonName;
    identity.mediumSerial = QStringLiteral("TEST00007C21");
    identity.modulePath = QStringLiteral("/test/module.so");
    identity.keyId = "1";
    return identity;
}

} // namespace

FakeSigner::FakeSigner(PkiName name, QByteArray pin)
    : m_name(name)
    , m_pin(std::move(pin))
    , m_identity(identityOf(name))
{
}

QFuture<Result<SigningIdentity>> FakeSigner::refresh()
{
    if (m_isPulled)
        return readyFuture<SigningIdentity>(fail(ErrorCode::TokenRemoved));
    m_identity.pinLow = m_triesLeft < 3;
    m_identity.pinFinalTry = m_triesLeft == 1;
    m_identity.pinLocked = m_triesLeft == 0;
    return readyFuture<SigningIdentity>(m_identity);
}

QFuture<Result<QByteArray>> FakeSigner::sign(const CmsToBeSigned &toBeSigned, SecureBytes pin, std::stop_token stop)
{
    if (beforeSigning)
        beforeSigning();
    if (stop.stop_requested())
        return readyFuture<QByteArray>(fail(ErrorCode::Cancelled));
    if (m_isPulled)
        return readyFuture<QByteArray>(fail(ErrorCode::TokenRemoved));
    if (m_triesLeft == 0)
        return readyFuture<QByteArray>(fail(ErrorCode::PinLocked));
    ++m_loginTries;
    if (pin.view() != QByteArrayView(m_pin)) {
        --m_triesLeft;
        ErrorContext context;
        context.pinLow = true;
        context.pinFinalTry = m_triesLeft == 1;
        return readyFuture<QByteArray>(
            fail(m_triesLeft == 0 ? ErrorCode::PinLocked : ErrorCode::PinIncorrect, {}, context));
    }
    m_triesLeft = 3;
    ++m_signatures;
    return readyFuture<QByteArray>(TestPki::instance().sign(m_name, toBeSigned));
}

void FakeSignerProvider::add(PkiName name, UnusableReason unusable)
{
    SigningIdentity identity = identityOf(name);
    identity.unusable = unusable;
    m_names.emplace(identity.id, name);
    m_identities.push_back(std::move(identity));
    Q_EMIT changed();
}

void FakeSignerProvider::clear()
{
    m_identities.clear();
    m_names.clear();
    Q_EMIT changed();
}

void FakeSignerProvider::setProblems(std::vector<Error> problems)
{
    m_problems = std::move(problems);
    Q_EMIT changed();
}

void FakeSignerProvider::setSearching(bool searching)
{
    m_isSearching = searching;
    Q_EMIT changed();
}

std::unique_ptr<Signer> FakeSignerProvider::signerFor(const QString &identityId)
{
    const auto found = m_names.find(identityId);
    return found == m_names.end() ? nullptr : std::make_unique<FakeSigner>(found->second);
}

QFuture<Result<SecureBytes>> FakePinPrompt::ask(const PinQuestion &question)
{
    questions.push_back(question);
    if (m_answers.empty())
        return readyFuture<SecureBytes>(fail(ErrorCode::Cancelled));
    SecureBytes pin(m_answers.front());
    m_answers.pop_front();
    return readyFuture<SecureBytes>(std::move(pin));
}

Result<void> MemoryJournal::record(const JournalEntry &entry)
{
    const QMutexLocker lock(&m_mutex);
    if (failAt && entry.step >= *failAt)
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("test"));
    m_entries.insert_or_assign(entry.job, entry);
    m_steps.push_back(entry.step);
    return {};
}

Result<void> MemoryJournal::remove(const QUuid &job)
{
    const QMutexLocker lock(&m_mutex);
    m_entries.erase(job);
    return {};
}

Result<std::vector<JournalEntry>> MemoryJournal::unfinished() const
{
    const QMutexLocker lock(&m_mutex);
    std::vector<JournalEntry> entries;
    for (const auto &[job, entry] : m_entries)
        entries.push_back(entry);
    return entries;
}

std::vector<SigningStep> MemoryJournal::steps() const
{
    const QMutexLocker lock(&m_mutex);
    return m_steps;
}

} // namespace bidseal::test
