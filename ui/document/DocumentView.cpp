#include "ui/document/DocumentView.h"

#include "ui/document/DocumentViewPrivate.h"
#include "ui/document/PagePainter.h"
#include "ui/document/TilePlan.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <cmath>

namespace bidseal {

namespace {

constexpr std::array zoomSteps{0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5,
                               1.75, 2.0,  2.5, 3.0,  4.0,  5.0, 6.0, 7.0, 8.0};
constexpr int marginPixels = 16; ///< logical
constexpr int gapPixels = 14;    ///< logical, as in the mock-ups
constexpr double pointsToPixels = 96.0 / 72.0;

} // namespace

DocumentView::Private::Private(DocumentView *view)
    : q(view)
{
}

DocumentView::DocumentView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_d(std::make_unique<Private>(this))
{
    m_d->selection = std::make_unique<TextSelectionInteraction>(this);
    setObjectName(QStringLiteral("documentView"));
    setAccessibleName(tr("Document pages"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_d->planTimer.setSingleShot(true);
    m_d->planTimer.setInterval(8);
    connect(&m_d->planTimer, &QTimer::timeout, this, [this] { m_d->plan(); });
    m_d->autoScrollTimer.setInterval(16);
    connect(&m_d->autoScrollTimer, &QTimer::timeout, this, [this] { m_d->autoScroll(); });
    if (Theme *theme = Theme::instance()) {
        connect(theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    }
}

DocumentView::~DocumentView()
{
    OpenDocument::retire(std::move(m_d->open));
}

void DocumentView::setDocument(std::shared_ptr<PdfDocument> document)
{
    m_d->cancelGesture();
    m_d->selection->clear();
    OpenDocument::retire(std::move(m_d->open));
    m_d->hits.clear();
    m_d->currentHit = -1;
    m_d->fitPage = 0;
    m_d->formerScale = 0;
    m_d->shownPage = -1;
    m_d->pinnedPage = -1;
    if (document) {
        m_d->open = std::make_unique<OpenDocument>(std::move(document));
        m_d->open->setPreviewRatio(std::max(1.0, m_d->ratio));
        connect(m_d->open.get(), &OpenDocument::tileDrawn, viewport(), qOverload<>(&QWidget::update));
        connect(m_d->open.get(), &OpenDocument::previewDrawn, viewport(), qOverload<>(&QWidget::update));
        connect(m_d->open.get(), &OpenDocument::pageFailed, viewport(), qOverload<>(&QWidget::update));
        connect(m_d->open.get(), &OpenDocument::geometryKnown, this,
                [this](int first, int last) { m_d->takeGeometries(first, last); });
    }
    m_d->layout.setPageCount(m_d->open ? m_d->open->pageCount() : 0);
    m_d->updateScrollBars();
    m_d->refit();
    m_d->setOffset({(m_d->layout.contentSize().width() - m_d->viewportPixels().width()) / 2.0, 0});
    viewport()->update();
    Q_EMIT documentChanged();
    m_d->noteCurrentPage();
    m_d->schedulePlan();
}

std::shared_ptr<PdfDocument> DocumentView::document() const
{
    return m_d->open ? m_d->open->document() : nullptr;
}

OpenDocument *DocumentView::openDocument() const
{
    return m_d->open.get();
}

std::optional<PageGeometry> DocumentView::knownGeometry(int page) const
{
    return m_d->open ? m_d->open->geometry(page) : std::nullopt;
}

void DocumentView::setInteraction(PageInteraction *interaction)
{
    m_d->cancelGesture();
    m_d->interaction = interaction;
    viewport()->update();
}

double DocumentView::zoom() const
{
    return m_d->zoom;
}

DocumentView::ZoomMode DocumentView::zoomMode() const
{
    return m_d->mode;
}

int DocumentView::viewRotation() const
{
    return m_d->layout.rotation();
}

int DocumentView::currentPage() const
{
    return m_d->shownPage;
}

QString DocumentView::selectedText() const
{
    return m_d->selection->text();
}

QRectF DocumentView::pageRectInViewport(int page) const
{
    const QRect rect = m_d->layout.pageRect(page).translated(-m_d->offset());
    return {rect.x() / m_d->ratio, rect.y() / m_d->ratio, rect.width() / m_d->ratio, rect.height() / m_d->ratio};
}

PageEvent DocumentView::pageEventAt(const QPoint &viewportPos) const
{
    return m_d->eventAt(viewportPos);
}

QTransform DocumentView::pageToViewport(int page) const
{
    const QPoint offset = m_d->offset();
    return m_d->layout.toContent(page) * QTransform::fromTranslate(-offset.x(), -offset.y()) *
           QTransform::fromScale(1 / m_d->ratio, 1 / m_d->ratio);
}

void DocumentView::ensureVisible(int page, const RectF &shown)
{
    if (page < 0 || page >= m_d->layout.pageCount()) {
        return;
    }
    const QRectF area = m_d->layout.toContent(page).mapRect(QRectF(shown.x0, shown.y0, shown.width(), shown.height()));
    const QRect seen = m_d->visibleContent();
    if (QRectF(seen).contains(area)) {
        return;
    }
    QPointF offset = m_d->offset();
    if (area.top() < seen.top() || area.bottom() > seen.bottom()) {
        offset.setY(area.center().y() - seen.height() / 2.0);
    }
    if (area.left() < seen.left() || area.right() > seen.right()) {
        offset.setX(area.center().x() - seen.width() / 2.0);
    }
    m_d->setOffset(offset);
}

PointF DocumentView::visibleCenterOf(int page) const
{
    const QRect rect = m_d->layout.pageRect(page);
    const QRect seen = rect.intersected(m_d->visibleContent());
    const QPointF middle = QRectF(seen.isEmpty() ? rect : seen).center();
    const QPointF shown = m_d->layout.toContent(page).inverted().map(middle);
    return {shown.x(), shown.y()};
}

void DocumentView::setZoom(double zoom)
{
    setZoomAt(zoom, viewport()->rect().center());
}

void DocumentView::setZoomAt(double zoom, const QPoint &viewportPos)
{
    m_d->mode = ZoomMode::Free;
    m_d->applyZoom(zoom, QPointF(viewportPos) * m_d->ratio);
}

void DocumentView::setZoomMode(ZoomMode mode)
{
    m_d->mode = mode;
    m_d->fitPage = std::max(0, m_d->shownPage);
    m_d->refit();
}

void DocumentView::fitWidth()
{
    setZoomMode(ZoomMode::FitWidth);
}

void DocumentView::zoomIn()
{
    const auto *step =
        std::find_if(zoomSteps.begin(), zoomSteps.end(), [this](double z) { return z > zoom() + 0.005; });
    setZoom(step == zoomSteps.end() ? zoomSteps.back() : *step);
}

void DocumentView::zoomOut()
{
    const auto step =
        std::find_if(zoomSteps.rbegin(), zoomSteps.rend(), [this](double z) { return z < zoom() - 0.005; });
    setZoom(step == zoomSteps.rend() ? zoomSteps.front() : *step);
}

void DocumentView::rotateView()
{
    m_d->cancelGesture();
    if (m_d->open) {
        m_d->open->pool().nextEpoch(RenderPool::Channel::Pages);
    }
    const int page = m_d->shownPage;
    m_d->layout.setRotation(m_d->layout.rotation() + 90);
    m_d->updateScrollBars();
    m_d->refit();
    goToPage(page);
    viewport()->update();
    m_d->schedulePlan();
}

void DocumentView::goToPage(int page)
{
    if (m_d->layout.pageCount() == 0) {
        return;
    }
    const int wanted = std::clamp(page, 0, m_d->layout.pageCount() - 1);
    const QRect rect = m_d->layout.pageRect(wanted);
    const QSize seen = m_d->viewportPixels();
    const double x = rect.width() <= seen.width() ? rect.center().x() - seen.width() / 2.0 : m_d->offset().x();
    m_d->setOffset({x, rect.top() - std::round(gapPixels * m_d->ratio) / 2.0});
    m_d->pin(wanted);
}

void DocumentView::setSearchHits(const std::vector<TextHit> &hits, int current)
{
    m_d->hits = hits;
    m_d->currentHit = current;
    viewport()->update();
}

void DocumentView::copySelection()
{
    if (selectedText().isEmpty() || !m_d->open) {
        return;
    }
    if (!m_d->open->document()->facts().mayCopy) {
        Q_EMIT copyRefused();
        return;
    }
    QGuiApplication::clipboard()->setText(selectedText());
}

void DocumentView::updateOverlay()
{
    viewport()->update();
}

void DocumentView::paintEvent(QPaintEvent *event)
{
    m_d->devicePixelRatioMayHaveChanged();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::color(Token::Canvas));
    if (!m_d->open) {
        return;
    }
    PagePainter pages(m_d->layout, *m_d->open, m_d->offset(), m_d->viewportPixels(), m_d->ratio);
    pages.setFormerScale(m_d->formerScale);
    pages.paint(painter);
    pages.paintHits(painter, m_d->hits, m_d->currentHit);
    const QRect seen = m_d->visibleContent();
    const auto [first, last] = m_d->layout.pagesBetween(seen.top(), seen.bottom());
    for (int page = first; page <= last; ++page) {
        const QTransform transform = pageToViewport(page);
        m_d->selection->paint(painter, page, transform);
        if (m_d->interaction) {
            painter.save();
            m_d->interaction->paint(painter, page, transform);
            painter.restore();
        }
    }
}

void DocumentView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_d->devicePixelRatioMayHaveChanged();
    m_d->updateScrollBars();
    m_d->refit();
    m_d->noteCurrentPage();
    m_d->schedulePlan();
}

void DocumentView::scrollContentsBy(int, int)
{
    viewport()->update();
    m_d->noteCurrentPage();
    m_d->schedulePlan();
}

void DocumentView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Document pages"));
        viewport()->update();
    }
}

