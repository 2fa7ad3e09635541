#include "ui/settings/SettingsSection.h"

#include "ui/common/Widgets.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace bidseal {

SettingsSection::SettingsSection(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel("section"))
    , m_text(makeLabel("dense", "2", true))
    , m_body(new QVBoxLayout)
{
    setProperty("card", true);
    m_body->setSpacing(10);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addSpacing(4);
    column->addLayout(m_body);
}

void SettingsSection::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void SettingsSection::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

} // namespace bidseal
