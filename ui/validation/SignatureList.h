#pragma once

#include "core/model/SignatureReport.h"

#include <QListView>

class QStandardItemModel;

namespace bidseal {

/** The signatures in the order of signing, one card each: signer, chips, time, seals. */
class SignatureList : public QListView
{
    Q_OBJECT
public:
    explicit SignatureList(QWidget *parent = nullptr);

    void setReport(const SignatureReport &report);
    void setCurrent(int signature);

Q_SIGNALS:
    void chosen(int signature);

private:
    QStandardItemModel *m_model;
};

/** "Seals: pages 1, 3" of a signature. */
QString sealPagesText(const SignatureFacts &signature);

} // namespace bidseal
