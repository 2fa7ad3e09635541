#include "ui/settings/SettingsPage.h"

#include "ui/settings/AppearanceSection.h"
#include "ui/settings/TimestampSection.h"
#include "ui/settings/TrustSection.h"
#include "ui/settings/UkeySection.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace bidseal {

namespace {

constexpr int widest = 960;

}

SettingsPage::SettingsPage(const SettingsPorts &ports, QWidget *parent)
    : ShellPage(parent)
    , m_scroll(new QScrollArea)
{
    m_sections = {{QStringLiteral("looks"), new AppearanceSection(ports.services.settings)},
                  {QStringLiteral("timestamp"), new TimestampSection(ports)},
                  {QStringLiteral("ukey"), new UkeySection(ports)},
                  {QStringLiteral("trust"), new TrustSection(ports.services.settings)}};
    auto *content = new QWidget;
    content->setProperty("clear", true);
    content->setMaximumWidth(widest);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 18, 20, 20);
    column->setSpacing(14);
    for (const auto &name :
         {QStringLiteral("looks"), QStringLiteral("ukey"), QStringLiteral("timestamp"), QStringLiteral("trust")})
        column->addWidget(m_sections.value(name));
    column->addStretch();
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_scroll);
}

QString SettingsPage::pageTitle() const
{
    return tr("Settings");
}

QString SettingsPage::pageContext() const
{
    return tr("Changes take effect at once");
}

QList<QWidget *> SettingsPage::panes() const
{
    return {m_sections.value(QStringLiteral("looks"))->nextInFocusChain()};
}

void SettingsPage::showSection(const QString &name)
{
    QWidget *section = m_sections.value(name);
    if (!section)
        return;
    // After the layout has given the sections their places.
    QTimer::singleShot(0, section, [this, section] { m_scroll->verticalScrollBar()->setValue(section->y() - 18); });
}

} // namespace bidseal
