#pragma once

#include <QLabel>

namespace bidseal {

/** One line of plain text that shortens itself with "…" when there is no room, and then tells the whole in its tooltip.
 */
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    /** Looks as those of makeLabel(). */
    explicit ElidedLabel(const char *role = nullptr, const char *tone = nullptr, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString shownText() const;
};

} // namespace bidseal
