#include "ui/validation/VerdictBanner.h"

#include "ui/common/Widgets.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace bidseal {

namespace {

constexpr int discSide = 44;
constexpr int discLeft = 20;

} // namespace

VerdictBanner::VerdictBanner(QWidget *parent)
    : QFrame(parent)
    , m_sentence(makeLabel("verdict", nullptr, true))
    , m_detail(makeLabel(nullptr, "2", true))
    , m_row(new QHBoxLayout(this))
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_detail);
    m_row->setContentsMargins(discLeft + discSide + 16, 12, 20, 12);
    m_row->setSpacing(12);
    m_row->addLayout(texts, 1);
    setMinimumHeight(76);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void VerdictBanner::show(Tone tone, const QString &icon, const QString &sentence, const QString &detail)
{
    m_tone = tone;
    m_iconName = icon;
    setLook(this, "banner", QLatin1String(lookOf(tone).name));
    setLook(m_sentence, "tone", QLatin1String(lookOf(tone).name));
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(QStringLiteral("%1. %2").arg(sentence, detail));
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void VerdictBanner::addButton(QWidget *button)
{
    m_row->addWidget(button);
}

QString VerdictBanner::sentence() const
{
    return m_sentence->text();
}

void VerdictBanner::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect disc(discLeft, (height() - discSide) / 2, discSide, discSide);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::color(lookOf(m_tone).ink));
    painter.drawEllipse(disc);
    // The icon is cut out of the disc: it shows the banner's own background.
    themeIcon(m_iconName, lookOf(m_tone).background).paint(&painter, disc.adjusted(10, 10, -10, -10));
}

} // namespace bidseal
