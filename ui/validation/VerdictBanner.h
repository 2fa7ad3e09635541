#pragma once

#include "ui/common/Tone.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace bidseal {

/** The verdict in one sentence, with the colour, icon and place for buttons. Says itself aloud when it changes. */
class VerdictBanner : public QFrame
{
    Q_OBJECT
public:
    explicit VerdictBanner(QWidget *parent = nullptr);

    void show(bidseal::Tone tone, const QString &icon, const QString &sentence, const QString &detail);
    void addButton(QWidget *button); ///< takes ownership
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Unknown;
    QString m_iconName;
    QLabel *m_sentence = nullptr;
    QLabel *m_detail = nullptr;
    QHBoxLayout *m_row = nullptr;
};

} // namespace bidseal
