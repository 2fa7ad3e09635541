#pragma once

#include "core/model/SignatureReport.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace bidseal {

/** The four answers about one signature, the technical details folded, and what one can do with it. */
class FacetPanel : public QFrame
{
    Q_OBJECT
public:
    explicit FacetPanel(QWidget *parent = nullptr);

    /** Null shows an empty panel. `whichSeal` is written below the signer. */
    void showSignature(const SignatureFacts *signature, int revisions, const QString &whichSeal);

Q_SIGNALS:
    void certificateRequested();
    void revisionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addFacets(const SignatureFacts &signature);
    void addDetails(const SignatureFacts &signature, int revisions);
    void setDetailsOpen(bool open);
    void retranslateUi();

    QLabel *m_title = nullptr;
    QLabel *m_where = nullptr;
    QVBoxLayout *m_facets = nullptr;
    QToolButton *m_fold = nullptr;
    QWidget *m_details = nullptr;
    QPushButton *m_certificate = nullptr;
    QPushButton *m_revision = nullptr;
    bool m_detailsOpen = false;
};

} // namespace bidseal
