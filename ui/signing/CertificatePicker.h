#pragma once

#include "ui/signing/CertificateList.h"

#include <QComboBox>

class QStandardItemModel;

namespace bidseal {

/** The combo with all certificates; what cannot be used is grey with its reason. Follows tokens as they come and go. */
class CertificatePicker : public QComboBox
{
    Q_OBJECT
public:
    /** `list` outlives it. */
    explicit CertificatePicker(CertificateList &list, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refill();

    CertificateList &m_list;
    QStandardItemModel *m_model;
};

} // namespace bidseal
