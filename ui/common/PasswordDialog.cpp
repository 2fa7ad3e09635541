#include "ui/common/PasswordDialog.h"

#include "ui/common/FormField.h"
#include "ui/common/Scrim.h"
#include "ui/common/SecretEdit.h"
#include "ui/common/Widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace bidseal {

namespace {

constexpr int maximumBytes = 127; // ISO 32000-2, 7.6.4.3.2: longer passwords are cut

std::function<SecureBytes(const QString &)> &testAnswerer()
{
    static std::function<SecureBytes(const QString &)> answerer;
    return answerer;
}

} // namespace

void PasswordDialog::setAnswerer(std::function<SecureBytes(const QString &fileName)> answerer)
{
    testAnswerer() = std::move(answerer);
}

void PasswordDialog::ask(QWidget *parent, const QString &fileName, bool previousWasWrong, Answer answer,
                         std::function<void()> cancelled)
{
    if (testAnswerer()) {
        SecureBytes password = testAnswerer()(fileName);
        if (!password.isEmpty())
            answer(std::move(password));
        else if (cancelled)
            cancelled();
        return;
    }
    auto *dialog = new PasswordDialog(fileName, previousWasWrong, parent ? parent->window() : nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, dialog,
            [dialog, answer = std::move(answer), cancelled = std::move(cancelled)](int result) {
                if (result == QDialog::Accepted)
                    answer(dialog->takePassword());
                else if (cancelled)
                    cancelled();
            });
    Scrim::coverFor(dialog);
    dialog->open();
}

PasswordDialog::PasswordDialog(const QString &fileName, bool previousWasWrong, QWidget *parent)
    : QDialog(parent)
    , m_edit(new SecretEdit)
    , m_open(makeButton("primary"))
{
    setWindowModality(Qt::WindowModal);
    build(fileName, previousWasWrong);
}

void PasswordDialog::build(const QString &fileName, bool previousWasWrong)
{
    setWindowTitle(tr("Password of the file"));
    setMinimumWidth(440);
    QLabel *text = makeLabel(nullptr, nullptr, true);
    text->setText(tr("“%1” is encrypted. Type its password to open it.").arg(fileName));
    m_edit->setMaximumLength(maximumBytes);
    m_field = new FormField(m_edit);
    m_field->setLabel(tr("Password"));
    m_field->setHint(tr("The password is used for this opening only and kept nowhere."));
    if (previousWasWrong)
        m_field->setError(tr("The password is not correct. Please type it again."));
    m_open->setText(tr("Open"));
    m_open->setEnabled(false);
    QPushButton *cancel = makeButton();
    cancel->setText(tr("Cancel"));
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(14);
    column->addWidget(text);
    column->addWidget(m_field);
    column->addLayout(row);
    connect(m_edit, &SecretEdit::changed, m_open, [this](int length) { m_open->setEnabled(length > 0); });
    connect(m_edit, &SecretEdit::returnPressed, this, &PasswordDialog::submit);
    connect(m_edit, &SecretEdit::capsLockHint, m_field, [this](bool on) {
        m_field->setHint(on ? tr("Caps lock seems to be on.")
                            : tr("The password is used for this opening only and kept nowhere."));
    });
    connect(m_open, &QPushButton::clicked, this, &PasswordDialog::submit);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_edit->setFocus();
}

void PasswordDialog::submit()
{
    if (m_edit->isEmpty())
        return;
    accept();
}

SecureBytes PasswordDialog::takePassword()
{
    return m_edit->take();
}

} // namespace bidseal
