#pragma once

#include "core/common/Result.h"
#include "ui/document/OutlineModel.h"

#include <QWidget>

class QLabel;
class QStackedLayout;
class QTreeView;

namespace bidseal {

class DocumentView;

/** The document's own table of contents (目录); a click goes there. */
class OutlinePanel : public QWidget
{
    Q_OBJECT
public:
    /** Follows the view's document. `view` is not owned and outlives the panel. */
    explicit OutlinePanel(DocumentView *view, QWidget *parent = nullptr);

    [[nodiscard]] QTreeView *tree() const { return m_tree; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void show(const Result<OutlineModel::Tree> &tree);
    void retranslate();
    void go(const QModelIndex &index);

    DocumentView *m_view;
    OutlineModel *m_model;
    QTreeView *m_tree = nullptr;
    QLabel *m_words = nullptr;
    QStackedLayout *m_stack = nullptr;
    int m_generation = 0; ///< of the document; a late answer about an earlier one is dropped
    bool m_loading = false;
    QString m_failure;
};

} // namespace bidseal
