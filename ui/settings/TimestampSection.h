#pragma once

#include "ui/settings/SettingsPorts.h"
#include "ui/settings/SettingsSection.h"

class QLineEdit;
class QListWidget;
class QPushButton;

namespace bidseal {

class ErrorBar;
class FormField;

/** Timestamp services in the order in which they are asked, each to be tried out for real. */
class TimestampSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit TimestampSection(const SettingsPorts &ports, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    void fill();
    void store(const QStringList &urls, int select);
    [[nodiscard]] QStringList urls() const;
    void addUrl();
    void removeSelected();
    void moveSelected(int step);
    void testSelected();
    void updateButtons();

    SettingsPorts m_ports;
    ErrorBar *m_bar = nullptr;
    QListWidget *m_list = nullptr;
    QLineEdit *m_edit = nullptr;
    FormField *m_field = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_test = nullptr;
    bool m_testing = false;
};

} // namespace bidseal