// ---- the layout and the viewport

QSize DocumentView::Private::viewportPixels() const
{
    const QSize size = q->viewport()->size();
    return {int(std::lround(size.width() * ratio)), int(std::lround(size.height() * ratio))};
}

QPoint DocumentView::Private::offset() const
{
    const QSize seen = viewportPixels();
    const QSize content = layout.contentSize();
    // A column narrower than the viewport stands in its middle.
    const int x =
        content.width() <= seen.width() ? (content.width() - seen.width()) / 2 : q->horizontalScrollBar()->value();
    return {x, q->verticalScrollBar()->value()};
}

void DocumentView::Private::setOffset(const QPointF &content)
{
    q->horizontalScrollBar()->setValue(int(std::lround(content.x())));
    q->verticalScrollBar()->setValue(int(std::lround(content.y())));
}

QRect DocumentView::Private::visibleContent() const
{
    return {offset(), viewportPixels()};
}

void DocumentView::Private::updateScrollBars()
{
    const QSize seen = viewportPixels();
    const QSize content = layout.contentSize();
    const int line = int(40 * ratio);
    q->horizontalScrollBar()->setRange(0, std::max(0, content.width() - seen.width()));
    q->horizontalScrollBar()->setPageStep(seen.width());
    q->horizontalScrollBar()->setSingleStep(line);
    q->verticalScrollBar()->setRange(0, std::max(0, content.height() - seen.height()));
    q->verticalScrollBar()->setPageStep(std::max(1, seen.height() - line));
    q->verticalScrollBar()->setSingleStep(line);
}

