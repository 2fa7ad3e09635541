#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace bidseal {

/** What is asked of a person about files. `filter` as QFileDialog wants it. */
struct FileQuestion
{
    enum class Kind { OpenOne, OpenMany, SaveAs, Folder };
    Kind kind = Kind::OpenOne;
    QString title;
    QString filter;
    QString start; ///< folder or suggested file; empty: where the person was last
};

/** File dialogs that never wait; the answer comes by call, and not at all when the person cancels. Tests set an
 * answerer. */
class FileDialogs
{
public:
    using Answer = std::function<void(const QStringList &paths)>;

    static void ask(QWidget *parent, const FileQuestion &question, Answer answer);
    /** Asks for one PDF. */
    static void askForPdf(QWidget *parent, Answer answer);

    /** Answers in place of a person (empty list = cancelled); an empty function brings the person back. */
    static void setAnswerer(std::function<QStringList(const FileQuestion &)> answerer);
};

} // namespace bidseal
