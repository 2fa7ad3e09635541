#pragma once

#include "core/model/Placement.h"

#include <QAbstractButton>
#include <QPoint>

namespace bidseal {

class AppearanceCache;

/**
 * One stamp in the palette: its picture, its name and its true size. Dragged to a page with the mouse; Enter, Space and
 * a double click ask to place it on the page that is shown.
 */
class StampTile : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Look { Seal, Date };

    StampTile(AppearanceCache &appearances, Look look, QWidget *parent = nullptr);

    void setStamp(const Stamp &stamp);
    [[nodiscard]] const Stamp &stamp() const { return m_stamp; }
    /** Lower tiles for small windows. */
    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void placeRequested(const bidseal::Stamp &stamp);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();
    void startDrag();
    void paintFrame(QPainter &painter);
    void paintPicture(QPainter &painter, const QRectF &place);
    [[nodiscard]] QRectF pictureRect() const;

    AppearanceCache &m_appearances;
    Look m_look;
    Stamp m_stamp;
    QPoint m_pressedAt;
    bool m_compact = false;
};

} // namespace bidseal
