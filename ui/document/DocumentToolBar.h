#pragma once

#include <QWidget>

#include <memory>

class QAction;

namespace bidseal {

class DocumentView;

/**
 * The bar above the pages, 44 high: side panel, page box "3 / 128 页", zoom, fit width, rotate, a place for actions of
 * the embedding page, search and print. Follows one DocumentView. What has no room goes into the menu behind "»".
 */
class DocumentToolBar : public QWidget
{
    Q_OBJECT
public:
    /** `view` is not owned and outlives the bar. */
    explicit DocumentToolBar(DocumentView *view, QWidget *parent = nullptr);
    ~DocumentToolBar() override;

    /** Room for what never goes into the overflow menu. */
    [[nodiscard]] QSize minimumSizeHint() const override;

    /** Adds a flat icon button for `action` (not owned) behind the rotate button. Icon, tooltip, checkable state follow
     * it. Where there is no room, the buttons added last go first into the overflow menu. */
    void addExtraAction(QAction *action);
    /** A thin line behind what was added so far. */
    void addExtraSeparator();
    /** Any widget (button with words, label) in the same place; takes ownership. */
    void addExtraWidget(QWidget *widget);

    /** Fit width and rotate are left out where there is no room (validation page). */
    void setFitAndRotateVisible(bool visible);
    void setSidePanelButtonVisible(bool visible);
    void setSidePanelChecked(bool checked);

public Q_SLOTS:
    void focusPageBox();

Q_SIGNALS:
    void sidePanelToggled(bool visible);
    void searchRequested();
    void printRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
