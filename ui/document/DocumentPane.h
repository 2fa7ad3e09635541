#pragma once

#include "core/pdf/PdfDocument.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace bidseal {

class DocumentToolBar;
class DocumentView;
class OutlinePanel;
class SearchBar;
class ThumbnailPanel;

/**
 * A document with everything around it: side panel (缩略图, 目录 and tabs of others), toolbar, place for information
 * bars, pages, search bar, printing. Signing and validation pages embed one. All children are owned by the pane and
 * live as long.
 */
class DocumentPane : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentPane(QWidget *parent = nullptr);
    ~DocumentPane() override;

    /** Shows a document; null clears. Returns at once, everything that reads the file runs in the background. */
    void setDocument(std::shared_ptr<PdfDocument> document);
    [[nodiscard]] std::shared_ptr<PdfDocument> document() const;

    [[nodiscard]] DocumentView *view() const;
    [[nodiscard]] DocumentToolBar *toolBar() const;
    [[nodiscard]] ThumbnailPanel *thumbnails() const;
    [[nodiscard]] OutlinePanel *outline() const;
    [[nodiscard]] SearchBar *searchBar() const;

    /** Adds a tab behind 缩略图 and 目录, for instance 盖章位. Takes ownership; returns its index. */
    int addSideTab(QWidget *content, const QString &title);
    /** Retitles a tab made by addSideTab (change of language). */
    void setSideTabTitle(int index, const QString &title);
    void showSideTab(int index);
    [[nodiscard]] bool isSidePanelVisible() const;
    /** A pane without any side panel, for pages that bring their own list: hides the toggle button too. */
    void setSidePanelAvailable(bool available);

    /** Puts a bar above the pages, below the earlier ones. Takes ownership; hide or delete the bar to give the place
     * back. */
    void addInfoBar(QWidget *bar);

public Q_SLOTS:
    void setSidePanelVisible(bool visible);
    /** Opens the search bar with the focus in it. */
    void openSearch();
    /** Asks for printer and pages and prints in the background; says so in words when the document forbids it. */
    void print();
    /** Puts the focus into the page box (Ctrl+G). */
    void focusPageBox();

Q_SIGNALS:
    /** Local files dropped onto the pages, nothing is opened by the pane. */
    void filesDropped(const QStringList &paths);
    /** The user opened or closed the side panel; to be remembered by whoever keeps settings. */
    void sidePanelVisibleChanged(bool visible);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
