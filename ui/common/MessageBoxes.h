#pragma once

#include <QString>

#include <functional>

class QDialog;
class QWidget;

namespace bidseal {

/** What a question box asks. */
struct Question
{
    QString title;
    QString text;
    QString yes; ///< the action's own verb, never "OK"
    QString no;
    bool isDangerous = false; ///< red button, and Enter does not press it
};

/**
 * The few questions that need a dialog. Window-modal, never waits; tests answer by `setAnswerer`. News never come here,
 * they are shown by an InfoBar.
 */
class MessageBoxes
{
public:
    using Answer = std::function<void(bool yes)>;

    static void ask(QWidget *parent, const Question &question, Answer answer);
    /** Selectable text with a copy button. */
    static void showDetails(QWidget *parent, const QString &title, const QString &text);

    /** Answers in place of a person; an empty function brings the person back. */
    static void setAnswerer(std::function<bool(const Question &)> answerer);
};

} // namespace bidseal
