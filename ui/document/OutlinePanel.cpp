#include "ui/document/OutlinePanel.h"

#include "core/messages/Messages.h"
#include "ui/common/Widgets.h"
#include "ui/document/DocumentView.h"
#include "ui/document/OpenDocument.h"

#include <QLabel>
#include <QStackedLayout>
#include <QTreeView>

namespace bidseal {

OutlinePanel::OutlinePanel(DocumentView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_model(new OutlineModel(this))
{
    setObjectName(QStringLiteral("outlinePanel"));
    m_tree = new QTreeView;
    m_tree->setObjectName(QStringLiteral("outlineTree"));
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(14);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_words = makeLabel("dense", "3", true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_words->setContentsMargins(12, 20, 12, 12);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_words);
    m_stack->addWidget(m_tree);
    connect(m_tree, &QTreeView::clicked, this, &OutlinePanel::go);
    connect(m_tree, &QTreeView::activated, this, &OutlinePanel::go);
    connect(m_view, &DocumentView::documentChanged, this, &OutlinePanel::load);
    retranslate();
    load();
}

void OutlinePanel::load()
{
    m_model->setTree({});
    m_failure.clear();
    m_stack->setCurrentWidget(m_words);
    OpenDocument *open = m_view->openDocument();
    m_loading = open != nullptr;
    const int generation = ++m_generation;
    retranslate();
    if (!open) {
        return;
    }
    open->reading()
        .run([document = open->document()](const std::stop_token &) -> Result<OutlineModel::Tree> {
            const auto items = document->outline();
            if (!items) {
                return fail(items.error());
            }
            return OutlineModel::flatten(*items);
        })
        .then(this, [this, generation](const Result<OutlineModel::Tree> &tree) {
            if (generation == m_generation) {
                show(tree);
            }
        });
}

void OutlinePanel::show(const Result<OutlineModel::Tree> &tree)
{
    m_loading = false;
    if (tree) {
        m_model->setTree(*tree);
        // One level is opened where that is a short list.
        if (tree->top.size() <= 3) {
            m_tree->expandToDepth(0);
        }
    } else {
        m_failure = errorText(tree.error()).whatHappened;
    }
    m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_tree) : m_words);
    retranslate();
}

void OutlinePanel::go(const QModelIndex &index)
{
    const int page = index.data(OutlineModel::PageRole).toInt();
    if (page < 0) {
        return;
    }
    m_view->goToPage(page);
    const QVariant point = index.data(OutlineModel::ShownPointRole);
    if (point.isValid()) {
        const QPointF at = point.toPointF();
        m_view->ensureVisible(page, {at.x(), at.y(), at.x(), at.y()});
    }
}

void OutlinePanel::retranslate()
{
    m_tree->setAccessibleName(tr("Outline"));
    if (!m_failure.isEmpty()) {
        m_words->setText(m_failure);
    } else if (m_loading || !m_view->openDocument()) {
        m_words->setText(m_loading ? tr("Reading the outline…") : QString());
    } else {
        m_words->setText(tr("This document has no outline."));
    }
}

void OutlinePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace bidseal
