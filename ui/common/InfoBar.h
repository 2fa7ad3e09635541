#pragma once

#include "ui/common/Tone.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace bidseal {

/**
 * News inside a page, in place of a message box: bold title, text, up to two buttons, closable on demand. Hidden until
 * `showMessage`; raises an accessible alert. The page gives it a slot in its layout.
 */
class InfoBar : public QFrame
{
    Q_OBJECT
public:
    explicit InfoBar(QWidget *parent = nullptr);

    /** Shows; `icon` replaces the tone's own. Buttons of the last message are gone. */
    void showMessage(bidseal::Tone tone, const QString &title, const QString &text, const QString &icon = {});
    /** Adds a button to the present message, two at most; the caller connects its `clicked`. Owned by the bar. */
    QPushButton *addButton(const QString &text, const char *look = nullptr);
    void setClosable(bool closable);

    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString text() const { return m_text; }

public Q_SLOTS:
    /** Hides and tells `closed`. */
    void dismiss();

Q_SIGNALS:
    void shown();
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void clearButtons();
    void fillLabel();
    void announce();

    Tone m_tone = Tone::Info;
    QString m_title;
    QString m_text;
    QString m_iconName;
    QLabel *m_icon = nullptr;
    QLabel *m_label = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    QToolButton *m_close = nullptr;
};

} // namespace bidseal
