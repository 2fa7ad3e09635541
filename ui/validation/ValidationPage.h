#pragma once

#include "ui/common/UiServices.h"
#include "ui/shell/DocumentOpener.h"
#include "ui/shell/ShellPage.h"

#include <memory>

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QHBoxLayout;

namespace bidseal {

class ChangesPanel;
class DocumentPane;
class ErrorBar;
class FacetPanel;
class ProgressCard;
class SealLookInteraction;
class SignatureList;
class ValidationPresenter;
class VerdictBanner;

/** Screens 08 and 09: whether a signed file is genuine and unchanged. Works without network and login. */
class ValidationPage : public ShellPage
{
    Q_OBJECT
public:
    /** Starts validating at once. */
    ValidationPage(OpenedDocument opened, const UiServices &services, QWidget *parent = nullptr);
    ~ValidationPage() override;

    [[nodiscard]] QString pageTitle() const override;
    [[nodiscard]] QString pageContext() const override;
    [[nodiscard]] QString saveState() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;

    [[nodiscard]] ValidationPresenter *presenter() const { return m_presenter; }
    [[nodiscard]] VerdictBanner *banner() const { return m_banner; }
    [[nodiscard]] DocumentPane *pane() const { return m_pane; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeListPage();
    void addSealButtons();
    void addKeys();
    void connectPresenter();
    void showState();
    void showReport();
    void showSelection();
    void goToCurrentSeal();
    void nameSealButtons();
    void setNarrow(bool narrow);
    void exportReport();
    void openSignedRevision();
    void showCertificate();
    void retranslateUi();
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString reportDetail() const;

    OpenedDocument m_opened;
    UiServices m_services;
    ValidationPresenter *m_presenter;
    std::unique_ptr<SealLookInteraction> m_interaction;
    VerdictBanner *m_banner = nullptr;
    ErrorBar *m_errorBar = nullptr;
    DocumentPane *m_pane = nullptr;
    SignatureList *m_list = nullptr;
    ChangesPanel *m_changes = nullptr;
    FacetPanel *m_facets = nullptr;
    ProgressCard *m_progress = nullptr;
    QHBoxLayout *m_body = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_leftStack = nullptr;
    QLabel *m_listTitle = nullptr;
    QLabel *m_listOrder = nullptr;
    QLabel *m_foot = nullptr;
    QLabel *m_sealCount = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_again = nullptr;
    bool m_narrow = false;
    bool m_sealPending = false; ///< the page of the current seal is not measured yet
};

} // namespace bidseal
