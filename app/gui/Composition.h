#pragma once

#include "app/gui/LanguageSwitch.h"
#include "app/gui/SingleInstance.h"
#include "core/api/HttpTimestampAuthority.h"
#include "core/common/Clock.h"
#include "core/storage/StorageThread.h"
#include "pkcs11/client/TokenMonitor.h"
#include "ui/common/TimestampProbe.h"
#include "ui/settings/SettingsPorts.h"
#include "ui/shell/MainWindow.h"
#include "ui/theme/Theme.h"

#include <QFuture>

#include <memory>

namespace bidseal {

/** The one place that sees everything and wires it. Owns all services; the window goes first. */
class Composition : public QObject
{
    Q_OBJECT
public:
    /** `storage` is started already. */
    explicit Composition(std::unique_ptr<StorageThread> storage, QObject *parent = nullptr);
    ~Composition() override;

    /** Makes and shows the window, then starts looking for UKeys. */
    void start();
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] const UiServices &services() const { return m_services; }

public Q_SLOTS:
    void take(const bidseal::ForwardedCall &call);

private:
    void applySetting(const QString &key);
    void applyLooks();
    void applyTimestampServices();
    void applyModules();
    void loadTrust();
    [[nodiscard]] PageFactories factories();
    [[nodiscard]] SettingsPorts settingsPorts();
    QFuture<Result<TimestampFacts>> testService(const QUrl &url);

    SystemClock m_clock;
    std::unique_ptr<StorageThread> m_storage;
    Theme m_theme;
    LanguageSwitch m_language;
    HttpTimestampAuthority m_timestamps;
    TimestampProbe m_probe;
    TokenMonitor m_tokens;
    std::shared_ptr<const TrustStore> m_trust;
    quint64 m_trustTurn = 0;
    UiServices m_services;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace bidseal
