#pragma once

#include "core/model/Geometry.h"

#include <QImage>
#include <QWidget>

namespace bidseal {

/** A seal's picture on a checkerboard that shows what is transparent, with its true size in words below. */
class SealPreview : public QWidget
{
    Q_OBJECT
public:
    explicit SealPreview(QWidget *parent = nullptr);

    /** Words stand in place of a picture that is not there yet. */
    void showWords(const QString &words);
    void showSeal(const QImage &image, SizeF sizeMm);

    [[nodiscard]] QSize sizeHint() const override { return {240, 270}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 230}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_image;
    SizeF m_sizeMm;
    QString m_words;
};

} // namespace bidseal
