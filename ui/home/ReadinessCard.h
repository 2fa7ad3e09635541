#pragma once

#include "ui/common/Tone.h"
#include "ui/common/UiServices.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace bidseal {

class TimestampProbe;

/** One line of readiness: state, name, finding, at most one button that mends it. */
struct ReadinessFinding
{
    Tone tone = Tone::Unknown;
    QString name;
    QString text;
    QString action;  ///< words of the button; empty: none
    QString section; ///< of the settings page; empty with an action: check again
};

/** Whether one can sign from here: UKey, certificate, timestamp service. Without widgets, for tests. */
std::vector<ReadinessFinding> readinessFindings(const SignerProvider &signers, const TimestampProbe &probe,
                                                const QDateTime &now);

/** The card of ui.md, screen 02, with the rows that are real without a server. */
class ReadinessCard : public QFrame
{
    Q_OBJECT
public:
    /** All outlive the card. */
    ReadinessCard(SignerProvider *signers, TimestampProbe *probe, const Clock *clock, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void settingsRequested(const QString &section);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeRow(const ReadinessFinding &finding);
    void showHead(const std::vector<ReadinessFinding> &findings);
    void checkAgain();

    SignerProvider *m_signers;
    TimestampProbe *m_probe;
    const Clock *m_clock;
    QLabel *m_badge = nullptr;
    QLabel *m_sentence = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_check = nullptr;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace bidseal
