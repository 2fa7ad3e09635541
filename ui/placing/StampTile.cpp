#include "ui/placing/StampTile.h"

#include "core/pdf/StampAppearance.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/placing/PlacementText.h"
#include "ui/placing/StampMime.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDrag>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace bidseal {

namespace {

/** Largest rect of the stamp's proportions in `place`, centred. */
QRectF fitted(const QRectF &place, SizeF proportions)
{
    QSizeF size(proportions.width, proportions.height);
    size.scale(place.size(), Qt::KeepAspectRatio);
    QRectF rect({}, size);
    rect.moveCenter(place.center());
    return rect;
}

} // namespace

StampTile::StampTile(AppearanceCache &appearances, Look look, QWidget *parent)
    : QAbstractButton(parent)
    , m_appearances(appearances)
    , m_look(look)
{
    setCheckable(look == Look::Seal);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearances, &AppearanceCache::ready, this, qOverload<>(&StampTile::update));
}

void StampTile::setStamp(const Stamp &stamp)
{
    m_stamp = stamp;
    describe();
    update();
}

void StampTile::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
}

QSize StampTile::sizeHint() const
{
    if (m_look == Look::Date)
        return {200, 44};
    const int text = 2 * Theme::px(20);
    return {112, (m_compact ? 66 : 88) + text};
}

QSize StampTile::minimumSizeHint() const
{
    return {96, sizeHint().height()};
}

void StampTile::describe()
{
    const QString name = m_look == Look::Date ? dateStampText(std::get<DateStamp>(m_stamp)) : stampName(m_stamp);
    setAccessibleName(tr("%1, %2", "name and size of a stamp").arg(stampName(m_stamp), stampSizeText(m_stamp)));
    setAccessibleDescription(tr("Drag it onto a page, or press Enter to put it on the page shown"));
    setToolTip(name);
}

void StampTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT placeRequested(m_stamp);
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void StampTile::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    QAbstractButton::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && isCheckable())
        setChecked(true);
}

void StampTile::mouseMoveEvent(QMouseEvent *event)
{
    const bool held = event->buttons() & Qt::LeftButton;
    if (held && (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        setDown(false);
        startDrag();
        return;
    }
    QAbstractButton::mouseMoveEvent(event);
}

void StampTile::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT placeRequested(m_stamp);
}

void StampTile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QAbstractButton::changeEvent(event);
}

void StampTile::startDrag()
{
    auto *drag = new QDrag(this); // deletes itself
    drag->setMimeData(stampMimeData(m_stamp).release());
    QPixmap nothing(1, 1); // the page itself shows the stamp in its true size under the mouse
    nothing.fill(Qt::transparent);
    drag->setPixmap(nothing);
    drag->exec(Qt::CopyAction);
}

QRectF StampTile::pictureRect() const
{
    if (m_look == Look::Date)
        return QRectF(rect()).adjusted(16, 9, -16, -9);
    const double text = 2.0 * Theme::px(20) + 4;
    return QRectF(rect()).adjusted(8, 9, -8, -text - 2);
}

void StampTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    paintPicture(painter, pictureRect());
    if (m_look == Look::Date)
        return;
    const int line = Theme::px(20);
    QRect row(4, height() - 2 * line - 6, width() - 8, line);
    painter.setPen(Theme::color(Token::Text));
    painter.setFont(Theme::font(13));
    painter.drawText(row, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(stampName(m_stamp), Qt::ElideRight, row.width()));
    row.translate(0, line - 2);
    painter.setPen(Theme::color(Token::Text3));
    painter.setFont(Theme::font(12));
    painter.drawText(row, Qt::AlignCenter, stampSizeText(m_stamp));
}

void StampTile::paintFrame(QPainter &painter)
{
    const bool marked = isChecked();
    Token fill = underMouse() ? Token::Hover : Token::Surface;
    if (m_look == Look::Date && Theme::instance() && Theme::instance()->scheme() == Scheme::Light)
        fill = Token::AccentSoft;
    painter.setBrush(Theme::color(fill));
    QPen pen(Theme::color(marked || m_look == Look::Date ? Token::Accent : Token::Line), 1);
    if (m_look == Look::Date)
        pen.setDashPattern({3, 2});
    painter.setPen(pen);
    const double inset = pen.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
}

/** On white in both schemes, because that is what it will stand on. */
void StampTile::paintPicture(QPainter &painter, const QRectF &place)
{
    const Result<SizeF> size = stampSizeMm(m_stamp);
    const bool dark = Theme::instance() && Theme::instance()->scheme() == Scheme::Dark;
    if (dark) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(
            m_look == Look::Date ? QRectF(rect()).adjusted(2, 2, -2, -2) : place.adjusted(-2, -2, 2, 2), 4, 4);
    }
    if (!size)
        return;
    const QRectF target = fitted(place.adjusted(2, 2, -2, -2), *size);
    const QImage picture = m_appearances.picture(m_stamp, (target.size() * devicePixelRatioF()).toSize());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (!picture.isNull())
        painter.drawImage(target, picture);
}

} // namespace bidseal
