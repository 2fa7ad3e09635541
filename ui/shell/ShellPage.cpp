#include "ui/shell/ShellPage.h"

namespace bidseal {

ShellPage::ShellPage(QWidget *parent)
    : QWidget(parent)
{
    setProperty("page", true);
    setAttribute(Qt::WA_StyledBackground);
}

} // namespace bidseal
