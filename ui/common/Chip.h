#pragma once

#include "ui/common/Tone.h"

#include <QWidget>

namespace bidseal {

/** A small badge: icon, word, colour. Painted, so that it follows the theme. */
class Chip : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(QWidget *parent = nullptr);
    Chip(bidseal::Tone tone, const QString &icon, const QString &text, QWidget *parent = nullptr);

    void set(bidseal::Tone tone, const QString &icon, const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /** The same drawing for delegates; returns the width it took. */
    static int paintChip(QPainter *painter, QPoint topLeft, Tone tone, const QString &icon, const QString &text);
    static QSize chipSize(const QString &icon, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Unknown;
    QString m_icon;
    QString m_text;
};

} // namespace bidseal
