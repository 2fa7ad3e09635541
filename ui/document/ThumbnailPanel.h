#pragma once

#include <QWidget>

#include <functional>
#include <memory>

namespace bidseal {

class DocumentView;

/** Small pictures of all pages with number and mark; a click goes to the page. Pictures are drawn when they come into
 * sight. */
class ThumbnailPanel : public QWidget
{
    Q_OBJECT
public:
    /** Text beside a page's number, "2 枚"; empty for none. Called on the window's thread while painting: must be
     * quick. */
    using PageMark = std::function<QString(int page)>;

    /** Follows the view's document and current page. `view` is not owned and outlives the panel. */
    explicit ThumbnailPanel(DocumentView *view, QWidget *parent = nullptr);
    ~ThumbnailPanel() override;

    void setPageMark(PageMark mark);

public Q_SLOTS:
    /** Asks the mark function again for all pages. */
    void updateMarks();

Q_SIGNALS:
    /** A page was chosen here; the view has gone there already. */
    void pageActivated(int page);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace bidseal
