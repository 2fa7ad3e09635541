#include "ui/home/DropZone.h"

#include "ui/common/Widgets.h"
#include "ui/shell/DroppedFiles.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QDropEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace bidseal {

DropZone::DropZone(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_text(makeLabel(nullptr, "2", true))
{
    setProperty("drop", true);
    setAcceptDrops(true);
    setCursor(Qt::PointingHandCursor);
    m_icon->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 18, 12, 18);
    column->setSpacing(8);
    column->addWidget(m_icon);
    column->addWidget(m_text);
    if (auto *theme = Theme::instance())
        connect(theme, &Theme::changed, this, &DropZone::refreshIcon);
    refreshIcon();
    retranslateUi();
}

void DropZone::refreshIcon()
{
    m_icon->setPixmap(themePixmap(QStringLiteral("folder-open"), 24, Token::Text2, devicePixelRatioF()));
}

void DropZone::setHot(bool hot)
{
    setLook(this, "drop", hot ? QVariant(QStringLiteral("hot")) : QVariant(true));
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    setHot(true);
}

void DropZone::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    setHot(false);
}

void DropZone::dropEvent(QDropEvent *event)
{
    setHot(false);
    event->acceptProposedAction();
    Q_EMIT filesDropped(droppedFiles(event->mimeData()));
}

void DropZone::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
}

void DropZone::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QFrame::changeEvent(event);
}

void DropZone::retranslateUi()
{
    m_text->setText(tr("Drag a PDF here: look at it, sign it or verify it"));
    setAccessibleName(m_text->text());
}

} // namespace bidseal
