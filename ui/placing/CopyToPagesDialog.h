#pragma once

#include "ui/placing/DialogFrame.h"

#include <vector>

class QButtonGroup;
class QLineEdit;

namespace bidseal {

class FormField;

/** Asks for the pages onto which the selected stamps are copied: all, odd, even, last, or a range. */
class CopyToPagesDialog : public DialogFrame
{
    Q_OBJECT
public:
    explicit CopyToPagesDialog(int pageCount, QWidget *parent = nullptr);

Q_SIGNALS:
    /** Indices from 0; the dialog was accepted. */
    void chosen(const std::vector<int> &pages);

private:
    enum Choice { All, Odd, Even, Last, Range };

    void build();
    void submit();
    [[nodiscard]] QString text() const;

    int m_pageCount;
    QButtonGroup *m_choices;
    QLineEdit *m_range;
    FormField *m_field;
};

} // namespace bidseal
