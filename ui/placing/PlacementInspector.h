#pragma once

#include "ui/placing/PlacementAlignment.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace bidseal {

/**
 * The exact place of the selected stamps in millimetres as shown, to be typed; alignment; date of date stamps. Hidden
 * while nothing is selected. The model outlives it.
 */
class PlacementInspector : public QWidget
{
    Q_OBJECT
public:
    explicit PlacementInspector(PlacementModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void problem(const bidseal::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void arrangeButtons();
    QDoubleSpinBox *addMillimetres(const QString &name);
    QPushButton *addButton(const QString &name, Alignment alignment);
    void connectFields();
    void retranslate();
    void refresh();
    void showPlace(const Placement &placement);
    void showDate(const std::vector<Placement> &selected);
    void applyPlace();
    void applyWidth();
    void applyDate();

    PlacementModel &m_model;
    QLabel *m_title;
    QLabel *m_subject;
    QWidget *m_place;
    QLabel *m_pageLabel;
    QLabel *m_widthLabel;
    QLabel *m_leftLabel;
    QLabel *m_topLabel;
    QSpinBox *m_page;
    QDoubleSpinBox *m_width;
    QDoubleSpinBox *m_left;
    QDoubleSpinBox *m_top;
    QWidget *m_dateRow;
    QDateEdit *m_date;
    QComboBox *m_format;
    QGridLayout *m_alignRows = nullptr;
    QPushButton *m_horizontal;
    QPushButton *m_vertical;
    QPushButton *m_leftEdges;
    QPushButton *m_centres;
    QPushButton *m_topEdges;
    bool m_refreshing = false;
};

} // namespace bidseal
