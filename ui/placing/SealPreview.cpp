#include "ui/placing/SealPreview.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace bidseal {

namespace {

constexpr int square = 8;

void paintCheckerboard(QPainter &painter, const QRect &area)
{
    painter.fillRect(area, Qt::white);
    const QColor grey(0xE4, 0xE8, 0xEE); // the page is white in both schemes, so is its board
    for (int y = 0; y * square < area.height(); ++y) {
        for (int x = y % 2; x * square < area.width(); x += 2)
            painter.fillRect(QRect(area.x() + x * square, area.y() + y * square, square, square).intersected(area),
                             grey);
    }
}

} // namespace

SealPreview::SealPreview(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Preview of the seal"));
}

void SealPreview::showWords(const QString &words)
{
    m_image = {};
    m_words = words;
    setAccessibleDescription(words);
    update();
}

void SealPreview::showSeal(const QImage &image, SizeF sizeMm)
{
    m_image = image;
    m_sizeMm = sizeMm;
    m_words = tr("%1 × %2 mm").arg(sizeMm.width, 0, 'f', 1).arg(sizeMm.height, 0, 'f', 1);
    setAccessibleDescription(m_words);
    update();
}

void SealPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int line = Theme::px(20);
    const QRect board = rect().adjusted(0, 0, 0, -line - 8);
    paintCheckerboard(painter, board);
    painter.setPen(Theme::color(Token::Line));
    painter.drawRect(board.adjusted(0, 0, -1, -1));
    painter.setFont(Theme::font(12));
    if (m_image.isNull()) {
        painter.setPen(tokenColor(Token::Text2, Scheme::Light));
        painter.drawText(board.adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    const QSize size = m_image.size().scaled(board.size() - QSize(24, 24), Qt::KeepAspectRatio);
    QRect place({}, size);
    place.moveCenter(board.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_image);
    painter.setPen(Theme::color(Token::Text2));
    painter.drawText(QRect(0, height() - line, width(), line), Qt::AlignCenter, m_words);
}

} // namespace bidseal
