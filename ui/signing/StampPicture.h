#pragma once

#include "core/model/Placement.h"

#include <QWidget>

namespace bidseal {

class AppearanceCache;

/** A small picture of a stamp on white, for lists. */
class StampPicture : public QWidget
{
    Q_OBJECT
public:
    /** `appearances` outlives it. */
    StampPicture(AppearanceCache &appearances, const Stamp &stamp, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {44, 44}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AppearanceCache &m_appearances;
    Stamp m_stamp;
};

} // namespace bidseal
