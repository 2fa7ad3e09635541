#include "ui/theme/FocusRing.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>

namespace bidseal {

namespace {

bool keyboardUsed = true; // before the first click the keyboard is the only way in

bool isByKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
}

} // namespace

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

bool FocusRing::isKeyboardUsed()
{
    return keyboardUsed;
}

QWidget *FocusRing::target() const
{
    return m_frame ? m_frame->widget() : nullptr;
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        keyboardUsed = true;
        break;
    case QEvent::MouseButtonPress:
        keyboardUsed = false;
        break;
    case QEvent::FocusIn:
        if (watched->isWidgetType())
            focused(static_cast<QWidget *>(watched), static_cast<QFocusEvent *>(event)->reason());
        break;
    case QEvent::FocusOut:
        if (m_frame && m_frame->widget() == watched)
            m_frame->setWidget(nullptr);
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::focused(QWidget *widget, Qt::FocusReason reason)
{
    const bool shows = qobject_cast<QAbstractButton *>(widget) && (isByKeyboard(reason) || keyboardUsed) &&
                       reason != Qt::MouseFocusReason;
    if (!shows) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame) { // it goes with the window it stands in
        m_frame = new QFocusFrame;
        m_frame->setObjectName(QStringLiteral("focusRing"));
    }
    m_frame->setWidget(widget);
}

} // namespace bidseal
