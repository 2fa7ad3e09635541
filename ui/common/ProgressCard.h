#pragma once

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace bidseal {

/** A wait with words, bytes, time left and 取消. Updates itself at most ten times a second. */
class ProgressCard : public QFrame
{
    Q_OBJECT
public:
    explicit ProgressCard(QWidget *parent = nullptr);

    /** `hint` tells what cancelling means. Starts the clock anew. */
    void start(const QString &title, const QString &hint, bool canCancel = true);
    void setTitle(const QString &title);
    void setHint(const QString &hint);
    void setCanCancel(bool canCancel);
    /** `total` 0 = not known. */
    void setProgress(qint64 doneBytes, qint64 totalBytes);

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNumbers(qint64 done, qint64 total);

    QLabel *m_title = nullptr;
    QLabel *m_numbers = nullptr;
    QLabel *m_hint = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceUpdate;
};

} // namespace bidseal
