#pragma once

#include "core/model/SignatureReport.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace bidseal {

class Chip;

/** What is remarkable about a signature, grave first, and for a modified file what to do now. */
class ChangesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesPanel(QWidget *parent = nullptr);

    /** Null or nothing to say hides the panel. */
    void showSignature(const SignatureFacts *signature);

private:
    QVBoxLayout *m_column = nullptr;
};

} // namespace bidseal
