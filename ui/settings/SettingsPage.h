#pragma once

#include "ui/settings/SettingsPorts.h"
#include "ui/shell/ShellPage.h"

#include <QHash>

class QScrollArea;

namespace bidseal {

/** All settings in one scrolling page; every change is kept and takes effect at once. */
class SettingsPage : public ShellPage
{
    Q_OBJECT
public:
    explicit SettingsPage(const SettingsPorts &ports, QWidget *parent = nullptr);

    [[nodiscard]] QString pageTitle() const override;
    [[nodiscard]] QString pageContext() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;

    /** "looks", "trust", "timestamp", "ukey": scrolls there and gives it the focus. */
    void showSection(const QString &name);

private:
    QScrollArea *m_scroll = nullptr;
    QHash<QString, QWidget *> m_sections;
};

} // namespace bidseal
