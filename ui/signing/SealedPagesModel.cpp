#include "ui/signing/SealedPagesModel.h"

#include "core/messages/Messages.h"
#include "ui/placing/PlacementText.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <map>

namespace bidseal {

namespace {

Result<Raster> drawPage(const std::shared_ptr<PdfDocument> &document, int page, QSize size, const std::stop_token &stop)
{
    const Result<PageGeometry> geometry = document->pageGeometry(page);
    if (!geometry)
        return fail(geometry.error());
    const SizeF shown = geometry->shownSize();
    RenderRequest request;
    request.page = page;
    request.scale = std::min(size.width() / shown.width, size.height() / shown.height);
    return document->render(request, stop);
}

QImage copied(const Raster &raster)
{
    return QImage(raster.pixels.get(), raster.width, raster.height, raster.stride, QImage::Format_ARGB32_Premultiplied)
        .copy();
}

} // namespace

SealedPagesModel::SealedPagesModel(QObject *parent)
    : QAbstractListModel(parent)
{
    m_pool.setMaxThreadCount(1);
}

SealedPagesModel::~SealedPagesModel()
{
    m_stop.request_stop();
    m_pool.clear();
    m_pool.waitForDone();
}

void SealedPagesModel::setPlacements(const std::vector<Placement> &placements)
{
    std::map<int, std::vector<Placement>> byPage;
    for (const Placement &placement : placements)
        byPage[placement.page].push_back(placement);
    beginResetModel();
    m_rows.clear();
    for (const auto &[page, here] : byPage) {
        QStringList names;
        for (const StampCount &count : countStamps(here))
            names << count.name;
        m_rows.push_back({page, names.join(tr(", ", "between names of seals"))});
    }
    endResetModel();
}

void SealedPagesModel::setDocument(std::shared_ptr<PdfDocument> document)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    beginResetModel();
    m_document = std::move(document);
    m_pictures.clear();
    m_problems.clear();
    endResetModel();
}

void SealedPagesModel::setPictureSize(QSize devicePixels)
{
    m_size = devicePixels;
}

int SealedPagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SealedPagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return tr("Page %1").arg(row.page + 1);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("Page %1: %2").arg(row.page + 1).arg(row.seals);
    case Qt::DecorationRole:
        request(row.page);
        return m_pictures.value(row.page);
    case PageRole:
        return row.page;
    case SealsRole:
        return row.seals;
    case ProblemRole:
        return m_problems.value(row.page);
    default:
        return {};
    }
}

void SealedPagesModel::request(int page) const
{
    if (!m_document || m_pictures.contains(page))
        return;
    m_pictures.insert(page, {});
    auto *self = const_cast<SealedPagesModel *>(this); // NOLINT: a model draws lazily from const data()
    const std::stop_token stop = m_stop.get_token();
    QtConcurrent::run(&m_pool, drawPage, m_document, page, m_size, stop)
        .then(self, [self, page, stop](const Result<Raster> &raster) {
            if (!stop.stop_requested())
                self->take(page, raster);
        });
}

void SealedPagesModel::take(int page, const Result<Raster> &raster)
{
    if (raster)
        m_pictures.insert(page, copied(*raster));
    else
        m_problems.insert(page, errorText(raster.error()).whatHappened);
    const auto row = std::ranges::find(m_rows, page, &Row::page) - m_rows.begin();
    const QModelIndex changed = index(static_cast<int>(row));
    Q_EMIT dataChanged(changed, changed);
}

} // namespace bidseal
