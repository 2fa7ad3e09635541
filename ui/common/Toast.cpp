#include "ui/common/Toast.h"

#include "ui/common/Widgets.h"
#include "ui/theme/ThemeIcon.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTimer>

#include <chrono>
#include <utility>

namespace bidseal {

namespace {

constexpr std::chrono::seconds shownFor{4};
constexpr int marginBelow = 48;

} // namespace

Toast *Toast::show(QWidget *anyWidgetOfTheWindow, const QString &text, std::function<void()> undo)
{
    QWidget *window = anyWidgetOfTheWindow->window();
    const auto old = window->findChildren<Toast *>(QString(), Qt::FindDirectChildrenOnly);
    for (Toast *toast : old)
        delete toast;
    return new Toast(window, text, std::move(undo));
}

Toast::Toast(QWidget *window, const QString &text, std::function<void()> undo)
    : QFrame(window)
    , m_undo(std::move(undo))
    , m_timer(new QTimer(this))
{
    setProperty("toast", true);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(12);
    auto *icon = new QLabel;
    icon->setPixmap(themePixmap(QStringLiteral("check"), 18, Token::ToastText, devicePixelRatioF()));
    QLabel *label = makeLabel("dense");
    label->setText(text);
    row->addWidget(icon);
    row->addWidget(label, 1);
    if (m_undo) {
        QPushButton *button = makeButton("flat", "small");
        button->setText(tr("Undo"));
        button->setFocusPolicy(Qt::NoFocus); // Ctrl+Z is the keyboard's way
        row->addSpacing(24);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, &Toast::undoAndClose);
        connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, &Toast::undoAndClose);
    }
    window->installEventFilter(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QObject::deleteLater);
    m_timer->start(shownFor);
    place();
    QWidget::show();
    raise();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::undoAndClose()
{
    const auto undo = std::exchange(m_undo, {});
    hide();
    deleteLater();
    if (undo)
        undo();
}

void Toast::place()
{
    adjustSize();
    move((parentWidget()->width() - width()) / 2, parentWidget()->height() - height() - marginBelow);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace bidseal
