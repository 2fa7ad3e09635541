#include "ui/signing/SigningActions.h"

#include "core/signing/LocalData.h"
#include "ui/document/DocumentPane.h"
#include "ui/document/DocumentToolBar.h"
#include "ui/document/DocumentView.h"
#include "ui/placing/SealPlacementInteraction.h"
#include "ui/theme/ThemeIcon.h"

#include <QAction>

namespace bidseal {

SigningActions::SigningActions(QWidget &page, DocumentPane &pane, PlacementModel &model,
                               SealPlacementInteraction &interaction, Settings &settings)
    : QObject(&page)
    , m_page(page)
    , m_pane(pane)
    , m_model(model)
    , m_interaction(interaction)
    , m_settings(settings)
{
    DocumentToolBar &bar = *pane.toolBar();
    bar.addExtraSeparator();
    m_undo = add(QStringLiteral("actionUndo"), QStringLiteral("undo-2"), QKeySequence::keyBindings(QKeySequence::Undo));
    m_redo = add(QStringLiteral("actionRedo"), QStringLiteral("redo-2"),
                 {QKeySequence(QStringLiteral("Ctrl+Y")), QKeySequence(QStringLiteral("Ctrl+Shift+Z"))});
    bar.addExtraSeparator();
    m_snap = add(QStringLiteral("actionSnap"), QStringLiteral("magnet"), {});
    m_copy =
        add(QStringLiteral("actionCopyToPages"), QStringLiteral("copy-plus"), {QKeySequence(QStringLiteral("Ctrl+D"))});
    m_text = add(QStringLiteral("actionSelectText"), QStringLiteral("text-cursor-input"), {});
    m_snap->setCheckable(true);
    m_text->setCheckable(true);
    m_snap->setChecked(settings.value(QLatin1String(settingKey::snapping), true).toBool());
    m_interaction.setSnapping(m_snap->isChecked());
    auto *sign = new QAction(this);
    sign->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Return")), QKeySequence(QStringLiteral("Ctrl+Enter"))});
    sign->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page.addAction(sign);
    connect(sign, &QAction::triggered, this, &SigningActions::signRequested);
    connectActions();
    retranslate();
    refresh();
}

QAction *SigningActions::add(const QString &name, const QString &icon, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(themeIcon(icon, Token::Text2, Token::Accent), {}, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_page.addAction(action);
    m_pane.toolBar()->addExtraAction(action);
    return action;
}

void SigningActions::connectActions()
{
    QUndoStack *stack = m_model.undoStack();
    connect(m_undo, &QAction::triggered, stack, &QUndoStack::undo);
    connect(m_redo, &QAction::triggered, stack, &QUndoStack::redo);
    connect(stack, &QUndoStack::canUndoChanged, this, &SigningActions::refresh);
    connect(stack, &QUndoStack::canRedoChanged, this, &SigningActions::refresh);
    connect(&m_model, &PlacementModel::selectionChanged, this, &SigningActions::refresh);
    connect(m_copy, &QAction::triggered, this, &SigningActions::copyRequested);
    connect(m_snap, &QAction::toggled, this, [this](bool on) {
        m_interaction.setSnapping(on);
        m_settings.setValue(QLatin1String(settingKey::snapping), on);
    });
    connect(m_text, &QAction::toggled, this, [this](bool on) {
        m_interaction.setPassive(on);
        m_pane.view()->updateOverlay();
    });
}

void SigningActions::refresh()
{
    m_undo->setEnabled(m_model.undoStack()->canUndo());
    m_redo->setEnabled(m_model.undoStack()->canRedo());
    m_copy->setEnabled(!m_model.selection().empty());
}

void SigningActions::retranslate()
{
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Undo (Ctrl+Z)"));
    m_redo->setText(tr("Redo"));
    m_redo->setToolTip(tr("Redo (Ctrl+Y)"));
    m_snap->setText(tr("Snap to the page's middle and other seals"));
    m_snap->setToolTip(m_snap->text());
    m_copy->setText(tr("Copy to several pages"));
    m_copy->setToolTip(tr("Copy to several pages (Ctrl+D)"));
    m_text->setText(tr("Select text"));
    m_text->setToolTip(m_text->text());
}

} // namespace bidseal
