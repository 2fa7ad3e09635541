#pragma once

#include "ui/common/UiServices.h"
#include "ui/shell/DocumentOpener.h"
#include "ui/shell/ShellPage.h"

namespace bidseal {

class InfoBar;
class SigningPage;

/** The signing page as a page of the window. */
class SigningShellPage : public ShellPage
{
    Q_OBJECT
public:
    SigningShellPage(const OpenedDocument &opened, const UiServices &services, QWidget *parent = nullptr);

    [[nodiscard]] QString pageTitle() const override;
    [[nodiscard]] QString pageContext() const override;
    [[nodiscard]] QString saveState() const override { return m_saveState; }
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] QString reasonToStay() const override;
    void activated() override;

    [[nodiscard]] SigningPage *signingPage() const { return m_page; }

private:
    [[nodiscard]] QString fileName() const;

    OpenedDocument m_opened;
    SigningPage *m_page;
    QString m_saveState;
};

} // namespace bidseal
