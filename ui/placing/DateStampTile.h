#pragma once

#include "core/model/DateStamp.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QLabel;

namespace bidseal {

class AppearanceCache;
class StampTile;

/** Fills a combo with all date formats, each shown as that date would be written. Keeps the choice. */
void fillDateFormats(QComboBox &combo, const QDate &example);

/** The date stamp of the palette: date, format, height, and the tile to drag. */
class DateStampTile : public QWidget
{
    Q_OBJECT
public:
    DateStampTile(AppearanceCache &appearances, const QDate &today, QWidget *parent = nullptr);

    [[nodiscard]] DateStamp stamp() const;
    [[nodiscard]] StampTile *tile() const { return m_tile; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void update();

    QLabel *m_title;
    QDateEdit *m_date;
    QComboBox *m_format;
    QDoubleSpinBox *m_height;
    StampTile *m_tile;
};

} // namespace bidseal
