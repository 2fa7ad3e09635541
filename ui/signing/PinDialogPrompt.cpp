#include "ui/signing/PinDialogPrompt.h"

#include "ui/signing/PinDialog.h"

#include <QWidget>

namespace bidseal {

PinDialogPrompt::PinDialogPrompt(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

PinDialogPrompt::~PinDialogPrompt()
{
    answer(fail(ErrorCode::Cancelled, QStringLiteral("the window was closed")));
}

QFuture<Result<SecureBytes>> PinDialogPrompt::ask(const PinQuestion &question)
{
    answer(fail(ErrorCode::Cancelled, QStringLiteral("another question came")));
    closePad();
    m_promise = std::make_unique<QFutureInterface<Result<SecureBytes>>>();
    m_promise->reportStarted();
    QFuture<Result<SecureBytes>> future = m_promise->future();
    m_dialog = new PinDialog(question, m_window);
    connect(m_dialog, &PinDialog::pinGiven, this, [this](SecureBytes *pin) { answer(std::move(*pin)); });
    connect(m_dialog, &PinDialog::otherTokenRequested, this, &PinDialogPrompt::otherTokenRequested);
    connect(m_dialog, &QDialog::rejected, this, [this] {
        if (!m_promise) // a PIN pad: the answer was given already, the token waits
            Q_EMIT cancelRequested();
        answer(fail(ErrorCode::Cancelled));
    });
    m_dialog->openOver();
    if (m_dialog->state() == PinDialog::State::PinPad)
        answer(SecureBytes());
    return future;
}

void PinDialogPrompt::finished(const Result<void> &)
{
    closePad();
}

void PinDialogPrompt::answer(Result<SecureBytes> result)
{
    if (!m_promise)
        return;
    const auto promise = std::move(m_promise);
    promise->reportResult(std::move(result));
    promise->reportFinished();
}

void PinDialogPrompt::closePad()
{
    if (!m_dialog)
        return;
    m_dialog->disconnect(this);
    m_dialog->close();
    m_dialog.clear();
}

} // namespace bidseal
