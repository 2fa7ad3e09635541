#pragma once

#include "core/signing/PinPrompt.h"
#include "ui/placing/DialogFrame.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace bidseal {

class FormField;
class InfoBar;
class SecretEdit;

/**
 * Asks for the PIN of a UKey: whose key, what will be signed, and how the tries stand. One typing is one try; the field
 * is emptied with it. Five states, from the flags read a moment ago.
 */
class PinDialog : public DialogFrame
{
    Q_OBJECT
public:
    enum class State { Normal, Low, LastTry, Locked, PinPad };

    PinDialog(const PinQuestion &question, QWidget *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    /** The person typed a PIN (once); the dialog has handed it over and closes. */
    void pinGiven(bidseal::SecureBytes *pin);
    /** The person wants another token. */
    void otherTokenRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const PinQuestion &question);
    QWidget *buildHead(const SigningIdentity &identity);
    QWidget *buildSubject(const PinQuestion &question);
    void buildFields();
    void buildFoot();
    void showState(bool previousWasWrong);
    void showLocked();
    void updateButton();
    void submit();

    State m_state;
    InfoBar *m_bar;
    SecretEdit *m_pin;
    FormField *m_pinField;
    QLineEdit *m_consent;
    FormField *m_consentField;
    QLabel *m_pad;
    QLabel *m_unlockHelp;
    QPushButton *m_other;
    QPushButton *m_cancel;
    QPushButton *m_sign;
};

/** The state that follows from the flags of the token. */
PinDialog::State pinStateOf(const SigningIdentity &identity);

} // namespace bidseal
