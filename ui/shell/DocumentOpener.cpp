#include "ui/shell/DocumentOpener.h"

#include "ui/common/PasswordDialog.h"

#include <QFileInfo>
#include <QFuture>
#include <QtConcurrent>

#include <utility>

namespace bidseal {

DocumentOpener::DocumentOpener(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void DocumentOpener::open(const QString &path, const Done &done)
{
    setBusy(true, QFileInfo(path).fileName());
    tryOpen(path, nullptr, ++m_turn, done);
}

void DocumentOpener::tryOpen(const QString &path, const std::shared_ptr<SecureBytes> &password, quint64 turn,
                             const Done &done)
{
    auto work = [path, password] { return PdfDocument::open(path, password.get()); };
    QtConcurrent::run(work).then(this, [=, this](const Result<std::shared_ptr<PdfDocument>> &result) {
        if (turn != m_turn)
            return;
        if (result)
            return finish(OpenedDocument{*result, password}, done);
        const ErrorCode code = result.error().code;
        if (code != ErrorCode::PasswordRequired && code != ErrorCode::PasswordIncorrect)
            return finish(fail(result.error()), done);
        const auto answered = [=, this](SecureBytes typed) {
            tryOpen(path, std::make_shared<SecureBytes>(std::move(typed)), turn, done);
        };
        const auto cancelled = [=, this] {
            finish(fail(ErrorCode::Cancelled, QStringLiteral("no password given")), done);
        };
        PasswordDialog::ask(m_window, QFileInfo(path).fileName(), code == ErrorCode::PasswordIncorrect, answered,
                            cancelled);
    });
}

void DocumentOpener::finish(Result<OpenedDocument> result, const Done &done)
{
    setBusy(false, {});
    done(std::move(result));
}

void DocumentOpener::setBusy(bool busy, const QString &fileName)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy, fileName);
}

} // namespace bidseal
