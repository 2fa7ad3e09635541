#pragma once

#include <QWidget>

class QLabel;

namespace bidseal {

/** Label, editor, and below it a hint or an error; label and editor are buddies. Takes the editor over. */
class FormField : public QWidget
{
    Q_OBJECT
public:
    explicit FormField(QWidget *editor, QWidget *parent = nullptr);

    void setLabel(const QString &text); ///< also the editor's accessible name
    void setHint(const QString &text);
    /** Red border, icon and sentence; empty clears. */
    void setError(const QString &sentence);
    [[nodiscard]] bool hasError() const { return !m_error.isEmpty(); }
    [[nodiscard]] QWidget *editor() const { return m_editor; }

private:
    void showFoot();

    QWidget *m_editor;
    QLabel *m_label = nullptr;
    QLabel *m_icon = nullptr;
    QLabel *m_foot = nullptr;
    QString m_hint;
    QString m_error;
};

} // namespace bidseal
