#pragma once

#include "ui/shell/ShellPage.h"

#include <utility>
#include <vector>

class QLabel;
class QScrollArea;

namespace bidseal {

/** Short help: the way of a signature in four steps, the keys, licences of what is inside. */
class HelpPage : public ShellPage
{
    Q_OBJECT
public:
    explicit HelpPage(QWidget *parent = nullptr);

    [[nodiscard]] QString pageTitle() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QWidget *stepsCard();
    QWidget *keysCard();
    QWidget *aboutCard();

    QScrollArea *m_scroll = nullptr;
};

} // namespace bidseal
