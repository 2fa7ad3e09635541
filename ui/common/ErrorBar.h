#pragma once

#include "core/common/Error.h"
#include "ui/common/InfoBar.h"

namespace bidseal {

/** An InfoBar for an Error: what happened, whether anything was signed, what next; code and copying behind a button. */
class ErrorBar : public InfoBar
{
    Q_OBJECT
public:
    explicit ErrorBar(QWidget *parent = nullptr);

    /** Shows the three answers in red, cancellation in grey. The details button is there already; one more may be
     * added. */
    void showError(const bidseal::Error &error);
    /** Other news in the same place, closable. */
    void showNotice(bidseal::Tone tone, const QString &title, const QString &text);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /** What 复制 puts onto the clipboard: words, code, technical detail. */
    static QString reportText(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void openDetails();
    std::optional<Error> m_error;
};

} // namespace bidseal
