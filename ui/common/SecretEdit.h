#pragma once

#include "core/common/SecureBytes.h"

#include <QWidget>

class QToolButton;

namespace bidseal {

/**
 * A field for a PIN or a password. The characters live as UTF-8 in a SecureBytes that is wiped on every change, never
 * in a QString of ours; no paste, no drop, no input method, no undo, no selection, no context menu. The eye shows the
 * secret only while it is held down. Printable ASCII only, as tokens and PDF passwords are typed on a keyboard.
 */
class SecretEdit : public QWidget
{
    Q_OBJECT
public:
    explicit SecretEdit(QWidget *parent = nullptr);
    ~SecretEdit() override;

    [[nodiscard]] int length() const { return static_cast<int>(m_secret.size()); }
    [[nodiscard]] bool isEmpty() const { return m_secret.isEmpty(); }
    /** Hands the secret over and empties the field. */
    [[nodiscard]] SecureBytes take();
    void clear();
    /** 256 by default. */
    void setMaximumLength(int bytes);
    /** Paints the red border; the sentence stands in a FormField. */
    void setError(bool error);
    [[nodiscard]] bool isRevealed() const { return m_revealed; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed(int length);
    void returnPressed();
    /** The keyboard most likely has caps lock on (seen from what was typed; not every system tells). */
    void capsLockHint(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

private:
    void type(char character, Qt::KeyboardModifiers modifiers);
    void erase(bool all);
    void reveal(bool on);
    void retranslateUi();
    void paintSecret(class QPainter &painter, const QRect &inside);
    void announceChange();

    SecureBytes m_secret;
    QToolButton *m_eye = nullptr;
    int m_maximumLength = 256;
    bool m_revealed = false;
    bool m_hasError = false;
    bool m_capsHint = false;
};

} // namespace bidseal
