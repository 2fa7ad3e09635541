#pragma once

#include "core/common/Error.h"
#include "core/model/DocumentFacts.h"
#include "core/model/PreflightWarning.h"

#include <QDateTime>
#include <QObject>

#include <vector>

class QFrame;
class QPushButton;
class QVBoxLayout;

namespace bidseal {

class DocumentPane;
class ErrorBar;
class InfoBar;

/** The bars above the pages of the signing page, each in its reserved place. */
class SigningBars : public QObject
{
    Q_OBJECT
public:
    /** The pane takes the bars. */
    explicit SigningBars(DocumentPane &pane, QObject *parent = nullptr);

    /** Hides all; another document. */
    void clear();
    void showFacts(const DocumentFacts &facts);
    void showWarnings(const std::vector<PreflightWarning> &warnings);
    void showSigned(int signatures);
    void showRestored(const QDateTime &savedAt);
    void showChangedOnDisk();
    void showError(const Error &error);

Q_SIGNALS:
    void validationRequested();
    void reopenRequested();

private:
    QFrame *buildWarningList();
    void fillWarnings(const std::vector<PreflightWarning> &warnings);

    InfoBar *m_changed;
    ErrorBar *m_error;
    InfoBar *m_signed;
    InfoBar *m_font;
    InfoBar *m_warnings;
    QFrame *m_list;
    QVBoxLayout *m_rows;
    InfoBar *m_restored;
};

} // namespace bidseal
