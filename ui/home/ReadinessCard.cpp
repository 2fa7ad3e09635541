#include "ui/home/ReadinessCard.h"

#include "core/messages/Messages.h"
#include "ui/common/TimestampProbe.h"
#include "ui/common/UkeySummary.h"
#include "ui/common/Widgets.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bidseal {

namespace {

constexpr int firstWarningDays = 60; // ui.md, section 6: 60, 30, 7 days
constexpr double tolerableClockSeconds = 60;

QString words(const char *source)
{
    return QCoreApplication::translate("ReadinessCard", source);
}

ReadinessFinding ukeyFinding(const UkeySummary &summary, const SignerProvider &signers)
{
    ReadinessFinding finding{Tone::Ok, words(QT_TRANSLATE_NOOP("ReadinessCard", "UKey")), summary.text, {}, {}};
    switch (summary.state) {
    case UkeySummary::State::Usable:
    case UkeySummary::State::NotUsable:
        if (!signers.problems().empty()) { // another one, which does not stand in the way
            finding.tone = Tone::Warn;
            finding.text += u'\n' + errorText(signers.problems().front()).whatHappened;
            finding.action = words(QT_TRANSLATE_NOOP("ReadinessCard", "UKey drivers"));
            finding.section = QStringLiteral("ukey");
        }
        break;
    case UkeySummary::State::Searching:
        finding.tone = Tone::Unknown;
        break;
    case UkeySummary::State::None:
        finding.tone = Tone::Bad;
        finding.text = words(QT_TRANSLATE_NOOP("ReadinessCard", "No UKey in. Put it in; it is found by itself."));
        finding.action = words(QT_TRANSLATE_NOOP("ReadinessCard", "UKey drivers"));
        finding.section = QStringLiteral("ukey");
        break;
    case UkeySummary::State::Trouble:
        finding.tone = Tone::Bad;
        finding.text = errorText(signers.problems().front()).whatHappened;
        finding.action = words(QT_TRANSLATE_NOOP("ReadinessCard", "UKey drivers"));
        finding.section = QStringLiteral("ukey");
        break;
    }
    return finding;
}

ReadinessFinding certificateFinding(const UkeySummary &summary, const QDateTime &now)
{
    ReadinessFinding finding{Tone::Unknown,
                             words(QT_TRANSLATE_NOOP("ReadinessCard", "Certificate")),
                             words(QT_TRANSLATE_NOOP("ReadinessCard", "Looked at as soon as a UKey is in.")),
                             {},
                             {}};
    if (!summary.identity)
        return finding;
    const SigningIdentity &identity = *summary.identity;
    if (identity.unusable != UnusableReason::None) {
        finding.tone = Tone::Bad;
        finding.text = unusableReasonText(identity.unusable, identity.certificate);
        return finding;
    }
    const qint64 days = now.daysTo(identity.certificate.notAfter);
    const QString end = identity.certificate.notAfter.toLocalTime().toString(QStringLiteral("yyyy-MM-dd"));
    finding.tone = days < firstWarningDays ? Tone::Warn : Tone::Ok;
    finding.text = days < firstWarningDays
                       ? words(QT_TRANSLATE_NOOP("ReadinessCard", "Ends in %1 days (%2). It cannot sign afterwards."))
                             .arg(days)
                             .arg(end)
                       : words(QT_TRANSLATE_NOOP("ReadinessCard", "Valid until %1")).arg(end);
    return finding;
}

ReadinessFinding timestampFinding(const TimestampProbe &probe)
{
    ReadinessFinding finding{Tone::Unknown,
                             words(QT_TRANSLATE_NOOP("ReadinessCard", "Timestamp service")),
                             timestampStateText(probe),
                             {},
                             {}};
    switch (probe.state()) {
    case TimestampProbe::State::NotConfigured:
        finding.tone = Tone::Warn;
        finding.text =
            words(QT_TRANSLATE_NOOP("ReadinessCard", "None set. The time of signing would have no trustworthy proof."));
        finding.action = words(QT_TRANSLATE_NOOP("ReadinessCard", "Set up"));
        finding.section = QStringLiteral("timestamp");
        break;
    case TimestampProbe::State::NotChecked:
        finding.text = words(QT_TRANSLATE_NOOP("ReadinessCard", "Not checked yet."));
        finding.action = words(QT_TRANSLATE_NOOP("ReadinessCard", "Check"));
        break;
    case TimestampProbe::State::Checking:
        break;
    case TimestampProbe::State::NoAnswer:
        finding.tone = Tone::Warn;
        finding.action = words(QT_TRANSLATE_NOOP("ReadinessCard", "Set up"));
        finding.section = QStringLiteral("timestamp");
        break;
    case TimestampProbe::State::Good: {
        const double ahead = probe.clockAheadSeconds();
        finding.tone = std::abs(ahead) > tolerableClockSeconds ? Tone::Warn : Tone::Ok;
        finding.text = words(QT_TRANSLATE_NOOP("ReadinessCard", "Available; the clock of this PC differs by %1 s"))
                           .arg(std::abs(ahead), 0, 'f', 1);
        break;
    }
    }
    return finding;
}

} // namespace

