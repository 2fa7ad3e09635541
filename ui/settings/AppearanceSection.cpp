#include "ui/settings/AppearanceSection.h"

#include "ui/common/FormField.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace bidseal {

AppearanceSection::AppearanceSection(Settings *settings, QWidget *parent)
    : SettingsSection(parent)
    , m_settings(settings)
    , m_language(makeChoice(settingKey::language))
    , m_theme(makeChoice(settingKey::theme))
    , m_textFactor(makeChoice(settingKey::textFactor))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    for (FormField *field : {m_language, m_theme, m_textFactor})
        row->addWidget(field, 1);
    body()->addLayout(row);
    AppearanceSection::retranslateUi();
}

FormField *AppearanceSection::makeChoice(const char *key)
{
    auto *box = new QComboBox;
    connect(box, &QComboBox::activated, this,
            [this, box, key] { m_settings->setValue(QLatin1String(key), box->currentData()); });
    return new FormField(box);
}

void AppearanceSection::fill(FormField *field, const char *key, const QString &label,
                             const std::vector<std::pair<QVariant, QString>> &choices)
{
    auto *box = qobject_cast<QComboBox *>(field->editor());
    const QSignalBlocker quiet(box);
    const QVariant now = m_settings->value(QLatin1String(key), choices.front().first);
    box->clear();
    for (const auto &[value, text] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(now.toString(), Qt::UserRole, Qt::MatchFixedString)));
    field->setLabel(label);
}

void AppearanceSection::retranslateUi()
{
    setTexts(tr("Language and looks"), {});
    fill(m_language, settingKey::language, tr("Language"),
         {{QString(), tr("As the system")},
          {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
          {QStringLiteral("en"), QStringLiteral("English")}});
    fill(m_theme, settingKey::theme, tr("Colours"),
         {{QStringLiteral("system"), tr("As the system")},
          {QStringLiteral("light"), tr("Light")},
          {QStringLiteral("dark"), tr("Dark")}});
    fill(m_textFactor, settingKey::textFactor, tr("Text size"),
         {{100, tr("Normal (100 %)")}, {115, tr("Larger (115 %)")}, {130, tr("Largest (130 %)")}});
}

} // namespace bidseal
