#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace bidseal {

class DocumentPane;
class PlacementModel;
class SealPlacementInteraction;
class Settings;

/** The signing page's own buttons in the toolbar, with their keys: undo, redo, snap, copy to pages, select text. */
class SigningActions : public QObject
{
    Q_OBJECT
public:
    /** `page` carries the shortcuts; all outlive it. */
    SigningActions(QWidget &page, DocumentPane &pane, PlacementModel &model, SealPlacementInteraction &interaction,
                   Settings &settings);

    void retranslate();

Q_SIGNALS:
    void copyRequested();
    void signRequested();

private:
    QAction *add(const QString &name, const QString &icon, const QList<QKeySequence> &keys);
    void connectActions();
    void refresh();

    QWidget &m_page;
    DocumentPane &m_pane;
    PlacementModel &m_model;
    SealPlacementInteraction &m_interaction;
    Settings &m_settings;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_snap;
    QAction *m_copy;
    QAction *m_text;
};

} // namespace bidseal
