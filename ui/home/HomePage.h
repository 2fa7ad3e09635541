#pragma once

#include "ui/common/UiServices.h"
#include "ui/shell/ShellPage.h"

class QLabel;
class QPushButton;

namespace bidseal {

class DropZone;
class ErrorBar;
class FileList;
class HomePresenter;
class InfoBar;
class ReadinessCard;
class TimestampProbe;

/** Where one begins: readiness, files opened lately, drafts, the drop zone, signings that a crash interrupted. */
class HomePage : public ShellPage
{
    Q_OBJECT
public:
    HomePage(const UiServices &services, TimestampProbe *probe, QWidget *parent = nullptr);

    [[nodiscard]] QString pageTitle() const override;
    [[nodiscard]] QString pageContext() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void activated() override;

    [[nodiscard]] HomePresenter *presenter() const { return m_presenter; }

Q_SIGNALS:
    void openDialogRequested();
    void verifyDialogRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeRecentCard();
    QWidget *makeEmptyState();
    QWidget *makeDraftsCard();
    QWidget *makeLocalCard();
    QWidget *makeFirstSteps();
    void connectPresenter();
    void showLists();
    void showUnfinished();
    void retranslateUi();

    UiServices m_services;
    HomePresenter *m_presenter;
    ReadinessCard *m_readiness = nullptr;
    InfoBar *m_unfinishedBar = nullptr;
    ErrorBar *m_errorBar = nullptr;
    FileList *m_recent = nullptr;
    FileList *m_drafts = nullptr;
    DropZone *m_dropZone = nullptr;
    QWidget *m_recentEmpty = nullptr;
    QWidget *m_draftsCard = nullptr;
    QWidget *m_firstSteps = nullptr;
    QLabel *m_recentTitle = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QLabel *m_draftsTitle = nullptr;
    QLabel *m_localTitle = nullptr;
    QLabel *m_stepsTitle = nullptr;
    QLabel *m_stepsText = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_emptyOpen = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_verify = nullptr;
};

} // namespace bidseal
