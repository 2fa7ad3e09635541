#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace bidseal {

/** Header of the window, 60 high: back arrow, title, context. Long titles are cut in the middle and told whole by
 * tooltip. */
class HeaderBar : public QFrame
{
    Q_OBJECT
public:
    explicit HeaderBar(QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &context);
    void setBackVisible(bool visible);
    [[nodiscard]] QString title() const { return m_fullTitle; }

Q_SIGNALS:
    void backClicked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void retranslateUi();

    QToolButton *m_back = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_context = nullptr;
    QString m_fullTitle;
    QString m_fullContext;
};

} // namespace bidseal