std::vector<ReadinessFinding> readinessFindings(const SignerProvider &signers, const TimestampProbe &probe,
                                                const QDateTime &now)
{
    const UkeySummary summary = ukeySummary(signers);
    return {ukeyFinding(summary, signers), certificateFinding(summary, now), timestampFinding(probe)};
}

ReadinessCard::ReadinessCard(SignerProvider *signers, TimestampProbe *probe, const Clock *clock, QWidget *parent)
    : QFrame(parent)
    , m_signers(signers)
    , m_probe(probe)
    , m_clock(clock)
    , m_badge(new QLabel)
    , m_sentence(makeLabel("section"))
    , m_hint(makeLabel("dense", "2"))
    , m_check(makeButton(nullptr, "small"))
    , m_rows(new QVBoxLayout)
{
    setProperty("card", true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_hint);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 14, 16, 12);
    head->setSpacing(12);
    head->addWidget(m_badge);
    head->addLayout(texts, 1);
    head->addWidget(m_check);
    m_check->setIcon(themeIcon(QStringLiteral("refresh-cw")));
    m_rows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_rows);
    connect(m_check, &QPushButton::clicked, this, &ReadinessCard::checkAgain);
    connect(signers, &SignerProvider::changed, this, &ReadinessCard::refresh);
    connect(probe, &TimestampProbe::changed, this, &ReadinessCard::refresh);
    if (auto *theme = Theme::instance())
        connect(theme, &Theme::changed, this, &ReadinessCard::refresh);
    refresh();
}

QString ReadinessCard::sentence() const
{
    return m_sentence->text();
}

void ReadinessCard::checkAgain()
{
    m_signers->refresh();
    m_probe->check();
}

void ReadinessCard::showHead(const std::vector<ReadinessFinding> &findings)
{
    const auto count = [&](Tone tone) {
        return static_cast<int>(
            std::count_if(findings.begin(), findings.end(),
                          [tone](const ReadinessFinding &finding) { return finding.tone == tone; }));
    };
    const int missing = count(Tone::Bad);
    const int remarks = count(Tone::Warn);
    const bool waiting = findings.front().tone == Tone::Unknown;
    const Tone tone = missing ? Tone::Bad : waiting ? Tone::Unknown : remarks ? Tone::Warn : Tone::Ok;
    m_sentence->setText(missing   ? tr("Not ready to seal: %n thing(s) missing", nullptr, missing)
                        : waiting ? tr("Looking for UKeys…")
                        : remarks ? tr("Ready to seal, %n remark(s)", nullptr, remarks)
                                  : tr("Ready to seal"));
    m_hint->setText(missing ? tr("Looking at files, placing seals and verifying work all the same.")
                            : tr("Found on this PC, nothing was sent anywhere."));
    m_badge->setPixmap(themePixmap(missing            ? QStringLiteral("shield-x")
                                   : tone == Tone::Ok ? QStringLiteral("shield-check")
                                                      : QStringLiteral("shield-alert"),
                                   28, lookOf(tone).ink, devicePixelRatioF()));
    m_check->setText(tr("Check again"));
}

void ReadinessCard::refresh()
{
    const auto findings = readinessFindings(*m_signers, *m_probe, m_clock->now());
    showHead(findings);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may have brought us here
        delete item;
    }
    for (const ReadinessFinding &finding : findings)
        m_rows->addWidget(makeRow(finding));
}

QWidget *ReadinessCard::makeRow(const ReadinessFinding &finding)
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeSeparator());
    auto *line = new QHBoxLayout;
    line->setContentsMargins(18, 8, 16, 8);
    line->setSpacing(12);
    auto *icon = new QLabel;
    const QString iconName =
        finding.tone == Tone::Unknown ? QStringLiteral("circle-dashed") : QString(lookOf(finding.tone).icon);
    icon->setPixmap(themePixmap(iconName, 20, lookOf(finding.tone).ink, devicePixelRatioF()));
    QLabel *name = makeLabel("strong");
    name->setText(finding.name);
    name->setMinimumWidth(Theme::px(110));
    QLabel *text = makeLabel("dense", "2", true);
    text->setText(finding.text);
    line->addWidget(icon);
    line->addWidget(name);
    line->addWidget(text, 1);
    if (!finding.action.isEmpty()) {
        QPushButton *button = makeButton(nullptr, "small");
        button->setText(finding.action);
        button->setAccessibleName(QStringLiteral("%1, %2, %3").arg(finding.name, finding.text, finding.action));
        connect(button, &QPushButton::clicked, this, [this, section = finding.section] {
            if (section.isEmpty())
                m_probe->check();
            else
                Q_EMIT settingsRequested(section);
        });
        line->addWidget(button);
    }
    column->addLayout(line);
    row->setMinimumHeight(48);
    return row;
}

void ReadinessCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace bidseal
