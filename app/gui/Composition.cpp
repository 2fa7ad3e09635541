#include "app/gui/Composition.h"

#include "app/gui/SigningShellPage.h"
#include "core/common/Log.h"
#include "ui/common/ErrorBar.h"
#include "ui/home/HomePage.h"
#include "ui/settings/SettingsPage.h"
#include "ui/shell/HelpPage.h"
#include "ui/validation/ValidationPage.h"

#include <QTimer>
#include <QtConcurrent>

#include <utility>

namespace bidseal {

namespace {

std::vector<QUrl> urlsOf(const QStringList &texts)
{
    std::vector<QUrl> urls;
    urls.reserve(static_cast<std::size_t>(texts.size()));
    for (const QString &text : texts)
        urls.emplace_back(text);
    return urls;
}

/** Damaged anchors are left out and told; the others count. */
TrustStore loadAnchors(const QStringList &paths)
{
    TrustStore all;
    for (const QString &path : paths) {
        const auto store = TrustStore::load({path});
        if (!store) {
            qCWarning(logUi) << "a trust anchor cannot be read:" << errorCodeName(store.error().code);
            continue;
        }
        for (const Certificate &anchor : store->anchors())
            all.add(anchor);
    }
    return all;
}

} // namespace

Composition::Composition(std::unique_ptr<StorageThread> storage, QObject *parent)
    : QObject(parent)
    , m_storage(std::move(storage))
    , m_timestamps({})
    , m_probe(&m_timestamps, &m_clock)
    , m_tokens(TokenHostOptions{})
    , m_trust(std::make_shared<TrustStore>())
{
    m_services.signers = &m_tokens;
    m_services.timestamps = &m_timestamps;
    m_services.journal = m_storage.get();
    m_services.journalReader = m_storage.get();
    m_services.drafts = &m_storage->drafts();
    m_services.seals = &m_storage->seals();
    m_services.recentFiles = &m_storage->recentFiles();
    m_services.settings = &m_storage->settings();
    m_services.clock = &m_clock;
    m_services.trust = [this] { return m_trust; };
    connect(m_services.settings, &Settings::changed, this, &Composition::applySetting);
    m_language.use(m_services.settings->value(QLatin1String(settingKey::language)).toString());
    applyLooks();
    applyTimestampServices();
    // At start a short wait is right: a verdict without the anchors would be a wrong one.
    m_trust = std::make_shared<TrustStore>(
        loadAnchors(m_services.settings->value(QLatin1String(settingKey::trustFolders)).toStringList()));
}

Composition::~Composition()
{
    m_window.reset();
    // Validations and exports still running read the clock and the journal that are ours.
    QThreadPool::globalInstance()->waitForDone();
}

void Composition::start()
{
    m_window = std::make_unique<MainWindow>(m_services, &m_probe, factories());
    m_window->show();
    if (m_storage->storeWasReset())
        m_window->errorBar()->showNotice(Tone::Warn, tr("The local store was damaged and has been begun anew."),
                                         tr("Drafts, seals and settings of before are in a file set aside beside it. "
                                            "Your PDF files are not affected."));
    // After the first picture: looking for drivers and forking helpers would only make the window come
    // later.
    QTimer::singleShot(100, this, [this] {
        applyModules();
        m_tokens.start();
    });
}

void Composition::take(const ForwardedCall &call)
{
    m_window->bringForward();
    if (call.files.isEmpty())
        return;
    if (call.verify)
        m_window->verifyFile(call.files.front());
    else
        m_window->openFiles(call.files);
}

void Composition::applySetting(const QString &key)
{
    if (key == QLatin1String(settingKey::language))
        m_language.use(m_services.settings->value(key).toString());
    else if (key == QLatin1String(settingKey::theme) || key == QLatin1String(settingKey::textFactor))
        applyLooks();
    else if (key == QLatin1String(settingKey::timestampServices))
        applyTimestampServices();
    else if (key == QLatin1String(settingKey::pkcs11Modules))
        applyModules();
    else if (key == QLatin1String(settingKey::trustFolders))
        loadTrust();
}

void Composition::applyLooks()
{
    const QString mode = m_services.settings->value(QLatin1String(settingKey::theme)).toString();
    const int factor = m_services.settings->value(QLatin1String(settingKey::textFactor), 100).toInt();
    m_theme.set(mode == QLatin1String("dark")    ? ThemeMode::Dark
                : mode == QLatin1String("light") ? ThemeMode::Light
                                                 : ThemeMode::System,
                factor);
}

void Composition::applyTimestampServices()
{
    m_timestamps.setServices(
        urlsOf(m_services.settings->value(QLatin1String(settingKey::timestampServices)).toStringList()));
    m_probe.reset();
}

void Composition::applyModules()
{
    QStringList modules = m_services.settings->value(QLatin1String(settingKey::pkcs11Modules)).toStringList();
    const QStringList installed = findInstalledModules();
    for (const QString &module : installed) {
        if (!modules.contains(module))
            modules.append(module);
    }
    m_tokens.setModules(modules);
}

void Composition::loadTrust()
{
    const QStringList paths = m_services.settings->value(QLatin1String(settingKey::trustFolders)).toStringList();
    const quint64 turn = ++m_trustTurn;
    QtConcurrent::run([paths] {
        return std::make_shared<const TrustStore>(loadAnchors(paths));
    }).then(this, [this, turn](std::shared_ptr<const TrustStore> store) {
        if (turn == m_trustTurn)
            m_trust = std::move(store);
    });
}

QFuture<Result<TimestampFacts>> Composition::testService(const QUrl &url)
{
    auto authority = std::make_shared<HttpTimestampAuthority>(std::vector<QUrl>{url});
    return authority->stamp(DigestAlgorithm::Sha256, TimestampProbe::randomImprint(), {})
        .then(this, [authority](const Result<TimestampFacts> &result) { return result; });
}

SettingsPorts Composition::settingsPorts()
{
    SettingsPorts ports;
    ports.services = m_services;
    ports.probe = &m_probe;
    ports.testService = [this](const QUrl &url) { return testService(url); };
    ports.installedModules = [] { return findInstalledModules(); };
    return ports;
}

PageFactories Composition::factories()
{
    PageFactories pages;
    pages.home = [this] {
        auto *page = new HomePage(m_services, &m_probe);
        connect(page, &HomePage::openDialogRequested, this, [this] { m_window->askAndOpen(); });
        connect(page, &HomePage::verifyDialogRequested, this, [this] { m_window->askAndVerify(); });
        return page;
    };
    pages.settings = [this] { return new SettingsPage(settingsPorts()); };
    pages.help = [] { return new HelpPage; };
    pages.signing = [this](const OpenedDocument &opened) { return new SigningShellPage(opened, m_services); };
    pages.validation = [this](const OpenedDocument &opened) { return new ValidationPage(opened, m_services); };
    pages.showSettingsSection = [](ShellPage *page, const QString &section) {
        qobject_cast<SettingsPage *>(page)->showSection(section);
    };
    return pages;
}

} // namespace bidseal
