#pragma once

#include "core/common/SecureBytes.h"

#include <QDialog>

#include <functional>

class QPushButton;

namespace bidseal {

class FormField;
class SecretEdit;

/** Asks for the password of an encrypted file. One typing is one answer; the field is emptied with it. */
class PasswordDialog : public QDialog
{
    Q_OBJECT
public:
    using Answer = std::function<void(SecureBytes password)>;

    /** Opens the dialog window-modally; `answer` is not called when the person cancels. */
    static void ask(QWidget *parent, const QString &fileName, bool previousWasWrong, Answer answer,
                    std::function<void()> cancelled = {});
    /** Answers in place of a person (empty = cancelled); an empty function brings the person back. */
    static void setAnswerer(std::function<SecureBytes(const QString &fileName)> answerer);

    PasswordDialog(const QString &fileName, bool previousWasWrong, QWidget *parent = nullptr);

    /** Once, after the dialog was accepted. */
    [[nodiscard]] SecureBytes takePassword();

private:
    void build(const QString &fileName, bool previousWasWrong);
    void submit();

    SecretEdit *m_edit = nullptr;
    FormField *m_field = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace bidseal
