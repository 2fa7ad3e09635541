#pragma once

#include "core/signing/PinPrompt.h"

#include <QFutureInterface>
#include <QObject>
#include <QPointer>

#include <memory>

class QWidget;

namespace bidseal {

class PinDialog;

/** PinPrompt by a dialog above a window. One question at a time. */
class PinDialogPrompt : public QObject, public PinPrompt
{
    Q_OBJECT
public:
    /** The dialogs open above `window`'s window. */
    explicit PinDialogPrompt(QWidget *window);
    ~PinDialogPrompt() override;

    QFuture<Result<SecureBytes>> ask(const PinQuestion &question) override;
    void finished(const Result<void> &outcome) override;

Q_SIGNALS:
    /** The person gave up while the token waits for the PIN on its own keys. */
    void cancelRequested();
    void otherTokenRequested();

private:
    void answer(Result<SecureBytes> result);
    void closePad();

    QWidget *m_window;
    /**
     * Not a QPromise: whoever waits takes the secret out of the future at once, which resets its state, and a QPromise
     * would then call him a second time when it goes (Qt 6.4, ~QPromise).
     */
    std::unique_ptr<QFutureInterface<Result<SecureBytes>>> m_promise;
    QPointer<PinDialog> m_dialog;
};

} // namespace bidseal
