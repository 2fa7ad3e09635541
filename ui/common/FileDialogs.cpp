#include "ui/common/FileDialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include <utility>

namespace bidseal {

namespace {

std::function<QStringList(const FileQuestion &)> &testAnswerer()
{
    static std::function<QStringList(const FileQuestion &)> answerer;
    return answerer;
}

QString &lastFolder()
{
    static QString folder;
    return folder;
}

void configure(QFileDialog *dialog, FileQuestion::Kind kind)
{
    switch (kind) {
    case FileQuestion::Kind::OpenOne:
        return dialog->setFileMode(QFileDialog::ExistingFile);
    case FileQuestion::Kind::OpenMany:
        return dialog->setFileMode(QFileDialog::ExistingFiles);
    case FileQuestion::Kind::SaveAs:
        dialog->setFileMode(QFileDialog::AnyFile);
        return dialog->setAcceptMode(QFileDialog::AcceptSave);
    case FileQuestion::Kind::Folder:
        return dialog->setFileMode(QFileDialog::Directory);
    }
}

} // namespace

void FileDialogs::setAnswerer(std::function<QStringList(const FileQuestion &)> answerer)
{
    testAnswerer() = std::move(answerer);
}

void FileDialogs::ask(QWidget *parent, const FileQuestion &question, Answer answer)
{
    if (testAnswerer()) {
        const QStringList paths = testAnswerer()(question);
        if (!paths.isEmpty())
            answer(paths);
        return;
    }
    auto *dialog = new QFileDialog(parent ? parent->window() : nullptr, question.title, lastFolder(), question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    configure(dialog, question.kind);
    if (!question.start.isEmpty()) {
        const QFileInfo start(question.start);
        dialog->setDirectory(start.isDir() ? start.filePath() : start.path());
        if (!start.isDir())
            dialog->selectFile(start.fileName());
    }
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog,
                     [answer = std::move(answer)](const QStringList &paths) {
                         if (paths.isEmpty())
                             return;
                         lastFolder() = QFileInfo(paths.front()).path();
                         answer(paths);
                     });
    dialog->open();
}

void FileDialogs::askForPdf(QWidget *parent, Answer answer)
{
    ask(parent,
        {FileQuestion::Kind::OpenOne,
         QCoreApplication::translate("FileDialogs", "Open bid file"),
         QCoreApplication::translate("FileDialogs", "PDF files (*.pdf *.PDF)"),
         {}},
        std::move(answer));
}

} // namespace bidseal
