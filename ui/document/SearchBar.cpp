#include "ui/document/SearchBar.h"

#include "ui/common/Widgets.h"
#include "ui/document/DocumentView.h"
#include "ui/document/SearchController.h"
#include "ui/theme/Theme.h"
#include "ui/theme/ThemeIcon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

namespace bidseal {

namespace {

constexpr int typingPause = 200; ///< milliseconds without a key until the search begins

} // namespace

SearchBar::SearchBar(DocumentView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_controller(new SearchController(this))
{
    setObjectName(QStringLiteral("searchBar"));
    build();
    retranslate();
    connect(m_controller, &SearchController::changed, this, &SearchBar::showState);
    connect(m_controller, &SearchController::hitShown, this, [this](const TextHit &hit) {
        RectF area;
        for (const Quad &quad : hit.quads) {
            for (const PointF &point : quad) {
                const RectF corner{point.x, point.y, point.x, point.y};
                area = &quad == hit.quads.data() && &point == quad.data() ? corner : area.united(corner);
            }
        }
        m_view->ensureVisible(hit.page, area);
    });
    connect(m_view, &DocumentView::documentChanged, this, [this] {
        m_controller->setDocument(m_view->openDocument());
        if (isVisible()) {
            startSearch();
        }
    });
    m_controller->setDocument(m_view->openDocument());
}

void SearchBar::build()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    m_field = new QLineEdit;
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(200);
    m_field->setMaximumWidth(360);
    m_count = makeLabel("dense", "2");
    m_count->setObjectName(QStringLiteral("searchCount"));
    m_previous = makeIconButton(QStringLiteral("chevron-up"));
    m_previous->setObjectName(QStringLiteral("searchPrevious"));
    m_next = makeIconButton(QStringLiteral("chevron-down"));
    m_next->setObjectName(QStringLiteral("searchNext"));
    m_close = makeIconButton(QStringLiteral("x"));
    m_close->setObjectName(QStringLiteral("searchClose"));
    layout->addWidget(m_field, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_close);
    setFocusProxy(m_field);
    m_typing = new QTimer(this);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_typing, &QTimer::timeout, this, &SearchBar::startSearch);
    connect(m_field, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_previous, &QToolButton::clicked, this, &SearchBar::previous);
    connect(m_next, &QToolButton::clicked, this, &SearchBar::next);
    connect(m_close, &QToolButton::clicked, this, &SearchBar::closeBar);
}

void SearchBar::retranslate()
{
    m_field->setPlaceholderText(tr("Find in this document"));
    m_field->setAccessibleName(tr("Find in this document"));
    nameIconButton(m_previous, tr("Previous hit"), QStringLiteral("Shift+F3"));
    nameIconButton(m_next, tr("Next hit"), QStringLiteral("F3"));
    nameIconButton(m_close, tr("Close search"), QStringLiteral("Esc"));
    showState();
}

void SearchBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!m_field->text().isEmpty() && m_controller->text().isEmpty()) {
        startSearch();
    }
}

void SearchBar::closeBar()
{
    m_typing->stop();
    m_controller->clear();
    hide();
    m_view->setFocus(Qt::OtherFocusReason);
}

void SearchBar::startSearch()
{
    m_typing->stop();
    m_controller->search(m_field->text(), m_view->currentPage());
}

void SearchBar::next()
{
    if (m_typing->isActive() || m_controller->text() != m_field->text()) {
        startSearch();
    } else {
        m_controller->next();
    }
}

void SearchBar::previous()
{
    if (m_typing->isActive() || m_controller->text() != m_field->text()) {
        startSearch();
    } else {
        m_controller->previous();
    }
}

void SearchBar::showState()
{
    const int count = int(m_controller->hits().size());
    QString words;
    if (m_controller->text().isEmpty()) {
        words = QString();
    } else if (count > 0) {
        const QString more =
            m_controller->isIncomplete() || m_controller->isRunning() ? QStringLiteral("+") : QString();
        words = QStringLiteral("%1/%2%3").arg(m_controller->current() + 1).arg(count).arg(more);
    } else {
        words = m_controller->isRunning() ? tr("Searching…") : tr("Not found");
    }
    m_count->setText(words);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    m_view->setSearchHits(m_controller->hits(), m_controller->current());
}

void SearchBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        closeBar();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->modifiers().testFlag(Qt::ShiftModifier) ? previous() : next();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SearchBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void SearchBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Surface));
    painter.fillRect(0, 0, width(), 1, Theme::color(Token::Line));
}

} // namespace bidseal
