#pragma once

#include "ui/settings/SettingsPorts.h"
#include "ui/settings/SettingsSection.h"

class QComboBox;

namespace bidseal {

class FormField;

/** Language, theme, text size: written to the settings, whoever follows them changes the program while it runs. */
class AppearanceSection : public SettingsSection
{
    Q_OBJECT
public:
    explicit AppearanceSection(Settings *settings, QWidget *parent = nullptr);

protected:
    void retranslateUi() override;

private:
    FormField *makeChoice(const char *key);
    void fill(FormField *field, const char *key, const QString &label,
              const std::vector<std::pair<QVariant, QString>> &choices);

    Settings *m_settings;
    FormField *m_language = nullptr;
    FormField *m_theme = nullptr;
    FormField *m_textFactor = nullptr;
};

} // namespace bidseal
