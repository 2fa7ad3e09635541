#pragma once

#include <QComboBox>
#include <QLineEdit>

#include <optional>

namespace bidseal {

/** The number of the shown page, to be typed over. Emits only numbers that exist. */
class PageBox : public QLineEdit
{
    Q_OBJECT
public:
    explicit PageBox(QWidget *parent = nullptr);

    /** `page` from 0, -1 for none; not while somebody types. */
    void showPage(int page, int count);

Q_SIGNALS:
    /** Index from 0. */
    void pageEntered(int page);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void enter();
    void restore();

    int m_page = -1;
    int m_count = 0;
};

/** Zoom in percent: a list of usual values, and any other may be typed. */
class ZoomBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ZoomBox(QWidget *parent = nullptr);

    /** 1 = 100 %. */
    void showZoom(double zoom);
    void retranslate();

    /** "93 %", "93", "0.93" is not: percent only. Nothing when it is no number. */
    static std::optional<double> zoomOf(QString text);

Q_SIGNALS:
    void zoomEntered(double zoom);
    void fitWidthChosen();
    void fitPageChosen();

private:
    void choose(int index);
    void enter();

    double m_zoom = 1;
};

} // namespace bidseal
