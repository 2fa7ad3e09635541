#include "ui/common/InfoBar.h"

#include "ui/common/Widgets.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace bidseal {

namespace {

constexpr int iconSize = 20;
constexpr int maximumButtons = 2;

} // namespace

InfoBar::InfoBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_label(new QLabel)
    , m_buttons(new QHBoxLayout)
    , m_close(makeIconButton(QStringLiteral("x")))
{
    m_label->setTextFormat(Qt::RichText); // both parts are escaped
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_buttons->setSpacing(8);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 10, 6);
    row->setSpacing(10);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_label, 1);
    row->addLayout(m_buttons);
    row->addWidget(m_close);
    setMinimumHeight(40);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_close, &QToolButton::clicked, this, &InfoBar::dismiss);
    if (auto *theme = Theme::instance())
        connect(theme, &Theme::changed, this, &InfoBar::fillLabel);
    nameIconButton(m_close, tr("Close"));
    m_close->hide();
    hide();
}

void InfoBar::showMessage(Tone tone, const QString &title, const QString &text, const QString &icon)
{
    clearButtons();
    m_tone = tone;
    m_title = title;
    m_text = text;
    m_iconName = icon.isEmpty() ? QString(lookOf(tone).icon) : icon;
    setLook(this, "bar", QLatin1String(lookOf(tone).name));
    fillLabel();
    setAccessibleName(QStringLiteral("%1 %2").arg(title, text).trimmed());
    show();
    Q_EMIT shown();
    announce();
}

void InfoBar::fillLabel()
{
    const ToneLook &look = lookOf(m_tone);
    m_icon->setPixmap(themePixmap(m_iconName, iconSize, look.ink, devicePixelRatioF()));
    m_label->setText(
        QStringLiteral("<span style='color:%1'><b>%2</b></span> <span style='color:%3'>%4</span>")
            .arg(Theme::color(look.ink).name(), m_title.toHtmlEscaped(),
                 Theme::color(m_tone == Tone::Bad || m_tone == Tone::Warn ? Token::Text : Token::Text2).name(),
                 m_text.toHtmlEscaped()));
}

QPushButton *InfoBar::addButton(const QString &text, const char *look)
{
    Q_ASSERT(m_buttons->count() < maximumButtons);
    auto *button = makeButton(look, "small", this);
    button->setText(text);
    m_buttons->addWidget(button);
    button->show(); // the layout of a visible bar would do it only later
    return button;
}

void InfoBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void InfoBar::dismiss()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void InfoBar::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (QWidget *button = item->widget()) {
            button->hide();
            button->deleteLater(); // it may be the button whose click brought us here
        }
        delete item;
    }
}

void InfoBar::announce()
{
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void InfoBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        nameIconButton(m_close, tr("Close"));
    QFrame::changeEvent(event);
}

} // namespace bidseal
