#include "ui/shell/StatusItems.h"

#include "ui/common/TimestampProbe.h"
#include "ui/common/UkeySummary.h"
#include "ui/common/Widgets.h"
#include "ui/theme/ThemeIcon.h"

#include <QCoreApplication>
#include <QLabel>
#include <QStatusBar>
#include <QToolButton>

namespace bidseal {

namespace {

Token ukeyInk(UkeySummary::State state)
{
    switch (state) {
    case UkeySummary::State::Usable:
        return Token::Ok;
    case UkeySummary::State::NotUsable:
    case UkeySummary::State::Trouble:
        return Token::Warn;
    case UkeySummary::State::Searching:
    case UkeySummary::State::None:
        break;
    }
    return Token::Text2;
}

Token timestampInk(TimestampProbe::State state)
{
    switch (state) {
    case TimestampProbe::State::Good:
        return Token::Ok;
    case TimestampProbe::State::NoAnswer:
    case TimestampProbe::State::NotConfigured:
        return Token::Warn;
    case TimestampProbe::State::NotChecked:
    case TimestampProbe::State::Checking:
        break;
    }
    return Token::Text2;
}

void fill(QToolButton *button, const QString &icon, Token ink, const QString &text)
{
    button->setIcon(themeIcon(icon, ink));
    button->setText(text);
    button->setAccessibleName(text);
}

} // namespace

StatusItems::StatusItems(QStatusBar *bar, SignerProvider *signers, TimestampProbe *probe)
    : QObject(bar)
    , m_signers(signers)
    , m_probe(probe)
    , m_ukey(addItem(bar))
    , m_timestamp(addItem(bar))
    , m_saveState(makeLabel("caption", "2"))
{
    bar->setSizeGripEnabled(false);
    bar->setFixedHeight(28);
    bar->setContentsMargins(8, 0, 14, 0);
    bar->addPermanentWidget(m_saveState);
    connect(m_ukey, &QToolButton::clicked, this, &StatusItems::ukeyClicked);
    connect(m_timestamp, &QToolButton::clicked, this, &StatusItems::timestampClicked);
    connect(signers, &SignerProvider::changed, this, &StatusItems::showUkey);
    connect(probe, &TimestampProbe::changed, this, &StatusItems::showTimestamp);
    setSaveState({});
    refresh();
}

QToolButton *StatusItems::addItem(QStatusBar *bar)
{
    auto *button = new QToolButton;
    button->setProperty("look", QStringLiteral("status"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({15, 15});
    bar->addWidget(button);
    return button;
}

void StatusItems::refresh()
{
    showUkey();
    showTimestamp();
}

void StatusItems::showUkey()
{
    const UkeySummary summary = ukeySummary(*m_signers);
    fill(m_ukey, QStringLiteral("ukey"), ukeyInk(summary.state), summary.text);
}

void StatusItems::showTimestamp()
{
    fill(m_timestamp, QStringLiteral("clock"), timestampInk(m_probe->state()), timestampStateText(*m_probe));
}

void StatusItems::setSaveState(const QString &text)
{
    m_saveState->setText(
        text.isEmpty() ? QStringLiteral("BidSeal %1").arg(QCoreApplication::applicationVersion()).trimmed() : text);
}

QWidget *StatusItems::firstItem() const
{
    return m_ukey;
}

} // namespace bidseal
