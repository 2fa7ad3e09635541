#include "ui/document/TextSelectionInteraction.h"

#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"
#include "ui/document/WordFinder.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QMenu>

#include <algorithm>
#include <tuple>
#include <utility>

namespace bidseal {

namespace {

constexpr int maximumPages = 200; ///< pages one drag may span; more is a slip of the mouse

// On the page, which is white in every theme.
constexpr QColor selectionColor(0x21, 0x58, 0xB5, 72);

} // namespace

TextSelectionInteraction::TextSelectionInteraction(DocumentView *view)
    : QObject(view)
    , m_view(view)
{
    setObjectName(QStringLiteral("textSelection"));
}

QString TextSelectionInteraction::text() const
{
    QStringList parts;
    for (const auto &[page, selection] : m_selected) {
        parts.append(selection.text);
    }
    return parts.join(u'\n');
}

void TextSelectionInteraction::clear()
{
    ++m_generation;
    m_anchor.reset();
    m_next.reset();
    m_reading = false;
    if (!m_selected.empty()) {
        m_selected.clear();
        m_view->updateOverlay();
        Q_EMIT m_view->selectionChanged();
    }
}

bool TextSelectionInteraction::press(const PageEvent &event)
{
    if (event.button != Qt::LeftButton) {
        return false;
    }
    clear();
    if (event.page < 0) {
        return false;
    }
    m_anchor = Place{event.page, event.shown};
    return true;
}

bool TextSelectionInteraction::move(const PageEvent &event)
{
    if (!m_anchor || !event.buttons.testFlag(Qt::LeftButton)) {
        return false;
    }
    if (event.page >= 0) {
        ask({*m_anchor, {event.page, event.shown}, false});
    }
    return true;
}

bool TextSelectionInteraction::release(const PageEvent &event)
{
    const bool mine = m_anchor.has_value() && event.button == Qt::LeftButton;
    if (mine) {
        m_anchor.reset();
    }
    return mine;
}

bool TextSelectionInteraction::doubleClick(const PageEvent &event)
{
    if (event.button != Qt::LeftButton || event.page < 0) {
        return false;
    }
    clear();
    ask({{event.page, event.shown}, {event.page, event.shown}, true});
    return true;
}

bool TextSelectionInteraction::key(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && !isEmpty()) {
        m_view->copySelection();
        return true;
    }
    if (event->key() == Qt::Key_Escape && !isEmpty()) {
        clear();
        return true;
    }
    return false;
}

void TextSelectionInteraction::cancel()
{
    m_anchor.reset();
    m_next.reset();
}

bool TextSelectionInteraction::contextMenu(const PageEvent &, const QPoint &global)
{
    if (isEmpty()) {
        return false;
    }
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *copy = menu->addAction(themeIcon(QStringLiteral("copy")), tr("Copy"));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, m_view, &DocumentView::copySelection);
    menu->popup(global);
    return true;
}

QCursor TextSelectionInteraction::cursorAt(const PageEvent &event) const
{
    return event.page >= 0 ? Qt::IBeamCursor : Qt::ArrowCursor;
}

void TextSelectionInteraction::ask(const Wish &wish)
{
    if (m_reading) {
        m_next = wish;
    } else {
        read(wish);
    }
}

void TextSelectionInteraction::read(const Wish &wish)
{
    OpenDocument *open = m_view->openDocument();
    if (!open) {
        return;
    }
    Place from = wish.from;
    Place to = wish.to;
    if (std::tie(to.page, to.point.y) < std::tie(from.page, from.point.y)) {
        std::swap(from, to);
    }
    to.page = std::min(to.page, from.page + maximumPages - 1);
    m_reading = true;
    const auto job = [document = open->document(), from, to, wholeWord = wish.wholeWord](const std::stop_token &stop) {
        Pages pages;
        for (int page = from.page; page <= to.page && !stop.stop_requested(); ++page) {
            const auto geometry = document->pageGeometry(page);
            const SizeF size = geometry ? geometry->shownSize() : SizeF{};
            const PointF begin = page == from.page ? from.point : PointF{0, 0};
            const PointF end = page == to.page ? to.point : PointF{size.width, size.height};
            const WordFinder words([&document, page](PointF a, PointF b) { return document->select(page, a, b); },
                                   size.width);
            const auto selection = wholeWord ? words.at(begin) : document->select(page, begin, end);
            // A page whose text cannot be read has nothing to select; drawing it says why.
            if (selection && !selection->text.isEmpty()) {
                pages.emplace(page, *selection);
            }
        }
        return pages;
    };
    open->reading()
        .run(job, TaskThread::Order::First)
        .then(this, [this, generation = m_generation](const Pages &pages) { take(pages, generation); });
}

void TextSelectionInteraction::take(const Pages &pages, quint64 generation)
{
    if (generation != m_generation) {
        return;
    }
    m_reading = false;
    m_selected = pages;
    m_view->updateOverlay();
    Q_EMIT m_view->selectionChanged();
    if (const auto next = std::exchange(m_next, std::nullopt)) {
        read(*next);
    }
}

void TextSelectionInteraction::paint(QPainter &painter, int page, const QTransform &toViewport)
{
    const auto found = m_selected.find(page);
    if (found == m_selected.end()) {
        return;
    }
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(selectionColor);
    for (const Quad &quad : found->second.quads) {
        QPolygonF polygon;
        for (const PointF &point : quad) {
            polygon << toViewport.map(QPointF(point.x, point.y));
        }
        painter.drawPolygon(polygon);
    }
    painter.restore();
}

} // namespace bidseal
