#include "ui/document/ThumbnailPanel.h"

#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"
#include "ui/document/ThumbnailDelegate.h"
#include "ui/document/ThumbnailModel.h"
#include "ui/theme/Theme.h"

#include <QListView>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace bidseal {

struct ThumbnailPanel::Private
{
    ThumbnailPanel *q;
    DocumentView *view;
    ThumbnailModel *model;
    QListView *list;
    QTimer *timer;
    bool following = false; ///< the list follows the view, not the other way round

    void takeDocument();
    void follow(int page);
    void requestPictures() const;
    [[nodiscard]] QSizeF pageSize(int page) const;
};

ThumbnailPanel::ThumbnailPanel(DocumentView *view, QWidget *parent)
    : QWidget(parent)
    , m_d(std::make_unique<Private>(Private{this, view, new ThumbnailModel(this), new QListView, new QTimer(this)}))
{
    setObjectName(QStringLiteral("thumbnailPanel"));
    QListView *list = m_d->list;
    list->setObjectName(QStringLiteral("thumbnailList"));
    list->setAccessibleName(tr("Page thumbnails"));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMouseTracking(true);
    list->setModel(m_d->model);
    list->setItemDelegate(new ThumbnailDelegate(
        [this](int page) {
            OpenDocument *open = m_d->view->openDocument();
            return open ? open->preview(page) : QImage();
        },
        [this](int page) { return m_d->pageSize(page); }, list));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(list);
    setFocusProxy(list);

    m_d->timer->setSingleShot(true);
    m_d->timer->setInterval(40);
    const auto request = [this] { m_d->timer->start(); };
    connect(m_d->timer, &QTimer::timeout, this, [this] { m_d->requestPictures(); });
    connect(list->verticalScrollBar(), &QScrollBar::valueChanged, this, request);
    connect(list->verticalScrollBar(), &QScrollBar::rangeChanged, this, request);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!m_d->following && index.isValid()) {
            m_d->view->goToPage(index.row());
            Q_EMIT pageActivated(index.row());
        }
    });
    connect(view, &DocumentView::documentChanged, this, [this] { m_d->takeDocument(); });
    connect(view, &DocumentView::currentPageChanged, this, [this](int page) { m_d->follow(page); });
    if (Theme *theme = Theme::instance()) {
        connect(theme, &Theme::changed, list, [list] { list->doItemsLayout(); });
    }
    list->installEventFilter(this);
    m_d->takeDocument();
}

ThumbnailPanel::~ThumbnailPanel() = default;

void ThumbnailPanel::setPageMark(PageMark mark)
{
    m_d->model->setPageMark(std::move(mark));
}

void ThumbnailPanel::updateMarks()
{
    m_d->model->updateMarks();
}

void ThumbnailPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_d->list->setAccessibleName(tr("Page thumbnails"));
        m_d->model->updateMarks();
    }
}

bool ThumbnailPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide || event->type() == QEvent::Resize) {
        m_d->timer->start();
    }
    return QWidget::eventFilter(watched, event);
}

void ThumbnailPanel::Private::takeDocument()
{
    OpenDocument *open = view->openDocument();
    following = true;
    model->setPageCount(open ? open->pageCount() : 0);
    following = false;
    if (open) {
        QObject::connect(open, &OpenDocument::previewDrawn, q, [this](int page) { model->updatePicture(page); });
        QObject::connect(open, &OpenDocument::geometryKnown, q, [this] { list->viewport()->update(); });
        follow(view->currentPage());
    }
    timer->start();
}

void ThumbnailPanel::Private::follow(int page)
{
    const QModelIndex index = model->index(page, 0);
    if (!index.isValid() || index == list->currentIndex()) {
        return;
    }
    following = true;
    list->setCurrentIndex(index);
    list->scrollTo(index, QAbstractItemView::EnsureVisible);
    following = false;
}

void ThumbnailPanel::Private::requestPictures() const
{
    OpenDocument *open = view->openDocument();
    if (!open) {
        return;
    }
    std::vector<RenderJob> jobs;
    if (list->isVisible()) {
        const QRect seen = list->viewport()->rect();
        const int first = std::max(0, list->indexAt({seen.center().x(), 1}).row());
        const QModelIndex bottom = list->indexAt({seen.center().x(), seen.bottom() - 1});
        const int last = bottom.isValid() ? bottom.row() : model->rowCount() - 1;
        open->requestGeometry(first, last);
        for (int page = first; page <= std::min(last + 2, model->rowCount() - 1); ++page) {
            if (!open->hasPreview(page) && !open->pageError(page)) {
                jobs.push_back(open->previewJob(page));
            }
        }
    }
    open->pool().setWanted(RenderPool::Channel::Thumbnails, jobs);
}

QSizeF ThumbnailPanel::Private::pageSize(int page) const
{
    const auto known = view->knownGeometry(page);
    const SizeF size = (known ? *known : view->knownGeometry(0).value_or(PageGeometry())).shownSize();
    return {size.width, size.height};
}

} // namespace bidseal
