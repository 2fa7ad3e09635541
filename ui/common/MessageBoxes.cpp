#include "ui/common/MessageBoxes.h"

#include "ui/common/Scrim.h"
#include "ui/common/Widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace bidseal {

namespace {

std::function<bool(const Question &)> &testAnswerer()
{
    static std::function<bool(const Question &)> answerer;
    return answerer;
}

QDialog *makeDialog(QWidget *parent, const QString &title, int width)
{
    auto *dialog = new QDialog(parent ? parent->window() : nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(width);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    return dialog;
}

void openWithScrim(QDialog *dialog)
{
    Scrim::coverFor(dialog);
    dialog->open();
}

} // namespace

void MessageBoxes::setAnswerer(std::function<bool(const Question &)> answerer)
{
    testAnswerer() = std::move(answerer);
}

void MessageBoxes::ask(QWidget *parent, const Question &question, Answer answer)
{
    if (testAnswerer()) {
        answer(testAnswerer()(question));
        return;
    }
    QDialog *dialog = makeDialog(parent, question.title, 440);
    QLabel *text = makeLabel(nullptr, nullptr, true);
    text->setText(question.text);
    QPushButton *yes = makeButton(question.isDangerous ? "danger" : "primary");
    yes->setText(question.yes);
    QPushButton *no = makeButton();
    no->setText(question.no);
    (question.isDangerous ? no : yes)->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(no);
    row->addWidget(yes);
    auto *column = qobject_cast<QVBoxLayout *>(dialog->layout());
    column->addWidget(text);
    column->addLayout(row);
    QObject::connect(yes, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(no, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::finished, dialog,
                     [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
    openWithScrim(dialog);
}

void MessageBoxes::showDetails(QWidget *parent, const QString &title, const QString &text)
{
    QDialog *dialog = makeDialog(parent, QApplication::translate("MessageBoxes", "Details"), 560);
    QLabel *head = makeLabel("section", nullptr, true);
    head->setText(title);
    auto *body = new QPlainTextEdit(text);
    body->setReadOnly(true);
    body->setMinimumHeight(160);
    body->setAccessibleName(QApplication::translate("MessageBoxes", "Details"));
    QPushButton *copy = makeButton();
    copy->setText(QApplication::translate("MessageBoxes", "Copy"));
    QPushButton *close = makeButton("primary");
    close->setText(QApplication::translate("MessageBoxes", "Close"));
    close->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(copy);
    row->addWidget(close);
    auto *column = qobject_cast<QVBoxLayout *>(dialog->layout());
    column->addWidget(head);
    column->addWidget(body, 1);
    column->addLayout(row);
    QObject::connect(copy, &QPushButton::clicked, dialog, [text] { QApplication::clipboard()->setText(text); });
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    openWithScrim(dialog);
}

} // namespace bidseal
