#pragma once

#include "core/common/Result.h"
#include "core/common/SecureBytes.h"
#include "core/pdf/PdfDocument.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace bidseal {

/** A document with the password that opened it (null when none was needed), for opening its earlier revisions. */
struct OpenedDocument
{
    std::shared_ptr<PdfDocument> document;
    std::shared_ptr<SecureBytes> password;
};

/** Opens files beside the window and asks for a password when one is needed. One at a time: a new call replaces the
 * last. */
class DocumentOpener : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(Result<OpenedDocument>)>;

    /** `window` is the parent of the password dialog. */
    explicit DocumentOpener(QWidget *window);

    /** `done` comes on the window's thread, once; with Cancelled when the person gave no password; never when replaced.
     */
    void open(const QString &path, const Done &done);
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged(bool busy, const QString &fileName);

private:
    void tryOpen(const QString &path, const std::shared_ptr<SecureBytes> &password, quint64 turn, const Done &done);
    void finish(Result<OpenedDocument> result, const Done &done);
    void setBusy(bool busy, const QString &fileName);

    QWidget *m_window;
    quint64 m_turn = 0;
    bool m_busy = false;
};

} // namespace bidseal
