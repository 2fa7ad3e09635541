#pragma once

#include "ui/common/UiServices.h"
#include "ui/shell/DocumentOpener.h"
#include "ui/shell/NavPanel.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QStackedWidget;

namespace bidseal {

class ErrorBar;
class HeaderBar;
class ShellPage;
class StatusItems;
class TimestampProbe;

/** Makers of the pages; each is called when its page is first needed. The window owns what they return. */
struct PageFactories
{
    std::function<ShellPage *()> home;
    std::function<ShellPage *()> settings;
    std::function<ShellPage *()> help;
    std::function<ShellPage *(const OpenedDocument &)> signing;
    std::function<ShellPage *(const OpenedDocument &)> validation;
    /** Brings a section of the settings page into sight. */
    std::function<void(ShellPage *settings, const QString &section)> showSettingsSection;
};

/**
 * The frame around the pages: header, navigation, stack, status bar, keys, dropped files. Knows no page by its class.
 * One document is open at a time; pages above it (an earlier revision) go with it.
 */
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /** Services and probe outlive the window. */
    MainWindow(const UiServices &services, TimestampProbe *probe, PageFactories factories, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ShellPage *currentPage() const;
    [[nodiscard]] NavPanel *navigation() const { return m_nav; }
    [[nodiscard]] ErrorBar *errorBar() const { return m_errorBar; }

public Q_SLOTS:
    /** Opens for looking and signing. Asks for a password where needed; errors go to the bar. */
    void openFile(const QString &path);
    void openFiles(const QStringList &paths); ///< the first one; others are told
    void verifyFile(const QString &path);
    void askAndOpen();
    void askAndVerify();
    void goHome();
    void goBack();
    void showSettings(const QString &section = {});
    void showHelp();
    /** To the front, also out of the task bar. */
    void bringForward();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Maker = std::function<ShellPage *(const OpenedDocument &)>;

    void build();
    void addKeys();
    void openWith(const QString &path, NavEntry entry);
    void showDocument(const OpenedDocument &opened, NavEntry entry);
    void pushDocumentPage(ShellPage *page);
    ShellPage *adopt(ShellPage *page);
    void showPage(ShellPage *page, NavEntry entry);
    ShellPage *fixedPage(ShellPage *&slot, const std::function<ShellPage *()> &maker);
    /** False and a bar when a page cannot be left now. */
    bool closeDocuments();
    void closeTopDocument();
    void onNavigation(NavEntry entry);
    void updateFrame();
    void cyclePanes(int step);
    void restoreGeometryOrDefault();

    UiServices m_services;
    TimestampProbe *m_probe;
    PageFactories m_factories;
    DocumentOpener *m_opener = nullptr;
    HeaderBar *m_header = nullptr;
    NavPanel *m_nav = nullptr;
    ErrorBar *m_errorBar = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatusItems *m_status = nullptr;
    ShellPage *m_home = nullptr;
    ShellPage *m_settings = nullptr;
    ShellPage *m_help = nullptr;
    std::vector<ShellPage *> m_documents; ///< the open document, then what lies above it
    NavEntry m_documentEntry = NavEntry::Open;
    NavEntry m_entry = NavEntry::Home;
};

} // namespace bidseal
