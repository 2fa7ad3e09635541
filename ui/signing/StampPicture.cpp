#include "ui/signing/StampPicture.h"

#include "core/pdf/StampAppearance.h"
#include "ui/placing/AppearanceCache.h"
#include "ui/placing/PlacementText.h"
#include "ui/theme/Theme.h"

#include <QPainter>

namespace bidseal {

StampPicture::StampPicture(AppearanceCache &appearances, const Stamp &stamp, QWidget *parent)
    : QWidget(parent)
    , m_appearances(appearances)
    , m_stamp(stamp)
{
    setFixedSize(44, 44);
    setAccessibleName(stampName(stamp));
    connect(&appearances, &AppearanceCache::ready, this, qOverload<>(&StampPicture::update));
}

void StampPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Theme::color(Token::Line));
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const Result<SizeF> size = stampSizeMm(m_stamp);
    if (!size)
        return;
    const QSizeF fitted = QSizeF(size->width, size->height).scaled(QSizeF(38, 38), Qt::KeepAspectRatio);
    QRectF place({}, fitted);
    place.moveCenter(QRectF(rect()).center());
    const QImage picture = m_appearances.picture(m_stamp, (fitted * devicePixelRatioF()).toSize());
    if (!picture.isNull())
        painter.drawImage(place, picture);
}

} // namespace bidseal
