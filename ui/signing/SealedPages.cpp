#include "ui/signing/SealedPages.h"

#include "ui/signing/SealedPagesModel.h"
#include "ui/theme/Theme.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QtConcurrentRun>

namespace bidseal {

namespace {

constexpr QSize pictureSize(160, 226);

class PageDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {pictureSize.width() + 48, pictureSize.height() + Theme::px(22) + Theme::px(20) + 26};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool chosen = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
        if (chosen) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(Theme::color(option.state & QStyle::State_Selected ? Token::AccentSoft : Token::Hover));
            painter->drawRoundedRect(option.rect.adjusted(4, 2, -4, -2), 6, 6);
        }
        QRect frame({}, pictureSize);
        frame.moveTopLeft({option.rect.center().x() - pictureSize.width() / 2, option.rect.top() + 10});
        paintPicture(*painter, frame, index);
        paintWords(*painter, QRect(option.rect.left() + 8, frame.bottom() + 6, option.rect.width() - 16, Theme::px(22)),
                   index);
        painter->restore();
    }

private:
    static void paintPicture(QPainter &painter, const QRect &place, const QModelIndex &index)
    {
        const QImage image = index.data(Qt::DecorationRole).value<QImage>();
        const QSize size = image.isNull() ? place.size() : image.size().scaled(place.size(), Qt::KeepAspectRatio);
        QRect page({}, size);
        page.moveCenter(place.center());
        painter.fillRect(page, Qt::white);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (!image.isNull())
            painter.drawImage(page, image);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(Theme::color(Token::Control));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(page);
        painter.setPen(tokenColor(Token::Text2, Scheme::Light));
        painter.drawText(page.adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         index.data(SealedPagesModel::ProblemRole).toString());
    }

    static void paintWords(QPainter &painter, QRect row, const QModelIndex &index)
    {
        painter.setFont(Theme::font(14));
        painter.setPen(Theme::color(Token::Text));
        painter.drawText(row, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
        row.translate(0, Theme::px(20));
        painter.setFont(Theme::font(12));
        painter.setPen(Theme::color(Token::Text3));
        const QString seals = index.data(SealedPagesModel::SealsRole).toString();
        painter.drawText(row, Qt::AlignCenter, painter.fontMetrics().elidedText(seals, Qt::ElideRight, row.width()));
    }
};

} // namespace

SealedPages::SealedPages(QWidget *parent)
    : QListView(parent)
    , m_model(new SealedPagesModel(this))
{
    setObjectName(QStringLiteral("sealedPages"));
    setAccessibleName(tr("Sealed pages"));
    setModel(m_model);
    setItemDelegate(new PageDelegate(this));
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(this, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT pageActivated(index.data(SealedPagesModel::PageRole).toInt()); });
}

SealedPages::~SealedPages() = default;

void SealedPages::showPages(const QString &path, const std::vector<Placement> &placements)
{
    m_model->setDocument(nullptr);
    m_model->setPlacements(placements);
    m_model->setPictureSize(pictureSize * devicePixelRatioF());
    QtConcurrent::run([path] {
        return PdfDocument::open(path);
    }).then(this, [this](const Result<std::shared_ptr<PdfDocument>> &document) {
        if (document)
            m_model->setDocument(*document);
        else
            Q_EMIT unavailable(document.error());
    });
}

} // namespace bidseal