void DocumentView::Private::keeping(const QPointF &viewportPixel, const std::function<void()> &change)
{
    const PageLayout::Anchor anchor = layout.anchorAt(QPointF(offset()) + viewportPixel);
    const int pinned = pinnedPage;
    change();
    updateScrollBars();
    if (anchor.page >= 0) {
        setOffset(layout.positionOf(anchor) - viewportPixel);
    }
    if (pinned >= 0 && visibleContent().intersects(layout.pageRect(pinned))) {
        pin(pinned);
    }
    q->viewport()->update();
    noteCurrentPage();
    schedulePlan();
}

QPointF DocumentView::Private::restingPoint() const
{
    const QSize seen = viewportPixels();
    return {seen.width() / 2.0, offset().y() <= 0 ? 0.0 : seen.height() / 2.0};
}

double DocumentView::Private::fittedZoom() const
{
    const SizeF size = layout.turnedSize(fitPage);
    // The room is counted without scroll bar changes: with the vertical bar on, so that fitting does not flicker.
    const QSize view = q->viewport()->size();
    const double width = (view.width() - 2.0 * marginPixels) / (size.width * pointsToPixels);
    const double height = (view.height() - 2.0 * marginPixels) / (size.height * pointsToPixels);
    return mode == ZoomMode::FitPage ? std::min(width, height) : width;
}

