#include "ui/signing/StepList.h"

#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QPainter>

#include <algorithm>

namespace bidseal {

namespace {

constexpr int iconSize = 20;

int rowHeight()
{
    return Theme::px(22) + Theme::px(20) + 12;
}

struct StateLook
{
    QLatin1String icon;
    Token ink;
};

StateLook lookOf(StepRow::State state)
{
    switch (state) {
    case StepRow::State::Done:
        return {QLatin1String("circle-check"), Token::Ok};
    case StepRow::State::Running:
        return {QLatin1String("hourglass"), Token::Accent};
    case StepRow::State::Trouble:
        return {QLatin1String("triangle-alert"), Token::Warn};
    case StepRow::State::Waiting:
        break;
    }
    return {QLatin1String("circle-dashed"), Token::Text3};
}

} // namespace

StepList::StepList(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void StepList::setRows(std::vector<StepRow> rows)
{
    m_rows = std::move(rows);
    QStringList spoken;
    for (const StepRow &row : m_rows)
        spoken << QStringLiteral("%1 %2").arg(row.title, row.detail).trimmed();
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize StepList::sizeHint() const
{
    return {260, rowHeight() * static_cast<int>(m_rows.size())};
}

QSize StepList::minimumSizeHint() const
{
    return {120, (rowHeight() - 12) * static_cast<int>(m_rows.size())}; // lines without gaps
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_rows.empty())
        return;
    const int height = std::min(rowHeight(), this->height() / static_cast<int>(m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const StepRow &row = m_rows[i];
        const int top = static_cast<int>(i) * height;
        const StateLook look = lookOf(row.state);
        painter.drawPixmap(0, top + 1, themePixmap(look.icon, iconSize, look.ink, devicePixelRatioF()));
        if (i + 1 < m_rows.size()) {
            const bool done = row.state == StepRow::State::Done;
            painter.setPen(QPen(Theme::color(done ? Token::OkLine : Token::Line), 2));
            painter.drawLine(iconSize / 2, top + iconSize + 5, iconSize / 2, top + height - 3);
        }
        const bool waiting = row.state == StepRow::State::Waiting;
        QRect text(iconSize + 12, top, width() - iconSize - 12, Theme::px(22));
        painter.setFont(Theme::font(14, !waiting));
        painter.setPen(Theme::color(waiting ? Token::Text3 : Token::Text));
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, row.title);
        text.translate(0, Theme::px(22));
        painter.setFont(Theme::font(13));
        painter.setPen(Theme::color(Token::Text3));
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(row.detail, Qt::ElideRight, text.width()));
    }
}

} // namespace bidseal
