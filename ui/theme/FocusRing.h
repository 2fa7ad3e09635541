#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace bidseal {

/**
 * The one ring around the button that has the focus: 2 pixels, 2 away from it. Shown when the focus came by the
 * keyboard, or by the program while the person works with the keyboard. Fields and lists mark their focus themselves.
 */
class FocusRing : public QObject
{
    Q_OBJECT
public:
    /** Watches the whole application. */
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

    static constexpr int width = 2;
    static constexpr int distance = 2;

    /** The last thing the person did was pressing a key. */
    [[nodiscard]] static bool isKeyboardUsed();
    /** The widget that wears the ring; null without one. */
    [[nodiscard]] QWidget *target() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void focused(QWidget *widget, Qt::FocusReason reason);

    QPointer<QFocusFrame> m_frame;
};

} // namespace bidseal
