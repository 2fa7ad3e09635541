#pragma once

#include "core/common/Error.h"
#include "core/model/PreflightWarning.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <map>
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
    void showWarnings(const std::vector<PreflightWarning> &warnings);
    void showSigned(int signatures);
    void showRestored(const QDateTime &savedAt);
    void showChangedOnDisk();
    void showError(const Error &error);
    /** What is shown, in the language of now. */
    void retranslate();

Q_SIGNALS:
    void validationRequested();
    void reopenRequested();

private:
    void remember(InfoBar *bar, std::function<void()> again);
    QFrame *buildWarningList();
    void fillWarnings(const std::vector<PreflightWarning> &warnings);

    InfoBar *m_changed;
    ErrorBar *m_error;
    InfoBar *m_signed;
    InfoBar *m_warnings;
    QFrame *m_list;
    QVBoxLayout *m_rows;
    InfoBar *m_restored;
    std::map<InfoBar *, std::function<void()>> m_again; ///< shows a bar anew
};

} // namespace bidseal
