#include "pkcs11/client/TokenMonitor.h"

#include "core/common/Clock.h"
#include "pkcs11/client/ModuleWatcher.h"
#include "pkcs11/client/UKeySigner.h"

#include <QCoreApplication>

#include <algorithm>

namespace bidseal {

namespace {

QString hostBesideThisProgram()
{
#if defined(Q_OS_WIN)
    return QCoreApplication::applicationDirPath() + QStringLiteral("/bidseal-tokenhost.exe");
#else
    return QCoreApplication::applicationDirPath() + QStringLiteral("/bidseal-tokenhost");
#endif
}

bool isSameKey(const SigningIdentity &a, const SigningIdentity &b)
{
    return a.mediumSerial == b.mediumSerial && a.certificate == b.certificate;
}

} // namespace

struct TokenMonitor::Private
{
    TokenHostOptions options;
    std::vector<std::unique_ptr<ModuleWatcher>> watchers;
    bool started = false;

    [[nodiscard]] ModuleWatcher *watcherFor(const QString &module) const
    {
        const auto found =
            std::ranges::find_if(watchers, [&module](const auto &watcher) { return watcher->module() == module; });
        return found == watchers.end() ? nullptr : found->get();
    }

    [[nodiscard]] TokenHostLaunch launchOf(const QString &module) const
    {
        return {.program = options.hostProgram.isEmpty() ? hostBesideThisProgram() : options.hostProgram,
                .module = module,
                .driver = options.driver,
                .timeLimitMs = options.callTimeLimitMs};
    }
};

TokenMonitor::TokenMonitor(TokenHostOptions options, QObject *parent)
    : SignerProvider(parent)
    , m_d(std::make_unique<Private>())
{
    const QStringList modules = options.modules;
    m_d->options = std::move(options);
    setModules(modules);
}

TokenMonitor::~TokenMonitor() = default;

void TokenMonitor::setModules(const QStringList &modules)
{
    std::vector<std::unique_ptr<ModuleWatcher>> kept;
    for (auto &watcher : m_d->watchers) {
        if (modules.contains(watcher->module()))
            kept.push_back(std::move(watcher));
    }
    m_d->watchers = std::move(kept);
    m_d->options.modules = modules;
    for (const QString &module : modules) {
        if (m_d->watcherFor(module))
            continue;
        auto watcher = std::make_unique<ModuleWatcher>(m_d->launchOf(module));
        connect(watcher.get(), &ModuleWatcher::changed, this, &TokenMonitor::changed);
        m_d->watchers.push_back(std::move(watcher));
        if (m_d->started)
            m_d->watchers.back()->refresh();
    }
    if (m_d->started)
        Q_EMIT changed();
}

QStringList TokenMonitor::modules() const
{
    return m_d->options.modules;
}

void TokenMonitor::start()
{
    if (std::exchange(m_d->started, true))
        return;
    for (const auto &watcher : m_d->watchers)
        watcher->refresh();
}

std::vector<SigningIdentity> TokenMonitor::identities() const
{
    const QDateTime now = SystemClock().now();
    std::vector<SigningIdentity> all;
    for (const auto &watcher : m_d->watchers) {
        for (const SigningIdentity &identity : watcher->identities()) {
            // Two drivers may see the same token; the first one serves it.
            if (std::ranges::any_of(all, [&identity](const auto &other) { return isSameKey(identity, other); }))
                continue;
            all.push_back(identity);
            // A program may run past midnight: dates are judged when somebody looks.
            if (identity.unusable != UnusableReason::NoPrivateKey)
                all.back().unusable = unusableReason(identity.certificate, now);
        }
    }
    return all;
}

std::vector<Error> TokenMonitor::problems() const
{
    std::vector<Error> all;
    for (const auto &watcher : m_d->watchers)
        std::ranges::move(watcher->problems(), std::back_inserter(all));
    return all;
}

bool TokenMonitor::isSearching() const
{
    return std::ranges::any_of(m_d->watchers, [](const auto &watcher) { return watcher->isSearching(); });
}

std::unique_ptr<Signer> TokenMonitor::signerFor(const QString &identityId)
{
    for (const auto &watcher : m_d->watchers) {
        for (const SigningIdentity &identity : watcher->identities()) {
            if (identity.id == identityId)
                return std::make_unique<UKeySigner>(identity, watcher.get());
        }
    }
    return nullptr;
}

void TokenMonitor::refresh()
{
    for (const auto &watcher : m_d->watchers)
        watcher->refresh();
}

} // namespace bidseal
