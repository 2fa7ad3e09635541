#pragma once

#include "ui/common/UiServices.h"

#include <QObject>

class QLabel;
class QStatusBar;
class QToolButton;

namespace bidseal {

class TimestampProbe;

/** Fills the status bar: UKey, timestamp service, and at the right the save state. Each part is a button to its page.
 */
class StatusItems : public QObject
{
    Q_OBJECT
public:
    /** All outlive this. */
    StatusItems(QStatusBar *bar, SignerProvider *signers, TimestampProbe *probe);

    /** Empty shows the program's version. */
    void setSaveState(const QString &text);
    [[nodiscard]] QWidget *firstItem() const;
    void refresh();

Q_SIGNALS:
    void ukeyClicked();
    void timestampClicked();

private:
    QToolButton *addItem(QStatusBar *bar);
    void showUkey();
    void showTimestamp();

    SignerProvider *m_signers;
    TimestampProbe *m_probe;
    QToolButton *m_ukey = nullptr;
    QToolButton *m_timestamp = nullptr;
    QLabel *m_saveState = nullptr;
};

} // namespace bidseal
