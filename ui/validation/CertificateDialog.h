#pragma once

#include "core/model/Certificate.h"

#include <QDialog>

#include <vector>

class QFormLayout;
class QListWidget;

namespace bidseal {

/** A certificate and its path: owner, issuer, validity, serial number, fingerprint. */
class CertificateDialog : public QDialog
{
    Q_OBJECT
public:
    /** `chain` has the signer first. Not empty. */
    explicit CertificateDialog(std::vector<Certificate> chain, QWidget *parent = nullptr);

    /** Opens window-modally and deletes itself. */
    static void show(QWidget *parent, const std::vector<Certificate> &chain);

private:
    void showCertificate(int index);
    void addRow(const QString &name, const QString &value, bool isMono = false);

    std::vector<Certificate> m_chain;
    QListWidget *m_path = nullptr;
    QFormLayout *m_facts = nullptr;
};

} // namespace bidseal
