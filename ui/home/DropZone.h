#pragma once

#include <QFrame>

class QLabel;

namespace bidseal {

/** The dashed field for PDF files: dropping and clicking open. */
class DropZone : public QFrame
{
    Q_OBJECT
public:
    explicit DropZone(QWidget *parent = nullptr);

Q_SIGNALS:
    void filesDropped(const QStringList &paths);
    void clicked();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setHot(bool hot);
    void retranslateUi();
    void refreshIcon();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace bidseal
