#pragma once

#include <QDialog>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace bidseal {

/**
 * A dialog with a body that scrolls and a foot that stays, never larger than its window less 48 pixels. Window-modal;
 * shown by `openOver`.
 */
class DialogFrame : public QDialog
{
    Q_OBJECT
public:
    DialogFrame(int width, QWidget *parent);

    /** Shows it above the parent's window, which is dimmed. The dialog deletes itself when closed. */
    void openOver();

protected:
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    /** After the content grew or shrank. */
    void fit();
    void showEvent(QShowEvent *event) override;

private:
    QScrollArea *m_scroll;
    QWidget *m_content;
    QWidget *m_footFrame;
    QVBoxLayout *m_body;
    QHBoxLayout *m_foot;
    int m_width;
};

} // namespace bidseal
