#pragma once

#include "ui/settings/SettingsPorts.h"
#include "ui/settings/SettingsSection.h"

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace bidseal {

class ErrorBar;

/** UKey drivers: those found on this PC, those the user added, and what is wrong with them. */
class UkeySection : public SettingsSection
{
    Q_OBJECT
public:
    explicit UkeySection(const SettingsPorts &ports, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    void fill();
    void showKeys();
    void addModule();
    void removeSelected();
    [[nodiscard]] QStringList added() const;

    SettingsPorts m_ports;
    ErrorBar *m_bar = nullptr;
    QLabel *m_keys = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_refresh = nullptr;
};

} // namespace bidseal
