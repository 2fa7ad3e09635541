#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace bidseal {

class CertificateList;
class CertificatePicker;
class PlacementModel;

/** The foot of the signing page, 60 high: what is placed, the file's fingerprint, certificate, 【确认签署】. */
class SigningFoot : public QFrame
{
    Q_OBJECT
public:
    /** Both outlive it. */
    SigningFoot(PlacementModel &model, CertificateList &certificates, QWidget *parent = nullptr);

    /** Short form; empty while it is being taken. */
    void setFingerprint(const QByteArray &sha256);
    /** Why signing is not possible now whatever is placed; empty: nothing stands against it. */
    void setObstacle(const QString &reason);
    [[nodiscard]] CertificatePicker *picker() const { return m_picker; }
    [[nodiscard]] bool canSign() const;

Q_SIGNALS:
    void saveRequested();
    void signRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void refresh();
    [[nodiscard]] QString whyNot() const;

    PlacementModel &m_model;
    CertificateList &m_certificates;
    QByteArray m_sha256;
    QString m_obstacle;
    QLabel *m_counts;
    QLabel *m_unchanged;
    QLabel *m_hash;
    QLabel *m_caption;
    CertificatePicker *m_picker;
    QPushButton *m_save;
    QPushButton *m_sign;
};

} // namespace bidseal