void DocumentView::Private::applyZoom(double wanted, const QPointF &viewportPixel)
{
    const double bounded = std::clamp(wanted, PageLayout::minimumZoom, PageLayout::maximumZoom);
    const int before = TileKey::scaleOf(layout.scale());
    keeping(viewportPixel, [this, bounded] {
        layout.setSpacing({int(std::lround(marginPixels * ratio)), int(std::lround(gapPixels * ratio))});
        layout.setScale(bounded * pointsToPixels * ratio);
    });
    const double effective = layout.scale() / pointsToPixels / ratio;
    if (TileKey::scaleOf(layout.scale()) != before) {
        formerScale = before;
        if (open) {
            open->pool().nextEpoch(RenderPool::Channel::Pages);
        }
    }
    if (effective != zoom) {
        zoom = effective;
        Q_EMIT q->zoomChanged(zoom);
    }
}

void DocumentView::Private::refit()
{
    const double wanted = mode == ZoomMode::Free ? zoom : fittedZoom();
    applyZoom(wanted, restingPoint());
}

void DocumentView::Private::devicePixelRatioMayHaveChanged()
{
    const double now = q->devicePixelRatioF();
    if (now == ratio) {
        return;
    }
    const QPointF middle(viewportPixels().width() / 2.0, 0);
    const PageLayout::Anchor anchor = layout.anchorAt(QPointF(offset()) + middle);
    ratio = now;
    if (open) {
        open->setPreviewRatio(std::max(1.0, ratio));
    }
    refit();
    updateScrollBars();
    setOffset(layout.positionOf(anchor) - middle);
}

void DocumentView::Private::schedulePlan()
{
    if (!planTimer.isActive()) {
        planTimer.start();
    }
}

void DocumentView::Private::plan()
{
    if (!open || !q->isVisible()) {
        return;
    }
    const QRect seen = visibleContent();
    const auto [first, last] = layout.pagesBetween(seen.top(), seen.bottom());
    open->requestGeometry(first - 2, last + 2);
    const TileSight sight{layout,
                          seen,
                          [this](const TileKey &key) { return open->tiles().contains(key); },
                          [this](int page) { return open->hasPreview(page); },
                          [this](int page) { return open->pageError(page).has_value(); },
                          [this](int page) { return open->previewJob(page); }};
    open->pool().setWanted(RenderPool::Channel::Pages, planTiles(sight));
}

void DocumentView::Private::noteCurrentPage()
{
    const QRect seen = visibleContent();
    if (pinnedPage >= 0 && pinnedOffset != seen.topLeft()) {
        pinnedPage = -1;
    }
    int page = pinnedPage >= 0 ? pinnedPage : layout.pageNear(seen.center().y());
    if (pinnedPage < 0 && page > 0 && q->verticalScrollBar()->value() == 0) {
        page = 0; // several pages in sight at the very top: the first one is meant
    }
    if (page != shownPage) {
        shownPage = page;
        q->setAccessibleDescription(page < 0 ? QString()
                                             : DocumentView::tr("Page %1 of %2").arg(page + 1).arg(layout.pageCount()));
        Q_EMIT q->currentPageChanged(page);
    }
}

void DocumentView::Private::pin(int page)
{
    pinnedPage = page;
    pinnedOffset = offset();
    noteCurrentPage();
}

void DocumentView::Private::takeGeometries(int first, int last)
{
    std::vector<SizeF> sizes;
    for (int page = first; page <= last; ++page) {
        sizes.push_back(open->geometry(page).value_or(PageGeometry()).shownSize());
    }
    const bool fits = first <= fitPage && fitPage <= last && mode != ZoomMode::Free;
    keeping(restingPoint(), [this, first, &sizes] { layout.setPageSizes(first, sizes); });
    if (fits) {
        refit();
    }
    Q_EMIT q->geometryKnown(first, last);
}

} // namespace bidseal
