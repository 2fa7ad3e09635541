#pragma once

#include "core/model/Placement.h"
#include "core/pdf/PdfDocument.h"

#include <QListView>

namespace bidseal {

class SealedPagesModel;

/** Small pictures of the pages that carry seals, drawn from the written file in the background when they come into
 * sight. */
class SealedPages : public QListView
{
    Q_OBJECT
public:
    explicit SealedPages(QWidget *parent = nullptr);
    ~SealedPages() override;

    /** Opens the written file in the background. */
    void showPages(const QString &path, const std::vector<Placement> &placements);

Q_SIGNALS:
    void pageActivated(int page);
    /** The written file could not be opened for its pictures (a password, for instance). */
    void unavailable(const bidseal::Error &error);

private:
    SealedPagesModel *m_model;
};

} // namespace bidseal
