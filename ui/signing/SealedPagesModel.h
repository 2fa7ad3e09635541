#pragma once

#include "core/model/Placement.h"
#include "core/pdf/PdfDocument.h"

#include <QAbstractListModel>
#include <QHash>
#include <QImage>
#include <QThreadPool>

#include <stop_token>

namespace bidseal {

/** The sealed pages with their pictures; a picture is asked for when somebody looks. */
class SealedPagesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { PageRole = Qt::UserRole + 1, SealsRole, ProblemRole };

    explicit SealedPagesModel(QObject *parent = nullptr);
    ~SealedPagesModel() override;

    void setPlacements(const std::vector<Placement> &placements);
    /** Null drops all pictures. */
    void setDocument(std::shared_ptr<PdfDocument> document);
    void setPictureSize(QSize devicePixels);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row
    {
        int page;
        QString seals;
    };
    void request(int page) const;
    void take(int page, const Result<Raster> &raster);

    std::vector<Row> m_rows;
    std::shared_ptr<PdfDocument> m_document;
    QSize m_size{160, 226};
    mutable QHash<int, QImage> m_pictures; ///< a null image: asked for
    QHash<int, QString> m_problems;
    mutable QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace bidseal
